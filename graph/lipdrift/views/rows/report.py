"""What a check found, and what became of a receipt, as rows."""

from __future__ import annotations

from dataclasses import fields

from lipdrift.answers import Problem, Report, Verdict
from lipdrift.views.rows.shape import Table


def report(answer: Report) -> Table:
    names = tuple(f.name for f in fields(Problem))
    return names, ([getattr(p, name) for name in names] for p in answer.problems)


def verdict(answer: Verdict) -> Table:
    """One row for each change, one where there is none."""
    rows = [[answer.file, answer.outcome, answer.why or None, change] for change in answer.changes]
    return ("file", "outcome", "why", "change"), rows or [[answer.file, answer.outcome, answer.why or None, None]]
