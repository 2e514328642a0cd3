"""What a check found, and what became of a receipt, as records."""

from __future__ import annotations

from lipdrift.answers import Report, Verdict
from lipdrift.views.record.parts import Record


def report(answer: Report) -> Record:
    fields = ("file", "line", "column", "level", "code", "message", "fix")
    return {
        "rules": answer.rules,
        "switched_off": dict(answer.switched_off),
        "counts": {level: answer.count(level) for level in ("error", "warning", "info")},
        "problems": [{f: getattr(p, f) for f in fields} for p in answer.problems],
    }


def verdict(answer: Verdict) -> Record:
    return {
        "file": answer.file,
        "outcome": answer.outcome,
        "changes": list(answer.changes),
        "why": answer.why or None,
    }
