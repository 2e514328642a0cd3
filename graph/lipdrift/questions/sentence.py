"""One sentence about a whole answer: how strong it is, what nobody measured, what is disputed, as of when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lipdrift.answers import Route, Step
from lipdrift.causal import Knowledge
from lipdrift.model import Claim
from lipdrift.questions.bounds import Bounds
from lipdrift.terms import Strength

MEASURED = {"HumanStudy", "CadaverOrLaboratory"}


def about_routes(kg: Knowledge, routes: Sequence[Route], bounds: Bounds, where: str, cut: bool = False) -> str:
    """The sentence for an answer that is made of routes.

    ``where`` says between what, such as "from a to b"; ``cut`` that longer routes were not
    looked at. Claims count once, however many routes pass them.
    """
    if not routes:
        within = f" of at most {_count(bounds.max_steps, 'step')}" if cut else ""
        return f"No route {where}{within} is known to this ontology{_as_of(kg)}."
    best = max(r.weakest for r in routes)
    steps = list({(s.tail.id, s.relation.id, s.head.id): s for r in routes for s in r.steps}.values())
    parts = [f"{_count(len(routes), 'route')} {where}; the best one is {best.word} at its weakest link"]
    parts += [_measured(steps), *_doubts(steps), *_contradiction(routes, bounds)]
    return "; ".join(p for p in parts if p) + _as_of(kg) + "."


def about_claims(kg: Knowledge, claims: Iterable[Claim], what: str) -> str:
    """The sentence for an answer that is made of claims."""
    found = list({c.id: c for c in claims}.values())
    if not found:
        return f"No claim {what} is known to this ontology{_as_of(kg)}."
    best = max((c.strength for c in found if c.supported), default=Strength.UNSTATED)
    measured = sum(_is_measured(c) for c in found)
    disputed, inferred = sum(c.disputed for c in found), sum(c.inferred for c in found)
    parts = [f"{_count(len(found), 'claim')} {what}; the strongest is {best.word}"]
    parts.append(f"{_of(measured, len(found))} on a study")
    parts += [f"{disputed} disputed"] * bool(disputed) + [f"{inferred} inferred by curators"] * bool(inferred)
    return "; ".join(parts) + _as_of(kg) + "."


def _measured(steps: Sequence[Step]) -> str:
    measured = sum(any(_is_measured(c) for c in s.claims) for s in steps)
    if not any(c.evidence for s in steps for c in s.claims):
        return "this graph states no evidence"
    return f"{_of(measured, len(steps), 'link')} on a study"


def _of(measured: int, total: int, noun: str = "claim") -> str:
    """How many of them rest on something, as the beginning of a phrase."""
    if total == 1:
        return f"its one {noun} rests" if measured else f"its one {noun} does not rest"
    if not measured:
        return f"none of the {total} {noun}s rests"
    return f"{measured} of the {total} {noun}s rest{'s' if measured == 1 else ''}"


def _is_measured(claim: Claim) -> bool:
    return not claim.inferred and any(i.basis in MEASURED and i.stance == "Supports" for i in claim.evidence)


def _doubts(steps: Sequence[Step]) -> Iterable[str]:
    inferred = sum(s.inferred for s in steps)
    if inferred:
        yield f"{inferred} {'is an inference' if inferred == 1 else 'are inferences'} of the curators"
    disputed = [f"{s.tail.label} → {s.head.label}" for s in steps if s.disputed]
    if disputed:
        yield f"disputed: {', '.join(disputed[:3])}{' and more' if len(disputed) > 3 else ''}"


def _contradiction(routes: Sequence[Route], bounds: Bounds) -> Iterable[str]:
    if bounds.signed and {r.sign for r in routes} >= {"+", "-"}:
        yield "the routes contradict each other: some promote it, some act against it"


def _as_of(kg: Knowledge) -> str:
    return f"; knowledge as of {kg.header.date}" if kg.header.date else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
