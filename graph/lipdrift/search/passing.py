"""Whether one simple way runs through given nodes in turn, each leg over arrows of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lipdrift.search.arrows import Arrows

BUDGET = 20_000

Leg = tuple[Arrows, int]
"""The arrows of a leg and the node where it ends; a leg that begins at its end is empty."""


def runs_over(start: int, legs: Sequence[Leg], max_steps: int, budget: int = BUDGET) -> bool:
    """Whether a way of at most ``max_steps``, no node twice, goes through all legs; when the budget is spent, yes.

    The end of the last leg is entered last.

    >>> line = Arrows.build(3, [(0, 1, 1), (1, 2, 1)])
    >>> runs_over(0, [(line, 1), (line, 2)], 2), runs_over(0, [(line, 2), (line, 1)], 9)
    (True, False)
    """
    return start != legs[-1][1] and _Search(legs, max_steps, budget).found(start)


class _Search:
    def __init__(self, legs: Sequence[Leg], max_steps: int, budget: int) -> None:
        self.legs = legs
        self.max_steps = max_steps
        self.left = budget
        self.target = legs[-1][1]
        self.far = max_steps + 1
        self.to_end = [arrows.leading([end]) for arrows, end in legs]
        between = [self.to_end[n + 1].get(end, self.far) for n, (_, end) in enumerate(legs[:-1])]
        self.after = [sum(between[n:]) for n in range(len(legs))]

    def found(self, start: int) -> bool:
        path = [start]
        legs = [self._leg(0, start)]
        waiting = [self._onward(start, legs[0], 0)]
        while waiting:
            if legs[-1] == len(self.legs):
                return True
            node = next(waiting[-1], None)
            self.left -= 1
            if self.left < 0:
                return True
            if node is None:
                waiting.pop()
                path.pop()
                legs.pop()
            elif node not in path:
                legs.append(self._leg(legs[-1], node))
                path.append(node)
                waiting.append(self._onward(node, legs[-1], len(path) - 1))
        return False

    def _leg(self, leg: int, node: int) -> int:
        """The leg that goes on from a node; one more than there are where the last one ends there."""
        while leg < len(self.legs) and node == self.legs[leg][1]:
            leg += 1
        return leg

    def _onward(self, node: int, leg: int, steps: int) -> Iterator[int]:
        """The nodes from which the legs that are left can still be run in the steps that are left."""
        if leg == len(self.legs):
            return
        arrows = self.legs[leg][0]
        for arrow in arrows.out[node]:
            head = arrows.head[arrow]
            need = self.to_end[leg].get(head, self.far) + self.after[leg]
            early = head == self.target and self._leg(leg, head) < len(self.legs)
            if not early and steps + 1 + need <= self.max_steps:
                yield head
