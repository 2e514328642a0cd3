"""Vicious circles: the cards of each one on an ellipse in the order of travel, its name in the middle.

Clockwise from the top. The ellipse is the smallest one on which neighbours stand apart. A line is the part of it that
no card covers.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from lipdrift.views.picture import drawing
from lipdrift.views.picture.drawing import CARD_WIDTH, INK, SOFT, Figure, Point, n
from lipdrift.views.picture.lettering import lines
from lipdrift.views.picture.scene import Line, Ring
from lipdrift.views.picture.words import Tongue

SMALLEST: Final = (235.0, 130.0)
GROWTH: Final = 1.04
APART: Final = 44.0
A_ROW: Final = 2
BETWEEN: Final = 56.0
FINE: Final = 1.0
"""How far a point moves along the ellipse, at most, while the end of a line is looked for."""
TIP: Final = 9.0
OUTSIDE: Final = 15.0
"""How far outside the line its count stands."""
SIZE: Final = 15.0


def circles(rings: Sequence[Ring], tongue: Tongue) -> Figure:
    """All circles, two in a row."""
    parts: list[str] = []
    widest, top = 0.0, 0.0
    for start in range(0, len(rings), A_ROW):
        row = [circle(ring, tongue) for ring in rings[start : start + A_ROW]]
        tallest = max(made.height for made in row)
        left = 0.0
        for made in row:
            parts.append(made.at(left, top + (tallest - made.height) / 2))
            left += made.width + BETWEEN
        widest, top = max(widest, left - BETWEEN), top + tallest + BETWEEN
    return Figure(parts, widest, top - BETWEEN)


def circle(ring: Ring, tongue: Tongue) -> Figure:
    """One circle."""
    heights = [drawing.card_height(card, tongue) for card in ring.cards]
    radii = _radii(heights)
    centre = (radii[0] + CARD_WIDTH / 2, radii[1] + max(heights) / 2 + OUTSIDE)
    spots = [_on(centre, radii, _angle(number, len(heights))) for number in range(len(heights))]
    parts = []
    for number, line in enumerate(ring.lines):
        parts += _arc(line, centre, radii, _uncovered(number, centre, radii, spots, heights))
    for card, (x, y), height in zip(ring.cards, spots, heights, strict=True):
        parts.append(drawing.card(card, x - CARD_WIDTH / 2, y, height, tongue))
    parts += _name(ring.said, centre, 2 * radii[0] - CARD_WIDTH - 70)
    return Figure(list(filter(None, parts)), 2 * centre[0], 2 * centre[1])


def _angle(number: int, count: int) -> float:
    return math.tau * number / count - math.pi / 2


def _on(centre: Point, radii: Point, angle: float) -> Point:
    return centre[0] + radii[0] * math.cos(angle), centre[1] + radii[1] * math.sin(angle)


def _radii(heights: Sequence[float]) -> Point:
    count, (wide, high) = len(heights), SMALLEST
    while True:
        spots = [_on((0.0, 0.0), (wide, high), _angle(number, count)) for number in range(count)]
        pairs = [(a, b) for a in range(count) for b in range(a + 1, count)]
        if not any(_close(spots[a], spots[b], (heights[a] + heights[b]) / 2) for a, b in pairs):
            return wide, high
        wide, high = wide * GROWTH, high * GROWTH


def _close(a: Point, b: Point, height: float) -> bool:
    return abs(a[0] - b[0]) < CARD_WIDTH + APART and abs(a[1] - b[1]) < height + APART


def _uncovered(
    number: int, centre: Point, radii: Point, spots: Sequence[Point], heights: Sequence[float]
) -> tuple[float, float]:
    """The angles at which the way from a card to the next one leaves the first and meets the second."""
    after = (number + 1) % len(spots)
    start, end = _angle(number, len(spots)), _angle(number + 1, len(spots))
    while _covers(spots[number], heights[number], _on(centre, radii, start)):
        start += FINE / max(radii)
    while _covers(spots[after], heights[after] + 4, _on(centre, radii, end)):
        end -= FINE / max(radii)
    return start, end


def _covers(spot: Point, height: float, point: Point) -> bool:
    return abs(point[0] - spot[0]) < CARD_WIDTH / 2 + 2 and abs(point[1] - spot[1]) < height / 2


def _arc(line: Line, centre: Point, radii: Point, between: tuple[float, float]) -> list[str]:
    """A line along the ellipse between two angles, and its count outside of it."""
    start, end = between
    tip, before = _on(centre, radii, end), end
    while before > start and math.dist(_on(centre, radii, before), tip) < TIP:
        before -= FINE / max(radii)
    a, b = _on(centre, radii, start), _on(centre, radii, before)
    large = int(before - start > math.pi)
    d = f"M{n(a[0])} {n(a[1])}A{n(radii[0])} {n(radii[1])} 0 {large} 1 {n(b[0])} {n(b[1])}"
    middle = _on(centre, (radii[0] + OUTSIDE, radii[1] + OUTSIDE), (start + end) / 2)
    turn = math.degrees(math.atan2(tip[1] - b[1], tip[0] - b[0]))
    return [drawing.line(line, d, tip, turn), drawing.plate(drawing.count_text(line), *middle)]


def _name(said: Sequence[str], centre: Point, room: float) -> list[str]:
    """The words in the middle, the first of them bold."""
    rows = [(row, number == 0) for number, part in enumerate(said) for row in lines(part, room, SIZE, 4)]
    top = centre[1] - (len(rows) - 1) * SIZE * 0.68 + SIZE * 0.35
    return [
        drawing.words(
            row, centre[0], top + number * SIZE * 1.36, SIZE, INK if first else SOFT, 700 if first else 400, "middle"
        )
        for number, (row, first) in enumerate(rows)
    ]
