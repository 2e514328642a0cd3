"""One term with everything that is said of it."""

from __future__ import annotations

from lipdrift.answers import Shown
from lipdrift.causal import Knowledge
from lipdrift.model import Term
from lipdrift.questions.evidence import names
from lipdrift.questions.receipts import receipt
from lipdrift.terms import SKOS, curie, expand

MATCHES = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")


def show(kg: Knowledge, term: Term) -> Shown:
    """The term, the claims that end in it, those that begin in it, and its mappings to other vocabularies."""
    about = kg.about(term.id)
    places = {i: kg.terms[i] for i in term.sites if i in kg.terms}
    return Shown(
        receipt=receipt(kg, {"command": "show", "term": term.id}, terms=[term, *places.values()], claims=about),
        term=term,
        claims_in=tuple(c for c in about if c.object == term.id),
        claims_out=tuple(c for c in about if c.subject == term.id),
        names=names(kg, about) | places,
        relations=kg.relations,
        cited=kg.cited(about) | {s: kg.sources[s] for s in term.sources if s in kg.sources},
        mappings=tuple((m, curie(i)) for m in MATCHES for i in kg.data.ids(expand(term.id), SKOS + m)),
    )
