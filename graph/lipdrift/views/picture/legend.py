"""The legend: only what the drawing really shows, marks first, then lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lipdrift.terms import Strength
from lipdrift.views.page.picture import colour_of
from lipdrift.views.picture.cards import SIDES, badge
from lipdrift.views.picture.elements import CARD, COLOURS, INK, SOFT, element, mark, text
from lipdrift.views.picture.lines import strokes
from lipdrift.views.picture.scene import Card, Link, Scene
from lipdrift.views.picture.text import width
from lipdrift.views.picture.words import say

SIZE, ROW, SAMPLE, MARK = 14.0, 23.0, 34.0, 16.0
PLAIN = Link("", "", "causal", "", Strength.SUGGESTED, False, False, ())


Entry = tuple[str, float, str]
"""A sample drawn around the origin, its width, and its words."""


def entries(scene: Scene, lang: str) -> list[Entry]:
    """What stands in the legend, in its order."""
    cards = [*scene.cards, *(c for r in scene.rings for c in r.cards)]
    links = [*scene.links, *(k for r in scene.rings for k in r.links)]
    return [*_marks(cards, lang), *_sides(cards, lang), *_lines(links, lang)]


def _marks(cards: Sequence[Card], lang: str) -> Iterator[Entry]:
    there = {colour_of(c.term) for c in cards if c.term.kind != "LookAlike"}
    for name, colour in COLOURS.items():
        if name in there:
            yield mark(name, 0, 0, MARK, colour), MARK, say(name, lang)
    if any(c.term.kind == "LookAlike" for c in cards):
        box = element(
            "rect", x=-14, y=-8, width=28, height=16, rx=5, fill=CARD, stroke=COLOURS["sign"], stroke_dasharray="4 3"
        )
        yield box, SAMPLE, say("lookalike", lang)


def _sides(cards: Sequence[Card], lang: str) -> Iterator[Entry]:
    there = {c.side for c in cards}
    for side, key in (("A", "onlyA"), ("B", "onlyB"), ("A B", "both")):
        if side in there:
            ground = element("rect", x=-14, y=-8, width=28, height=16, rx=5, fill=SIDES[side], stroke=SOFT)
            yield ground + badge(side, 16 if len(side) == 1 else 21, 0), SAMPLE, say(key, lang)


def _lines(links: Sequence[Link], lang: str) -> Iterator[Entry]:
    causal = [link for link in links if link.role != "shows"]
    for strength in sorted({link.strength for link in causal if not link.disputed}, reverse=True):
        sample = replace(PLAIN, strength=strength)
        yield _sample(sample), SAMPLE, say(strength.word, lang)
    if any(link.disputed for link in links):
        yield _sample(replace(PLAIN, disputed=True)), SAMPLE, say("disputed", lang)
    if any(link.inferred for link in causal):
        yield _sample(replace(PLAIN, inferred=True)), SAMPLE, say("inferred", lang)
    if any(link.role == "opposing" for link in links):
        bar = element("path", d=f"M{SAMPLE / 2} -7V7", stroke=SOFT, stroke_width=3.4)
        yield _sample(PLAIN) + bar, SAMPLE, say("opposing", lang)
    if any(link.role == "shows" for link in links):
        yield _sample(replace(PLAIN, role="shows")), SAMPLE, say("shows", lang)


def _sample(link: Link) -> str:
    colour = COLOURS["movement"] if link.disputed else SOFT
    return "".join(strokes(link, f"M{-SAMPLE / 2} 0H{SAMPLE / 2}", colour))


def drawn(scene: Scene, lang: str, room: float) -> tuple[str, float]:
    """The legend in rows as wide as the room, its top at 0, and its height."""
    parts, x, y = [], 0.0, ROW / 2
    for sample, across, said in entries(scene, lang):
        wide = across + 8 + width(said, SIZE) + 16
        if x and x + wide > room:
            x, y = 0.0, y + ROW
        place = f"translate({x + across / 2:.1f} {y:.1f})"
        parts.append(element("g", sample, text(said, across / 2 + 8, 5, SIZE, fill=INK), transform=place))
        x += wide
    return "".join(parts), y + ROW / 2 if parts else 0.0
