"""Simple circles of bounded length, each once, shortest first.

1. A circle lies inside one strongly connected component; all else is left aside.
2. It begins at its smallest node, so that each one is found once.
3. Lengths are tried from the shortest; no way is grown that cannot come back in the steps that are left.

Parallel arrows give circles of their own; a caller who wants one for each row of nodes leaves all but one aside.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lipdrift.search.arrows import Arrows
from lipdrift.search.routes import Found


class _Spent(Exception):
    """The budget of tried arrows is used up."""


def loops(arrows: Arrows, max_length: int, limit: int, budget: int) -> Found:
    """The circles as arrows in the order of travel, at most ``limit``; ``reason`` is "limit", "time" or None.

    A bound on the length is part of the question, not a reason: longer circles are not looked for.

    >>> loops(Arrows.build(2, [(0, 1, 1), (1, 0, 1), (1, 1, 1)]), 5, 10, 1000).routes
    ((2,), (0, 1))
    """
    found: list[tuple[int, ...]] = []
    search = _Search(arrows, min(max_length, arrows.size), budget)  # a simple circle is no longer
    try:
        for circle in islice(search.ordered(), limit + 1):
            found.append(circle)
    except _Spent:
        return Found(tuple(found[:limit]), "time")
    return Found(tuple(found[:limit]), "limit" if len(found) > limit else None)


def components(arrows: Arrows) -> tuple[tuple[int, ...], ...]:
    """The strongly connected components, each sorted, sorted by their smallest node.

    >>> components(Arrows.build(3, [(0, 1, 1), (1, 0, 1), (1, 2, 1)]))
    ((0, 1), (2,))
    """
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    found: list[tuple[int, ...]] = []
    for root in range(arrows.size):
        if root in order:
            continue
        work = [(root, iter(arrows.out[root]))]
        order[root] = low[root] = len(order)
        stack.append(root)
        on_stack.add(root)
        while work:
            node, rest = work[-1]
            arrow = next(rest, None)
            if arrow is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == order[node]:
                    cut = stack.index(node)
                    found.append(tuple(sorted(stack[cut:])))
                    on_stack.difference_update(stack[cut:])
                    del stack[cut:]
                continue
            head = arrows.head[arrow]
            if head not in order:
                order[head] = low[head] = len(order)
                stack.append(head)
                on_stack.add(head)
                work.append((head, iter(arrows.out[head])))
            elif head in on_stack:
                low[node] = min(low[node], order[head])
    return tuple(sorted(found))


class _Search:
    def __init__(self, arrows: Arrows, max_length: int, budget: int) -> None:
        part = {n: number for number, nodes in enumerate(components(arrows)) for n in nodes}
        self.arrows = arrows.only(lambda a: part[arrows.tail[a]] == part[arrows.head[a]])
        self.max_length = max_length
        self.left = budget

    def ordered(self) -> Iterator[tuple[int, ...]]:
        back = {n: self._back(n) for n in range(self.arrows.size) if self.arrows.out[n]}
        for length in range(1, self.max_length + 1):
            for start, distance in back.items():
                yield from self._grow(start, distance, length)

    def _back(self, start: int) -> dict[int, int]:
        """The fewest steps back to the start over nodes that are not smaller."""
        tail, head = self.arrows.tail, self.arrows.head
        return self.arrows.only(lambda a: tail[a] >= start and head[a] >= start).leading([start])

    def _grow(self, start: int, distance: dict[int, int], length: int) -> Iterator[tuple[int, ...]]:
        arrows = self.arrows
        path: list[int] = []
        on_path = {start}
        waiting = [iter(arrows.out[start])]
        while waiting:
            arrow = next(waiting[-1], None)
            if arrow is None:
                waiting.pop()
                if path:
                    on_path.discard(arrows.head[path.pop()])
                continue
            self._spend()
            head, rest = arrows.head[arrow], length - len(path) - 1
            if head == start and not rest:
                yield (*path, arrow)
            elif head not in on_path and 0 < distance.get(head, length + 1) <= rest:
                path.append(arrow)
                on_path.add(head)
                waiting.append(iter(arrows.out[head]))

    def _spend(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise _Spent
