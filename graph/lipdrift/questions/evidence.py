"""The claims between two terms, or about one, with everything for and against them."""

from __future__ import annotations

from lipdrift.answers import EvidenceOf
from lipdrift.causal import Knowledge
from lipdrift.model import Claim, Term
from lipdrift.questions.bounds import DEFAULT, Bounds
from lipdrift.questions.receipts import receipt
from lipdrift.questions.sentence import about_claims


def evidence(kg: Knowledge, term: Term, other: Term | None = None, bounds: Bounds = DEFAULT) -> EvidenceOf:
    """The claims that name the term, or both terms, sorted by id; of the bounds, strength and inference count."""
    both = (term,) if other is None else (term, other)
    about = [c for c in kg.about(term.id) if other is None or {c.subject, c.object} == {term.id, other.id}]
    found = tuple(c for c in about if _kept(c, bounds))
    named = {key: value for key, value in bounds.named().items() if key in ("min_strength", "inferred")}
    question = {"command": "evidence", "terms": [t.id for t in both], **named}
    sentence = about_claims(kg, found, f"about {' and '.join(t.label for t in both)}")
    return EvidenceOf(
        receipt=receipt(kg, question, terms=both, claims=found, sentence=sentence),
        terms=both,
        claims=found,
        names=names(kg, found),
        relations=kg.relations,
        cited=kg.cited(found),
    )


def _kept(claim: Claim, bounds: Bounds) -> bool:
    strong = bounds.min_strength is None or claim.strength >= bounds.min_strength
    return strong and (bounds.inferred or not claim.inferred)


def names(kg: Knowledge, claims: tuple[Claim, ...]) -> dict[str, Term]:
    """The terms that the claims name, by id."""
    ids = sorted({i for c in claims for i in (c.subject, c.object, *c.needs_also, *c.sites) if i in kg.terms})
    return {i: kg.terms[i] for i in ids}
