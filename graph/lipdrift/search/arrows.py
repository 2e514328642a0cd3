"""The one form on which every search runs: arrows between numbered nodes, each with a rank."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Arrows:
    """A frozen directed multigraph. Arrow ``a`` runs from ``tail[a]`` to ``head[a]``; a higher rank is better.

    ``out[n]`` and ``into[n]`` list arrows by number; arrows are numbered by tail, then head, so following
    them in order follows the order of the nodes.
    """

    size: int
    tail: tuple[int, ...]
    head: tuple[int, ...]
    rank: tuple[int, ...]
    out: tuple[tuple[int, ...], ...]
    into: tuple[tuple[int, ...], ...]

    @classmethod
    def build(cls, size: int, triples: Sequence[tuple[int, int, int]]) -> Arrows:
        """Arrows from (tail, head, rank), which keep their order as their numbers."""
        out: list[list[int]] = [[] for _ in range(size)]
        into: list[list[int]] = [[] for _ in range(size)]
        for number, (tail, head, _) in enumerate(triples):
            out[tail].append(number)
            into[head].append(number)
        columns = list(zip(*triples, strict=True)) or [(), (), ()]
        return cls(size, columns[0], columns[1], columns[2], tuple(map(tuple, out)), tuple(map(tuple, into)))

    def only(self, keep: Callable[[int], bool]) -> Arrows:
        """The same nodes and numbers, with only some arrows to follow."""
        return Arrows(
            self.size,
            self.tail,
            self.head,
            self.rank,
            tuple(tuple(a for a in row if keep(a)) for row in self.out),
            tuple(tuple(a for a in row if keep(a)) for row in self.into),
        )

    def reached(self, starts: Iterable[int]) -> dict[int, int]:
        """Every node that the starts reach, with the fewest steps to it."""
        return _spread(starts, self.out, self.head)

    def leading(self, ends: Iterable[int]) -> dict[int, int]:
        """Every node that leads to one of the ends, with the fewest steps from it."""
        return _spread(ends, self.into, self.tail)


def _spread(starts: Iterable[int], rows: Sequence[Sequence[int]], other: Sequence[int]) -> dict[int, int]:
    distance = dict.fromkeys(sorted(set(starts)), 0)
    waiting = deque(distance)
    while waiting:
        node = waiting.popleft()
        for arrow in rows[node]:
            if other[arrow] not in distance:
                distance[other[arrow]] = distance[node] + 1
                waiting.append(other[arrow])
    return distance
