"""Which explanations does the literature give for what is seen?

1. Signs stand for their group: a lay name of a look is a kind of that look.
2. Conditions first: the outcome beside every look-alike, by the signs that they explain, leave unexplained, or would
   let one expect although they are absent.
3. Then every cause that explains at least one of the signs. Causes that explain as many signs, expect as many absent
   ones, and are as strong at their weakest link tie, and are one group.

An absent sign ranks a condition or cause lower; it excludes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from lipdrift.answers import CauseOf, Condition, Explained, Route
from lipdrift.causal import Knowledge
from lipdrift.errors import UsageError
from lipdrift.model import Claim, Term
from lipdrift.questions.bounds import DEFAULT, Bounds
from lipdrift.questions.receipts import receipt
from lipdrift.questions.sentence import about_claims
from lipdrift.questions.ways import Ways, causes, claims_of, outcome, terms_of

MIMICS = "lip:mimics"


def explain(kg: Knowledge, seen: Sequence[Term], absent: Sequence[Term] = (), bounds: Bounds = DEFAULT) -> Explained:
    """The conditions and causes that the literature ties to the signs seen.

    ``absent`` signs were looked for in vain. UsageError for a term that is no sign.
    """
    signs, missing = _by_group(kg, seen), _by_group(kg, absent)
    if set(signs) & set(missing):
        raise UsageError("a sign cannot be seen and absent at once")
    conditions = _conditions(kg, signs, missing, bounds)
    found, reason = _causes(kg, signs, missing, bounds)
    claims = [c for x in conditions for c in x.claims] + [c for x in found for c in claims_of(x.routes)]
    question = {
        "command": "explain",
        "signs": [t.id for t in seen],
        "absent": [t.id for t in absent],
        **bounds.named(),
    }
    terms = [*seen, *absent, *(x.condition for x in conditions), *(t for x in found for t in terms_of(x.routes))]
    sentence = about_claims(kg, claims, f"about {', '.join(t.label for t in signs.values())}")
    return Explained(
        receipt=receipt(kg, question, terms=terms, claims=claims, reason=reason, sentence=sentence),
        signs=tuple(signs.values()),
        absent=tuple(missing.values()),
        conditions=conditions,
        causes=found,
        cited=kg.cited(claims),
    )


def _by_group(kg: Knowledge, signs: Sequence[Term]) -> dict[str, Term]:
    """The first sign given of each group, by the group's look."""
    found: dict[str, Term] = {}
    for sign in signs:
        if sign.kind != "Sign":
            raise UsageError(f"{sign.id} is no sign but a {sign.kind or 'term without kind'}; try: lipdrift find TEXT")
        found.setdefault(look_of(kg, sign.id), sign)
    return found


def look_of(kg: Knowledge, sign: str) -> str:
    """The look that a sign is a name of: the broadest sign above it, itself where there is none."""
    named = ((b, kg.terms[b]) for b, kinds in kg.kinds_of.items() if sign in kinds and b in kg.terms)
    above = [b for b, term in named if term.kind == "Sign"]
    return max(above, key=lambda b: (len(kg.kinds_of[b]), b), default=sign)


def members(kg: Knowledge, look: str) -> list[Term]:
    """A look and its other names, by label."""
    ids = {look, *kg.kinds_of.get(look, ())}
    return [t for t in kg.nodes if t.id in ids]


def _conditions(
    kg: Knowledge, signs: Mapping[str, Term], missing: Mapping[str, Term], bounds: Bounds
) -> tuple[Condition, ...]:
    ways = Ways(kg, bounds)
    states = [outcome(kg), *(t for t in kg.nodes if t.kind == "LookAlike")]
    found = [_condition(ways, state, signs, missing) for state in states]
    found.sort(key=lambda x: (-len(x.explains), len(x.absent), not x.comparable, x.condition.label))
    return tuple(found)


def _condition(ways: Ways, state: Term, signs: Mapping[str, Term], missing: Mapping[str, Term]) -> Condition:
    tied = _tied(ways, state)
    explains = tuple(t for look, t in signs.items() if look in tied)
    expected = tuple(t for look, t in missing.items() if look in tied)
    shown = [c for look in (*signs, *missing) for c in tied.get(look, ())]
    return Condition(
        condition=state,
        explains=explains,
        unexplained=tuple(t for look, t in signs.items() if look not in tied),
        absent=expected,
        comparable=bool(tied),
        claims=tuple({c.id: c for c in shown}.values()),
    )


def _tied(ways: Ways, state: Term) -> dict[str, list[Claim]]:
    """The looks that a condition is claimed to show or to mimic, each with the claims of the way to it.

    No way goes on through a cause: what a circle leads to is no sign of the condition itself.
    """
    kg = ways.kg
    found: dict[str, list[Claim]] = {}
    onward = ways.walkable.only(lambda a: kg.nodes[ways.walkable.tail[a]].kind != "Cause")
    way: dict[int, list[Claim]] = {kg.number[state.id]: []}
    for node, steps in onward.reached([kg.number[state.id]]).items():
        if steps == ways.bounds.max_steps:
            break
        for arrow in onward.out[node]:
            head = onward.head[arrow]
            way.setdefault(head, [*way[node], *ways.net.steps[arrow].claims])
            if kg.nodes[head].kind == "Sign":
                found.setdefault(look_of(kg, kg.nodes[head].id), []).extend(way[head])
    for claim in kg.about(state.id):
        mimics = claim.relation == MIMICS and claim.subject == state.id and claim.object in kg.number
        if mimics and kg.terms[claim.object].kind == "Sign" and ways.bounds.holds(claim):
            found.setdefault(look_of(kg, claim.object), []).append(claim)
    return found


def _causes(
    kg: Knowledge, signs: Mapping[str, Term], missing: Mapping[str, Term], bounds: Bounds
) -> tuple[tuple[CauseOf, ...], str | None]:
    """The causes in groups, and why there may be more."""
    ways = Ways(kg, bounds)
    found, reasons = [], []
    for cause in causes(kg):
        tried = {look: _best(ways, cause, look) for look in (*signs, *missing)}
        reasons += [reason for _, reason in tried.values()]
        routes = {look: best for look, (best, _) in tried.items() if best is not None}
        shown = tuple(routes[look] for look in signs if look in routes)
        if shown:
            found.append(
                CauseOf(
                    cause=cause,
                    explains=tuple(t for look, t in signs.items() if look in routes),
                    unexplained=tuple(t for look, t in signs.items() if look not in routes),
                    absent=tuple(t for look, t in missing.items() if look in routes),
                    weakest=min(r.weakest for r in shown),
                    routes=shown,
                    group=0,
                )
            )
    return _grouped(found), next((r for r in reasons if r), None)


def _best(ways: Ways, cause: Term, look: str) -> tuple[Route | None, str | None]:
    """The best route from a cause to any name of a look; where there is none, why none may have been found."""
    found = [ways.routes(cause, sign, limit=1) for sign in members(ways.kg, look)]
    best = min((r.routes[0] for r in found if r.routes), default=None)
    return best, None if best else next((r.reason for r in found if r.reason), None)


def _tie(found: CauseOf) -> tuple[int, int, int]:
    return (-len(found.explains), len(found.absent), -found.weakest)


def _grouped(found: Sequence[CauseOf]) -> tuple[CauseOf, ...]:
    ordered = sorted(found, key=lambda x: (_tie(x), x.cause.label))
    groups = [list(group) for _, group in groupby(ordered, key=_tie)]
    return tuple(
        CauseOf(x.cause, x.explains, x.unexplained, x.absent, x.weakest, x.routes, number)
        for number, group in enumerate(groups, 1)
        for x in group
    )
