"""Lines: how a claim is supported shows in the stroke, what it means in the end."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from lipdrift.terms import Strength
from lipdrift.views.picture.elements import CARD, COLOURS, SOFT, element, number, text, words
from lipdrift.views.picture.scene import Link
from lipdrift.views.picture.text import width

WIDTHS = {Strength.ESTABLISHED: 3.6, Strength.REPORTED: 2.5}
TIP = 9.0
ABOVE = 9.0
SHOWN_ID = 9

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Way:
    """The path of a line: its SVG data up to the tip, the tip, its direction, and where its claims are written."""

    data: str
    tip: Point
    angle: float
    middle: Point


def line(link: Link, way: Way, named: bool = True) -> str:
    """A line with its tip and, where it is ``named``, the ids of its claims."""
    colour = COLOURS["movement"] if link.disputed else SOFT
    parts = [*strokes(link, way.data, colour), _tip(link, way, colour)]
    if named and link.claims:
        parts.append(_ids(link, way.middle))
    title = element("title", _said(link))
    return element("g", title, *parts)


def strokes(link: Link, data: str, colour: str) -> list[str]:
    """One stroke, two where the claim is disputed: a wide one with a white one inside."""
    wide = WIDTHS.get(link.strength, 1.5)
    dashes = {"stroke_dasharray": _dashes(link)} if _dashes(link) else {}
    look = {"d": data, "fill": "none", "stroke": colour}
    if not link.disputed:
        return [element("path", **look, stroke_width=wide, **dashes)]
    inside = look | {"stroke": CARD}
    return [element("path", **look, stroke_width=wide + 3, **dashes), element("path", **inside, stroke_width=wide)]


def _dashes(link: Link) -> str:
    if link.role == "shows":
        return "1.5 4"
    return "7 4" if link.inferred else "2 2" if link.strength is Strength.UNSTATED else ""


def _tip(link: Link, way: Way, colour: str) -> str:
    turn = f"translate({number(way.tip[0])} {number(way.tip[1])}) rotate({number(math.degrees(way.angle))})"
    if link.role == "opposing":
        return element("path", d="M-3-8V8", stroke=colour, stroke_width=3.4, transform=turn)
    return element("path", d="M0 0-11-5.5V5.5Z", fill=colour, transform=turn)


def _ids(link: Link, middle: Point) -> str:
    """The first claim and how many more, on a little plate."""
    first = link.claims[0] if len(link.claims[0]) <= SHOWN_ID else f"{link.claims[0][: SHOWN_ID - 1]}…"
    said = first + (f" +{len(link.claims) - 1}" if len(link.claims) > 1 else "")
    wide = width(said, 11) + 2
    x, y = middle
    plate = element("rect", x=x - wide / 2, y=y - 6.5, width=wide, height=13, rx=4, fill=CARD, fill_opacity=0.85)
    return plate + text(said, x, y + 4, 11, text_anchor="middle", fill=SOFT)


def _said(link: Link) -> str:
    said = [link.strength.word, "disputed" * link.disputed, "curators' inference" * link.inferred]
    support = "; ".join(s for s in dict.fromkeys(said) if s)
    claims = ", ".join(link.claims)
    return words(f"{link.verb}: {support}{f' ({claims})' if claims else ''}")


def through(points: Sequence[Point], stretch: float) -> Way:
    """A way to the right through points: a curve over each gap, straight on where a card's width is passed.

    ``points`` are the start, for each passage its left and right side, and the end.
    """
    sx, sy = points[0]
    data = f"M{number(sx)} {number(sy)}"
    for at in range(0, len(points) - 1, 2):
        (ax, ay), (bx, by) = points[at], points[at + 1]
        final = at + 2 >= len(points)
        bx = bx - TIP if final else bx
        data += _curve(ax, ay, bx, by, stretch)
        if not final:
            data += f"H{number(points[at + 2][0])}"
    (ax, ay), (bx, by) = points[:2]
    middle = ((ax + bx) / 2, (ay + by) / 2)
    if len(points) > 2:
        middle = ((points[1][0] + points[2][0]) / 2, points[1][1])
    return Way(data, points[-1], 0.0, (middle[0], middle[1] - ABOVE))


def _curve(ax: float, ay: float, bx: float, by: float, stretch: float) -> str:
    if abs(ay - by) < 0.5:
        return f"L{number(bx)} {number(by)}"
    points = (ax + stretch, ay, bx - stretch, by, bx, by)
    return "C" + " ".join(number(v) for v in points)


def under(start: Point, end: Point, low: float) -> Way:
    """A way back, below everything, from the lower side of one card to that of another."""
    (ax, ay), (bx, by) = start, end
    numbers = " ".join(number(v) for v in (ax, low, bx, low, bx, by + TIP))
    return Way(
        f"M{number(ax)} {number(ay)}C{numbers}", end, -math.pi / 2, ((ax + bx) / 2, low - (low - max(ay, by)) / 4)
    )


def around(centre: Point, radii: Point, start: float, end: float) -> Way:
    """A way along an ellipse, clockwise between two angles."""
    a, b = (_on(centre, radii, angle) for angle in (start, end))
    before = end
    while before > start and math.dist(_on(centre, radii, before), b) < TIP:
        before -= 0.01
    c = _on(centre, radii, before)
    large = int(before - start > math.pi)
    arc = f"A{number(radii[0])} {number(radii[1])} 0 {large} 1 {number(c[0])} {number(c[1])}"
    data = f"M{number(a[0])} {number(a[1])}{arc}"
    return Way(
        data, b, math.atan2(b[1] - c[1], b[0] - c[0]), _on(centre, (radii[0] + 16, radii[1] + 14), (start + end) / 2)
    )


def _on(centre: Point, radii: Point, angle: float) -> Point:
    return centre[0] + radii[0] * math.cos(angle), centre[1] + radii[1] * math.sin(angle)
