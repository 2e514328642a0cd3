"""Fewer crossings: exchanges cards of one column while that untangles the lines between fixed places.

1. Every place has fixed coordinates; a card is at one place. A line is straight from card to card.
2. Two cards of a column are exchanged when fewer lines cross then, or as many and the lines get shorter.
3. No exchange may put a card above one that leads to it in the same column.
4. Passes go over all pairs in order until nothing changes; the same input gives the same picture.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import dist

Point = tuple[float, float]
Link = tuple[str, str]
PASSES = 12
BEGINNINGS = 5


@dataclass
class Net:
    """Cards at places, and the lines between them. ``above`` maps a card to those that must stay before it."""

    at: dict[str, Point]
    links: Sequence[Link]
    above: Mapping[str, set[str]]
    near: dict[str, list[Link]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for link in self.links:
            for end in link:
                self.near.setdefault(end, []).append(link)

    def cost(self, cards: Sequence[str]) -> tuple[int, float]:
        """Crossings and length of the lines of some cards."""
        own = sorted({link for card in cards for link in self.near.get(card, ())})
        mine = set(own)
        crossings = sum(self._cross(a, b) for a in own for b in self.links if b not in mine or a < b)
        return crossings, sum(dist(self.at[a], self.at[b]) for a, b in own)

    def _cross(self, first: Link, second: Link) -> bool:
        a, b = first
        c, d = second
        if a in second or b in second:
            return False
        p, q, r, s = self.at[a], self.at[b], self.at[c], self.at[d]
        return _side(p, q, r) * _side(p, q, s) < 0 and _side(r, s, p) * _side(r, s, q) < 0

    def swap(self, one: str, other: str) -> None:
        """Exchanges the places of two cards."""
        self.at[one], self.at[other] = self.at[other], self.at[one]


def untangled(columns: Sequence[Sequence[str]], net: Net) -> list[list[str]]:
    """The cards of each column in an order with few crossings; position n of a column is its place n.

    Several beginnings are tried, each the order given with its columns turned by some places; the best is kept.
    """
    rank = {card: n for column in columns for n, card in enumerate(column)}
    net.above = {b: {a for a in before if rank[a] < rank[b]} for b, before in net.above.items()}
    places = [[net.at[card] for card in column] for column in columns]
    tried = []
    for turn in range(BEGINNINGS):
        found = [_turned(column, turn, net) for column in columns]
        for column, spots in zip(found, places, strict=True):
            net.at.update(zip(column, spots, strict=True))
        _settle(found, net)
        tried.append((net.cost([card for column in found for card in column]), turn, found))
    return min(tried)[2]


def _turned(column: Sequence[str], turn: int, net: Net) -> list[str]:
    by = turn * len(column) // BEGINNINGS
    order = [*column[by:], *column[:by]]
    return order if _in_order(order, net) else list(column)


def _settle(found: list[list[str]], net: Net) -> None:
    for _ in range(PASSES):
        changed = [_better(column, net, i, j) for column in found for i in range(len(column)) for j in range(i)]
        if not any(changed):
            break


def _better(column: list[str], net: Net, i: int, j: int) -> bool:
    one, other = column[i], column[j]
    before = net.cost((one, other))
    column[i], column[j] = other, one
    net.swap(one, other)
    if _in_order(column, net) and net.cost((one, other)) < before:
        return True
    column[i], column[j] = one, other
    net.swap(one, other)
    return False


def _in_order(column: Sequence[str], net: Net) -> bool:
    rank = {card: n for n, card in enumerate(column)}
    return all(rank[a] < rank[b] for b in column for a in net.above.get(b, ()) if a in rank)


def _side(p: Point, q: Point, r: Point) -> float:
    return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
