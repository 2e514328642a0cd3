"""The whole drawing: title, cards and lines, legend, the notes that must stand beside it, the receipt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lipdrift.answers import Answer, Receipt
from lipdrift.views.picture.drawing import INK, SOFT, WARN, n, words
from lipdrift.views.picture.figure import figure
from lipdrift.views.picture.legend import legend
from lipdrift.views.picture.lettering import lines, xml
from lipdrift.views.picture.scene import Scene, scene, told
from lipdrift.views.picture.words import Tongue
from lipdrift.views.safe import NO_XML
from lipdrift.views.stamps import stamp

MARGIN: Final = 32.0
ABOVE: Final = 30.0
BELOW: Final = 38.0
NARROWEST: Final = 980.0
FONTS: Final = (
    "'Noto Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans CJK KR', 'Apple SD Gothic Neo', "
    "'Malgun Gothic', 'DejaVu Sans', sans-serif"
)
MOST_LINES: Final = 12


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of the sheet: its size in CSS pixels, colour, weight, and how much room is left above it."""

    text: str
    size: float = 15.0
    colour: str = INK
    weight: int = 400
    above: float = 5.0


def sheet(answer: Answer, lang: str) -> str:
    """An answer as the text of an SVG document."""
    tongue = Tongue(lang)
    drawn = scene(answer, tongue)
    made = figure(drawn, tongue)
    wide = max(NARROWEST, made.width + 2 * MARGIN)
    room = wide - 2 * MARGIN
    head, top = _paragraphs(_head(drawn, answer.receipt, tongue), MARGIN, room)
    key, below = legend(drawn, tongue, MARGIN, top + ABOVE + made.height + BELOW, room)
    inside = made.at((wide - made.width) / 2, top + ABOVE)
    notes, bottom = _paragraphs(_notes(drawn, answer.receipt, tongue), below, room)
    title, told_in_words = xml(drawn.title), xml(_description(drawn, answer.receipt, tongue))
    receipt = xml_json(stamp(answer))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{lang}" width="{n(wide)}" height="{n(bottom + 24)}" '
        f'viewBox="0 0 {n(wide)} {n(bottom + 24)}" role="img" aria-labelledby="lipdrift-title lipdrift-desc" '
        f'font-family="{FONTS}">\n<title id="lipdrift-title">{title}</title>\n'
        f'<desc id="lipdrift-desc">{told_in_words}</desc>\n<metadata id="lipdrift-receipt">{receipt}</metadata>\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n{head}\n{inside}\n{key}\n{notes}\n</svg>\n'
    )


def xml_json(text: str) -> str:
    """JSON as the text of an element; characters that XML cannot hold become JSON's own escapes.

    >>> xml_json('{"a": "<\\x7f\\ufffe"}')
    '{"a": "&lt;\\x7f\\\\ufffe"}'
    """
    kept = NO_XML.sub(lambda m: f"\\u{ord(m[0]):04x}", text)
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _head(drawn: Scene, receipt: Receipt, tongue: Tongue) -> Iterator[Text]:
    yield Text(drawn.title, 24, INK, 700, 0)
    header = receipt.ontology
    parts = [drawn.extent]
    parts += [tongue.say("asOf", header.date)] * bool(header.date)
    parts += [tongue.say("version", receipt.lipdrift, header.sha256[:12])]
    yield Text("  ·  ".join(parts), 15, SOFT)


def _notes(drawn: Scene, receipt: Receipt, tongue: Tongue) -> Iterator[Text]:
    if not receipt.complete:
        yield Text(tongue.say("partial", receipt.reason), colour=WARN, weight=600, above=8)
    for note in drawn.notes:
        yield Text(note, above=8)
    yield Text(receipt.sentence, above=8, weight=600)
    if receipt.caveats:
        yield Text(f"{tongue.say('beside')}:", colour=SOFT, weight=600, above=8)
    for caveat in receipt.caveats:
        yield Text(f"• {tongue.caveat(caveat)}", 14, SOFT, above=2)
    yield Text(tongue.say("teaching"), colour=WARN, weight=700, above=10)


def _description(drawn: Scene, receipt: Receipt, tongue: Tongue) -> str:
    names = {c.term.id: tongue.name(c.term) for c in drawn.cards}
    return " ".join([receipt.sentence, "; ".join(told(drawn.lines, names)), tongue.say("teaching")])


def _paragraphs(found: Iterator[Text], top: float, room: float) -> tuple[str, float]:
    """The texts one below the other, and where they end."""
    parts, y = [], top
    for text in found:
        y += text.above if text.text else 0
        for part in lines(text.text, room, text.size, MOST_LINES) if text.text else ():
            parts.append(words(part, MARGIN, y + text.size, text.size, text.colour, text.weight))
            y += text.size * 1.35
    return "\n".join(parts), y
