"""Circles: cards on an ellipse in the order of travel, clockwise from the top, with the name in the middle."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from lipdrift.views.picture import cards
from lipdrift.views.picture.columns import WIDTH
from lipdrift.views.picture.elements import INK, SOFT, text
from lipdrift.views.picture.lines import Point, around, line
from lipdrift.views.picture.scene import Ring
from lipdrift.views.picture.text import wrap

APART, ROOM = 42.0, 3
BETWEEN = 50.0
FINE = 0.005


@dataclass(frozen=True, slots=True)
class Drawn:
    """A part of a drawing with its own origin, and its size in pixels."""

    svg: str
    width: float
    height: float


def drawn(rings: Sequence[Ring], lang: str) -> Drawn:
    """All circles, a few in each row."""
    svg, top, widest = "", 0.0, 0.0
    for start in range(0, len(rings), ROOM):
        left, tallest = 0.0, 0.0
        row = [one(ring, lang) for ring in rings[start : start + ROOM]]
        tallest = max(part.height for part in row)
        for part in row:
            svg += f'<g transform="translate({left:.1f} {top + (tallest - part.height) / 2:.1f})">{part.svg}</g>'
            left += part.width + BETWEEN
        widest = max(widest, left - BETWEEN)
        top += tallest + BETWEEN
    return Drawn(svg, widest, max(top - BETWEEN, 0.0))


def one(ring: Ring, lang: str) -> Drawn:
    """One circle."""
    heights = [cards.height(card, lang) for card in ring.cards]
    radii = _radii(heights)
    centre = (radii[0] + WIDTH / 2, radii[1] + max(heights) / 2)
    spots = [_spot(centre, radii, _angle(n, len(heights))) for n in range(len(heights))]
    parts = [_line(ring, n, centre, radii, spots, heights) for n in range(len(heights))]
    parts += [cards.drawn(card, lang, *spot) for card, spot in zip(ring.cards, spots, strict=True)]
    parts += _middle(ring.said, centre, radii[0] * 2 - WIDTH - 60)
    return Drawn("".join(parts), centre[0] * 2, centre[1] * 2)


def _angle(number: int, count: int) -> float:
    return math.tau * number / count - math.pi / 2


def _spot(centre: Point, radii: Point, angle: float) -> Point:
    return centre[0] + radii[0] * math.cos(angle), centre[1] + radii[1] * math.sin(angle)


def _radii(heights: Sequence[float]) -> Point:
    """The smallest ellipse, with room in its middle, on which no two cards are nearer than ``APART``."""
    scale, count = 1.0, len(heights)
    while True:
        radii = (230 * scale, 130 * scale)
        spots = [_spot((0, 0), radii, _angle(n, count)) for n in range(count)]
        if not any(_near(spots[n], spots[(n + 1) % count], heights, n) for n in range(count) if count > 1):
            return radii
        scale *= 1.05


def _near(a: Point, b: Point, heights: Sequence[float], number: int) -> bool:
    tall = (heights[number] + heights[(number + 1) % len(heights)]) / 2
    return abs(a[0] - b[0]) < WIDTH + APART and abs(a[1] - b[1]) < tall + APART


def _line(
    ring: Ring, number: int, centre: Point, radii: Point, spots: Sequence[Point], heights: Sequence[float]
) -> str:
    """The way from a card to the next one: the part of the ellipse that neither of them covers."""
    count = len(spots)
    after = (number + 1) % count
    start, end = _angle(number, count), _angle(number + 1, count)
    while _covers(spots[number], heights[number], _spot(centre, radii, start)) and start < end:
        start += FINE
    while _covers(spots[after], heights[after] + 4, _spot(centre, radii, end)) and end > start:
        end -= FINE
    return line(ring.links[number], around(centre, radii, start, end))


def _covers(spot: Point, height: float, point: Point) -> bool:
    return abs(point[0] - spot[0]) < WIDTH / 2 + 2 and abs(point[1] - spot[1]) < height / 2


def _middle(said: Sequence[str], centre: Point, room: float) -> list[str]:
    rows = [(row, n == 0) for n, part in enumerate(said) for row in wrap(part, 14, room, 5)]
    top = centre[1] - (len(rows) - 1) * 10 + 5
    return [
        text(
            row,
            centre[0],
            top + n * 20,
            14,
            text_anchor="middle",
            fill=INK if first else SOFT,
            font_weight="700" if first else "400",
        )
        for n, (row, first) in enumerate(rows)
    ]
