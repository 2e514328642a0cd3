"""Cards: a stripe with the mark of the kind, the label, and the side where two causes are compared."""

from __future__ import annotations

from collections.abc import Sequence

from lipdrift.views.page.picture import colour_of
from lipdrift.views.picture.columns import WIDTH
from lipdrift.views.picture.elements import CARD, COLOURS, INK, element, mark, text, words
from lipdrift.views.picture.scene import Card, label
from lipdrift.views.picture.text import wrap

STRIPE, SIZE, LEADING, MOST = 24.0, 14.0, 17.5, 4
SIDES = {"A": "#e4eefb", "B": "#fbead3", "A B": CARD}
"""The grounds of the cards of one cause only; the letter on the card says the same."""


def lines(card: Card, lang: str) -> Sequence[str]:
    """The label as it is broken on the card."""
    return wrap(label(card.term, lang), SIZE, WIDTH - STRIPE - 14 - 14 * bool(card.side), MOST)


def height(card: Card, lang: str) -> float:
    """How high the card is, in pixels."""
    return 17 + LEADING * max(len(lines(card, lang)), 2)


def drawn(card: Card, lang: str, x: float, y: float) -> str:
    """The card with its centre at x and y."""
    colour, tall, left = COLOURS[colour_of(card.term)], height(card, lang), x - WIDTH / 2
    rows = lines(card, lang)
    box = {"x": left, "y": y - tall / 2, "height": tall, "rx": 9}
    look: dict[str, str | float] = {"stroke": colour, "stroke_width": 3.2 if card.end else 1.5}
    dashes = {"stroke_dasharray": "4 3"} if card.term.kind == "LookAlike" else {}
    stripe = f"M{left + STRIPE:g} {y - tall / 2:g}h-15a9 9 0 0 0-9 9v{tall - 18:g}a9 9 0 0 0 9 9h15Z"
    first = y - (len(rows) - 1) * LEADING / 2 + SIZE * 0.36
    weight = "700" if card.end else "400"
    parts = [
        element("title", words(f"{label(card.term, lang)} ({card.term.kind}) {card.term.id}")),
        element("rect", **box, width=WIDTH, fill=SIDES.get(card.side, CARD)),
        element("path", d=stripe, fill=colour),
        element("rect", **box, width=WIDTH, fill="none", **look, **dashes),
        mark(colour_of(card.term), left + STRIPE / 2, y, 15, CARD),
        *(
            text(row, left + STRIPE + 7, first + n * LEADING, SIZE, fill=INK, font_weight=weight)
            for n, row in enumerate(rows)
        ),
    ]
    if card.side:
        parts.append(badge(card.side, x + WIDTH / 2, y - tall / 2))
    return element("g", *parts)


def badge(side: str, x: float, y: float) -> str:
    """The letters of a side on a plate over the upper right corner of a card, which is at x and y."""
    wide = 18 if len(side) == 1 else 32
    plate = element("rect", x=x - wide - 5, y=y - 9, width=wide, height=18, rx=9, fill=INK)
    return plate + text(side, x - wide / 2 - 5, y + 4.4, 12, fill=CARD, font_weight="700", text_anchor="middle")
