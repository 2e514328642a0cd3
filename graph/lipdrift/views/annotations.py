"""What a check found, in the forms that editors and code hosts read: SARIF 2.1.0 and GitHub workflow commands."""

from __future__ import annotations

import json

from lipdrift.answers import Problem, Report

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def to_sarif(report: Report) -> str:
    """The report as a SARIF log with one run."""
    driver = {"name": "lipdrift", "version": report.receipt.lipdrift, "rules": _rules(report)}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "results": [_result(p) for p in report.problems]}],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rules(report: Report) -> list[dict[str, str]]:
    return [{"id": code} for code in sorted({p.code for p in report.problems})]


def _result(problem: Problem) -> dict[str, object]:
    region = {"startLine": max(problem.line, 1), "startColumn": max(problem.column, 1)}
    place = {"artifactLocation": {"uri": problem.file}, "region": region}
    return {
        "ruleId": problem.code,
        "level": LEVELS[problem.level],
        "message": {"text": f"{problem.message}; {problem.fix}"},
        "locations": [{"physicalLocation": place}],
    }


def to_github(report: Report) -> str:
    """The report as workflow commands, one a line."""
    lines = [
        f"::{COMMANDS[p.level]} file={_escaped(p.file, ':,')},line={p.line},col={p.column},title={p.code}::"
        f"{_escaped(f'{p.message}; {p.fix}')}"
        for p in report.problems
    ]
    return "".join(f"{line}\n" for line in lines)


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
