"""The section as SVG. Every text goes in through ElementTree, which escapes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from xml.etree import ElementTree as ET

from lipdrift.model import Term
from lipdrift.views.page.data import LABEL_LIMIT, shown
from lipdrift.views.page.section import shape
from lipdrift.views.page.section.anatomy import Anatomy
from lipdrift.views.page.section.curves import Point, between, number, smooth, steps
from lipdrift.views.page.section.labels import LINE, SIZE, Label, spread, wrapped
from lipdrift.views.page.section.regions import Region, core_of
from lipdrift.views.page.section.words import WORDS

LANGUAGES = ("en", "ko")
LEFT, RIGHT = 93.0, 254.0
ROOM = {True: 10.0, False: 11.5}
UPPER, BOTTOM = 26, 406
TEXTURES: Mapping[str, tuple[float, float, str]] = {
    "skin": (7, 7, "M1.5,2h.01M5,5.500h.01"),
    "fat": (13, 12, "M.7,4a3.2,3.2 0 1,0 6.4,0a3.2,3.2 0 1,0-6.4,0M7.6,9a2.3,2.3 0 1,0 4.6,0a2.3,2.3 0 1,0-4.6,0"),
    "deep": (10, 10, "M0,5q2.5,-5 5,0t5,0M5,0v2.500M0,5v3"),
    "muscle": (12, 12, "M1,3a2.6,1.7 0 1,0 5.2,0a2.6,1.7 0 1,0-5.2,0M6.6,9a2.3,1.6 0 1,0 4.6,0a2.3,1.6 0 1,0-4.6,0"),
    "mucosa": (5, 5, "M0,5L5,0"),
    "red": (4, 4, "M0,1h4M0,3h4"),
    "roll": (6, 6, "M1,3a1.8,1.8 0 1,0 3.6,0a1.8,1.8 0 1,0-3.6,0"),
}
"""A pattern for each tissue, so that layers are told apart without colour: width, height, path."""


def draw(known: Anatomy, regions: Sequence[Region]) -> str:
    """The SVG element with both languages in it; a style sheet shows the one of the page."""
    svg = ET.Element("svg", _root())
    title, desc = ET.SubElement(svg, "title", id="sec-title"), ET.SubElement(svg, "desc", id="sec-desc")
    title.text = WORDS["title"][0]
    desc.text = WORDS["desc"][0].format(", ".join(shown(t.label) for t in known.layers))
    _textures(ET.SubElement(svg, "defs"))
    for n, region in enumerate(regions):
        _region(svg, region, n == 0)
    ET.SubElement(svg, "path", {"class": "sec-nose", "d": smooth(shape.NOSE)})
    beside = ET.SubElement(svg, "g", {"aria-hidden": "true"})
    for label in placed(regions, known):
        _label(beside, label)
    _planes(beside, regions, known)
    _frame(svg, regions)
    _filler(svg)
    _needle(svg, known)
    return ET.tostring(svg, encoding="unicode")


def _root() -> dict[str, str]:
    return {
        "class": "sec-svg",
        "viewBox": f"0 0 {shape.WIDTH} {shape.HEIGHT}",
        "role": "group",
        "aria-labelledby": "sec-title",
        "aria-describedby": "sec-desc",
    }


def _textures(defs: ET.Element) -> None:
    for name, (width, height, path) in TEXTURES.items():
        size = {"width": number(width), "height": number(height)}
        pattern = ET.SubElement(defs, "pattern", {"id": f"sec-p-{name}", "patternUnits": "userSpaceOnUse", **size})
        ET.SubElement(pattern, "rect", {**size, "class": f"sec-b-{name}"})
        ET.SubElement(pattern, "path", {"d": path, "class": "sec-t"})
    dot = ET.SubElement(
        defs, "marker", {"id": "sec-dot", "viewBox": "-2 -2 4 4", "markerWidth": "4", "markerHeight": "4"}
    )
    ET.SubElement(dot, "circle", {"r": "1.8", "class": "sec-dot"})


def _region(svg: ET.Element, region: Region, first: bool) -> None:
    group = ET.SubElement(
        svg,
        "g",
        {
            "class": f"sec-region sec-{region.look}" + (" sec-dashed" if region.dashed else ""),
            "data-region": region.term.id,
            "role": "button",
            "tabindex": "0" if first else "-1",
            "aria-label": shown(region.term.label),
        },
    )
    if region.also:
        ET.SubElement(group, "path", {"class": "sec-also", "d": region.also})
    if region.look in ("plane", "line", "zone"):
        ET.SubElement(group, "path", {"class": "sec-hit", "d": region.path})
    ET.SubElement(group, "path", {"class": "sec-shape", "d": region.path})
    if region.look == "vessel":
        x, y = region.target
        ET.SubElement(group, "path", {"class": "sec-lumen", "d": shape.ring((x - 7, y), 2.6)})


def names(term: Term, known: Anatomy, short: bool = False) -> dict[str, str]:
    """The name in each language, a draft marked with an asterisk; a part of a muscle may drop the muscle's own name."""
    whole = next((known.places[w] for w in known.wholes(term.id) if w in known.places), None) if short else None
    found = {}
    for lang in LANGUAGES:
        text = term.labels.get(lang) or term.label
        prefix = (whole.labels.get(lang) or whole.label) + " " if whole else ""
        cut = text.removeprefix(prefix) if prefix else text
        found[lang] = shown(cut or text)[:LABEL_LIMIT] + ("*" if lang in term.drafts else "")
    return found


def placed(regions: Iterable[Region], known: Anatomy) -> list[Label]:
    """All labels beside the drawing, spread over the two columns; the left one leaves a gap for the needle."""
    labels = [_worded(r, known) for r in regions if not r.letter]
    level = shape.outer(shape.NEEDLE)[1]
    high = [label for label in labels if label.left and label.target[1] < level]
    low = [label for label in labels if label.left and label.target[1] >= level]
    right = [label for label in labels if not label.left]
    return [*spread(high, UPPER - 2, level - 13), *spread(low, level + 12, BOTTOM), *spread(right, UPPER, BOTTOM)]


def _worded(region: Region, known: Anatomy) -> Label:
    named = names(region.term, known, region.look == "part")
    lines = {lang: wrapped(text, ROOM[region.left]) for lang, text in named.items()}
    return Label(region.term.id, region.left, region.target, lines)


def _label(svg: ET.Element, label: Label) -> None:
    group = ET.SubElement(svg, "g", {"class": "sec-label", "data-region": label.region})
    start = (LEFT + 3 if label.left else RIGHT - 3, label.y)
    ET.SubElement(group, "path", {"class": "sec-lead", "d": _leader(start, label.target)})
    for lang in LANGUAGES:
        lines = label.lines[lang]
        x, y = (LEFT if label.left else RIGHT), label.y - (len(lines) - 1) * LINE / 2 + SIZE * 0.35
        text = _text(group, (x, y), lines[0], f"sec-{lang}" + (" sec-end" if label.left else ""))
        text.set("lang", lang)
        for line in lines[1:]:
            span = ET.SubElement(text, "tspan", {"x": number(x), "dy": number(LINE)})
            span.text = line


def _leader(start: Point, target: Point) -> str:
    """Level for a little, then straight to the place, where a dot ends it."""
    bend = between(start, (target[0], start[1]), 0.3)
    bent = f"M{number(start[0])},{number(start[1])}L{number(bend[0])},{number(bend[1])}"
    return f"{bent}L{number(target[0])},{number(target[1])}"


def _planes(svg: ET.Element, regions: Iterable[Region], known: Anatomy) -> None:
    """Letters on top of the planes, and their names below the drawing."""
    lettered = [r for r in regions if r.letter]
    if not lettered:
        return
    _both(svg, (4, 428), WORDS["places"], "sec-small")
    room = (228 - 150) / max(len(lettered) - 1, 1)
    for n, region in enumerate(lettered):
        group = ET.SubElement(svg, "g", {"class": "sec-label", "data-region": region.term.id})
        x, y = 150 + n * room, 12.0
        ET.SubElement(group, "path", {"class": "sec-lead", "d": smooth([(x, y), region.target])})
        spot = (12 + n % 2 * 186, 445 + n // 2 * 22)
        for at in ((x, y), (spot[0], spot[1])):
            ET.SubElement(group, "path", {"class": "sec-tag", "d": shape.ring(at, 9)})
            _text(group, (at[0], at[1] + 5), region.letter, "sec-mid")
        _both(group, (spot[0] + 14, spot[1] + 5), list(names(region.term, known).values()))


def _frame(svg: ET.Element, regions: Iterable[Region]) -> None:
    group = ET.SubElement(svg, "g", {"class": "sec-soft"})
    _both(group, (0, 14), WORDS["front"])
    _both(group, (360, 14), WORDS["inside"], "sec-end")
    _both(group, (4, 493), WORDS["schematic"], "sec-strong")
    if any("ko" in r.term.drafts for r in regions):
        _text(group, (360, 493), WORDS["draft"][1], "sec-ko sec-end")


def _both(parent: ET.Element, at: Point, words: Sequence[str], look: str = "") -> None:
    for lang, text in zip(LANGUAGES, words, strict=True):
        _text(parent, at, text, f"sec-{lang} {look}".strip()).set("lang", lang)


def _text(parent: ET.Element, at: Point, text: str, look: str) -> ET.Element:
    made = ET.SubElement(parent, "text", {"x": number(at[0]), "y": number(at[1]), "class": look})
    made.text = text
    return made


def _filler(svg: ET.Element) -> None:
    ET.SubElement(svg, "path", {"class": "sec-trail", "data-trail": "", "d": "M0,0"})
    group = ET.SubElement(svg, "g", {"class": "sec-filler", "data-filler": "", "aria-hidden": "true"})
    group.set("hidden", "hidden")
    blob = "M-12,1C-13,-7 -5,-11 1,-10C8,-10 14,-5 12,2C11,9 4,11 -2,10C-8,10 -12,7 -12,1Z"
    ET.SubElement(group, "path", {"class": "sec-blob", "d": blob})
    ET.SubElement(group, "path", {"class": "sec-gleam", "d": "M-7,-3q3,-4 8,-3M-6,5l10,-9M0,7l7,-7"})
    _both(group, (17, 5), WORDS["filler"], "sec-halo")


def _needle(svg: ET.Element, known: Anatomy) -> None:
    group = ET.SubElement(svg, "g", {"class": "sec-needle", "data-needle": "", "aria-hidden": "true"})
    shaft = "M0,0L-9,-2.200H-84V1.800H-6Z".replace("00", "")
    ET.SubElement(group, "path", {"class": "sec-steel", "d": shaft})
    ET.SubElement(group, "path", {"class": "sec-hub", "d": "M-84,-4h-8l-3,-3h-14v14h14l3,-3h8z"})
    x, y = stops_at(known)[0]
    group.set("style", f"transform:translate({number(x)}px,{number(y)}px)")


def stops_at(known: Anatomy) -> list[Point]:
    """Where the needle's tip stands: in front of the skin, then at each depth, inward on one level."""
    core, u = core_of(known), shape.NEEDLE
    y = shape.outer(u)[1]
    spots = [shape.outer(u, -8)[0]]
    spots += [_at_depth(d, core, u)[0] for d in depths(known)]
    return [(x, y) for x in spots]


def depths(known: Anatomy) -> list[float]:
    """All depths at which a layer or a plane lies, from the surface inward."""
    return sorted({*(p.depth for p in known.planes), *(float(n) for n in range(1, len(known.layers) + 1))})


def _at_depth(depth: float, core: shape.Core, u: float) -> Point:
    if depth <= 1:
        return shape.outer(u, shape.SKIN / 2)
    if depth > core.count + 1:
        return shape.inner(u, shape.LINING / 2)
    return core.middle(depth - 2, u)


def spine(known: Anatomy) -> list[Point]:
    """The way of the filler in the drawing: in the first layer under the covering, from the red lip upward."""
    core = core_of(known)
    return [core.middle(0, u) for u in steps(11.0, 1.0, 0.5)]
