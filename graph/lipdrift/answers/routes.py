"""Routes: what a search over claims found, and why it may have found nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lipdrift.answers.base import Answer, Receipt
from lipdrift.model import Claim, Relation, Source, Term
from lipdrift.terms import Strength


@dataclass(frozen=True, slots=True)
class Step:
    """One causal link of a route: the claims that say it, merged where they say the same triple.

    ``jumps`` tells that every claim leaves steps out; ``summary`` that other claims spell those steps out.
    """

    tail: Term
    relation: Relation
    head: Term
    strength: Strength
    disputed: bool
    inferred: bool
    jumps: bool
    summary: bool
    claims: tuple[Claim, ...]
    sources: tuple[str, ...]
    independent: int
    polarity: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """A way from a cause to an outcome. ``of_which`` is the kind of the asked cause that the steps start from.

    ``weakest`` is the lowest strength on the way, ``weakest_sources`` the independent sources on the weakest
    link (an inference counts none), ``sources`` the independent sources behind the whole route. ``sign`` is the product
    of the polarities ("+" or "-"), None where it was not asked for or a step has none.
    """

    steps: tuple[Step, ...]
    weakest: Strength
    weakest_sources: int
    sources: int
    summary: bool
    inferred: bool
    of_which: Term | None = None
    sign: str | None = None

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms of the route in the order of travel."""
        return (self.steps[0].tail, *(step.head for step in self.steps))

    def __lt__(self, other: Route) -> bool:
        """Best supported first: the order in which answers list routes."""
        return self._order() < other._order()

    def _order(self) -> tuple[object, ...]:
        jumps = any(s.jumps for s in self.steps)
        labels = tuple(t.label for t in self.terms)
        return (self.summary, jumps, -self.weakest, -self.weakest_sources, len(self.steps), labels)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is seen after the outcome: a sign and the claims that say so."""

    sign: Term
    strength: Strength
    disputed: bool
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class NoRoute:
    """Why no route exists: what the cause reaches last, what leads to the outcome first, what would connect them.

    ``related`` are claims between the two sides that are not causal, such as ``risks``.
    """

    reached: tuple[Term, ...]
    leading: tuple[Term, ...]
    missing: tuple[tuple[Term, Term], ...]
    related: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Paths(Answer):
    """How causes lead to outcomes, best supported first."""

    receipt: Receipt
    sources: tuple[Term, ...]
    targets: tuple[Term, ...]
    routes: tuple[Route, ...]
    summary_claims: tuple[Claim, ...]
    then: tuple[Seen, ...]
    no_route: NoRoute | None
    cited: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A kind of route: the kinds of its terms in order and how many routes are of it."""

    kinds: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True, repr=False)
class Kinds(Answer):
    """Which kinds of explanation exist before any single one is told.

    ``exact`` is False where circles make the counts count walks that visit a term twice.
    """

    receipt: Receipt
    sources: tuple[Term, ...]
    targets: tuple[Term, ...]
    patterns: tuple[Pattern, ...]
    total: int
    exact: bool
