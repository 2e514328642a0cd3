"""Single points of passage: nodes that lie on every route from any of some sources to a target."""

from __future__ import annotations

from collections.abc import Sequence

from lipdrift.search.arrows import Arrows


def passages(arrows: Arrows, sources: Sequence[int], target: int) -> tuple[int, ...]:
    """The nodes strictly between that every route passes, in the order of travel; () where there is no route.

    >>> passages(Arrows.build(4, [(0, 1, 1), (0, 2, 1), (1, 3, 1), (2, 3, 1)]), [0], 3)
    ()
    >>> passages(Arrows.build(4, [(0, 2, 1), (1, 2, 1), (2, 3, 1)]), [0, 1], 3)
    (2,)
    """
    begin = sorted(set(sources) - {target})
    inside = arrows.only(lambda a: arrows.tail[a] != target)
    way = _shortest(inside, begin, target)
    return tuple(n for n in way if n not in begin and target not in _without(inside, n).reached(begin))


def _without(arrows: Arrows, node: int) -> Arrows:
    return arrows.only(lambda a: node not in (arrows.tail[a], arrows.head[a]))


def _shortest(arrows: Arrows, begin: Sequence[int], target: int) -> list[int]:
    """The nodes between on one shortest way: whatever lies on every way lies on this one."""
    behind = arrows.leading([target])
    near = min((s for s in begin if s in behind), key=lambda s: (behind[s], s), default=None)
    way: list[int] = []
    node = near
    while node is not None and node != target:
        way.append(node)
        node = min(arrows.head[a] for a in arrows.out[node] if behind.get(arrows.head[a], -1) == behind[node] - 1)
    return way[1:]
