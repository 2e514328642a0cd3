"""Claims, terms and counts as records."""

from __future__ import annotations

from lipdrift.answers import EvidenceOf, Found, Info, Shown
from lipdrift.views.record.parts import Record, claim, named, source, term


def evidence(answer: EvidenceOf) -> Record:
    return {"claims": [claim(c, answer.names) for c in answer.claims]}


def found(answer: Found) -> Record:
    return {"terms": [term(t) for t in answer.terms]}


def shown(answer: Shown) -> Record:
    value = answer.term
    return {
        "term": term(value),
        "definition": value.definition or None,
        "labels": dict(value.labels),
        "words": [{"text": w.text, "lang": w.lang, "register": w.register} for w in value.words],
        "site": [named(s, answer.names) | {"inferred": s in value.inferred_sites} for s in value.sites],
        "modifiable_by": list(value.modifiable_by),
        "claims_in": [claim(c, answer.names) for c in answer.claims_in],
        "claims_out": [claim(c, answer.names) for c in answer.claims_out],
        "sources": [source(answer.cited[s]) for s in value.sources if s in answer.cited],
        "mappings": [{"relation": r, "id": i} for r, i in answer.mappings],
    }


def info(answer: Info) -> Record:
    header = answer.receipt.ontology
    return {
        "title": header.title,
        "licence": header.licence,
        "date": header.date,
        "counts": dict(answer.counts),
        "kinds": dict(answer.kinds),
        "cite": answer.cite,
    }
