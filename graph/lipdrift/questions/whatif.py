"""What is no longer reached if some terms are taken away, and which routes stay open?

A term goes with its kinds, and with the claims that hold only together with it (``lip:needsAlso``). Summary claims
are left out: they would keep a way open whose steps are gone.
"""

from __future__ import annotations

from collections.abc import Sequence

from lipdrift.answers import Route, WhatIf
from lipdrift.causal import Knowledge
from lipdrift.errors import UsageError
from lipdrift.model import Claim, Term
from lipdrift.questions.bounds import DEFAULT, Bounds
from lipdrift.questions.receipts import receipt
from lipdrift.questions.sentence import about_routes
from lipdrift.questions.ways import Ways, causes, claims_of, terms_of


def whatif(
    kg: Knowledge, without: Sequence[Term], target: Term, sources: Sequence[Term] = (), bounds: Bounds = DEFAULT
) -> WhatIf:
    """The world without some terms, as seen from the ``sources`` (default: all causes) on their way to the target.

    At most ``bounds.limit`` of the routes that stay open are listed, best supported first.
    """
    if not without:
        raise UsageError("whatif needs at least one term; try: lipdrift whatif --without TERM")
    begin = tuple(sources) or causes(kg)
    removed = with_kinds(kg, without)
    unsaid = needing(kg, removed)
    before = Ways(kg, bounds)
    after = Ways(kg, bounds, [t.id for t in removed], [c.id for c in unsaid])
    unreachable = lost(kg, before, after, begin)
    still_open, reason = open_routes(after, begin, target)
    claims = [*claims_of(still_open), *unsaid]
    question = {
        "command": "whatif",
        "without": [t.id for t in without],
        "to": [target.id],
        "from": [t.id for t in sources],
        **bounds.named(),
    }
    where = f"to {target.label} without {' and '.join(t.label for t in without)}"
    terms = [*removed, *unreachable, *terms_of(still_open), target]
    sentence = about_routes(kg, still_open, bounds, where)
    return WhatIf(
        receipt=receipt(kg, question, terms=terms, claims=claims, reason=reason, sentence=sentence),
        target=target,
        removed=removed,
        removed_claims=unsaid,
        unreachable=unreachable,
        still_open=still_open,
        cited=kg.cited(claims),
    )


def with_kinds(kg: Knowledge, terms: Sequence[Term]) -> tuple[Term, ...]:
    """The terms and everything that is a kind of them, by label."""
    ids = {i for t in terms for i in (t.id, *kg.kinds_of.get(t.id, ())) if i in kg.terms}
    return tuple(t for t in kg.nodes if t.id in ids)


def needing(kg: Knowledge, removed: Sequence[Term]) -> tuple[Claim, ...]:
    """The claims that hold only together with one of these terms."""
    gone = {t.id for t in removed}
    return tuple(c for c in kg.claims.values() if gone & set(c.needs_also))


def lost(kg: Knowledge, before: Ways, after: Ways, begin: Sequence[Term]) -> tuple[Term, ...]:
    """What some of the beginnings reached before and none reaches after, the removed terms aside."""
    was = before.told.reached([n for t in begin for n in before.starts(t)])
    now = after.told.reached([n for t in begin for n in after.starts(t)])
    return tuple(kg.nodes[n] for n in sorted(was) if n not in now and n not in after.gone)


def open_routes(ways: Ways, begin: Sequence[Term], target: Term) -> tuple[tuple[Route, ...], str | None]:
    """The routes from each beginning to the target over no summary claim, best first, and why there may be more."""
    routes: dict[tuple[str, ...], Route] = {}
    reasons = []
    for cause in begin:
        found = ways.routes(cause, target, summaries=False)
        reasons.append(found.reason)
        for route in found.routes:
            routes.setdefault(tuple(c.id for s in route.steps for c in s.claims), route)
    ordered = tuple(sorted(routes.values()))
    cut = "limit" if len(ordered) > ways.bounds.limit else next((r for r in reasons if r), None)
    return ordered[: ways.bounds.limit], cut
