"""What a page shows: the drawn part of the ontology and a story for each cause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lipdrift.answers.base import Receipt
from lipdrift.answers.routes import Paths
from lipdrift.model import Caveat, Claim, Relation, Source, Term


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

    ``focus`` is the cause of a page about one cause, None for the page about all. ``kinds_of`` maps a term to its
    kinds; ``meetings`` maps two causes to where their routes meet and part, as `compare` tells it, None for nowhere.
    """

    receipt: Receipt
    terms: tuple[Term, ...]
    claims: tuple[Claim, ...]
    relations: Mapping[str, Relation]
    sources: tuple[Source, ...]
    caveats: tuple[Caveat, ...]
    stories: tuple[Story, ...]
    focus: Term | None = None
    kinds_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    meetings: Mapping[tuple[str, str], tuple[str | None, str | None]] = field(default_factory=dict)
