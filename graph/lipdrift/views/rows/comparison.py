"""Compare, gaps and explanations as rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lipdrift.answers import CauseOf, Compare, Condition, Explained, Gaps
from lipdrift.model import Term
from lipdrift.views.rows.shape import Table


def compare(answer: Compare) -> Table:
    """One row for each term of either cause's routes."""
    ends = {answer.meet.id: "meet"} if answer.meet else {}
    if answer.part:
        ends[answer.part.id] = "meet;part" if answer.part.id in ends else "part"
    sides = (("both", answer.shared), ("a", answer.only_a), ("b", answer.only_b))
    rows = ([side, t.id, t.label, t.kind, ends.get(t.id)] for side, terms in sides for t in terms)
    return ("side", "term", "label", "kind", "role"), rows


def gaps(answer: Gaps) -> Table:
    """One row for each pair of a cause and a sign."""
    rows = (
        [
            cause.id,
            cause.label,
            sign.id,
            sign.label,
            cell.via,
            cell.weakest.word if cell.weakest is not None else None,
            cell.sign,
            ";".join(cell.claims),
        ]
        for cause, cells in zip(answer.rows, answer.cells, strict=True)
        for sign, cell in zip(answer.columns, cells, strict=True)
    )
    return ("cause", "cause_label", "sign", "sign_label", "via", "weakest", "route_sign", "claims"), rows


def explained(answer: Explained) -> Table:
    """One row for each condition or cause and each sign that was asked for."""
    columns = ("part", "group", "term", "label", "sign", "sign_label", "status", "weakest", "comparable")
    return columns, [*_conditions(answer), *_causes(answer)]


def _conditions(answer: Explained) -> Iterator[list[Any]]:
    for found in answer.conditions:
        for sign, status in _status(found):
            state = found.condition
            yield ["condition", None, state.id, state.label, sign.id, sign.label, status, None, found.comparable]


def _causes(answer: Explained) -> Iterator[list[Any]]:
    for found in answer.causes:
        for sign, status in _status(found):
            cause, weakest = found.cause, found.weakest.word
            yield ["cause", found.group, cause.id, cause.label, sign.id, sign.label, status, weakest, True]


def _status(found: Condition | CauseOf) -> Iterator[tuple[Term, str]]:
    for status, signs in (
        ("explains", found.explains),
        ("unexplained", found.unexplained),
        ("absent", found.absent),
    ):
        yield from ((sign, status) for sign in signs)
