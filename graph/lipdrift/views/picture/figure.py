"""Cards in their columns and the lines between them, without the words around."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

from lipdrift.views.picture import drawing
from lipdrift.views.picture.circles import circles
from lipdrift.views.picture.drawing import CARD_WIDTH, Figure, Point, n
from lipdrift.views.picture.layers import Layers, Link, Place, layers
from lipdrift.views.picture.scene import Line, Scene
from lipdrift.views.picture.words import Tongue

GAP: Final = 60.0
"""Between two columns; wider where more lines pass than ``EASY``."""
EASY, MORE, WIDEST = 4, 9.0, 170.0
ROW_GAP: Final = 16.0
LANE: Final = 24.0
"""For each line that leads back: below the cards, and half of it on either side."""


def figure(drawn: Scene, tongue: Tongue) -> Figure:
    """The cards and lines of a scene; circles as such."""
    if drawn.rings:
        return circles(drawn.rings, tongue)
    heights = {c.term.id: drawing.card_height(c, tongue, _most_ports(c.term.id, drawn.lines)) for c in drawn.cards}
    placed = layers(heights, ((line.tail, line.head) for line in drawn.lines), ROW_GAP)
    lane = LANE * len(placed.back)
    lefts, right = _lefts(placed, lane)
    ports = _ports(drawn.lines, placed, heights)
    lines, counts = [], []
    for line in drawn.lines:
        link = (line.tail, line.head)
        start, end = (placed.middles[p] + ports[link][side] for side, p in enumerate(link))
        a, b = (lefts[line.tail] + CARD_WIDTH, start), (lefts[line.head], end)
        lines.append(drawing.line(line, _way(link, lefts, placed, a, b), b))
        counts.append(drawing.count(line, *a))
    spots = ((c, c.term.id) for c in drawn.cards)
    cards = [drawing.card(c, lefts[i], placed.middles[i], heights[i], tongue) for c, i in spots]
    return Figure([*lines, *filter(None, counts), *cards], right + lane, placed.height + lane)


def _most_ports(name: str, lines: Sequence[Line]) -> int:
    return max(sum(line.tail == name for line in lines), sum(line.head == name for line in lines))


def _lefts(placed: Layers, lane: float) -> tuple[dict[Place, float], float]:
    """The left edge of each place, and the right edge of the last column."""
    segments = [pair for thread in placed.threads.values() for pair in pairwise(thread)]
    lefts: dict[Place, float] = {}
    x = lane
    for column in placed.columns:
        lefts |= dict.fromkeys(column, x)
        crowd = sum(a in column for a, _ in segments)
        x += CARD_WIDTH + min(GAP + MORE * max(crowd - EASY, 0), WIDEST)
    return lefts, max(lefts.values(), default=0.0) + CARD_WIDTH


def _way(link: Link, lefts: Mapping[Place, float], placed: Layers, a: Point, b: Point) -> str:
    """Out of its card, level through the columns between, into the other card."""
    if link in placed.back:
        return _backwards(a, b, placed.height, placed.back.index(link))
    points = [a]
    for place in placed.threads[link][1:-1]:
        y = placed.middles[place]
        points += [(lefts[place], y), (lefts[place] + CARD_WIDTH, y)]
    return drawing.curve([*points, (b[0] - 7, b[1])])


def _backwards(a: Point, b: Point, floor: float, number: int) -> str:
    """Out to the right, down below all cards, back to the left, and up into the card."""
    out, into, y = a[0] + 14 + 8 * number, b[0] - 20 - 8 * number, floor + 18 + LANE * number
    return (
        f"M{n(a[0])} {n(a[1])}H{n(out - 8)}q8 0 8 8V{n(y - 8)}q0 8-8 8H{n(into + 8)}q-8 0-8-8"
        f"V{n(b[1] + 8)}q0-8 8-8H{n(b[0] - 7)}"
    )


def _ports(drawn: Sequence[Line], placed: Layers, heights: Mapping[str, float]) -> dict[Link, tuple[float, float]]:
    """How far from the middle of its cards each line leaves and arrives: spread in the order of the other ends."""
    found: dict[Link, list[float]] = {(line.tail, line.head): [0.0, 0.0] for line in drawn}
    for side in (0, 1):
        for name, height in heights.items():
            links = sorted((link for link in found if link[side] == name), key=lambda k: _far(k, side, placed))
            step = min(14.0, (height - 18) / max(len(links) - 1, 1))
            for number, link in enumerate(links):
                found[link][side] = (number - (len(links) - 1) / 2) * step
    return {link: (a, b) for link, (a, b) in found.items()}


def _far(link: Link, side: int, placed: Layers) -> float:
    """The height of the next place on a line, seen from one of its cards; lines that lead back come last."""
    thread = placed.threads.get(link)
    return placed.middles[thread[-2 if side else 1]] if thread else float("inf")
