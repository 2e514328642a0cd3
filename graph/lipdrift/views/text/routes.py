"""Routes as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lipdrift.answers import Kinds, NoRoute, Paths, Route, Seen, Step
from lipdrift.model import Source
from lipdrift.views.text.lines import count, sides, wrapped


def paths(answer: Paths) -> Iterator[str]:
    cause, target = answer.sources[0], answer.targets[0]
    if answer.no_route:
        yield from no_route(answer, answer.no_route)
        return
    yield f"{cause.label} → {target.label}: {count(len(answer.routes), 'route')}, best supported first"
    for number, route in enumerate(answer.routes, 1):
        yield ""
        yield from route_lines(number, route, answer.cited)
    if answer.summary_claims:
        yield ""
        ids = ", ".join(c.id for c in answer.summary_claims)
        yield f"Said of the whole way by {ids}, whose steps are spelled out above."
    if answer.then:
        yield ""
        yield f"What is then seen ({target.label}):"
        yield from (seen_line(s) for s in answer.then)


def route_lines(number: int, route: Route, cited: Mapping[str, Source]) -> Iterator[str]:
    words = [count(len(route.steps), "step"), f"weakest link {route.weakest.word}"]
    if route.inferred:
        words.append("one link or more is a curator's inference")
    if route.summary:
        words.append("uses a summary claim")
    words.append(count(route.sources, "independent source"))
    if route.sign:
        words.append(f"sign {route.sign}")
    yield f"{number}. {'; '.join(words)}"
    if route.of_which:
        yield f"   of which: {route.of_which.label}"
    yield f"   {route.steps[0].tail.label}"
    for step in route.steps:
        yield from step_lines(step, cited)


def step_lines(step: Step, cited: Mapping[str, Source]) -> Iterator[str]:
    yield f"   → {step.relation.label} → {step.head.label}   [{_strength(step)}]"
    for claim in step.claims:
        if claim.comment:
            yield from wrapped(f"{claim.id}: {claim.comment}", " " * 7, " " * 9)
        yield from sides(claim, cited, " " * 7)


def _strength(step: Step) -> str:
    if step.inferred:
        return f"{step.strength.word}, curator's inference"
    return f"{step.strength.word}, {count(step.independent, 'independent source')}"


def seen_line(seen: Seen) -> str:
    ids = ", ".join(c.id for c in seen.claims)
    return f"   {seen.sign.label}   [{seen.strength.word}; {ids}]"


def no_route(answer: Paths, why: NoRoute) -> Iterator[str]:
    cause, target, cited = answer.sources[0], answer.targets[0], answer.cited
    within = "" if answer.receipt.complete else " within the bounds"
    yield f"{cause.label} → {target.label}: no route{within} is known to this ontology."
    if why.reached:
        yield f"   It leads as far as: {', '.join(t.label for t in why.reached)}."
    if why.leading:
        yield f"   To {target.label} lead: {', '.join(t.label for t in why.leading)}."
    for a, b in why.missing:
        yield f"   A claim that would connect them (nobody makes it here): {a.label} → {b.label}"
    for claim in why.related:
        yield from wrapped(f"Not a causal step, but said: {claim.id} {claim.comment}", "   ", "     ")
        yield from sides(claim, cited, "     ")


def brief(number: int, route: Route) -> Iterator[str]:
    """A route in a line or two: its terms, its weakest link, its claims."""
    chain = " → ".join(t.label for t in route.terms)
    ids = ", ".join(dict.fromkeys(c.id for s in route.steps for c in s.claims))
    doubts = "".join([", with an inference" * route.inferred, ", a summary claim" * route.summary])
    sign = f", sign {route.sign}" if route.sign else ""
    yield from wrapped(f"{number}. {chain}   [{route.weakest.word}{doubts}{sign}; {ids}]", "   ", "      ")


def kinds(answer: Kinds) -> Iterator[str]:
    cause, target = answer.sources[0], answer.targets[0]
    counted = count(answer.total, "route") if answer.exact else f"{count(answer.total, 'walk')}, circles counted"
    yield f"{cause.label} → {target.label}: {count(len(answer.patterns), 'kind')} of explanation, {counted}"
    for pattern in answer.patterns:
        yield f"   {pattern.count:>4} × {' → '.join(pattern.kinds)}"
