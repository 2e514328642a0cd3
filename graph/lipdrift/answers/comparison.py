"""Answers that set things side by side: two causes, circles, causes against signs, conditions against what is seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lipdrift.answers.base import Answer, Receipt
from lipdrift.answers.routes import Route, Step
from lipdrift.model import Claim, Source, Term
from lipdrift.terms import Strength


@dataclass(frozen=True, slots=True, repr=False)
class Compare(Answer):
    """Two causes on their spelled-out routes to one target: terms of both, of the first only, of the second only.

    ``meet`` is the first term that they share on the way, ``part`` the last one before they go different ways again.
    """

    receipt: Receipt
    first: Term
    second: Term
    target: Term
    shared: tuple[Term, ...]
    only_a: tuple[Term, ...]
    only_b: tuple[Term, ...]
    meet: Term | None
    part: Term | None
    first_routes: tuple[Route, ...]
    second_routes: tuple[Route, ...]
    cited: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Loop:
    """A vicious circle: its steps, and the name under which the ontology lists it, "" where it does not."""

    steps: tuple[Step, ...]
    weakest: Strength
    weakest_sources: int
    inferred: bool
    sign: str | None = None
    listed: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Loops(Answer):
    """The circles of a graph, shortest first, each once."""

    receipt: Receipt
    loops: tuple[Loop, ...]
    max_length: int
    cited: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Cell:
    """How the best route from a cause to a sign runs: ``via`` is "direct", "steps", "migration_only" or None."""

    weakest: Strength | None = None
    via: str | None = None
    claims: tuple[str, ...] = ()
    sign: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Gaps(Answer):
    """Causes against signs. ``cells[r][c]`` belongs to ``rows[r]`` and ``columns[c]``."""

    receipt: Receipt
    rows: tuple[Term, ...]
    columns: tuple[Term, ...]
    cells: tuple[tuple[Cell, ...], ...]

    def count(self, via: str | None) -> int:
        """How many cells run that way."""
        return sum(cell.via == via for row in self.cells for cell in row)


@dataclass(frozen=True, slots=True)
class Condition:
    """A state that may be behind what is seen. Signs stand for their group: a lay name counts as the look it names.

    ``comparable`` is False where no claim ties any sign to it, so that nothing can be said for or against it.
    """

    condition: Term
    explains: tuple[Term, ...]
    unexplained: tuple[Term, ...]
    absent: tuple[Term, ...]
    comparable: bool
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class CauseOf:
    """A cause that explains at least one of the signs; ``group`` numbers the tie that it belongs to, 1 the best."""

    cause: Term
    explains: tuple[Term, ...]
    unexplained: tuple[Term, ...]
    absent: tuple[Term, ...]
    weakest: Strength
    routes: tuple[Route, ...]
    group: int


@dataclass(frozen=True, slots=True, repr=False)
class Explained(Answer):
    """Which explanations the literature gives for signs: conditions first, then causes in groups of ties."""

    receipt: Receipt
    signs: tuple[Term, ...]
    absent: tuple[Term, ...]
    conditions: tuple[Condition, ...]
    causes: tuple[CauseOf, ...]
    cited: Mapping[str, Source]
