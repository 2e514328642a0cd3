"""Where the cards of a page stand: columns in reading order, few crossings, no chance involved.

1. Boxes are sorted by id; each column starts in that order.
2. Sweeps to the right and to the left put each box near the middle of its neighbours (barycentre).
3. Neighbours in a column are exchanged while that removes crossings; a link inside a column points downwards.
4. The best order of all sweeps is kept, ties by the first one found.
5. In landscape, cards of a column are exchanged wherever they stand while that untangles the lines (`untangle`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lipdrift.views.untangle import Net, untangled

WIDTH, GAP, BAND_PADDING, BAND_GAP = 148.0, 8.0, 7.0, 42.0
SIDE_GAP = 26.0
"""Between cards of one row in portrait: an arrow has to fit in."""
LINE_HEIGHT, CARD_PADDING = 16.5, 7.0
SWEEPS = 8
TALLEST = 10
EXCHANGE_BELOW = 400

Link = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Box:
    """A card to be placed: its column from the left, and how many lines of text it holds."""

    id: str
    column: int
    lines: int = 2

    @property
    def height(self) -> float:
        """The height of the card in CSS pixels."""
        return CARD_PADDING + LINE_HEIGHT * max(self.lines, 2)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a card stands: its centre and size in CSS pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Placement:
    """All spots, the start and end of each column band, and the size of the whole."""

    spots: Mapping[str, Spot]
    bands: tuple[tuple[float, float], ...]
    width: float
    height: float


def landscape(
    boxes: Sequence[Box], links: Sequence[Link], column_count: int = 5, main: Sequence[Link] | None = None
) -> Placement:
    """Columns from left to right, each spread evenly and centred; a tall column is split into two.

    ``main`` are the links whose crossings count (default: all); the others only pull their cards near.
    """
    columns = _untangle(_ordered(boxes, links, column_count), links if main is None else main)
    tallest = max((_height(part) for column in columns for part in _parts(column)), default=0.0)
    spots: dict[str, Spot] = {}
    bands: list[tuple[float, float]] = []
    left = 0.0
    for column in columns:
        right = left + 2 * BAND_PADDING
        parts = _parts(column) or [[]]
        for number, part in enumerate(parts):
            x = left + BAND_PADDING + number * (WIDTH + GAP) + WIDTH / 2
            spots |= _stack(part, x, tallest)
        right = left + 2 * BAND_PADDING + len(parts) * WIDTH + (len(parts) - 1) * GAP
        bands.append((left, right))
        left = right + BAND_GAP
    return Placement(spots, tuple(bands), left - BAND_GAP, tallest)


def _untangle(columns: list[list[Box]], links: Sequence[Link]) -> list[list[Box]]:
    """The columns with cards exchanged while that untangles straight lines between evenly spread places."""
    boxes = {b.id: b for column in columns for b in column}
    at: dict[str, tuple[float, float]] = {}
    left = 0.0
    for column in columns:
        for part in _parts(column) or [[]]:
            at |= {b.id: (left, (n + 0.5) / len(part) * 600) for n, b in enumerate(part)}
            left += WIDTH + GAP
        left += BAND_GAP
    known = sorted({(a, b) for a, b in links if a in boxes and b in boxes and a != b})
    if not 0 < len(boxes) <= EXCHANGE_BELOW:
        return columns
    order = _settled(tuple(tuple(b.id for b in c) for c in columns), tuple(at.items()), tuple(known))
    return [[boxes[i] for i in column] for column in order]


@lru_cache(maxsize=64)
def _settled(
    columns: tuple[tuple[str, ...], ...], at: tuple[tuple[str, tuple[float, float]], ...], links: tuple[Link, ...]
) -> list[list[str]]:
    """The untangled order; a second's work for a hundred cards, done once."""
    column = {i: n for n, ids in enumerate(columns) for i in ids}
    above: dict[str, set[str]] = defaultdict(set)
    for a, b in links:
        if column[a] == column[b]:
            above[b].add(a)
    return untangled(columns, Net(dict(at), links, above))


def portrait(boxes: Sequence[Box], links: Sequence[Link], column_count: int = 5, per_row: int = 2) -> Placement:
    """The same columns as bands from top to bottom, in rows of a few cards: for a phone. An empty one takes no room."""
    spots: dict[str, Spot] = {}
    bands: list[tuple[float, float]] = []
    top = 0.0
    for column in _ordered(boxes, links, column_count):
        bottom = top + (34.0 if column else 0.0)
        for start in range(0, len(column), per_row):
            row = column[start : start + per_row]
            height = max(b.height for b in row)
            left = (per_row - len(row)) * (WIDTH + SIDE_GAP) / 2
            for number, box in enumerate(row):
                x = left + number * (WIDTH + SIDE_GAP) + WIDTH / 2
                spots[box.id] = Spot(x, bottom + height / 2, WIDTH, box.height)
            bottom += height + GAP
        bands.append((top, bottom))
        top = bottom + (GAP * 2 if column else 0.0)
    return Placement(dict(sorted(spots.items())), tuple(bands), per_row * (WIDTH + SIDE_GAP) - SIDE_GAP, top)


def _parts(column: list[Box]) -> list[list[Box]]:
    if len(column) <= TALLEST:
        return [column] if column else []
    half = (len(column) + 1) // 2
    return [column[:half], column[half:]]


def _height(column: Sequence[Box]) -> float:
    return sum(b.height + GAP for b in column) - GAP if column else 0.0


def _stack(column: Sequence[Box], x: float, tallest: float) -> dict[str, Spot]:
    """The boxes of one stack, spread over at most half a gap more than they need, around the middle."""
    slack = min((tallest - _height(column)) / (len(column) + 1), GAP * 2.5)
    y = (tallest - _height(column) - slack * (len(column) - 1)) / 2
    spots = {}
    for box in column:
        spots[box.id] = Spot(x, y + box.height / 2, WIDTH, box.height)
        y += box.height + GAP + slack
    return spots


def _ordered(boxes: Sequence[Box], links: Sequence[Link], column_count: int) -> list[list[Box]]:
    known = {b.id: b for b in boxes}
    links = sorted({(a, b) for a, b in links if a in known and b in known and a != b})
    start = [[b for b in sorted(boxes, key=lambda b: b.id) if b.column == c] for c in range(column_count)]
    return _Sweeper(start, known, links).best()


class _Sweeper:
    """Orders the boxes of each column so that links between columns cross as little as can be found."""

    def __init__(self, columns: list[list[Box]], known: Mapping[str, Box], links: Sequence[Link]) -> None:
        self.columns = columns
        self.links = links
        self.near: dict[str, list[tuple[bool, str]]] = defaultdict(list)
        self.above: dict[str, set[str]] = defaultdict(set)
        for a, b in links:
            if known[a].column == known[b].column:
                self.above[b].add(a)
            else:
                self.near[a].append((known[b].column > known[a].column, b))
                self.near[b].append((known[a].column > known[b].column, a))
        self.exchange = len(known) <= EXCHANGE_BELOW

    def best(self) -> list[list[Box]]:
        """The order with the fewest crossings over all sweeps."""
        kept, fewest = [list(c) for c in self.columns], self.crossings()
        for sweep in range(SWEEPS):
            order = range(len(self.columns)) if sweep % 2 == 0 else reversed(range(len(self.columns)))
            for number in order:
                self._sort(number)
            now = self.crossings()
            if now < fewest:
                kept, fewest = [list(c) for c in self.columns], now
        return kept

    def _places(self) -> dict[str, float]:
        """Each box as a share of its column's height, so that columns of unlike length compare."""
        return {b.id: (n + 0.5) / len(c) for c in self.columns for n, b in enumerate(c)}

    def _sort(self, number: int) -> None:
        place = self._places()
        column = self.columns[number]

        def middle(box: Box) -> float:
            others = [place[other] for _, other in self.near[box.id]]
            return sum(others) / len(others) if others else place[box.id]

        column.sort(key=lambda b: (middle(b), b.id))
        self._downwards(column)
        if self.exchange:
            self._exchange(column, place)

    def _downwards(self, column: list[Box]) -> None:
        """Moves each box below those that lead to it; where they lead in a circle, the order is left."""
        done: list[Box] = []
        waiting = list(column)
        while waiting:
            there = {b.id for b in done}
            inside = {b.id for b in waiting}
            free = next((b for b in waiting if not (self.above[b.id] & inside) - there), waiting[0])
            done.append(free)
            waiting.remove(free)
        column[:] = done

    def _exchange(self, column: list[Box], place: Mapping[str, float]) -> None:
        for _ in range(len(column)):
            swapped = False
            for n in range(len(column) - 1):
                upper, lower = column[n], column[n + 1]
                if upper.id not in self.above[lower.id] and self._cost(lower, upper, place) < self._cost(
                    upper, lower, place
                ):
                    column[n], column[n + 1] = lower, upper
                    swapped = True
            if not swapped:
                return

    def _cost(self, upper: Box, lower: Box, place: Mapping[str, float]) -> int:
        """How many links of two neighbours cross when they stand in this order."""
        return sum(
            side == other_side and place[a] > place[b]
            for side, a in self.near[upper.id]
            for other_side, b in self.near[lower.id]
        )

    def crossings(self) -> int:
        """How many pairs of links between the same two columns cross."""
        place, column = self._places(), {b.id: b.column for c in self.columns for b in c}
        groups: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
        for a, b in self.links:
            if column[a] != column[b]:
                first, second = sorted((a, b), key=lambda i: column[i])
                groups[column[first], column[second]].append((place[first], place[second]))
        return sum(_inversions(pairs) for pairs in groups.values())


def _inversions(pairs: list[tuple[float, float]]) -> int:
    pairs.sort()
    return sum(
        pairs[j][0] > pairs[i][0] and pairs[j][1] < pairs[i][1]
        for i in range(len(pairs))
        for j in range(i + 1, len(pairs))
    )
