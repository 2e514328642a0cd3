"""Which cards a page draws, in which column, and which lines between them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lipdrift.answers import Explorer
from lipdrift.model import Claim, Source, Term
from lipdrift.terms import LinkType, Strength
from lipdrift.views.layout import Box, Placement, landscape, portrait

COLUMNS = ("cause", "tissue", "movement", "sign", "care")
COLUMN_OF = {"Cause": 0, "MechanismStep": 1, "Event": 2, "Outcome": 2, "Sign": 3, "Treatment": 4, "Prevention": 4}
STRIPS = (
    ("LookAlike",),
    ("Technique",),
    ("Diagnostic",),
    ("Risk",),
    ("Material", "MaterialProperty"),
    ("InjectionLayer", "Structure"),
)
"""Kinds that stand in strips below the columns, hidden until they are asked for or told of."""
COLOUR_OF_STRIP = {"LookAlike": "sign", "Technique": "care", "Diagnostic": "care", "Risk": "movement"}
DRAWN_OTHERS = {"lip:actsThrough": "through", "lip:kindOf": "kind", "lip:mimics": "mimics"}
CHARACTERS_A_LINE = 13


@dataclass(frozen=True, slots=True)
class Line:
    """One line between two cards: all claims that say it. ``role`` is causal, opposing, through, kind or mimics."""

    tail: str
    head: str
    role: str
    strength: Strength
    disputed: bool
    thin: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Cards with their places in both layouts, and the lines. ``strips`` are the ids of the rows below."""

    terms: tuple[Term, ...]
    lines: tuple[Line, ...]
    wide: Placement
    tall: Placement
    strips: tuple[tuple[str, ...], ...]


def picture(explorer: Explorer) -> Picture:
    """The picture of everything that a page shows."""
    sources = {s.id: s for s in explorer.sources}
    terms = {t.id: t for t in explorer.terms}
    lines = tuple(_lines(explorer, terms, sources))
    placed = [t for t in explorer.terms if column_of(t) is not None]
    boxes = [Box(t.id, column_of(t) or 0, _rows(t.label)) for t in placed]
    pull = [(line.tail, line.head) for line in lines if line.role in ("causal", "opposing")]
    below = sorted((t for t in explorer.terms if column_of(t) is None), key=_strip_order)
    strips = tuple(tuple(t.id for t in below if t.kind in kinds) for kinds in STRIPS)
    return Picture(
        tuple(explorer.terms), lines, landscape(boxes, pull), portrait(boxes, pull), tuple(filter(None, strips))
    )


def column_of(term: Term) -> int | None:
    """The column of a term, None for what stands in a strip below."""
    if term.kind == "MechanismStep" and term.stage == "movement":
        return 2
    return COLUMN_OF.get(term.kind)


def colour_of(term: Term) -> str:
    """The name of the colour and mark of a term's card."""
    column = column_of(term)
    return COLUMNS[column] if column is not None else COLOUR_OF_STRIP.get(term.kind, "place")


def _strip_order(term: Term) -> tuple[int, str]:
    """Tissue layers from the surface inward, then the rest by label."""
    return (term.layer if term.layer is not None else 99, term.label)


def _rows(label: str) -> int:
    """How many lines a label fills on a card, wrapped at words and behind hyphens."""
    rows, used = 1, 0
    for word in label.split():
        for number, part in enumerate(re.findall(r"[^-]+-?|-", word)):
            space = 1 if used and not number else 0
            if used and used + space + len(part) > CHARACTERS_A_LINE:
                rows, used = rows + 1, len(part)
            else:
                used += space + len(part)
    return rows


def _lines(explorer: Explorer, terms: Mapping[str, Term], sources: Mapping[str, Source]) -> list[Line]:
    together: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in explorer.claims:
        role = _role(explorer, claim)
        if role and claim.object in terms and claim.supported:
            together.setdefault((claim.subject, claim.object, role), []).append(claim)
    return [_line(key, found, sources) for key, found in sorted(together.items())]


def _role(explorer: Explorer, claim: Claim) -> str:
    """How a claim is drawn; "" for what only the panel tells, such as summary claims."""
    relation = explorer.relations[claim.relation]
    if relation.causal:
        return "" if claim.link_type is LinkType.KNOWN_STEPS else "causal"
    return "opposing" if relation.polarity == "-" else DRAWN_OTHERS.get(claim.relation, "")


def _line(key: tuple[str, str, str], found: list[Claim], sources: Mapping[str, Source]) -> Line:
    best = max(found, key=lambda c: (c.strength, c.independent))
    return Line(
        *key,
        strength=best.strength,
        disputed=any(c.disputed for c in found),
        thin=all(_thin(c, sources) for c in found),
        claims=tuple(c.id for c in found),
    )


def _thin(claim: Claim, sources: Mapping[str, Source]) -> bool:
    """Whether only clinic pages or a curator's inference stand behind it."""
    return claim.inferred or all(sources[s].kind == "ClinicPage" for s in claim.sources if s in sources)
