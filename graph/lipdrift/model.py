"""What a loaded ontology is made of: terms, sources, evidence, claims, caveats. Frozen, plain, sorted by id.

Ids are CURIEs where one of our prefixes fits and IRIs elsewhere. Nothing here reads a file or asks a question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lipdrift.terms import LinkType, Stance, Strength


@dataclass(frozen=True, slots=True, order=True)
class Word:
    """Another name of a term: ``register`` is "clinical", "lay" or "" (not told apart), ``lang`` a language tag."""

    text: str
    lang: str = "en"
    register: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing the ontology speaks of.

    ``labels`` and ``definitions`` map language tags to text; ``drafts`` names the languages whose label is a draft.
    ``modifiable_by`` holds "Injector", "Patient" or "Nobody"; empty means nobody.
    ``sites`` are ids of structures; ``inferred_sites`` the part of them that a curator inferred.
    ``layer`` is the order from the surface inward (1 = skin), None for anything but a tissue layer.
    ``stage`` is "movement" where the filler itself changes place; ``shape`` what a structure is in a drawing.
    """

    id: str
    label: str
    kind: str
    labels: Mapping[str, str] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()
    definition: str = ""
    words: tuple[Word, ...] = ()
    sources: tuple[str, ...] = ()
    modifiable_by: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    inferred_sites: tuple[str, ...] = ()
    stage: str = ""
    layer: int | None = None
    shape: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement was read. ``group`` joins what counts once; ``not_stated`` names fields nobody saw."""

    id: str
    title: str
    kind: str = ""
    authors: str = ""
    year: str = ""
    container: str = ""
    doi: str = ""
    url: str = ""
    how_seen: str = ""
    group: str = ""
    note: str = ""
    not_stated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One source's word on one claim. ``basis`` is the kind of knowledge, ``locator`` the place in the source."""

    id: str
    stance: Stance
    source: str
    basis: str = ""
    evidence_type: str = ""
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """Subject, relation and object (a term id) or value (text), with all evidence for and against.

    ``strength`` is the curator's word, DISPUTED where at least one item disputes, UNSTATED where nothing says.
    ``inferred`` tells that a curator, not a source, made the link. ``sources`` are the supporting ones;
    ``independent`` counts them by group, 0 for an inference. ``supported`` is False for a myth.
    ``bare`` tells a direct triple of a graph that states no claim for it.
    """

    id: str
    subject: str
    relation: str
    object: str = ""
    value: str = ""
    qualifier: str = ""
    strength: Strength = Strength.UNSTATED
    link_type: LinkType | None = None
    sites: tuple[str, ...] = ()
    comment: str = ""
    evidence: tuple[Evidence, ...] = ()
    needs_also: tuple[str, ...] = ()
    inferred: bool = False
    independent: int = 0
    fields: tuple[tuple[str, str], ...] = ()
    not_stated: tuple[str, ...] = ()
    bare: bool = False

    @property
    def disputed(self) -> bool:
        """Whether at least one item disputes the claim."""
        return any(item.stance is Stance.DISPUTES for item in self.evidence)

    @property
    def supported(self) -> bool:
        """Whether any item supports it; a direct triple that no claim carries counts as supported."""
        return self.bare or any(item.stance is Stance.SUPPORTS for item in self.evidence)

    def sources_that(self, stance: Stance) -> tuple[str, ...]:
        """The ids of the sources with that stance, sorted."""
        return tuple(sorted({item.source for item in self.evidence if item.stance is stance}))

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the supporting sources, sorted."""
        return self.sources_that(Stance.SUPPORTS)


@dataclass(frozen=True, slots=True)
class Caveat:
    """A sentence that must stand beside certain terms and claims wherever they are shown."""

    id: str
    texts: Mapping[str, str]
    terms: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    because: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The English text."""
        return self.texts["en"]


@dataclass(frozen=True, slots=True)
class Relation:
    """A property: its label, its polarity ("+", "-" or "" where it has none) and whether routes walk it."""

    id: str
    label: str
    polarity: str = ""
    causal: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """What the ontology says about itself. ``date`` is the date of the knowledge."""

    iri: str = ""
    version: str = ""
    title: str = ""
    description: str = ""
    licence: str = ""
    date: str = ""
    sha256: str = ""
