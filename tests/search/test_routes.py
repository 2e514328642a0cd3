"""Routes equal brute force, in the same order, on random graphs with cycles and parallel arrows."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lipdrift.search.arrows import Arrows
from lipdrift.search.routes import best
from tests.search.graphs import Triple, graphs


def brute_force(triples: list[Triple], starts: list[int], target: int, max_steps: int) -> list[tuple[int, ...]]:
    """Every simple route by trying everything, sorted by lowest rank, length, order of starts, order of arrows."""
    found: list[tuple[tuple[object, ...], tuple[int, ...]]] = []

    def walk(order: int, node: int, seen: frozenset[int], path: tuple[int, ...]) -> None:
        if node == target and path:
            lowest = min(triples[a][2] for a in path)
            found.append(((-lowest, len(path), order, path), path))
            return
        for number, (tail, head, _) in enumerate(triples):
            if tail == node and head not in seen and len(path) < max_steps:
                walk(order, head, seen | {head}, (*path, number))

    for order, start in enumerate(starts):
        if start != target:
            walk(order, start, frozenset({start}), ())
    return [path for _, path in sorted(found)]


@settings(max_examples=400, deadline=None)
@given(graphs(), st.integers(1, 6), st.booleans())
def test_equal_to_brute_force(triples: list[Triple], max_steps: int, two_starts: bool) -> None:
    starts = [0, 1] if two_starts else [0]
    found = best(Arrows.build(6, triples), starts, 5, max_steps, 10_000)
    assert list(found.routes) == brute_force(triples, starts, 5, max_steps)
    everything = brute_force(triples, starts, 5, 6)
    assert (found.reason == "steps") == (len(everything) > len(found.routes))


@settings(max_examples=200, deadline=None)
@given(graphs(), st.integers(1, 5))
def test_a_limit_cuts_the_same_list_and_says_so(triples: list[Triple], limit: int) -> None:
    everything = brute_force(triples, [0], 5, 6)
    found = best(Arrows.build(6, triples), [0], 5, 6, limit)
    assert list(found.routes) == everything[:limit]
    assert (found.reason == "limit") == (len(everything) > limit)


def test_a_dead_end_clique_is_never_entered() -> None:
    size = 12
    clique = [(a, b, 1) for a in range(1, size + 1) for b in range(1, size + 1) if a != b]
    arrows = Arrows.build(size + 2, sorted([(0, 1, 1), *clique]))
    began = time.process_time()
    assert best(arrows, [0], size + 1, 12, 20).routes == ()
    assert time.process_time() - began < 1.0


def test_a_spent_budget_is_said() -> None:
    layers = [(layer * 5 + a, (layer + 1) * 5 + b, 1) for layer in range(6) for a in range(5) for b in range(5)]
    arrows = Arrows.build(35, sorted(layers))
    found = best(arrows, [0], 34, 12, 10_000, budget=50)
    assert found.reason == "time"
    assert 0 < len(found.routes) < 5**5


@pytest.mark.parametrize(("start", "target"), [(0, 0), (1, 0)])
def test_no_way_is_an_empty_answer(start: int, target: int) -> None:
    found = best(Arrows.build(2, [(0, 1, 1)]), [start], target, 12, 20)
    assert found == type(found)((), None)
