"""What changes when something is taken away or acted upon: what-if, cuts, treatments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lipdrift.answers.base import Answer, Receipt
from lipdrift.answers.routes import Route
from lipdrift.model import Claim, Relation, Source, Term


@dataclass(frozen=True, slots=True, repr=False)
class WhatIf(Answer):
    """The world without some terms.

    ``removed`` holds them with their kinds; ``removed_claims`` those that needed one of them; ``unreachable`` what
    some cause reached before and none reaches now; ``still_open`` the routes to the target that are left.
    """

    receipt: Receipt
    target: Term
    removed: tuple[Term, ...]
    removed_claims: tuple[Claim, ...]
    unreachable: tuple[Term, ...]
    still_open: tuple[Route, ...]
    cited: Mapping[str, Source]


@dataclass(frozen=True, slots=True, repr=False)
class Cuts(Answer):
    """Every smallest set of modifiable terms that stops all routes to the target.

    ``causes`` are those the sets stop; ``uncuttable`` those with a route on which nobody can change anything;
    ``without_route`` those that no spelled-out route leads from; ``passages`` the terms that every route of the
    ``causes`` passes, whether anybody can change them or not. ``why_none`` says why
    there is no set, where there is none.
    """

    receipt: Receipt
    target: Term
    causes: tuple[Term, ...]
    cuts: tuple[tuple[Term, ...], ...]
    uncuttable: tuple[Term, ...]
    without_route: tuple[Term, ...]
    passages: tuple[Term, ...]
    why_none: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """What an authority says of a product, as a source states it: empty fields are not stated there."""

    term: Term
    status: str
    jurisdiction: str
    date: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Action:
    """One treatment or prevention on one term.

    ``untouched`` are the causes that still lead to the target where the acted-on term is taken away; an action on the
    target itself leaves all of them. ``through`` are the procedure or process that it works by, where it does not act
    itself.
    """

    treatment: Term
    acts_on: Term
    relation: Relation
    through: tuple[Term, ...]
    untouched: tuple[Term, ...]
    risks: tuple[Term, ...]
    contraindications: tuple[Term, ...]
    approvals: tuple[Approval, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Treatments(Answer):
    """What acts on a target or on what leads to it, best supported first."""

    receipt: Receipt
    target: Term
    actions: tuple[Action, ...]
    cited: Mapping[str, Source]
