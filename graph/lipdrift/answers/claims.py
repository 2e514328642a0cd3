"""What is said of terms: claims with their evidence, terms found, terms shown, counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lipdrift.answers.base import Answer, Receipt
from lipdrift.model import Claim, Relation, Source, Term


@dataclass(frozen=True, slots=True, repr=False)
class EvidenceOf(Answer):
    """The claims between two terms, or about one."""

    receipt: Receipt
    terms: tuple[Term, ...]
    claims: tuple[Claim, ...]
    names: Mapping[str, Term]
    relations: Mapping[str, Relation]
    cited: Mapping[str, Source]


@dataclass(frozen=True, slots=True, repr=False)
class Found(Answer):
    """Terms that a text names, best match first."""

    receipt: Receipt
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Shown(Answer):
    """One term with everything that is said of it."""

    receipt: Receipt
    term: Term
    claims_in: tuple[Claim, ...]
    claims_out: tuple[Claim, ...]
    names: Mapping[str, Term]
    relations: Mapping[str, Relation]
    cited: Mapping[str, Source]
    mappings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Info(Answer):
    """What is loaded, counted."""

    receipt: Receipt
    counts: Mapping[str, int]
    kinds: Mapping[str, int]
    cite: str
