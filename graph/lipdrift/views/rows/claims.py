"""Claims, terms and counts as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lipdrift.answers import EvidenceOf, Found, Info, Shown
from lipdrift.model import Claim, Source, Term
from lipdrift.views.rows.shape import Table

EVIDENCE = (
    "claim",
    "subject",
    "relation",
    "object",
    "value",
    "strength",
    "disputed",
    "inferred",
    "independent_sources",
    "stance",
    "source",
    "year",
    "source_kind",
    "basis",
    "locator",
    "text",
)


def evidence(answer: EvidenceOf) -> Table:
    """One row for each evidence item; a claim without any has one row."""
    return EVIDENCE, _items(answer.claims, answer.cited)


def _items(claims: Iterable[Claim], cited: Mapping[str, Source]) -> Iterator[list[Any]]:
    for claim in claims:
        said: list[Any] = [claim.id, claim.subject, claim.relation, claim.object or None, claim.value or None]
        said += [claim.strength.word, claim.disputed, claim.inferred, claim.independent]
        for item in claim.evidence:
            source = cited.get(item.source)
            where = [source.year or None, source.kind or None] if source else [None, None]
            yield [*said, item.stance.lower(), item.source, *where, item.basis, item.locator or None, claim.comment]
        if not claim.evidence:
            yield [*said, *[None] * 6, claim.comment]


def found(answer: Found) -> Table:
    return ("id", "label", "kind"), (_term(t) for t in answer.terms)


def _term(term: Term) -> list[Any]:
    return [term.id, term.label, term.kind]


def shown(answer: Shown) -> Table:
    """The evidence of every claim about the term; ``direction`` says whether the term is its object or subject."""
    into = (["in", *row] for row in _items(answer.claims_in, answer.cited))
    out = (["out", *row] for row in _items(answer.claims_out, answer.cited))
    return ("direction", *EVIDENCE), [*into, *out]


def info(answer: Info) -> Table:
    header = answer.receipt.ontology
    told = {"title": header.title, "version": header.version, "sha256": header.sha256, "licence": header.licence}
    rows = [*told.items(), *answer.counts.items(), *((f"kind {k}", n) for k, n in answer.kinds.items())]
    return ("what", "value"), [[name, str(value)] for name, value in [*rows, ("cite", answer.cite)]]
