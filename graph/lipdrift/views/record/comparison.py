"""Compare, loops, gaps and explanations as records."""

from __future__ import annotations

from lipdrift.answers import CauseOf, Cell, Compare, Condition, Explained, Gaps, Loops, Receipt
from lipdrift.views.record.parts import Record, term
from lipdrift.views.record.routes import routes, signed, step


def compare(answer: Compare) -> Record:
    return {
        "target": term(answer.target),
        "shared": [term(t) for t in answer.shared],
        "only_a": [term(t) for t in answer.only_a],
        "only_b": [term(t) for t in answer.only_b],
        "meet": term(answer.meet) if answer.meet else None,
        "part": term(answer.part) if answer.part else None,
        "paths_a": routes(answer.first_routes, answer.receipt),
        "paths_b": routes(answer.second_routes, answer.receipt),
    }


def loops(answer: Loops) -> Record:
    return {
        "loops": [
            {
                "steps": [step(s) for s in loop.steps],
                "weakest": loop.weakest.word,
                "weakest_sources": loop.weakest_sources,
                "inferred": loop.inferred,
                "listed": loop.listed or None,
            }
            | ({"sign": loop.sign} if signed(answer.receipt) else {})
            for loop in answer.loops
        ]
    }


def gaps(answer: Gaps) -> Record:
    return {
        "rows": [term(t) for t in answer.rows],
        "columns": [term(t) for t in answer.columns],
        "cells": [[_cell(c, answer.receipt) for c in row] for row in answer.cells],
    }


def _cell(cell: Cell, receipt: Receipt) -> Record:
    found: Record = {
        "weakest": cell.weakest.word if cell.weakest is not None else None,
        "via": cell.via,
        "claims": list(cell.claims),
    }
    return found | ({"sign": cell.sign} if signed(receipt) else {})


def explained(answer: Explained) -> Record:
    return {
        "signs": [term(t) for t in answer.signs],
        "conditions": [_condition(c) for c in answer.conditions],
        "causes": [_cause(c, answer.receipt) for c in answer.causes],
    }


def _condition(found: Condition) -> Record:
    return {
        "condition": term(found.condition),
        "explains": [term(t) for t in found.explains],
        "unexplained": [term(t) for t in found.unexplained],
        "absent": [term(t) for t in found.absent],
        "comparable": found.comparable,
        "claims": [c.id for c in found.claims],
    }


def _cause(found: CauseOf, receipt: Receipt) -> Record:
    return {
        "cause": term(found.cause),
        "group": found.group,
        "explains": [term(t) for t in found.explains],
        "unexplained": [term(t) for t in found.unexplained],
        "absent": [term(t) for t in found.absent],
        "weakest": found.weakest.word,
        "paths": routes(found.routes, receipt),
    }
