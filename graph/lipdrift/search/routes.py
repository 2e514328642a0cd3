"""The best routes between nodes, best first, without looking at dead ends.

1. Only the corridor counts: nodes that a start reaches and that lead to the target within the bound.
2. The rank of a route is its lowest arrow. Ranks are few, so they are tried from the best downwards: at each one,
   routes whose lowest arrow has just that rank.
3. Within a rank, shorter routes come first. A table says for each node and number of steps left whether a walk of
   just so many steps arrives, with and without an arrow of the rank still to come; no prefix is grown that cannot end.
4. Among equals, nodes in their own order.

Routes are simple: no node twice. The search stops after ``limit`` routes or ``budget`` tried arrows, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from lipdrift.search.arrows import Arrows

BUDGET = 2_000_000
LONGER_BUDGET = 20_000


@dataclass(frozen=True, slots=True)
class Found:
    """Routes as tuples of arrow numbers, best first. ``reason`` says why it may not be all: limit, steps or time."""

    routes: tuple[tuple[int, ...], ...]
    reason: str | None = None


class _Spent(Exception):
    """The budget of tried arrows is used up."""


def best(arrows: Arrows, starts: Sequence[int], target: int, max_steps: int, limit: int, budget: int = BUDGET) -> Found:
    """The best simple routes from any start to the target, at most ``limit`` of them and ``max_steps`` long.

    >>> line = Arrows.build(3, [(0, 1, 5), (0, 2, 1), (1, 2, 5)])
    >>> best(line, [0], 2, 12, 20).routes
    ((0, 2), (1,))
    >>> best(line, [0], 2, 12, 1).reason
    'limit'
    """
    max_steps = min(max_steps, max(1, arrows.size - 1))  # a simple route is no longer; the tables need the bound
    inside = corridor(arrows, starts, target, max_steps)
    search = _Search(inside, starts, target, max_steps, budget)
    routes: list[tuple[int, ...]] = []
    try:
        for route in islice(search.ordered(), limit + 1):
            routes.append(route)
    except _Spent:
        return Found(tuple(routes[:limit]), "time")
    if len(routes) > limit:
        return Found(tuple(routes[:limit]), "limit")
    return Found(tuple(routes), "steps" if has_longer(arrows, starts, target, max_steps) else None)


def corridor(arrows: Arrows, starts: Sequence[int], target: int, max_steps: int) -> Arrows:
    """The arrows that lie on some walk from a start to the target within the bound, none out of the target."""
    inside = arrows.only(lambda a: arrows.tail[a] != target)
    ahead, behind = inside.reached(starts), inside.leading([target])
    far = max_steps + 1

    def useful(arrow: int) -> bool:
        tail, head = arrows.tail[arrow], arrows.head[arrow]
        return tail != target and ahead.get(tail, far) + 1 + behind.get(head, far) <= max_steps

    return arrows.only(useful)


class _Search:
    def __init__(self, arrows: Arrows, starts: Sequence[int], target: int, max_steps: int, budget: int) -> None:
        self.arrows = arrows
        self.starts = [s for s in starts if s != target]
        self.target = target
        self.max_steps = max_steps
        self.left = budget

    def ordered(self) -> Iterator[tuple[int, ...]]:
        inside = sorted({self.arrows.rank[a] for row in self.arrows.out for a in row}, reverse=True)
        for lowest in inside:
            arrows = self.arrows.only(lambda a, lowest=lowest: self.arrows.rank[a] >= lowest)  # type: ignore[misc]
            tables = _Arrivals(arrows, self.target, lowest, self.max_steps)
            for length in range(1, self.max_steps + 1):
                for start in self.starts:
                    yield from self._grow(tables, start, length)

    def _grow(self, tables: _Arrivals, start: int, length: int) -> Iterator[tuple[int, ...]]:
        """All simple routes of just this length whose lowest arrow has just the rank of the tables."""
        if not tables.can(start, length, True):
            return
        arrows, rank, lowest = tables.arrows, tables.arrows.rank, tables.lowest
        path: list[int] = []
        needs = [True]
        on_path = {start}
        waiting = [iter(arrows.out[start])]
        while waiting:
            arrow = next(waiting[-1], None)
            if arrow is None:
                waiting.pop()
                needs.pop()
                if path:
                    on_path.discard(arrows.head[path.pop()])
                continue
            self._spend()
            head, rest = arrows.head[arrow], length - len(path) - 1
            need = needs[-1] and rank[arrow] != lowest
            if head in on_path or not tables.can(head, rest, need):
                continue
            if not rest:
                yield (*path, arrow)
                continue
            path.append(arrow)
            needs.append(need)
            on_path.add(head)
            waiting.append(iter(arrows.out[head]))

    def _spend(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise _Spent


class _Arrivals:
    """Which nodes arrive at the target in just so many steps, and which of them over an arrow of the lowest rank."""

    def __init__(self, arrows: Arrows, target: int, lowest: int, max_steps: int) -> None:
        self.arrows, self.lowest = arrows, lowest
        self.any: list[set[int]] = [{target}]
        self.weak: list[set[int]] = [set()]
        for _ in range(max_steps):
            any_before, weak_before = self.any[-1], self.weak[-1]
            into, tail, rank = arrows.into, arrows.tail, arrows.rank
            self.any.append({tail[a] for n in any_before for a in into[n]})
            weak = {tail[a] for n in weak_before for a in into[n]}
            self.weak.append(weak | {tail[a] for n in any_before for a in into[n] if rank[a] == lowest})

    def can(self, node: int, steps: int, needs_weak: bool) -> bool:
        return node in (self.weak if needs_weak else self.any)[steps]


def has_longer(arrows: Arrows, starts: Sequence[int], target: int, max_steps: int) -> bool:
    """Whether a simple route longer than the bound exists; when in doubt after a bounded try, yes."""
    ahead, behind = arrows.reached(starts), arrows.leading([target])
    between = set(ahead) & set(behind)
    longest = len(between) - 1
    if longest <= max_steps:
        return False
    inside = arrows.only(lambda a: arrows.tail[a] != target and arrows.tail[a] in between and arrows.head[a] in between)
    try:
        return any(_longer_than(inside, start, target, max_steps) for start in starts if start in between)
    except _Spent:
        return True


def _longer_than(arrows: Arrows, start: int, target: int, max_steps: int) -> bool:
    left = LONGER_BUDGET
    path, waiting = [start], [iter(arrows.out[start])]
    while waiting:
        arrow = next(waiting[-1], None)
        left -= 1
        if left < 0:
            raise _Spent
        if arrow is None:
            waiting.pop()
            path.pop()
            continue
        head = arrows.head[arrow]
        if head == target and len(path) > max_steps:
            return True
        if head != target and head not in path:
            path.append(head)
            waiting.append(iter(arrows.out[head]))
    return False
