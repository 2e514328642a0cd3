"""The legend inside a drawing: only the marks, tags and lines that stand in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from lipdrift.terms import Strength
from lipdrift.views.page.picture import colour_of
from lipdrift.views.picture import drawing
from lipdrift.views.picture.drawing import COLOURS, INK, SOFT, n, words
from lipdrift.views.picture.lettering import width
from lipdrift.views.picture.scene import Line, Scene
from lipdrift.views.picture.words import Tongue

SIZE: Final = 14.0
ROW: Final = 24.0
SAMPLE: Final = 46.0
GROUP_WORDS: Final = {"place": "places"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A sample, drawn from its left edge at a middle height; its width; what it means."""

    draw: Callable[[float, float], str]
    wide: float
    text: str


def legend(drawn: Scene, tongue: Tongue, left: float, top: float, room: float) -> tuple[str, float]:
    """The legend below a height, and where it ends: marks in the first rows, lines in the others."""
    parts, y = [], top
    for entries in (list(_marks(drawn, tongue)), list(_lines(drawn, tongue))):
        x = left
        for entry in entries:
            wide = entry.wide + 7 + width(entry.text, SIZE) + 18
            if x > left and x + wide > left + room:
                x, y = left, y + ROW
            parts.append(entry.draw(x, y) + words(entry.text, x + entry.wide + 7, y + 5, SIZE, SOFT))
            x += wide
        y += ROW if entries else 0
    return "\n".join(parts), y


def _marks(drawn: Scene, tongue: Tongue) -> Iterator[Entry]:
    groups = {colour_of(c.term) for c in drawn.cards if c.term.kind != "LookAlike"}
    for name in COLOURS:
        if name in groups:
            yield Entry(_mark(name), 18, tongue.say(GROUP_WORDS.get(name, name)))
    if any(c.term.kind == "LookAlike" for c in drawn.cards):
        yield Entry(_frame, 26, tongue.say("lookalike"))
    tags = {c.tag for c in drawn.cards}
    for tag, text in (("A", tongue.say("only", "A")), ("B", tongue.say("only", "B")), ("AB", tongue.say("both"))):
        if tag in tags:
            yield Entry(_flag("A B" if tag == "AB" else tag), 34, text)
    if "asked" in tags:
        yield Entry(_flag(tongue.say("asked")), width(tongue.say("asked"), 12) + 12, tongue.say("askedFor"))
    if any(tongue.is_draft(c.term) for c in drawn.cards):
        yield Entry(_letter("*"), 10, tongue.say("draft"))


def _lines(drawn: Scene, tongue: Tongue) -> Iterator[Entry]:
    for strength in sorted({line.strength for line in drawn.lines if not line.disputed}, reverse=True):
        yield Entry(_line(Line("", "", strength)), SAMPLE, tongue.say(strength.word))
    if any(line.disputed for line in drawn.lines):
        yield Entry(_line(Line("", "", Strength.DISPUTED, disputed=True)), SAMPLE, tongue.say("disputed"))
    if any(line.inferred for line in drawn.lines):
        yield Entry(_line(Line("", "", Strength.SUGGESTED, inferred=True)), SAMPLE, tongue.say("inference"))
    for sign, key, there in (
        ("2", "count", any(line.independent and not line.inferred for line in drawn.lines)),
        ("…", "jumps", any(line.jumps for line in drawn.lines)),
        ("»", "summary", any(line.summary for line in drawn.lines)),
    ):
        if there:
            yield Entry(_letter(sign), 12, tongue.say(key))


def _mark(name: str) -> Callable[[float, float], str]:
    return lambda x, y: drawing.mark(name, x + 9, y, 18, COLOURS[name])


def _frame(x: float, y: float) -> str:
    where = f'x="{n(x)}" y="{n(y - 8)}" width="26" height="16" rx="4"'
    return f'<rect {where} fill="#fff" stroke="{COLOURS["sign"]}" stroke-width="1.5" stroke-dasharray="5 3"/>'


def _flag(text: str) -> Callable[[float, float], str]:
    wide = max(34.0, width(text, 12) + 12)

    def draw(x: float, y: float) -> str:
        ground = f'<rect x="{n(x)}" y="{n(y - 8.5)}" width="{n(wide)}" height="17" rx="8.5" fill="{INK}"/>'
        return ground + words(text, x + wide / 2, y + 4.3, 12, "#fff", 700, "middle")

    return draw


def _line(sample: Line) -> Callable[[float, float], str]:
    return lambda x, y: drawing.line(sample, f"M{n(x)} {n(y)}H{n(x + SAMPLE - 7)}", (x + SAMPLE, y))


def _letter(text: str) -> Callable[[float, float], str]:
    return lambda x, y: words(text, x + 5, y + 5, SIZE, SOFT, 700, "middle")
