"""The whole sheet: title, sentence, drawing, legend, what must be said beside it, the notice, the receipt."""

from __future__ import annotations

from collections.abc import Sequence

from lipdrift.answers import Answer
from lipdrift.model import Caveat
from lipdrift.views.picture import cards, legend, rings
from lipdrift.views.picture.columns import plan
from lipdrift.views.picture.elements import CARD, COLOURS, INK, LINE, SOFT, element, text, words
from lipdrift.views.picture.lines import line
from lipdrift.views.picture.rings import Drawn
from lipdrift.views.picture.scene import Card, Link, Scene, label, scene
from lipdrift.views.picture.text import width, wrap
from lipdrift.views.picture.ways import ways
from lipdrift.views.picture.words import say
from lipdrift.views.safe import xml_text
from lipdrift.views.stamps import stamp

FONTS = "'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', 'Noto Sans CJK KR', 'Malgun Gothic', sans-serif"
MARGIN, NARROWEST = 32.0, 900.0
CAVEATS = 8
NAMED_UP_TO = 30


def sheet(answer: Answer, lang: str) -> str:
    """The SVG document of an answer that is made of steps."""
    shown = scene(answer, lang)
    picture = rings.drawn(shown.rings, lang) if shown.rings else network(shown, lang)
    wide = max(picture.width, NARROWEST, min(width(shown.title, 24), 1500))
    above = Column(wide)
    above.write(shown.title, 24, weight="700")
    above.write(answer.receipt.sentence, 15, fill=SOFT)
    for note in shown.notes:
        above.write(note, 15, weight="700")
    below = Column(wide)
    below.draw(*legend.drawn(shown, lang, wide))
    _beside(below, answer, shown, lang)
    top = MARGIN + above.y + 26
    bottom = top + picture.height + 26
    body = [
        _moved(above.svg, MARGIN, MARGIN),
        _moved(picture.svg, MARGIN + (wide - picture.width) / 2, top),
        element("path", d=f"M{MARGIN} {bottom:.1f}h{wide:.1f}", stroke=LINE),
        _moved(below.svg, MARGIN, bottom + 12),
    ]
    return _document(answer, shown, lang, body, (wide + 2 * MARGIN, bottom + 12 + below.y + MARGIN))


class Column:
    """Lines of text from top to bottom; ``y`` is how far it has come."""

    def __init__(self, room: float) -> None:
        self.room, self.y, self.svg = room, 0.0, ""

    def write(self, said: str, size: float, fill: str = INK, weight: str = "400", indent: float = 0.0) -> None:
        """A paragraph, wrapped to the room."""
        for row in wrap(said, size, self.room - indent) if said else ():
            self.y += size * 1.4
            self.svg += text(row, indent, self.y - size * 0.3, size, fill=fill, font_weight=weight)
        self.y += 4 if said else 0

    def draw(self, svg: str, height: float) -> None:
        """Something drawn, as high as it says."""
        self.svg += _moved(svg, 0, self.y)
        self.y += height + 6


def _beside(column: Column, answer: Answer, shown: Scene, lang: str) -> None:
    receipt = answer.receipt
    if not receipt.complete:
        reason = say(str(receipt.reason), lang) if receipt.reason else ""
        column.write(say("partial", lang, reason), 14, COLOURS["movement"], "700")
    if receipt.caveats:
        column.write(say("beside", lang), 14, weight="700")
    for caveat in receipt.caveats[:CAVEATS]:
        column.write(f"! {_in(caveat, lang)}", 14)
    if len(receipt.caveats) > CAVEATS:
        column.write(say("more", lang, len(receipt.caveats) - CAVEATS), 14)
    if any(label(c.term, lang).endswith("*") for c in _all_cards(shown)):
        column.write(say("draft", lang), 14, SOFT)
    column.write(say("teaching", lang), 14, COLOURS["movement"], "700")
    header = receipt.ontology
    about = [header.version or header.iri, f"lipdrift {receipt.lipdrift}"]
    date = [say("asOf", lang, header.date)] if header.date else []
    column.write(" · ".join([*date, *filter(None, about)]), 12, SOFT)


def _in(caveat: Caveat, lang: str) -> str:
    return caveat.texts.get(lang, caveat.text)


def _all_cards(shown: Scene) -> list[Card]:
    return [*shown.cards, *(c for ring in shown.rings for c in ring.cards)]


def _moved(svg: str, x: float, y: float) -> str:
    return element("g", svg, transform=f"translate({x:.1f} {y:.1f})") if svg else ""


def _document(answer: Answer, shown: Scene, lang: str, body: Sequence[str], size: tuple[float, float]) -> str:
    wide, tall = (f"{v:.0f}" for v in size)
    head = [
        element("title", words(shown.title), id="title"),
        element("desc", words(_told(answer, shown, lang)), id="desc"),
        element("metadata", xml_text(stamp(answer)), id="lipdrift-receipt"),
        element("rect", width="100%", height="100%", fill=CARD),
    ]
    return element(
        "svg",
        *head,
        *body,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {wide} {tall}",
        width=wide,
        height=tall,
        lang=lang,
        role="img",
        aria_labelledby="title desc",
        font_family=FONTS,
    )


def _told(answer: Answer, shown: Scene, lang: str) -> str:
    """The drawing in words, for those who cannot see it."""
    names = {c.term.id: label(c.term, lang) for c in _all_cards(shown)}
    links = [*shown.links, *(k for ring in shown.rings for k in ring.links)]
    steps = [f"{names[k.tail]} → {names[k.head]} ({_support(k, lang)})" for k in links]
    caveats = [_in(c, lang) for c in answer.receipt.caveats]
    return " ".join([answer.receipt.sentence, *shown.notes, f"{'; '.join(steps)}.", *caveats, say("teaching", lang)])


def _support(link: Link, lang: str) -> str:
    words = [link.strength.word, "disputed" * link.disputed, "inferred" * link.inferred]
    return ", ".join(say(w, lang) for w in dict.fromkeys(words) if w)


def network(shown: Scene, lang: str) -> Drawn:
    """Cards in columns with the links between them."""
    told = {c.term.id: c for c in shown.cards}
    begin, last = _ends(shown)
    heights = {i: cards.height(c, lang) for i, c in told.items()}
    made = plan(heights, [(k.tail, k.head) for k in shown.links], begin, last)
    low = made.height + 40 if made.back else made.height
    named = len(shown.links) <= NAMED_UP_TO
    drawn = zip(shown.links, ways(made, shown.links, low), strict=True)
    svg = [line(link, way, named) for link, way in drawn]
    svg += [cards.drawn(card, lang, made.places[i].x, made.places[i].y) for i, card in told.items()]
    return Drawn("".join(svg), made.width, low)


def _ends(shown: Scene) -> tuple[list[str], list[str]]:
    """The ids of the cards at the far left and at the far right; without any link the last card stands alone there."""
    ids = [c.term.id for c in shown.cards]
    if not shown.links:
        return ids[:-1] or ids, ids[-1:]
    led_to = {k.head for k in shown.links}
    begin = [c.term.id for c in shown.cards if c.term.kind == "Cause" or (c.end and c.term.id not in led_to)]
    return begin, [c.term.id for c in shown.cards if c.end]
