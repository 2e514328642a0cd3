"""What a check found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lipdrift.answers.base import Answer, Receipt


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something that a check found: where, how grave ("error", "warning" or "info"), what, and what to do."""

    file: str
    line: int
    column: int
    level: str
    code: str
    message: str
    fix: str


@dataclass(frozen=True, slots=True, repr=False)
class Report(Answer):
    """Everything that a check found, sorted by place; ``switched_off`` maps rule codes to the reason given."""

    receipt: Receipt
    problems: tuple[Problem, ...]
    rules: int
    switched_off: Mapping[str, str]

    def count(self, level: str) -> int:
        """How many problems have that level."""
        return sum(p.level == level for p in self.problems)


@dataclass(frozen=True, slots=True, repr=False)
class Verdict(Answer):
    """Whether an answer in a file can be had again: ``outcome`` is "same", "changed" or "cannot be repeated".

    ``changes`` says what differs, one line each; ``why`` why it cannot be repeated, "" where it can.
    """

    receipt: Receipt
    file: str
    outcome: str
    changes: tuple[str, ...] = ()
    why: str = ""
