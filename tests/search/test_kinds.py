"""Kinds of routes are counted as telling every route would count them, where no circle lies on the way."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from lipdrift.search.arrows import Arrows
from lipdrift.search.kinds import patterns
from tests.search.graphs import Triple, graphs, nodes_of, routes


@settings(max_examples=500, deadline=None)
@given(graphs(), st.lists(st.integers(0, 2), min_size=6, max_size=6), st.integers(1, 6))
def test_equal_to_telling_every_route(triples: list[Triple], kinds: list[int], max_steps: int) -> None:
    found = patterns(Arrows.build(6, triples), [0, 1], 5, kinds, max_steps, 10_000)
    told = Counter(
        tuple(kinds[n] for n in nodes_of(triples, r)) for s in (0, 1) for r in routes(triples, s, 5, max_steps)
    )
    if found.exact:
        assert dict(found.patterns) == dict(told)
    else:
        assert all(dict(found.patterns)[k] >= n for k, n in told.items())
    lengths = [len(k) for k, _ in found.patterns]
    assert lengths == sorted(lengths)


def test_without_a_circle_it_is_exact_and_with_one_it_says_so() -> None:
    line, circle = [(0, 1, 1), (1, 5, 1)], [(0, 1, 1), (1, 0, 1), (1, 5, 1)]
    assert patterns(Arrows.build(6, line), [0], 5, [0] * 6, 12, 20).exact
    assert not patterns(Arrows.build(6, circle), [0], 5, [0] * 6, 12, 20).exact


def test_a_limit_is_said() -> None:
    wide = sorted([(0, n, 1) for n in (1, 2, 3)] + [(n, 5, 1) for n in (1, 2, 3)])
    found = patterns(Arrows.build(6, wide), [0], 5, [0, 1, 2, 3, 4, 5], 12, 2)
    assert (len(found.patterns), found.reason) == (2, "limit")
