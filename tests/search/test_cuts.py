"""Smallest cuts and single points of passage equal brute force, also where the target leads back to a source."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lipdrift.search.arrows import Arrows
from lipdrift.search.cuts import smallest_cuts
from lipdrift.search.dominators import passages
from tests.search.graphs import Triple, graphs, nodes_of, routes

TARGET = 5


def every_route(triples: list[Triple], sources: list[int]) -> list[tuple[int, ...]]:
    return [nodes_of(triples, r) for s in sources for r in routes(triples, s, TARGET)]


@settings(max_examples=500, deadline=None)
@given(graphs(), st.sets(st.integers(0, 4)), st.lists(st.integers(0, 4), min_size=1, max_size=3, unique=True))
def test_all_smallest_cuts(triples: list[Triple], allowed: set[int], sources: list[int]) -> None:
    found = smallest_cuts(Arrows.build(6, triples), sources, TARGET, allowed, 1000, 100_000)
    stuck = {s for s in sources if any(not allowed & set(r[:-1]) for r in every_route(triples, [s]))}
    assert set(found.uncuttable) == stuck
    ways = every_route(triples, [s for s in sources if s not in stuck])
    assert set(found.stoppable) == {r[0] for r in ways}
    expected: list[tuple[int, ...]] = []
    for size in range(1, 6):
        expected = [c for c in combinations(sorted(allowed), size) if all(set(c) & set(r[:-1]) for r in ways)]
        if expected:
            break
    assert found.sets == (tuple(expected) if ways else ())
    assert found.reason is None


@settings(max_examples=500, deadline=None)
@given(graphs(), st.lists(st.integers(0, 4), min_size=1, max_size=3, unique=True))
def test_every_route_passes_the_passages_and_nothing_else_is_one(triples: list[Triple], sources: list[int]) -> None:
    ways = every_route(triples, sources)
    common = set.intersection(*(set(r[:-1]) for r in ways)) - set(sources) if ways else set()
    found = passages(Arrows.build(6, triples), sources, TARGET)
    assert set(found) == common
    for way in ways:
        assert [n for n in way if n in common] == list(found)


def test_an_arrow_from_the_target_back_to_the_source_does_not_hide_the_cut() -> None:
    triples = [(0, 1, 1), (1, 5, 1), (5, 0, 1)]
    trapped = nx.minimum_node_cut(nx.DiGraph([(0, 1), (1, 5), (5, 0)]), 0, 5)
    assert trapped == set()  # networkx' answer, which would say that nothing needs to be cut
    assert smallest_cuts(Arrows.build(6, triples), [0], TARGET, {1}, 10, 1000).sets == ((1,),)


@settings(max_examples=200, deadline=None)
@given(graphs())
def test_the_size_is_that_of_networkx_where_there_is_no_trap(triples: list[Triple]) -> None:
    graph: nx.DiGraph[int] = nx.DiGraph([(a, b) for a, b, _ in triples if a != b])
    graph.add_nodes_from(range(6))
    if graph.has_edge(0, TARGET) or graph.has_edge(TARGET, 0):
        return
    found = smallest_cuts(Arrows.build(6, triples), [0], TARGET, {1, 2, 3, 4}, 1000, 100_000)
    size = len(nx.minimum_node_cut(graph, 0, TARGET)) if nx.has_path(graph, 0, TARGET) else 0
    assert {len(s) for s in found.sets} == ({size} if size else set())


@pytest.mark.parametrize(("limit", "budget", "reason"), [(1, 100_000, "limit"), (10, 3, "time")])
def test_bounds_are_said(limit: int, budget: int, reason: str) -> None:
    line = Arrows.build(6, [(0, 1, 1), (1, 2, 1), (2, 3, 1), (3, 4, 1), (4, 5, 1)])
    found = smallest_cuts(line, [0], TARGET, {1, 2, 3, 4}, limit, budget)
    assert (found.reason, len(found.sets)) == (reason, 1 if reason == "limit" else 0)
