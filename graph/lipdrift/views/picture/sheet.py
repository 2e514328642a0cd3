"""The whole drawing: title, cards and lines, legend, the notes that must stand beside it, the receipt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lipdrift.answers import Answer, Receipt
from lipdrift.views.page.picture import colour_of
from lipdrift.views.picture import drawing
from lipdrift.views.picture.drawing import CARD_WIDTH, INK, SOFT, WARN, Point, n, words
from lipdrift.views.picture.layers import Layers, Link, layers
from lipdrift.views.picture.legend import legend
from lipdrift.views.picture.lettering import FORBIDDEN, lines, xml
from lipdrift.views.picture.scene import Line, Scene, scene, told
from lipdrift.views.picture.words import Tongue
from lipdrift.views.stamps import stamp

MARGIN: Final = 32.0
GAP: Final = 62.0
ROW_GAP: Final = 16.0
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
    placed = layers(
        {c.term.id: drawing.card_height(c, tongue) for c in drawn.cards},
        ((line.tail, line.head) for line in drawn.lines),
        ROW_GAP,
    )
    spread = len(placed.columns) * (CARD_WIDTH + GAP) - GAP
    wide = max(NARROWEST, spread + 2 * MARGIN + 2 * _lane(placed))
    room = wide - 2 * MARGIN
    head, top = _paragraphs(_head(drawn, answer.receipt, tongue), MARGIN, room)
    figure = _figure(drawn, placed, ((wide - spread) / 2, top + 30), tongue)
    below = top + 30 + placed.height + _lane(placed) + 34
    key, below = legend(drawn, tongue, MARGIN, below, room)
    notes, bottom = _paragraphs(_notes(drawn, answer.receipt, tongue), below, room)
    title, told_in_words = xml(drawn.title), xml(_description(drawn, answer.receipt, tongue))
    receipt = xml_json(stamp(answer))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{lang}" width="{n(wide)}" height="{n(bottom + 24)}" '
        f'viewBox="0 0 {n(wide)} {n(bottom + 24)}" role="img" aria-labelledby="lipdrift-title lipdrift-desc" '
        f'font-family="{FONTS}">\n<title id="lipdrift-title">{title}</title>\n'
        f'<desc id="lipdrift-desc">{told_in_words}</desc>\n<metadata id="lipdrift-receipt">{receipt}</metadata>\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n{head}\n{figure}\n{key}\n{notes}\n</svg>\n'
    )


def xml_json(text: str) -> str:
    """JSON as the text of an element; characters that XML cannot hold become JSON's own escapes.

    >>> xml_json('{"a": "<\\x7f\\ufffe"}')
    '{"a": "&lt;\\x7f\\\\ufffe"}'
    """
    kept = FORBIDDEN.sub(lambda m: f"\\u{ord(m[0]):04x}", text)
    return kept.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _head(drawn: Scene, receipt: Receipt, tongue: Tongue) -> Iterator[Text]:
    yield Text(drawn.title, 24, INK, 700, 0)
    header = receipt.ontology
    parts = [drawn.extent]
    parts += [tongue.say("version", header.version)] * bool(header.version)
    parts += [tongue.say("asOf", header.date)] * bool(header.date)
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


def _lane(placed: Layers) -> float:
    """How much room the links that lead back take below the cards and beside them."""
    return 26.0 * len(placed.back)


def _figure(drawn: Scene, placed: Layers, corner: Point, tongue: Tongue) -> str:
    left, top = corner
    lefts = {p: left + number * (CARD_WIDTH + GAP) for number, c in enumerate(placed.columns) for p in c}
    ports = _ports(drawn.lines, placed, {c.term.id: drawing.card_height(c, tongue) for c in drawn.cards})
    paths, counts = [], []
    for line in drawn.lines:
        link = (line.tail, line.head)
        start, end = (top + placed.middles[p] + ports[link][side] for side, p in enumerate(link))
        a, b = (lefts[line.tail] + CARD_WIDTH, start), (lefts[line.head], end)
        if link in placed.back:
            d, spot = _backwards(a, b, top + placed.height, placed.back.index(link))
        else:
            points = _points(placed.threads[link], lefts, placed, top, a, b)
            d = drawing.curve(points)
            spot = ((points[0][0] + points[1][0]) / 2 - 6, (points[0][1] + points[1][1]) / 2)
        paths.append(drawing.line(line, d, b))
        counts.append(drawing.count(line, *spot))
    cards = [drawing.card(c, lefts[c.term.id], top + placed.middles[c.term.id], tongue) for c in drawn.cards]
    return "\n".join([*paths, *filter(None, counts), *cards])


def _points(
    thread: Sequence[object], lefts: Mapping[object, float], placed: Layers, top: float, a: Point, b: Point
) -> list[Point]:
    """Where a line passes: out of its card, level through the columns between, into the other card."""
    points = [a]
    for place in thread[1:-1]:
        y = top + placed.middles[place]  # type: ignore[index]
        points += [(lefts[place], y), (lefts[place] + CARD_WIDTH, y)]
    return [*points, (b[0] - 7, b[1])]


def _backwards(a: Point, b: Point, floor: float, number: int) -> tuple[str, Point]:
    """Out to the right, down below all cards, back to the left, and up into the card."""
    out, into, y = a[0] + 16 + 9 * number, b[0] - 22 - 9 * number, floor + 18 + 24 * number
    d = (
        f"M{n(a[0])} {n(a[1])}H{n(out - 8)}q8 0 8 8V{n(y - 8)}q0 8-8 8H{n(into + 8)}q-8 0-8-8"
        f"V{n(b[1] + 8)}q0-8 8-8H{n(b[0] - 7)}"
    )
    return d, ((out + into) / 2, y)


def _ports(drawn: Sequence[Line], placed: Layers, heights: Mapping[str, float]) -> dict[Link, tuple[float, float]]:
    """How far from the middle of its cards each line leaves and arrives: spread in the order of the other ends."""
    found: dict[Link, list[float]] = {(line.tail, line.head): [0.0, 0.0] for line in drawn}
    for side in (0, 1):
        for name, height in heights.items():
            links = sorted((link for link in found if link[side] == name), key=lambda k: _far(k, side, placed))
            step = min(13.0, (height - 18) / max(len(links) - 1, 1))
            for number, link in enumerate(links):
                found[link][side] = (number - (len(links) - 1) / 2) * step
    return {link: (a, b) for link, (a, b) in found.items()}


def _far(link: Link, side: int, placed: Layers) -> float:
    """The height of the next place on a line, seen from one of its cards; lines that lead back come last."""
    thread = placed.threads.get(link)
    return placed.middles[thread[-2 if side else 1]] if thread else float("inf")
