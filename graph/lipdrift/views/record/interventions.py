"""What-if, cuts and treatments as records."""

from __future__ import annotations

from collections.abc import Iterable

from lipdrift.answers import Action, Cuts, Treatments, WhatIf
from lipdrift.model import Term
from lipdrift.views.record.parts import Record, term
from lipdrift.views.record.routes import routes


def whatif(answer: WhatIf) -> Record:
    return {
        "target": term(answer.target),
        "removed": _terms(answer.removed),
        "removed_claims": [c.id for c in answer.removed_claims],
        "unreachable": _terms(answer.unreachable),
        "still_open": routes(answer.still_open, answer.receipt),
    }


def cuts(answer: Cuts) -> Record:
    return {
        "target": term(answer.target),
        "causes": _terms(answer.causes),
        "cuts": [{"terms": _terms(cut)} for cut in answer.cuts],
        "uncuttable": _terms(answer.uncuttable),
        "without_route": _terms(answer.without_route),
        "passages": _terms(answer.passages),
        "why_none": answer.why_none or None,
    }


def treatments(answer: Treatments) -> Record:
    return {"target": term(answer.target), "treatments": [_action(a) for a in answer.actions]}


def _action(action: Action) -> Record:
    return {
        "treatment": term(action.treatment),
        "acts_on": term(action.acts_on),
        "relation": action.relation.id,
        "strength": action.claims[0].strength.word,
        "disputed": action.claims[0].disputed,
        "inferred": action.claims[0].inferred,
        "through": _terms(action.through),
        "untouched": _terms(action.untouched),
        "risks": _terms(action.risks),
        "contraindications": _terms(action.contraindications),
        "approvals": [
            {
                "term": term(a.term),
                "status": a.status,
                "jurisdiction": a.jurisdiction or None,
                "date": a.date or None,
                "claim": a.claim.id,
                "sources": list(a.claim.sources),
            }
            for a in action.approvals
        ],
        "claims": [c.id for c in action.claims],
    }


def _terms(terms: Iterable[Term]) -> list[Record]:
    return [term(t) for t in terms]
