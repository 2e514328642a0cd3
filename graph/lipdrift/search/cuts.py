"""All smallest sets of nodes that separate some sources from a target, among the nodes that may be taken.

1. A source with a route on which no node may be taken is set aside: nothing stops it.
2. The size of a smallest set is a maximum flow through nodes that each let one unit pass (all others any number).
3. The sets are found by deciding on one node of a smallest set at a time: taken, or never taken. Each branch that is
   followed ends in a set, so that none is found twice and none is tried in vain.

A target that leads back to a source is no trouble: arrows out of the target are never followed.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from lipdrift.search.arrows import Arrows


@dataclass(frozen=True, slots=True)
class Cuts:
    """The sets, sorted, each with its nodes in order. ``uncuttable`` are the sources that no set stops.

    ``stoppable`` are the sources that the sets stop; without any there are no sets. ``reason`` says why there may be
    more: "limit" or "time".
    """

    sets: tuple[tuple[int, ...], ...]
    uncuttable: tuple[int, ...]
    stoppable: tuple[int, ...]
    reason: str | None = None


class _Spent(Exception):
    """The budget of followed arrows is used up."""


def smallest_cuts(
    arrows: Arrows, sources: Sequence[int], target: int, allowed: Set[int], limit: int, budget: int
) -> Cuts:
    """Every smallest set of allowed nodes without which no source reaches the target, at most ``limit`` of them.

    >>> line = Arrows.build(3, [(0, 1, 1), (1, 2, 1)])
    >>> smallest_cuts(line, [0], 2, {0, 1}, 10, 1000).sets
    ((0,), (1,))
    >>> smallest_cuts(line, [0], 2, set(), 10, 1000).uncuttable
    (0,)
    """
    allowed = set(allowed) - {target}
    inside = arrows.only(lambda a: arrows.tail[a] != target)
    leading = inside.leading([target])
    begin = sorted({s for s in sources if s in leading and s != target})
    lost = unstoppable(arrows, begin, target, allowed)
    kept = tuple(s for s in begin if s not in lost)
    if not kept:
        return Cuts((), lost, ())
    search = _Search(inside, kept, target, budget)
    found: list[tuple[int, ...]] = []
    reason = None
    try:
        size = len(search.cut(frozenset(), frozenset(allowed)) or ())
        for cut in islice(search.sets(frozenset(), frozenset(allowed), size), limit + 1):
            found.append(tuple(sorted(cut)))
    except _Spent:
        reason = "time"
    if len(found) > limit:
        reason = "limit"
    return Cuts(tuple(sorted(found[:limit])), lost, kept, reason)


def unstoppable(arrows: Arrows, sources: Sequence[int], target: int, allowed: Set[int]) -> tuple[int, ...]:
    """The sources with a route on which no node may be taken, sorted.

    >>> unstoppable(Arrows.build(3, [(0, 1, 1), (1, 2, 1)]), [0, 1], 2, {0})
    (1,)
    """
    allowed = set(allowed) - {target}
    bare = arrows.only(lambda a: arrows.tail[a] not in {*allowed, target} and arrows.head[a] not in allowed)
    open_to = bare.leading([target])
    return tuple(sorted({s for s in sources if s in open_to and s not in allowed and s != target}))


class _Search:
    def __init__(self, arrows: Arrows, sources: tuple[int, ...], target: int, budget: int) -> None:
        self.arrows = arrows
        self.sources = sources
        self.target = target
        self.left = budget

    def sets(self, taken: frozenset[int], free: frozenset[int], size: int) -> Iterator[frozenset[int]]:
        """All sets of ``size`` more nodes out of the free ones that complete the taken ones."""
        cut = self.cut(taken, free)
        if cut is None or len(cut) != size:
            return
        if not cut:
            yield taken
            return
        node = min(cut)
        yield from self.sets(taken | {node}, free - {node}, size - 1)
        yield from self.sets(taken, free - {node}, size)

    def cut(self, taken: frozenset[int], free: frozenset[int]) -> set[int] | None:
        """A smallest set of free nodes that separates what is left, None where there is none."""
        left = self.arrows.only(lambda a: not taken & {self.arrows.tail[a], self.arrows.head[a]})
        starts = [s for s in self.sources if s not in taken]
        bare = left.only(lambda a: not free & {left.tail[a], left.head[a]})
        if any(s not in free for s in starts if s in bare.leading([self.target])):
            return None
        flow = _Flow(left, starts, self.target, free)
        while (came := flow.explore(self._spend)) and (self.target, False) in came:
            flow.add(came)
        return {n for n, behind in came if not behind and n in free and (n, True) not in came}

    def _spend(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise _Spent


State = tuple[int, bool]
"""A node, and whether its passage lies behind: each unit enters a node, passes it, and leaves it."""


class _Flow:
    """Units from the starts to the target; a free node is passed by at most one."""

    def __init__(self, arrows: Arrows, starts: Sequence[int], target: int, free: frozenset[int]) -> None:
        self.arrows, self.starts, self.target, self.free = arrows, starts, target, free
        self.passed: Counter[int] = Counter()
        self.used: Counter[int] = Counter()

    def explore(self, spend: Callable[[], None]) -> dict[State, tuple[State | None, int]]:
        """Every state that one more unit can come to, with the state before and the arrow to it (-1: the passage)."""
        came: dict[State, tuple[State | None, int]] = {(s, False): (None, -1) for s in self.starts}
        waiting = deque(came)
        while waiting:
            state = waiting.popleft()
            for after, arrow in self._onward(state):
                spend()
                if after not in came:
                    came[after] = (state, arrow)
                    waiting.append(after)
        return came

    def _onward(self, state: State) -> Iterator[tuple[State, int]]:
        node, behind = state
        if node == self.target:
            return
        if behind:
            if self.passed[node]:
                yield (node, False), -1
            for a in self.arrows.out[node]:
                yield (self.arrows.head[a], False), a
        else:
            if node not in self.free or not self.passed[node]:
                yield (node, True), -1
            for a in self.arrows.into[node]:
                if self.used[a]:
                    yield (self.arrows.tail[a], True), a

    def add(self, came: dict[State, tuple[State | None, int]]) -> None:
        """One more unit on the way that was found."""
        state: State = (self.target, False)
        while (link := came[state])[0] is not None:
            before, arrow = link
            assert before is not None
            if arrow < 0:
                self.passed[state[0]] += 1 if state[1] else -1
            else:
                self.used[arrow] += 1 if before[1] else -1
            state = before
