"""What acts on a target, at which step, what it leaves untouched, with which risks, and where it is approved?

A treatment or prevention acts by an opposing claim (treats, prevents, decreases, dissolves) on the target, on a look
that the target is a name of, or on anything that leads to it; itself, or through the process that it acts through,
the procedure whose element or step it is, or the broader thing that it is a kind of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lipdrift.answers import Action, Approval, Treatments
from lipdrift.causal import Knowledge
from lipdrift.causal.net import rank_of
from lipdrift.model import Claim, Term
from lipdrift.questions.bounds import DEFAULT, Bounds
from lipdrift.questions.receipts import receipt
from lipdrift.questions.sentence import about_claims
from lipdrift.questions.ways import Ways

ACTORS = ("Treatment", "Prevention", "Technique", "Diagnostic")
WORKS_BY = ("lip:actsThrough", "lip:elementOf", "lip:kindOf")
HAS_STEP = "lip:hasStep"


@dataclass(frozen=True, slots=True)
class _Effect:
    """An opposing claim and the way from the actor to it."""

    claim: Claim
    through: tuple[str, ...]
    links: tuple[Claim, ...]


def treatments(kg: Knowledge, target: Term, bounds: Bounds = DEFAULT) -> Treatments:
    """Every action on the target or on what leads to it, best supported first."""
    ways = Ways(kg, bounds)
    wanted = _wanted(ways, target)
    actors = [t for t in kg.nodes if t.kind in ACTORS]
    actions = [action for actor in actors for action in _actions(ways, actor, target, wanted)]
    actions.sort(key=lambda x: (_rank(x.claims[:1]), x.treatment.label, x.acts_on.label, x.relation.id))
    claims = [c for x in actions for c in x.claims]
    terms = [t for x in actions for t in (x.treatment, x.acts_on, *x.through, *x.untouched, *x.risks)]
    question = {"command": "treatments", "target": target.id, **bounds.named()}
    sentence = about_claims(kg, claims, f"on what acts on {target.label} or on what leads to it")
    slip = receipt(kg, question, terms=[*terms, target], claims=claims, sentence=sentence)
    return Treatments(slip, target, tuple(actions), kg.cited(claims))


def _rank(claims: Sequence[Claim]) -> int:
    return -max((rank_of(c.strength, c.independent) for c in claims), default=0)


def _wanted(ways: Ways, target: Term) -> set[str]:
    """The target, the broader terms that it is a kind of, and everything that leads to one of them."""
    kg = ways.kg
    named = {target.id, *(b for b, kinds in kg.kinds_of.items() if target.id in kinds and b in kg.terms)}
    return {kg.nodes[n].id for n in ways.walkable.leading([kg.number[i] for i in named])}


def _actions(ways: Ways, actor: Term, target: Term, wanted: set[str]) -> Iterator[Action]:
    kg = ways.kg
    for effect in _effects(ways, actor.id):
        if effect.claim.object not in wanted or effect.claim.object == actor.id:
            continue
        kin = [actor.id, *(c.object for c in effect.links if c.relation == "lip:kindOf")]
        kin += kg.kinds_of.get(actor.id, ())
        safety = _said(kg, kin, "lip:risks")
        against = _said(kg, kin, "lip:contraindicatedBy")
        approvals = _said(kg, kin, "lip:regulatoryStatus")
        yield Action(
            treatment=actor,
            acts_on=kg.terms[effect.claim.object],
            relation=kg.relations[effect.claim.relation],
            through=tuple(kg.terms[i] for i in effect.through),
            untouched=_untouched(ways, effect.claim.object, target),
            risks=tuple({c.object: kg.terms[c.object] for c in safety if c.object}.values()),
            contraindications=tuple({c.object: kg.terms[c.object] for c in against if c.object}.values()),
            approvals=tuple(_approval(kg, c) for c in approvals),
            claims=(effect.claim, *effect.links, *safety, *against, *approvals),
        )


def _effects(ways: Ways, actor: str) -> list[_Effect]:
    """The opposing claims of an actor and of what it works by, each claim over the shortest way only."""
    found: dict[str, _Effect] = {}
    waiting: list[tuple[str, tuple[str, ...], tuple[Claim, ...]]] = [(actor, (), ())]
    seen = {actor}
    while waiting:
        term, through, links = waiting.pop(0)
        for claim in filter(ways.bounds.holds, ways.kg.about(term)):
            if claim.subject == term and ways.kg.relations[claim.relation].polarity == "-" and claim.object:
                found.setdefault(claim.id, _Effect(claim, through, links))
            onward = _onward(claim, term)
            if onward and onward not in seen:
                seen.add(onward)
                waiting.append((onward, (*through, onward), (*links, claim)))
    return list(found.values())


def _onward(claim: Claim, term: str) -> str:
    """What a term works by according to a claim, "" where the claim says nothing of the kind."""
    if claim.relation in WORKS_BY and claim.subject == term:
        return claim.object
    return claim.subject if claim.relation == HAS_STEP and claim.object == term else ""


def _untouched(ways: Ways, acted_on: str, target: Term) -> tuple[Term, ...]:
    """The causes that still lead to the target without the acted-on term; all of them where that is the target."""
    kg = ways.kg
    gone = {kg.number[acted_on]} if acted_on != target.id else set()
    left = ways.told.only(lambda a: not gone & {ways.told.tail[a], ways.told.head[a]})
    leading = left.leading([kg.number[target.id]])
    causes = [t for t in kg.nodes if t.kind == "Cause" and kg.number[t.id] not in gone]
    return tuple(
        t
        for t in causes
        if t.id != target.id and set(ways.starts(t)) & (leading.keys() - gone - {kg.number[target.id]})
    )


def _said(kg: Knowledge, kin: Sequence[str], relation: str) -> list[Claim]:
    """The supported claims of that relation about a thing, what it is a kind of, and its kinds."""
    found = [c for i in dict.fromkeys(kin) for c in kg.about(i) if c.relation == relation and c.subject == i]
    return [c for c in found if c.supported]


def _approval(kg: Knowledge, claim: Claim) -> Approval:
    fields = dict(claim.fields)
    return Approval(
        kg.terms[claim.subject], claim.value, fields.get("jurisdiction", ""), fields.get("statusDate", ""), claim
    )
