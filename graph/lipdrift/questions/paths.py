"""How does a cause lead to an outcome? All routes within a bound, best supported first."""

from __future__ import annotations

from collections.abc import Sequence

from lipdrift.answers import NoRoute, Paths, Seen
from lipdrift.causal import Knowledge
from lipdrift.causal.net import rank_of
from lipdrift.model import Term
from lipdrift.questions.bounds import DEFAULT, Bounds
from lipdrift.questions.no_route import why_none
from lipdrift.questions.receipts import receipt
from lipdrift.questions.sentence import about_routes
from lipdrift.questions.ways import Ways, claims_of, terms_of


def paths(kg: Knowledge, cause: Term, target: Term, bounds: Bounds = DEFAULT) -> Paths:
    """The routes from a cause, or from a kind of it, to the target.

    Spelled-out routes come first; a summary claim is walked only where its steps are not known to the graph.
    """
    ways = Ways(kg, bounds, opposing=bounds.signed)
    found = ways.routes(cause, target)
    then = _then(ways, target) if found.routes else ()
    none = None if found.routes else why_none(kg, ways.walkable, cause, target)
    shown = [*claims_of(found.routes), *found.summaries, *(c for s in then for c in s.claims)]
    shown += none.related if none else ()
    terms = [*terms_of(found.routes), *(s.sign for s in then), *(_nearest(none) if none else ()), cause, target]
    question = {"command": "paths", "from": [cause.id], "to": [target.id], **bounds.named()}
    sentence = about_routes(kg, found.routes, bounds, f"from {cause.label} to {target.label}", cut=bool(found.reason))
    return Paths(
        receipt=receipt(kg, question, terms=terms, claims=shown, reason=found.reason, sentence=sentence),
        sources=(cause,),
        targets=(target,),
        routes=found.routes,
        summary_claims=found.summaries,
        then=then,
        no_route=none,
        cited=kg.cited(shown),
    )


def _then(ways: Ways, target: Term) -> tuple[Seen, ...]:
    """The signs that the target is claimed to show, best supported first."""
    steps = [ways.net.steps[a] for a in ways.walkable.out[ways.kg.number[target.id]]]
    signs = [s for s in steps if s.head.kind == "Sign" and s.relation.causal]
    signs.sort(key=lambda s: (-rank_of(s.strength, s.independent), s.head.label))
    return tuple(Seen(s.head, s.strength, s.disputed, s.claims) for s in signs)


def _nearest(none: NoRoute) -> Sequence[Term]:
    return [*none.reached, *none.leading, *(t for pair in none.missing for t in pair)]
