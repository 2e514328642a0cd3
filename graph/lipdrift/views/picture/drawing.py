"""Cards and lines as SVG fragments. Colours and marks are those of the pages, readable in grey by mark and line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from lipdrift.terms import Strength
from lipdrift.views.page.picture import colour_of
from lipdrift.views.picture.lettering import lines, width, xml
from lipdrift.views.picture.scene import Card, Line
from lipdrift.views.picture.words import Tongue

INK, SOFT, WARN = "#17202c", "#4a5666", "#b8400b"
COLOURS: Final = {
    "cause": "#0b65ab",
    "tissue": "#8d5a00",
    "movement": "#b8400b",
    "sign": "#9a2f6f",
    "care": "#0a6b4b",
    "place": "#475569",
}
MARKS: Final = {
    "cause": "M12 3 22 20H2Z",
    "tissue": "M7 3h10l5 9-5 9H7L2 12Z",
    "movement": "M12 2l10 10-10 10L2 12Z",
    "sign": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
    "care": "M9 3h6v6h6v6h-6v6H9v-6H3V9h6Z",
    "place": "M4 4h16v16H4Z",
}
TINTS: Final = {"AB": "#e4e9f1", "asked": "#fff5dd"}
WIDTHS: Final = {
    Strength.ESTABLISHED: 4.0,
    Strength.REPORTED: 2.6,
    Strength.SUGGESTED: 1.5,
    Strength.DISPUTED: 1.5,
    Strength.UNSTATED: 1.0,
}
CARD_WIDTH: Final = 156.0
STRIPE: Final = 24.0
SIZE: Final = 16.0
LINE_HEIGHT: Final = 19.0
MOST_LINES: Final = 5
PORT: Final = 9.0
"""The least distance of two arrowheads on a card."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Figure:
    """Its size in CSS pixels, and its elements in their order of painting, drawn from a corner at 0, 0."""

    parts: Sequence[str]
    width: float
    height: float

    def at(self, x: float, y: float) -> str:
        """The figure with its upper left corner there."""
        inside = "\n".join(self.parts)
        return f'<g transform="translate({n(x)} {n(y)})">\n{inside}\n</g>'


def label_lines(card: Card, tongue: Tongue) -> list[str]:
    """The label of a card, broken to fit beside its stripe."""
    return lines(tongue.name(card.term), CARD_WIDTH - STRIPE - 14, SIZE, MOST_LINES)


def card_height(card: Card, tongue: Tongue, ports: int = 0) -> float:
    """The height of a card in CSS pixels, with room for that many lines on one side."""
    return max(LINE_HEIGHT * max(len(label_lines(card, tongue)), 2), PORT * ports) + 12


def card(drawn: Card, x: float, y: float, height: float, tongue: Tongue) -> str:
    """A card with its left edge at x and its middle at y."""
    text = label_lines(drawn, tongue)
    top, name = y - height / 2, colour_of(drawn.term)
    colour = COLOURS[name]
    dashes = ' stroke-dasharray="5 3"' if drawn.term.kind == "LookAlike" else ""
    thick = 2.6 if drawn.tag in ("AB", "asked") else 1.5
    first = y - (len(text) - 1) * LINE_HEIGHT / 2 + SIZE * 0.35
    parts = [
        f"<g><title>{xml(f'{tongue.name(drawn.term)} ({drawn.term.id})')}</title>",
        f'<rect x="{n(x)}" y="{n(top)}" width="{n(CARD_WIDTH)}" height="{n(height)}" rx="8" '
        f'fill="{TINTS.get(drawn.tag, "#fff")}" stroke="{colour}" stroke-width="{thick}"{dashes}/>',
        _stripe(x, top, height, colour) if not dashes else "",
        mark(name, x + STRIPE / 2, y, 15, colour if dashes else "#fff"),
        *(words(line, x + STRIPE + 7, first + row * LINE_HEIGHT, SIZE, weight=600) for row, line in enumerate(text)),
        _tag(drawn.tag, x + CARD_WIDTH, top, tongue),
        "</g>",
    ]
    return "".join(parts)


def _stripe(x: float, top: float, height: float, colour: str) -> str:
    return (
        f'<path d="M{n(x + STRIPE)} {n(top)}H{n(x + 8)}a8 8 0 0 0-8 8V{n(top + height - 8)}a8 8 0 0 0 8 8'
        f'H{n(x + STRIPE)}Z" fill="{colour}"/>'
    )


def _tag(tag: str, right: float, top: float, tongue: Tongue) -> str:
    """A small flag on the upper right corner: whose way the card is on, or that it was asked for."""
    if not tag:
        return ""
    text = {"AB": "A B", "asked": tongue.say("asked")}.get(tag, tag)
    wide = width(text, 12) + 12
    left = right - wide + 5
    return f'<rect x="{n(left)}" y="{n(top - 9)}" width="{n(wide)}" height="17" rx="8.5" fill="{INK}"/>' + words(
        text, left + wide / 2, top + 4, 12, "#fff", 700, "middle"
    )


def mark(name: str, x: float, y: float, size: float, colour: str) -> str:
    """The mark of a group of kinds, centred."""
    scale = size / 24
    place = f"translate({n(x - size / 2)} {n(y - size / 2)}) scale({scale:.3f})"
    return f'<path transform="{place}" d="{MARKS[name]}" fill="{colour}"/>'


def words(
    text: str, x: float, y: float, size: float, colour: str = INK, weight: int = 400, anchor: str = "start"
) -> str:
    """One line of text with its baseline at y."""
    where = f'x="{n(x)}" y="{n(y)}" font-size="{n(size)}" fill="{colour}"'
    more = (f' font-weight="{weight}"' if weight != 400 else "") + (
        f' text-anchor="{anchor}"' if anchor != "start" else ""
    )
    return f"<text {where}{more}>{xml(text)}</text>"


def curve(points: Sequence[Point]) -> str:
    """A smooth path to the right through points: level where it passes a column, bent in the gaps."""
    x, y = points[0]
    d = f"M{n(x)} {n(y)}"
    for a, b in pairwise(points):
        middle = (a[0] + b[0]) / 2
        d += (
            f"H{n(b[0])}"
            if abs(a[1] - b[1]) < 0.5
            else f"C{n(middle)} {n(a[1])} {n(middle)} {n(b[1])} {n(b[0])} {n(b[1])}"
        )
    return d


def line(drawn: Line, d: str, end: Point, turn: float = 0.0) -> str:
    """A line along a path, and its arrowhead: width by strength, double where disputed, dashed for an inference.

    ``turn`` is the direction of the arrowhead in degrees, clockwise from the right.
    """
    colour = WARN if drawn.disputed else SOFT
    thick = WIDTHS[drawn.strength]
    dashes = ' stroke-dasharray="7 4"' if drawn.inferred else ' stroke-dasharray="2 4"' if not drawn.strength else ""
    x, y = end
    turned = f' transform="rotate({n(turn)} {n(x)} {n(y)})"' if turn else ""
    head = f'<path d="M{n(x)} {n(y)}l-10-5.500v11Z" fill="{colour}"{turned}/>'
    if not drawn.disputed:
        return f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{n(thick)}"{dashes}/>{head}'
    outer = f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{n(thick * 2 + 3)}"{dashes}/>'
    return f'{outer}<path d="{d}" fill="none" stroke="#fff" stroke-width="3"/>{head}'


def count_text(drawn: Line) -> str:
    """What stands on a line: its sources, counted; its sign; "…" where it jumps; "»" where it tells the whole way."""
    parts = [str(drawn.independent)] if drawn.independent and not drawn.inferred else []
    parts += ["…"] * drawn.jumps + ["»"] * drawn.summary + [drawn.polarity.replace("-", "−")] * bool(drawn.polarity)
    return " ".join(parts)


def count(drawn: Line, x: float, y: float) -> str:
    """That text on a white ground, a little to the right of where the line begins."""
    text = count_text(drawn)
    return plate(text, x + 6 + (width(text, 12) + 4) / 2, y)


def plate(text: str, x: float, y: float) -> str:
    """Small text on a white ground, centred; nothing where there is no text."""
    if not text:
        return ""
    wide = width(text, 12) + 4
    ground = f'<rect x="{n(x - wide / 2)}" y="{n(y - 6.5)}" width="{n(wide)}" height="13" fill="#fff"/>'
    return ground + words(text, x, y + 4.3, 12, SOFT, 600, "middle")


def n(value: float) -> str:
    """A number as SVG has it: at most one decimal.

    >>> n(12.0), n(3.25)
    ('12', '3.2')
    """
    return f"{value:.1f}".removesuffix(".0")
