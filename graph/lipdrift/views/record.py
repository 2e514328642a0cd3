"""Answers as plain records for JSON, with the keys that other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from lipdrift.answers import EvidenceOf, Found, Info, NoRoute, Paths, Receipt, Report, Route, Shown, Step
from lipdrift.model import Claim, Source, Term
from lipdrift.terms import Stance

Record = dict[str, Any]


def to_json(answer: object) -> str:
    """The answer as JSON text, receipt first, two-space indent, non-ASCII kept."""
    return json.dumps(record(answer), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def record(answer: object) -> Record:
    """The answer as dicts and lists; TypeError for anything but an answer."""
    try:
        write = WRITERS[type(answer)]
    except KeyError:
        raise TypeError(f"{type(answer).__name__} is no answer") from None
    return receipt(answer.receipt) | write(answer)  # type: ignore[attr-defined]


def receipt(slip: Receipt) -> Record:
    """The receipt, in the order in which it is printed."""
    header = slip.ontology
    return {
        "schema": slip.schema,
        "lipdrift": slip.lipdrift,
        "ontology": {"iri": header.iri, "version": header.version, "sha256": header.sha256},
        "question": dict(slip.question),
        "complete": slip.complete,
        "reason": slip.reason,
        "caveats": [c.text for c in slip.caveats],
    }


def term(value: Term) -> Record:
    """A term as it stands in every answer."""
    return {"id": value.id, "label": value.label, "kind": value.kind}


def _paths(answer: Paths) -> Record:
    found: Record = {
        "paths": [_route(r) for r in answer.routes],
        "summary_claims": [c.id for c in answer.summary_claims],
        "then": [
            {
                "sign": term(seen.sign),
                "strength": seen.strength.word,
                "disputed": seen.disputed,
                "claims": [c.id for c in seen.claims],
            }
            for seen in answer.then
        ],
    }
    return found | ({"no_route": _no_route(answer.no_route)} if answer.no_route else {})


def _route(route: Route) -> Record:
    return {
        "weakest": route.weakest.word,
        "sources": route.sources,
        "weakest_sources": route.weakest_sources,
        "summary": route.summary,
        "inferred": route.inferred,
        "of_which": term(route.of_which) if route.of_which else None,
        "steps": [_step(s) for s in route.steps],
    }


def _step(step: Step) -> Record:
    return {
        "from": term(step.tail),
        "relation": step.relation.id,
        "polarity": step.polarity or None,
        "to": term(step.head),
        "strength": step.strength.word,
        "disputed": step.disputed,
        "inferred": step.inferred,
        "claims": [c.id for c in step.claims],
        "sources": list(step.sources),
    }


def _no_route(why: NoRoute) -> Record:
    return {
        "reached": [term(t) for t in why.reached],
        "leading": [term(t) for t in why.leading],
        "missing": [{"from": term(a), "to": term(b)} for a, b in why.missing],
        "related": [c.id for c in why.related],
    }


def _evidence(answer: EvidenceOf) -> Record:
    return {"claims": [claim(c, answer.names) for c in answer.claims]}


def claim(value: Claim, names: Mapping[str, Term]) -> Record:
    """A claim with its evidence, sorted by what it does to the claim."""
    found: Record = {
        "id": value.id,
        "subject": _named(value.subject, names),
        "relation": value.relation,
        "object": _named(value.object, names) if value.object else None,
        "value": value.value or None,
        "qualifier": value.qualifier or None,
        "text": value.comment or None,
        "strength": value.strength.word,
        "disputed": value.disputed,
        "inferred": value.inferred,
        "supported": value.supported,
        "independent": value.independent,
    }
    stances = (("supports", Stance.SUPPORTS), ("disputes", Stance.DISPUTES), ("qualifies", Stance.QUALIFIES))
    return found | {key: _items(value, stance) for key, stance in stances}


def _items(value: Claim, stance: Stance) -> list[Record]:
    return [
        {
            "id": i.id,
            "source": i.source,
            "basis": i.basis,
            "evidence_type": i.evidence_type,
            "locator": i.locator or None,
        }
        for i in value.evidence
        if i.stance is stance
    ]


def _named(identifier: str, names: Mapping[str, Term]) -> Record:
    return term(names[identifier]) if identifier in names else {"id": identifier, "label": identifier, "kind": ""}


def _found(answer: Found) -> Record:
    return {"terms": [term(t) for t in answer.terms]}


def _shown(answer: Shown) -> Record:
    value = answer.term
    return {
        "term": term(value),
        "definition": value.definition or None,
        "labels": dict(value.labels),
        "words": [{"text": w.text, "lang": w.lang, "register": w.register} for w in value.words],
        "site": [_named(s, answer.names) | {"inferred": s in value.inferred_sites} for s in value.sites],
        "modifiable_by": list(value.modifiable_by),
        "claims_in": [claim(c, answer.names) for c in answer.claims_in],
        "claims_out": [claim(c, answer.names) for c in answer.claims_out],
        "sources": [source(answer.cited[s]) for s in value.sources if s in answer.cited],
        "mappings": [{"relation": r, "id": i} for r, i in answer.mappings],
    }


def source(value: Source) -> Record:
    """A source with the fields that it states; what it does not state is named."""
    fields = ("title", "kind", "authors", "year", "container", "doi", "url", "how_seen", "group")
    stated = {f: getattr(value, f) for f in fields if getattr(value, f)}
    return {"id": value.id, **stated, "not_stated": list(value.not_stated)}


def _info(answer: Info) -> Record:
    header = answer.receipt.ontology
    return {
        "title": header.title,
        "licence": header.licence,
        "date": header.date,
        "counts": dict(answer.counts),
        "kinds": dict(answer.kinds),
        "cite": answer.cite,
    }


def _report(answer: Report) -> Record:
    fields = ("file", "line", "column", "level", "code", "message", "fix")
    return {
        "rules": answer.rules,
        "switched_off": dict(answer.switched_off),
        "counts": {level: answer.count(level) for level in ("error", "warning", "info")},
        "problems": [{f: getattr(p, f) for f in fields} for p in answer.problems],
    }


WRITERS: Mapping[type, Callable[[Any], Record]] = {
    Paths: _paths,
    EvidenceOf: _evidence,
    Found: _found,
    Shown: _shown,
    Info: _info,
    Report: _report,
}
