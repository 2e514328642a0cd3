"""Cuts and treatments as rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lipdrift.answers import Action, Cuts, Treatments
from lipdrift.model import Term
from lipdrift.views.rows.shape import Table


def cuts(answer: Cuts) -> Table:
    """One row for each term of each set, then the terms outside the sets and why they stand there."""
    inside = [["cut", number, t.id, t.label, _who(t)] for number, cut in enumerate(answer.cuts, 1) for t in cut]
    outside = (
        ("uncuttable", answer.uncuttable),
        ("without_route", answer.without_route),
        ("passage", answer.passages),
    )
    rest = [[part, None, t.id, t.label, _who(t)] for part, terms in outside for t in terms]
    return ("part", "set", "term", "label", "modifiable_by"), [*inside, *rest]


def _who(term: Term) -> str:
    return ";".join(term.modifiable_by)


def treatments(answer: Treatments) -> Table:
    """One row for each action."""
    columns = (
        "treatment",
        "treatment_label",
        "relation",
        "acts_on",
        "acts_on_label",
        "strength",
        "disputed",
        "inferred",
        "through",
        "untouched",
        "risks",
        "contraindications",
        "approvals",
        "claims",
    )
    return columns, (_action(a) for a in answer.actions)


def _action(action: Action) -> list[Any]:
    first = action.claims[0]
    approvals = (
        f"{a.term.id}: {a.status} ({a.jurisdiction or 'place not stated'}, {a.date or 'date not stated'})"
        for a in action.approvals
    )
    return [
        action.treatment.id,
        action.treatment.label,
        action.relation.id,
        action.acts_on.id,
        action.acts_on.label,
        first.strength.word,
        first.disputed,
        first.inferred,
        _ids(action.through),
        _ids(action.untouched),
        _ids(action.risks),
        _ids(action.contraindications),
        " | ".join(approvals),
        ";".join(c.id for c in action.claims),
    ]


def _ids(terms: Iterable[Term]) -> str:
    return ";".join(t.id for t in terms)
