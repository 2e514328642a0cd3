"""Which cards a page draws, in which column, and which lines between them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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
REVIEWED = ("JournalArticle", "Review", "CaseReport", "Guideline", "Textbook")
"""Kinds of sources that count as peer-reviewed work."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line between two cards: all claims that say it.

    ``role`` is causal, summary (drawn only where its steps are taken away), opposing, through, kind or mimics.
    ``thin`` tells that only clinic pages or an inference stand behind it, ``reviewed`` that a peer-reviewed work does.
    """

    tail: str
    head: str
    role: str
    strength: Strength
    disputed: bool
    thin: bool
    reviewed: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Cards with their places in both layouts, and the lines. ``strips`` are the ids of the rows below.

    ``columns`` maps ids to columns.
    """

    terms: tuple[Term, ...]
    lines: tuple[Line, ...]
    wide: Placement
    tall: Placement
    strips: tuple[tuple[str, ...], ...]
    columns: Mapping[str, int]


def picture(explorer: Explorer) -> Picture:
    """The picture of everything that a page shows."""
    sources = {s.id: s for s in explorer.sources}
    terms = {t.id: t for t in explorer.terms}
    lines = tuple(_lines(explorer, terms, sources))
    pull = [(line.tail, line.head) for line in lines if line.role in ("causal", "opposing")]
    columns = _columns(explorer, [(line.tail, line.head) for line in lines if line.role == "causal"])
    boxes = {i: Box(i, column, _rows(terms[i].label)) for i, column in columns.items()}
    below = sorted((t for t in explorer.terms if t.id not in columns), key=_strip_order)
    strips = tuple(tuple(t.id for t in below if t.kind in kinds) for kinds in STRIPS)
    return Picture(
        terms=tuple(explorer.terms),
        lines=lines,
        wide=landscape(list(boxes.values()), pull, main=[(x.tail, x.head) for x in lines if x.role == "causal"]),
        tall=portrait(list(boxes.values()), pull),
        strips=tuple(filter(None, strips)),
        columns=columns,
    )


def _columns(explorer: Explorer, causal: Sequence[tuple[str, str]]) -> dict[str, int]:
    """The column of each card. What leads to a term never stands to the right of it, except in a circle and for
    what can be done, which always points back at what it acts on."""
    columns = {t.id: c for t in explorer.terms if (c := column_of(t)) is not None}
    ahead: dict[str, set[str]] = {}
    for tail, head in causal:
        ahead.setdefault(tail, set()).add(head)
    forward = [(a, b) for a, b in causal if a in columns and b in columns and not _leads(ahead, b, a)]
    forward = [(a, b) for a, b in forward if columns[a] < len(COLUMNS) - 1]
    while late := [(a, b) for a, b in forward if columns[a] > columns[b]]:
        for tail, head in late:
            columns[tail] = min(columns[tail], columns[head])
    return columns


def _leads(ahead: Mapping[str, set[str]], start: str, end: str) -> bool:
    waiting, seen = [start], {start}
    while waiting:
        for other in ahead.get(waiting.pop(), set()) - seen:
            seen.add(other)
            waiting.append(other)
    return end in seen


def column_of(term: Term) -> int | None:
    """The column that a term's kind stands in, None for what stands in a strip below."""
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
    """How a claim is drawn; "" for what only the panel tells."""
    relation = explorer.relations[claim.relation]
    if relation.causal:
        return "summary" if claim.link_type is LinkType.KNOWN_STEPS else "causal"
    return "opposing" if relation.polarity == "-" else DRAWN_OTHERS.get(claim.relation, "")


def _line(key: tuple[str, str, str], found: list[Claim], sources: Mapping[str, Source]) -> Line:
    best = max(found, key=lambda c: (c.strength, c.independent))
    return Line(
        *key,
        strength=best.strength,
        disputed=any(c.disputed for c in found),
        thin=all(_thin(c, sources) for c in found),
        reviewed=any(reviewed(c, sources) for c in found),
        claims=tuple(c.id for c in found),
    )


def reviewed(claim: Claim, sources: Mapping[str, Source]) -> bool:
    """Whether a peer-reviewed work, a textbook or a guideline supports it; never for a curator's inference."""
    return not claim.inferred and any(sources[s].kind in REVIEWED for s in claim.sources if s in sources)


def _thin(claim: Claim, sources: Mapping[str, Source]) -> bool:
    """Whether only clinic pages or a curator's inference stand behind it."""
    return claim.inferred or all(sources[s].kind == "ClinicPage" for s in claim.sources if s in sources)
