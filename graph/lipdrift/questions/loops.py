"""Vicious circles: each once, shortest first, with the evidence of every step."""

from __future__ import annotations

from collections.abc import Sequence

from lipdrift.answers import Loop, Loops, Step
from lipdrift.causal import Knowledge
from lipdrift.causal.net import rank
from lipdrift.model import Claim
from lipdrift.questions.bounds import DEFAULT, Bounds
from lipdrift.questions.receipts import receipt
from lipdrift.questions.sentence import about_claims
from lipdrift.questions.ways import Ways, sign_of
from lipdrift.rdf import Statements
from lipdrift.search.loops import loops as search
from lipdrift.terms import LIP, RDF, RDFS, curie

BUDGET = 2_000_000


def loops(kg: Knowledge, bounds: Bounds = DEFAULT) -> Loops:
    """The circles of at most ``bounds.max_steps`` steps. Of steps between the same two terms the best is told."""
    ways = Ways(kg, bounds, opposing=bounds.signed)
    best = {_best(ways, a) for row in ways.told.out for a in row}
    found = search(ways.told.only(lambda a: a in best), bounds.max_steps, bounds.limit, BUDGET)
    listed = _listed(kg.data)
    made = tuple(_loop([ways.net.steps[a] for a in arrows], bounds, listed) for arrows in found.routes)
    claims = [c for loop in made for s in loop.steps for c in s.claims]
    terms = [s.tail for loop in made for s in loop.steps]
    sentence = about_claims(kg, claims, "on vicious circles")
    question = {"command": "loops", **bounds.named()}
    slip = receipt(kg, question, terms=terms, claims=claims, reason=found.reason, sentence=sentence)
    return Loops(slip, made, bounds.max_steps, kg.cited(claims))


def _best(ways: Ways, arrow: int) -> int:
    """The best of the arrows that run between the same two terms."""
    arrows, head = ways.told, ways.told.head[arrow]
    beside = [a for a in arrows.out[arrows.tail[arrow]] if arrows.head[a] == head]
    return max(beside, key=lambda a: (rank(ways.net.steps[a]), -a))


def _loop(steps: Sequence[Step], bounds: Bounds, listed: dict[frozenset[str], str]) -> Loop:
    weakest = min(steps, key=rank)
    claims: Sequence[Claim] = [c for s in steps for c in s.claims]
    return Loop(
        steps=tuple(steps),
        weakest=weakest.strength,
        weakest_sources=weakest.independent,
        inferred=any(s.inferred for s in steps),
        sign=sign_of(steps) if bounds.signed else None,
        listed=next((name for ids, name in listed.items() if {c.id for c in claims} <= ids), ""),
    )


def _listed(data: Statements) -> dict[frozenset[str], str]:
    """The claims of each circle that the ontology lists, and its name."""
    found = data.subjects(RDF + "type", LIP + "FeedbackLoop")
    return {frozenset(map(curie, data.ids(i, LIP + "throughClaim"))): data.text(i, RDFS + "label") for i in found}
