"""One frozen answer per question, and the receipt that each one starts with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lipdrift.model import Caveat, Claim, Header, Relation, Source, Term
from lipdrift.terms import Strength


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is needed to repeat an answer: the program, the ontology, the question, and whether it is whole.

    ``reason`` is None or one of "limit", "steps", "time", "memory", "rows".
    """

    schema: str
    lipdrift: str
    ontology: Header
    question: Mapping[str, object]
    complete: bool = True
    reason: str | None = None
    caveats: tuple[Caveat, ...] = ()


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
    link (an inference counts none), ``sources`` the independent sources behind the whole route.
    """

    steps: tuple[Step, ...]
    weakest: Strength
    weakest_sources: int
    sources: int
    summary: bool
    inferred: bool
    of_which: Term | None = None


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


@dataclass(frozen=True, slots=True)
class Paths:
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
class EvidenceOf:
    """The claims between two terms, or about one."""

    receipt: Receipt
    terms: tuple[Term, ...]
    claims: tuple[Claim, ...]
    names: Mapping[str, Term]
    relations: Mapping[str, Relation]
    cited: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Found:
    """Terms that a text names, best match first."""

    receipt: Receipt
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One term with everything that is said of it."""

    receipt: Receipt
    term: Term
    claims_in: tuple[Claim, ...]
    claims_out: tuple[Claim, ...]
    names: Mapping[str, Term]
    relations: Mapping[str, Relation]
    cited: Mapping[str, Source]
    mappings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Info:
    """What is loaded, counted."""

    receipt: Receipt
    counts: Mapping[str, int]
    kinds: Mapping[str, int]
    cite: str


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One screen of a lesson.

    ``part`` is "cause", "tissue", "movement", "sign", "care" or "open"; ``terms`` and ``claims`` are the ids to
    light; ``sentences`` what to say; ``caveats`` the ids of those that must stand beside it.
    """

    part: str
    title: str
    sentences: tuple[str, ...]
    terms: tuple[str, ...]
    claims: tuple[str, ...]
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The lesson of one cause: its routes to the outcome, what is seen, what can be done, what stays open."""

    cause: Term
    steps: tuple[StoryStep, ...]
    paths: Paths


@dataclass(frozen=True, slots=True)
class Explorer:
    """Everything a page shows: the part of the ontology that is drawn and one story per cause.

    ``focus`` is the cause of a page about one cause, None for the page about all.
    """

    receipt: Receipt
    terms: tuple[Term, ...]
    claims: tuple[Claim, ...]
    relations: Mapping[str, Relation]
    sources: tuple[Source, ...]
    caveats: tuple[Caveat, ...]
    stories: tuple[Story, ...]
    focus: Term | None = None


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


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a check found, sorted by place; ``switched_off`` maps rule codes to the reason given."""

    receipt: Receipt
    problems: tuple[Problem, ...]
    rules: int
    switched_off: Mapping[str, str]

    def count(self, level: str) -> int:
        """How many problems have that level."""
        return sum(p.level == level for p in self.problems)
