"""Routes as records."""

from __future__ import annotations

from collections.abc import Iterable

from lipdrift.answers import Kinds, NoRoute, Paths, Receipt, Route, Step
from lipdrift.views.record.parts import Record, term


def paths(answer: Paths) -> Record:
    found: Record = {
        "paths": routes(answer.routes, answer.receipt),
        "summary_claims": [c.id for c in answer.summary_claims],
        "then": [
            {
                "sign": term(seen.sign),
                "strength": seen.strength.word,
                "disputed": seen.disputed,
                "claims": [c.id for c in seen.claims],
            }
            for seen in answer.then
        ],
    }
    found |= _signs(answer.routes) if signed(answer.receipt) else {}
    return found | ({"no_route": no_route(answer.no_route)} if answer.no_route else {})


def _signs(found: Iterable[Route]) -> Record:
    """How many of the routes have each sign, and whether they contradict each other."""
    signs = [r.sign or "none" for r in found]
    counts = {name: signs.count(name) for name in ("+", "-", "none")}
    return {"signs": counts, "contradiction": bool(counts["+"] and counts["-"])}


def kinds(answer: Kinds) -> Record:
    return {
        "kinds": [{"kinds": list(p.kinds), "count": p.count} for p in answer.patterns],
        "total": answer.total,
        "exact": answer.exact,
    }


def routes(found: Iterable[Route], receipt: Receipt) -> list[Record]:
    """Routes as records; each with its sign where the question was asked with signs."""
    return [route(r) | ({"sign": r.sign} if signed(receipt) else {}) for r in found]


def signed(receipt: Receipt) -> bool:
    """Whether the question was asked with signs."""
    return bool(receipt.question.get("signed"))


def route(route: Route) -> Record:
    return {
        "weakest": route.weakest.word,
        "sources": route.sources,
        "weakest_sources": route.weakest_sources,
        "summary": route.summary,
        "inferred": route.inferred,
        "of_which": term(route.of_which) if route.of_which else None,
        "steps": [step(s) for s in route.steps],
    }


def step(step: Step) -> Record:
    return {
        "from": term(step.tail),
        "relation": step.relation.id,
        "polarity": step.polarity or None,
        "to": term(step.head),
        "strength": step.strength.word,
        "disputed": step.disputed,
        "inferred": step.inferred,
        "claims": [c.id for c in step.claims],
        "sources": list(step.sources),
    }


def no_route(why: NoRoute) -> Record:
    return {
        "reached": [term(t) for t in why.reached],
        "leading": [term(t) for t in why.leading],
        "missing": [{"from": term(a), "to": term(b)} for a, b in why.missing],
        "related": [c.id for c in why.related],
    }
