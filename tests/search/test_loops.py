"""Circles and components equal networkx on random graphs; each circle once, shortest first."""

from __future__ import annotations

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from lipdrift.search.arrows import Arrows
from lipdrift.search.loops import components, loops
from tests.search.graphs import Triple, graphs


def circles(triples: list[Triple], found: tuple[tuple[int, ...], ...]) -> list[tuple[int, ...]]:
    return [tuple(triples[a][0] for a in circle) for circle in found]


@settings(max_examples=500, deadline=None)
@given(graphs(), st.integers(1, 6))
def test_each_circle_once_shortest_first(triples: list[Triple], longest: int) -> None:
    single = sorted({(a, b, 1) for a, b, _ in triples})
    found = loops(Arrows.build(6, single), longest, 10_000, 1_000_000)
    rows = circles(single, found.routes)
    assert found.reason is None
    assert len(set(rows)) == len(rows)
    assert [len(r) for r in rows] == sorted(len(r) for r in rows)
    assert all(min(r) == r[0] for r in rows)
    graph: nx.DiGraph[int] = nx.DiGraph([(a, b) for a, b, _ in single])
    expected = nx.simple_cycles(graph, length_bound=longest)
    assert set(rows) == {tuple(c[c.index(min(c)) :] + c[: c.index(min(c))]) for c in expected}


@settings(max_examples=200, deadline=None)
@given(graphs())
def test_parallel_arrows_give_circles_of_their_own(triples: list[Triple]) -> None:
    found = loops(Arrows.build(6, triples), 6, 10_000, 1_000_000).routes
    assert len(set(found)) == len(found)
    for circle in found:
        ends = [triples[a][:2] for a in circle]
        assert all(a[1] == b[0] for a, b in zip(ends, ends[1:] + ends[:1], strict=True))
    graph: nx.MultiDiGraph[int] = nx.MultiDiGraph([(a, b) for a, b, _ in triples])
    assert len(found) == sum(1 for _ in _multi_cycles(graph))


def _multi_cycles(graph: nx.MultiDiGraph[int]) -> list[list[int]]:
    single: nx.DiGraph[int] = nx.DiGraph(graph)
    found = []
    for cycle in nx.simple_cycles(single):
        ways = 1
        for a, b in zip(cycle, cycle[1:] + cycle[:1], strict=True):
            ways *= graph.number_of_edges(a, b)
        found += [cycle] * ways
    return found


@settings(max_examples=300, deadline=None)
@given(graphs(nodes=8, arrows=20))
def test_components(triples: list[Triple]) -> None:
    graph: nx.DiGraph[int] = nx.DiGraph()
    graph.add_nodes_from(range(8))
    graph.add_edges_from((a, b) for a, b, _ in triples)
    expected = sorted(tuple(sorted(c)) for c in nx.strongly_connected_components(graph))
    assert list(components(Arrows.build(8, triples))) == expected


def test_a_limit_and_a_spent_budget_are_said() -> None:
    complete = [(a, b, 1) for a in range(6) for b in range(6) if a != b]
    arrows = Arrows.build(6, complete)
    assert loops(arrows, 6, 3, 1_000_000).reason == "limit"
    assert loops(arrows, 6, 10_000, 100).reason == "time"
