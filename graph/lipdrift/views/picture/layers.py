"""Where the cards of a drawing stand: columns from left to right, few crossings, straight chains, no chance.

1. Links that close a circle are found by a walk in the order of telling and set aside; they are drawn below.
2. A card's column is its longest distance from where the ways begin; a beginning stands just before what it leads to.
3. A link over several columns gets a place in each of them, so that it passes between the cards.
4. Sweeps put each place near the middle of its neighbours (barycentre); the order with the fewest crossings is kept.
5. Heights: each column as near to its neighbours as the gaps allow (least squares under an order).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final

SWEEPS: Final = 8
SETTLING: Final = 60
"""Rounds after which heights hardly move any more."""
STIFF: Final = 6
"""How much more a passing link wants to go straight on than a card wants to stand beside its neighbours."""
THREAD: Final = 12.0
"""The height that a passing link takes in a column, in CSS pixels."""

Link = tuple[str, str]
Place = str | tuple[str, str, int]
"""A card, or the place of a link in a column that it passes."""


@dataclass(frozen=True, slots=True)
class Layers:
    """Columns of cards and passing links from top to bottom, the middle height of each, and the links set aside.

    ``threads`` gives for each link the places it runs through, both ends included.
    """

    columns: tuple[tuple[Place, ...], ...]
    middles: Mapping[Place, float]
    threads: Mapping[Link, tuple[Place, ...]]
    back: tuple[Link, ...]
    height: float


def layers(heights: Mapping[str, float], links: Iterable[Link], gap: float) -> Layers:
    """The places of cards of these heights, in the order of telling, ``gap`` apart."""
    links = list(dict.fromkeys(links))
    back = _closing(list(heights), links)
    forward = [link for link in links if link not in back]
    number = _numbers(list(heights), forward)
    threads = {link: _thread(link, number) for link in forward}
    columns = _ordered(_start(heights, number, threads), threads.values())
    sizes: dict[Place, float] = defaultdict(lambda: THREAD, heights.items())
    middles = _middles(columns, threads.values(), sizes, gap)
    top = min((middles[p] - sizes[p] / 2 for p in middles), default=0.0)
    bottom = max((middles[p] + sizes[p] / 2 for p in middles), default=0.0)
    shifted = {p: y - top for p, y in middles.items()}
    return Layers(tuple(map(tuple, columns)), shifted, threads, tuple(back), bottom - top)


def _closing(names: Sequence[str], links: Sequence[Link]) -> list[Link]:
    """The links that lead back to a card on the way to them."""
    onward: dict[str, list[str]] = defaultdict(list)
    for tail, head in links:
        onward[tail].append(head)
    found: list[Link] = []
    done: set[str] = set()
    for name in names:
        way = {name: iter(onward[name])} if name not in done else {}
        while way:
            here, heads = next(reversed(way.items()))
            ahead = next(heads, None)
            if ahead is None:
                done.add(here)
                del way[here]
            elif ahead in way:
                found.append((here, ahead))
            elif ahead not in done:
                way[ahead] = iter(onward[ahead])
    return found


def _numbers(names: Sequence[str], links: Sequence[Link]) -> dict[str, int]:
    """The column of each card: longest distance, then beginnings pulled to what they lead to."""
    number = dict.fromkeys(names, 0)
    moved = True
    while moved:
        moved = False
        for tail, head in links:
            if number[head] <= number[tail]:
                number[head], moved = number[tail] + 1, True
    heads = {head for _, head in links}
    for name in names:
        onward = [number[head] for tail, head in links if tail == name]
        if name not in heads and onward:
            number[name] = min(onward) - 1
    return number


def _thread(link: Link, number: Mapping[str, int]) -> tuple[Place, ...]:
    tail, head = link
    return (tail, *((tail, head, n) for n in range(number[tail] + 1, number[head])), head)


def _start(
    heights: Mapping[str, float], number: Mapping[str, int], threads: Mapping[Link, tuple[Place, ...]]
) -> list[list[Place]]:
    columns: list[list[Place]] = [[] for _ in range(max(number.values(), default=-1) + 1)]
    for name in heights:
        columns[number[name]].append(name)
    for (tail, _), thread in threads.items():
        for step, place in enumerate(thread[1:-1], 1):
            columns[number[tail] + step].append(place)
    return columns


def _neighbours(threads: Iterable[tuple[Place, ...]]) -> tuple[dict[Place, list[Place]], dict[Place, list[Place]]]:
    """What stands before each place, and what behind it."""
    before: dict[Place, list[Place]] = defaultdict(list)
    behind: dict[Place, list[Place]] = defaultdict(list)
    for thread in threads:
        for a, b in pairwise(thread):
            behind[a].append(b)
            before[b].append(a)
    return before, behind


def _ordered(columns: list[list[Place]], threads: Iterable[tuple[Place, ...]]) -> list[list[Place]]:
    before, behind = _neighbours(threads)
    best, fewest = [list(c) for c in columns], _crossings(columns, behind)
    for sweep in range(SWEEPS):
        near = behind if sweep % 2 else before
        rank = {p: place for column in columns for p, place in _shares(column)}
        for column in reversed(columns) if sweep % 2 else columns:
            column.sort(key=lambda p: _mean([rank[q] for q in near[p]], rank[p]))
            rank.update(_shares(column))
        now = _crossings(columns, behind)
        if now < fewest:
            best, fewest = [list(c) for c in columns], now
    return best


def _shares(column: Sequence[Place]) -> list[tuple[Place, float]]:
    """Each place as a share of its column's height, so that columns of unlike length compare."""
    return [(p, n / max(len(column) - 1, 1)) for n, p in enumerate(column)]


def _crossings(columns: Sequence[Sequence[Place]], behind: Mapping[Place, Sequence[Place]]) -> int:
    rank = {p: n for c in columns for n, p in enumerate(c)}
    found = 0
    for column in columns:
        pairs = [(rank[p], rank[q]) for p in column for q in behind.get(p, ())]
        found += sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(pairs, 2))
    return found


def _middles(
    columns: Sequence[Sequence[Place]], threads: Iterable[tuple[Place, ...]], sizes: Mapping[Place, float], gap: float
) -> dict[Place, float]:
    before, behind = _neighbours(threads)
    middles = {p: 0.0 for column in columns for p in column}
    pulls = {p: [q for q in (*before[p], *behind[p]) for _ in range(_stiffness(p, q))] for p in middles}
    for sweep in range(SETTLING):
        then = dict(middles)
        for column in reversed(columns) if sweep % 2 else columns:
            wanted = [_mean([middles[q] for q in pulls[p]], middles[p]) for p in column]
            middles.update(zip(column, _apart(column, wanted, sizes, gap), strict=True))
        if middles == then:
            break
    return middles


def _stiffness(place: Place, other: Place) -> int:
    return 1 if isinstance(place, str) or isinstance(other, str) else STIFF


def _apart(
    column: Sequence[Place], wanted: Sequence[float], sizes: Mapping[Place, float], gap: float
) -> Sequence[float]:
    """The heights nearest to the wanted ones that keep order and gaps: pools of places that push each other."""
    offsets, offset = [], 0.0
    for n, place in enumerate(column):
        offset += (sizes[column[n - 1]] + sizes[place]) / 2 + gap if n else 0.0
        offsets.append(offset)
    pools: list[tuple[float, int]] = []
    for value, shift in zip(wanted, offsets, strict=True):
        total, count = value - shift, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            last = pools.pop()
            total, count = total + last[0], count + last[1]
        pools.append((total, count))
    settled = [total / count for total, count in pools for _ in range(count)]
    return [round(value + shift, 2) for value, shift in zip(settled, offsets, strict=True)]


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise
