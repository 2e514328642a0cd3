"""What a check found, and what became of a receipt, as text."""

from __future__ import annotations

from collections.abc import Iterator

from lipdrift.answers import Report, Verdict
from lipdrift.views.text.lines import count, wrapped


def report(answer: Report) -> Iterator[str]:
    for p in answer.problems:
        place = ":".join(str(part) for part in (p.file, p.line, p.column) if part)
        yield f"{place}: {p.level}[{p.code}] {p.message}; {p.fix}"
    for rule, reason in sorted(answer.switched_off.items()):
        yield f"rule {rule} is switched off: {reason}"
    counts = ", ".join(count(answer.count(level), level) for level in ("error", "warning"))
    yield f"{answer.rules} rules: {counts}"


def verdict(answer: Verdict) -> Iterator[str]:
    yield f"{answer.file}: {answer.outcome}{f' ({answer.why})' if answer.why else ''}"
    for change in answer.changes:
        yield from wrapped(change, "   ", "     ")
