"""Random small graphs with circles, parallel arrows and self-loops, and every simple route of one by trying all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

Triple = tuple[int, int, int]


def graphs(nodes: int = 6, arrows: int = 14) -> st.SearchStrategy[list[Triple]]:
    """Lists of (tail, head, rank), sorted, as `Arrows.build` wants them."""
    ends = st.integers(0, nodes - 1)
    return st.lists(st.tuples(ends, ends, st.sampled_from([10, 20, 30])), max_size=arrows).map(sorted)


def routes(triples: Sequence[Triple], start: int, target: int, max_steps: int = 99) -> Iterator[tuple[int, ...]]:
    """Every simple route as arrows, in no particular order."""

    def walk(node: int, seen: frozenset[int], path: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if node == target:
            yield path
            return
        for number, (tail, head, _) in enumerate(triples):
            if tail == node and head not in seen and len(path) < max_steps:
                yield from walk(head, seen | {head}, (*path, number))

    if start != target:
        yield from walk(start, frozenset({start}), ())


def nodes_of(triples: Sequence[Triple], route: Sequence[int]) -> tuple[int, ...]:
    """The nodes of a route in the order of travel."""
    return (triples[route[0]][0], *(triples[a][1] for a in route))
