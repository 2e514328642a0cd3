"""Where cards stand that lead to each other: columns from left to right, what leads before what it leads to.

1. Links that close a circle are set aside; each card stands one column after the last of those that lead to it.
2. A link over several columns gets a place to pass in each of them.
3. Columns are ordered so that few links cross, as on the pages.
4. Every card moves towards the middle of its neighbours as far as the others leave room (least squares).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lipdrift.views.layout import Box, ordered

WIDTH, SPAN, GAP = 156.0, 60.0, 20.0
PASSAGE = 6.0
SWEEPS = 12

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """A card's centre and height in pixels; its width is ``WIDTH``."""

    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Plan:
    """All places, the points through which each link passes, links that lead back, and the size of the whole."""

    places: Mapping[str, Place]
    passages: Mapping[Pair, tuple[Place, ...]]
    back: frozenset[Pair]
    width: float
    height: float


def plan(heights: Mapping[str, float], pairs: Sequence[Pair], begin: Sequence[str], last: Sequence[str]) -> Plan:
    """Places for cards of these heights.

    ``begin`` are the cards that may stand at the far left; any other that nothing leads to stands just before what it
    leads to. ``last`` stand at the far right where nothing follows them.
    """
    pairs = sorted(set(pairs))
    back = _back(sorted(heights, key=lambda i: (i not in begin, i)), pairs)
    onward = [p for p in pairs if p not in back]
    rank = _ranks(heights, onward, begin, last)
    boxes, links, chains = _with_passages(heights, onward, rank)
    sizes = {b.id: heights.get(b.id, PASSAGE) for b in boxes}
    columns = [[b.id for b in column] for column in ordered(boxes, links, max(rank.values(), default=0) + 1)]
    middles = _straight(columns, sizes, chains.values(), _settled(columns, sizes, links))
    places = {i: Place(WIDTH / 2 + n * (WIDTH + SPAN), middles[i], sizes[i]) for n, c in enumerate(columns) for i in c}
    passages = {pair: tuple(places[i] for i in chain) for pair, chain in chains.items()}
    height = max((p.y + p.height / 2 for p in places.values()), default=0.0)
    width = len(columns) * (WIDTH + SPAN) - SPAN
    return Plan({i: places[i] for i in sorted(heights)}, passages, frozenset(back), width, height)


def _back(order: Sequence[str], pairs: Sequence[Pair]) -> set[Pair]:
    """The links that lead back to a card on the way to them, found by a walk in depth."""
    out = defaultdict(list)
    for tail, head in pairs:
        out[tail].append(head)
    back: set[Pair] = set()
    done: set[str] = set()
    for start in order:
        stack = [(start, iter(out[start]))] if start not in done else []
        while stack:
            here, onward = stack[-1]
            there = next(onward, None)
            if there is None:
                done.add(here)
                stack.pop()
            elif any(there == passed for passed, _ in stack):
                back.add((here, there))
            elif there not in done:
                stack.append((there, iter(out[there])))
    return back


def _ranks(
    ids: Mapping[str, float], onward: Sequence[Pair], begin: Sequence[str], last: Sequence[str]
) -> dict[str, int]:
    rank = dict.fromkeys(ids, 0)
    for _ in ids:
        moved = [(head, rank[tail] + 1) for tail, head in onward if rank[head] <= rank[tail]]
        if not moved:
            break
        for head, least in moved:
            rank[head] = max(rank[head], least)
    tails, heads = {t for t, _ in onward}, {h for _, h in onward}
    far = max([*rank.values(), int(any(i not in begin for i in last))], default=0)
    rank |= {i: far for i in last if i in rank and i not in tails}
    alone = [i for i in ids if i not in begin and i not in heads and i in tails]
    rank |= {i: min(rank[h] for t, h in onward if t == i) - 1 for i in alone}
    return rank


def _with_passages(
    heights: Mapping[str, float], onward: Sequence[Pair], rank: Mapping[str, int]
) -> tuple[list[Box], list[Pair], dict[Pair, list[str]]]:
    boxes = [Box(i, rank[i]) for i in sorted(heights)]
    links: list[Pair] = []
    chains: dict[Pair, list[str]] = {}
    for number, (tail, head) in enumerate(onward):
        chain = [f"\0{number:05}-{column:03}" for column in range(rank[tail] + 1, rank[head])]
        boxes += [Box(i, rank[tail] + n) for n, i in enumerate(chain, 1)]
        way = [tail, *chain, head]
        links += list(pairwise(way))
        chains[tail, head] = chain
    return boxes, links, chains


def _settled(columns: Sequence[Sequence[str]], sizes: Mapping[str, float], links: Sequence[Pair]) -> dict[str, float]:
    """The middle of each card, the highest top at 0."""
    near = defaultdict(list)
    for tail, head in links:
        near[tail].append(head)
        near[head].append(tail)
    middles: dict[str, float] = {}
    for column in columns:
        middles |= zip(column, spread([0.0] * len(column), [sizes[i] for i in column]), strict=True)
    for sweep in range(SWEEPS):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            wants = [_mean([middles[o] for o in near[i]], middles[i]) for i in column]
            middles |= zip(column, spread(wants, [sizes[i] for i in column]), strict=True)
    top = min((middles[i] - sizes[i] / 2 for i in middles), default=0.0)
    return {i: y - top for i, y in middles.items()}


def _straight(
    columns: Sequence[Sequence[str]], sizes: Mapping[str, float], chains: Iterable[Sequence[str]], at: dict[str, float]
) -> dict[str, float]:
    """The passages of a link at one height, where nothing stands in the way."""
    above = {lower: upper for column in columns for upper, lower in pairwise(column)}
    below = {upper: lower for lower, upper in above.items()}

    def free(identifier: str, y: float) -> bool:
        """Whether it may stand there without passing or touching its neighbours."""
        upper, lower = above.get(identifier), below.get(identifier)
        over = upper is None or y - at[upper] >= (sizes[upper] + sizes[identifier] + GAP) / 2
        return over and (lower is None or at[lower] - y >= (sizes[lower] + sizes[identifier] + GAP) / 2)

    for chain in chains:
        middle = _mean([at[i] for i in chain], 0.0)
        for y in sorted({at[i] for i in chain}, key=lambda y: (abs(y - middle), y)):
            if all(free(i, y) for i in chain):
                at |= dict.fromkeys(chain, y)
                break
    return at


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def spread(wants: Sequence[float], sizes: Sequence[float]) -> list[float]:
    """The places nearest to those wanted, in the same order and with a gap between any two.

    >>> spread([0, 0, 100], [10, 10, 10])
    [-15.0, 15.0, 100.0]
    """
    shift = [0.0]
    for upper, lower in pairwise(sizes):
        shift.append(shift[-1] + (upper + lower) / 2 + GAP)
    groups: list[list[float]] = []
    for want, moved in zip(wants, shift, strict=False):
        groups.append([want - moved, 1])
        while len(groups) > 1 and groups[-2][0] >= groups[-1][0]:
            (first, m), (second, n) = groups[-2:]
            groups[-2:] = [[(first * m + second * n) / (m + n), m + n]]
    flat = [value for value, count in groups for _ in range(int(count))]
    return [value + moved for value, moved in zip(flat, shift, strict=False)]
