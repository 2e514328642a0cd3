"""Kinds of routes, counted before any route is told: sequences of the kinds of their nodes.

1. Only the corridor counts: arrows on some walk from a start to the target within the bound.
2. Steps are taken one at a time; each node keeps, for every sequence of kinds so far, how many walks have it.

Where the corridor has no circle every walk is a simple route and the counts are exact; otherwise they count walks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lipdrift.search.arrows import Arrows
from lipdrift.search.loops import components
from lipdrift.search.routes import corridor, has_longer

MOST = 50_000
LONGEST_WALK = 64


@dataclass(frozen=True, slots=True)
class Patterns:
    """Sequences of kinds with their counts: shorter first, then the commoner, then in the order of the kinds.

    ``exact`` is False where circles make the counts count walks; ``reason`` is "limit", "memory", "steps" or None.
    """

    patterns: tuple[tuple[tuple[int, ...], int], ...]
    exact: bool
    reason: str | None = None


def patterns(
    arrows: Arrows, starts: Sequence[int], target: int, kind_of: Sequence[int], max_steps: int, limit: int
) -> Patterns:
    """How many routes of each kind lead from any start to the target within the bound.

    >>> two = Arrows.build(4, [(0, 1, 1), (0, 2, 1), (1, 3, 1), (2, 3, 1)])
    >>> patterns(two, [0], 3, [7, 8, 9, 5], 12, 20).patterns
    (((7, 8, 5), 1), ((7, 9, 5), 1))
    """
    max_steps = min(max_steps, max(LONGEST_WALK, arrows.size - 1))  # a simple route is no longer
    inside = corridor(arrows, starts, target, max_steps)
    found: Counter[tuple[int, ...]] = Counter()
    now: dict[int, Counter[tuple[int, ...]]] = {s: Counter({(kind_of[s],): 1}) for s in starts if s != target}
    reason = None
    for _ in range(max_steps):
        now = _step(inside, now, kind_of)
        found.update(now.pop(target, Counter()))
        if not now:
            break
        if sum(map(len, now.values())) > MOST:
            reason = "memory"
            break
    ordered = sorted(found.items(), key=lambda p: (len(p[0]), -p[1], p[0]))
    longer = "steps" if has_longer(arrows, starts, target, max_steps) else None
    reason = "limit" if len(ordered) > limit else reason or longer
    return Patterns(tuple(ordered[:limit]), _acyclic(inside), reason)


def _step(
    arrows: Arrows, now: dict[int, Counter[tuple[int, ...]]], kind_of: Sequence[int]
) -> dict[int, Counter[tuple[int, ...]]]:
    after: dict[int, Counter[tuple[int, ...]]] = {}
    for node, counts in now.items():
        for arrow in arrows.out[node]:
            head = arrows.head[arrow]
            there = after.setdefault(head, Counter())
            for kinds, count in counts.items():
                there[(*kinds, kind_of[head])] += count
    return after


def _acyclic(arrows: Arrows) -> bool:
    loose = any(arrows.head[a] == n for n, row in enumerate(arrows.out) for a in row)
    return not loose and all(len(nodes) == 1 for nodes in components(arrows))
