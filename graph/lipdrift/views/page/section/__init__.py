"""A sagittal section of the upper lip, drawn from what the ontology knows of the lip's anatomy.

`section` gives the picture (SVG), the values that ``js/section.js`` works on, and both together as one figure with a
depth pointer. It stands alone: no other part of a page is needed, and nothing here reads a file or asks a question.

What the drawing says, and why (ids are claims of the ontology):

- From the surface inward: skin, superficial fat, muscle, deep fat, mucosa. The order is each term's layer; C061 and
  C062 state it (fat, muscle between two fats), C208 the mucosa as innermost.
- The deep fat lies behind the muscle (C068) and ends in front at the wet-dry border (C069), so the two fats meet
  below the muscle on a line to that border. The border is often unclear (C210).
- The red lip has a thin covering (C053); the skin's is drawn thicker. The white roll is a raised strip just outside
  the border (C055), filled differently from skin because an encyclopaedia calls it glands and fat (C056).
- The muscle is cut across: one source gives the outer part circular fibres (C064, another differs). Its marginal part
  lies along the free margin (C063 and the definition). No hook or curl at the border is drawn: no claim says so.
- The superior labial artery is a full ring in the plane of its best-supported claim (C073, submucosal) and an empty
  dashed ring where another claim finds it (C075, intramuscular). Its depth in millimetres (C074) beside a thickness
  measured in other people (C077) does not fix a point in a schematic drawing. The lower artery's plane has no claim
  of its own: dashed.
- Small glands lie under the inner lining (C078). The philtrum is the midline of the lip's skin (C060), so the cut is
  in the midline; what lies beside it (mouth corner, columns, Cupid's bow's peaks) is not drawn.
- Planes of injection and the lip body are placed by their definitions, no claim gives their place: dashed.
- Compartments (C070, C071) are not drawn: their place relative to the muscle was not read.

Outline, thicknesses, the heights of vessels and glands and the way along which filler travels (its ends are claimed:
C031, C032) are ours, and the figure says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lipdrift.answers import Explorer
from lipdrift.model import Claim
from lipdrift.views.page.data import embedded, shown
from lipdrift.views.page.section.anatomy import Anatomy, anatomy, shown_as
from lipdrift.views.page.section.data import caveats, data
from lipdrift.views.page.section.drawing import draw, names
from lipdrift.views.page.section.regions import Region, regions
from lipdrift.views.page.section.words import WORDS

__all__ = ["Section", "section"]


@dataclass(frozen=True, slots=True)
class Section:
    """The picture, its data, and both as one figure. All are empty where an ontology has no tissue layers to draw.

    ``svg`` has both languages in it and needs ``section.css``. ``data`` holds ``regions`` (place id → point of the
    filler, claims, and for a part of the muscle the ``whole``), ``sites`` (term id → [[place id, inferred]]),
    ``stops`` (of the needle, from the surface inward), ``spine`` (the filler's way), ``journeys`` (cause id → [[step,
    from, to]] where filler is put and moves), ``names`` and ``words``. ``figure`` is what ``startSection(root,
    onTerm)`` is started on; caveats and data are part of it.
    """

    svg: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    figure: str = ""


def section(explorer: Explorer) -> Section:
    """The section of everything that a page knows about the lip. Same input, same bytes."""
    known = anatomy(explorer)
    drawn = regions(known)
    if not drawn:
        return Section()
    svg, values = draw(known, drawn), data(explorer, known, drawn)
    return Section(svg, values, _figure(explorer, known, drawn, svg, values))


def _figure(explorer: Explorer, known: Anatomy, drawn: Sequence[Region], svg: str, values: Mapping[str, Any]) -> str:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("lipdrift.views.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("section.html.j2").render(
        svg=svg,
        data=embedded(values),
        words=WORDS,
        stops=len(values["stops"]),
        caveats=[{lang: shown(c.texts.get(lang, c.text)) for lang in ("en", "ko")} for c in caveats(explorer, drawn)],
        rests=[_rest(r, known) for r in drawn],
        missing=[names(t, known) for t in _missing(known, drawn)],
    )


def _rest(region: Region, known: Anatomy) -> dict[str, Any]:
    claims = {c.id: c for c in known.claims}
    return {
        "name": names(region.term, known),
        "claims": [_claim(claims[i]) for i in region.claims],
        "dashed": region.dashed,
        "vessel": region.look == "vessel",
    }


def _claim(claim: Claim) -> dict[str, str]:
    return {
        "id": claim.id.removeprefix("lip:"),
        "text": shown(claim.comment),
        "qualifier": shown(claim.qualifier),
        "strength": claim.strength.word,
        "inferred": "curator's inference" if claim.inferred else "",
    }


def _missing(known: Anatomy, drawn: Sequence[Region]) -> list[Any]:
    """Places that are known and neither drawn nor made up of parts that are."""
    ids = {r.term.id for r in drawn}
    return [
        t
        for t in sorted(known.places.values(), key=lambda t: t.label)
        if t.id not in ids and not any(p.id in shown_as(t.id, known, ids) for p in known.parts(t.id))
    ]
