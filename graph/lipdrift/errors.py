"""Every error that lipdrift raises on purpose.

    LipdriftError              one line: what, where, what to do
    ├── UsageError             the call was wrong
    │   ├── NoSteps            the answer has nothing that could be drawn; a TypeError as well
    │   ├── UnknownTerm        no such term; carries the nearest names
    │   └── AmbiguousTerm      several terms bear that name; carries them
    ├── InputError             a file could not be used; carries its place
    ├── LimitReached           a bound of time or memory was reached; carries which
    │   └── Busy               too many ask at once
    └── OutputError            a result could not be written; the old one is still whole

The text of an error is built from its data, so that a program can read the data and a person the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file: line and column count from 1; 0 means that it is not known.

    >>> str(Place("causes.ttl", 3, 7)), str(Place("causes.ttl"))
    ('causes.ttl:3:7', 'causes.ttl')
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


class LipdriftError(Exception):
    """What every error of lipdrift is; its text is one line for a person."""

    exit_code = 2


class UsageError(LipdriftError):
    """The call was wrong: an option, a value, a combination."""


class NoSteps(UsageError, TypeError):
    """The answer is of a type that has no steps, so that no picture or graph can be made of it."""

    def __init__(self, answer: str) -> None:
        self.answer = answer
        super().__init__(f"{answer} has no steps to draw; ask paths, explain, whatif, compare or loops")


class UnknownTerm(UsageError):
    """No term bears that name."""

    def __init__(self, name: str, nearest: Sequence[str] = ()) -> None:
        self.name = name
        self.nearest = tuple(nearest)
        hint = f"did you mean {' or '.join(self.nearest)}?" if self.nearest else "try: lipdrift find TEXT"
        super().__init__(f"no term is called {name!r}; {hint}")


class AmbiguousTerm(UsageError):
    """Several terms bear that name."""

    def __init__(self, name: str, candidates: Sequence[str]) -> None:
        self.name = name
        self.candidates = tuple(candidates)
        super().__init__(f"{name!r} can mean {' or '.join(self.candidates)}; give one of these")


class InputError(LipdriftError):
    """A file could not be read or understood."""

    def __init__(self, place: Place, what: str, fix: str) -> None:
        self.place = place
        self.what = what
        self.fix = fix
        super().__init__(f"{place}: {what}; {fix}")


class LimitReached(LipdriftError):
    """A bound was reached before there was an answer; ``reason`` is "time" or "memory"."""

    def __init__(self, text: str, reason: str) -> None:
        self.reason = reason
        super().__init__(text)


class Busy(LimitReached):
    """Too many ask at once; the same question may be answered in a moment."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "time")


class OutputError(LipdriftError):
    """A result could not be written; what was there before is untouched."""
