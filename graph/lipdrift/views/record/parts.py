"""Records that all answers share: the receipt, terms, sources, claims with their evidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lipdrift.answers import Receipt
from lipdrift.model import Claim, Source, Term
from lipdrift.terms import Stance

Record = dict[str, Any]


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
        "sentence": slip.sentence or None,
    }


def term(value: Term) -> Record:
    """A term as it stands in every answer."""
    return {"id": value.id, "label": value.label, "kind": value.kind}


def claim(value: Claim, names: Mapping[str, Term]) -> Record:
    """A claim with its evidence, sorted by what it does to the claim."""
    found: Record = {
        "id": value.id,
        "subject": named(value.subject, names),
        "relation": value.relation,
        "object": named(value.object, names) if value.object else None,
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


def named(identifier: str, names: Mapping[str, Term]) -> Record:
    return term(names[identifier]) if identifier in names else {"id": identifier, "label": identifier, "kind": ""}


def source(value: Source) -> Record:
    """A source with the fields that it states; what it does not state is named."""
    fields = ("title", "kind", "authors", "year", "container", "doi", "url", "how_seen", "group")
    stated = {f: getattr(value, f) for f in fields if getattr(value, f)}
    return {"id": value.id, **stated, "not_stated": list(value.not_stated)}
