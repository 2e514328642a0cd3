"""Two causes side by side: what their routes share, where they meet and where they part.

1. The routes of each are those that `paths` tells, spelled out where they can be.
2. They meet at the first term on the best route of the first cause that is on any route of the second.
3. From there the best routes through that term are followed; the last term before they differ is where they part,
   None where they stay together to the target.
"""

from __future__ import annotations

from collections.abc import Sequence

from lipdrift.answers import Compare, Route
from lipdrift.causal import Knowledge
from lipdrift.errors import UsageError
from lipdrift.model import Term
from lipdrift.questions.bounds import DEFAULT, Bounds
from lipdrift.questions.receipts import receipt
from lipdrift.questions.sentence import about_routes
from lipdrift.questions.ways import Ways, claims_of, terms_of


def compare(kg: Knowledge, first: Term, second: Term, target: Term, bounds: Bounds = DEFAULT) -> Compare:
    """The routes of two causes to one target; UsageError for a cause compared with itself."""
    if first.id == second.id:
        raise UsageError(f"{first.id} cannot be compared with itself; give two terms")
    ways = Ways(kg, bounds, opposing=bounds.signed)
    a, b = ways.routes(first, target), ways.routes(second, target)
    ours, theirs = {t.id for t in terms_of(a.routes)}, {t.id for t in terms_of(b.routes)}
    meet, part = crossing(a.routes, b.routes)
    claims = claims_of((*a.routes, *b.routes))
    question = {"command": "compare", "from": [first.id, second.id], "to": [target.id], **bounds.named()}
    where = f"from {first.label} or {second.label} to {target.label}"
    return Compare(
        receipt=receipt(
            kg,
            question,
            terms=[first, second, target, *terms_of((*a.routes, *b.routes))],
            claims=claims,
            reason=a.reason or b.reason,
            sentence=about_routes(kg, (*a.routes, *b.routes), bounds, where),
        ),
        first=first,
        second=second,
        target=target,
        shared=_named(kg, ours & theirs),
        only_a=_named(kg, ours - theirs),
        only_b=_named(kg, theirs - ours),
        meet=meet,
        part=part,
        first_routes=a.routes,
        second_routes=b.routes,
        cited=kg.cited(claims),
    )


def crossing(ours: Sequence[Route], theirs: Sequence[Route]) -> tuple[Term | None, Term | None]:
    """Where the routes of one cause meet those of another, and where they part again; None for nowhere."""
    meet = _meet(ours, {t.id for t in terms_of(theirs)})
    return meet, _part(ours, theirs, meet) if meet else None


def _named(kg: Knowledge, ids: set[str]) -> tuple[Term, ...]:
    return tuple(t for t in kg.nodes if t.id in ids)


def _meet(routes: Sequence[Route], others: set[str]) -> Term | None:
    return next((t for t in routes[0].terms if t.id in others), None) if routes else None


def _part(ours: Sequence[Route], theirs: Sequence[Route], meet: Term) -> Term | None:
    """The last term that both share before they differ, None where they stay together."""
    a, b = _onward(ours, meet), _onward(theirs, meet)
    common = 0
    while common < min(len(a), len(b)) and a[common].id == b[common].id:
        common += 1
    return None if common == len(a) == len(b) else a[common - 1]


def _onward(routes: Sequence[Route], meet: Term) -> tuple[Term, ...]:
    """The best route through a term, from there on."""
    route = next(r for r in routes if meet.id in {t.id for t in r.terms})
    start = [t.id for t in route.terms].index(meet.id)
    return route.terms[start:]
