"""The claims between two terms, or about one, with everything for and against them."""

from __future__ import annotations

from lipdrift.answers import EvidenceOf
from lipdrift.causal import Knowledge
from lipdrift.model import Claim, Term
from lipdrift.questions.receipts import receipt


def evidence(kg: Knowledge, term: Term, other: Term | None = None) -> EvidenceOf:
    """The claims that name the term, or both terms, sorted by id."""
    both = (term,) if other is None else (term, other)
    found = tuple(c for c in kg.about(term.id) if other is None or {c.subject, c.object} == {term.id, other.id})
    question = {"command": "evidence", "terms": [t.id for t in both]}
    return EvidenceOf(
        receipt=receipt(kg, question, terms=both, claims=found),
        terms=both,
        claims=found,
        names=names(kg, found),
        relations=kg.relations,
        cited=kg.cited(found),
    )


def names(kg: Knowledge, claims: tuple[Claim, ...]) -> dict[str, Term]:
    """The terms that the claims name, by id."""
    ids = sorted({i for c in claims for i in (c.subject, c.object, *c.needs_also, *c.sites) if i in kg.terms})
    return {i: kg.terms[i] for i in ids}
