"""How does a cause lead to an outcome? All routes within a bound, best supported first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lipdrift.answers import NoRoute, Paths, Route, Seen, Step
from lipdrift.causal import Knowledge
from lipdrift.causal.knowledge import rank_of
from lipdrift.errors import UsageError
from lipdrift.model import Claim, Term
from lipdrift.questions.no_route import why_none
from lipdrift.questions.receipts import receipt
from lipdrift.search.arrows import Arrows
from lipdrift.search.routes import Found, best
from lipdrift.terms import OUTCOME, Strength, curie


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a search may use: steps in a route, routes in an answer, the weakest strength, inferences or not."""

    max_steps: int = 12
    limit: int = 20
    min_strength: Strength | None = None
    inferred: bool = True

    def __post_init__(self) -> None:
        if self.max_steps < 1 or self.limit < 1:
            raise UsageError("--max-steps and --limit must be 1 or more")

    def admits(self, step: Step) -> bool:
        """Whether the step may be walked."""
        strong = self.min_strength is None or step.strength >= self.min_strength
        return strong and (self.inferred or not step.inferred)

    def named(self) -> dict[str, object]:
        """The bounds as they stand in a receipt; only those that differ from "everything" beside the first two."""
        named: dict[str, object] = {"max_steps": self.max_steps, "limit": self.limit}
        if self.min_strength is not None:
            named["min_strength"] = self.min_strength.word
        if not self.inferred:
            named["inferred"] = False
        return named


DEFAULT = Bounds()


def outcome(kg: Knowledge) -> Term:
    """The term that questions without a target lead to."""
    try:
        return kg.terms[curie(OUTCOME)]
    except KeyError:
        raise UsageError("this ontology has no lip:LipFillerMigration; name the outcome as well") from None


def paths(kg: Knowledge, cause: Term, target: Term, bounds: Bounds = DEFAULT) -> Paths:
    """The routes from a cause, or from a kind of it, to the target.

    Spelled-out routes come first; a summary claim is walked only where its steps are not known to the graph.
    """
    starts = _starts(kg, cause)
    walkable = kg.arrows.only(lambda a: bounds.admits(kg.steps[a]))
    spelled = walkable.only(lambda a: not kg.steps[a].jumps)
    summaries = _summaries_between(kg, walkable, starts, target)
    covered = {a for a in summaries if _spelled_out(kg, spelled, a, cause, bounds)}
    mixed = walkable.only(lambda a: a not in covered)
    found = _search(kg, spelled, mixed, (starts, target), bounds)
    routes = tuple(_route(kg, arrows, cause) for arrows in found.routes)
    cited = tuple(sorted((c for a in covered for c in kg.steps[a].claims), key=lambda c: c.id))
    then = _then(kg, target, bounds) if routes else ()
    none = None if routes else why_none(kg, walkable, cause, target)
    shown = _claims(routes, cited, then) + list(none.related if none else ())
    terms = [*_terms(routes, then), *(_nearest(none) if none else ()), cause, target]
    question = {"command": "paths", "from": [cause.id], "to": [target.id], **bounds.named()}
    return Paths(
        receipt=receipt(kg, question, terms=terms, claims=shown, reason=found.reason),
        sources=(cause,),
        targets=(target,),
        routes=routes,
        summary_claims=cited,
        then=then,
        no_route=none,
        cited=kg.cited(shown),
    )


def _starts(kg: Knowledge, cause: Term) -> list[int]:
    """The cause, then its kinds in the order of their labels."""
    kinds = sorted(kg.number[k] for k in kg.kinds_of.get(cause.id, ()) if k in kg.number)
    return [kg.number[cause.id], *kinds]


def _summaries_between(kg: Knowledge, walkable: Arrows, starts: Sequence[int], target: Term) -> set[int]:
    """The summary arrows on any way from a start to the target."""
    end = kg.number[target.id]
    walkable = walkable.only(lambda a: walkable.tail[a] != end)
    ahead, behind = walkable.reached(starts), walkable.leading([end])
    return {
        a
        for a, step in enumerate(kg.steps)
        if step.summary
        and walkable.tail[a] in ahead
        and walkable.head[a] in behind
        and a in walkable.out[walkable.tail[a]]
    }


def _spelled_out(kg: Knowledge, spelled: Arrows, arrow: int, cause: Term, bounds: Bounds) -> bool:
    """Whether other claims tell the steps of a summary arrow; through a kind only where the asked cause is broader."""
    tail = kg.steps[arrow].tail
    starts = _starts(kg, cause) if tail.id == cause.id else [kg.number[tail.id]]
    return 0 < spelled.reached(starts).get(spelled.head[arrow], 0) <= bounds.max_steps


def _search(kg: Knowledge, spelled: Arrows, mixed: Arrows, ends: tuple[list[int], Term], bounds: Bounds) -> Found:
    """Spelled-out routes first, then those that jump over steps nobody described, then those over summary claims."""
    starts, target = ends[0], kg.number[ends[1].id]
    first = best(spelled, starts, target, bounds.max_steps, bounds.limit)
    if not any(kg.steps[a].jumps for row in mixed.out for a in row):
        return first
    both = best(mixed, starts, target, bounds.max_steps, bounds.limit + len(first.routes))
    rest = [r for r in both.routes if any(kg.steps[a].jumps for a in r)]
    rest.sort(key=lambda r: any(kg.steps[a].summary for a in r))
    routes = first.routes + tuple(rest)
    reason = "limit" if len(routes) > bounds.limit else first.reason or both.reason
    return Found(routes[: bounds.limit], reason)


def _route(kg: Knowledge, arrows: Sequence[int], cause: Term) -> Route:
    steps = tuple(kg.steps[a] for a in arrows)
    weakest = min(steps, key=lambda s: rank_of(s.strength, s.independent))
    groups = {kg.group(s) for step in steps for s in step.sources}
    return Route(
        steps=steps,
        weakest=weakest.strength,
        weakest_sources=weakest.independent,
        sources=len(groups),
        summary=any(s.summary for s in steps),
        inferred=any(s.inferred for s in steps),
        of_which=None if steps[0].tail.id == cause.id else steps[0].tail,
    )


def _then(kg: Knowledge, target: Term, bounds: Bounds) -> tuple[Seen, ...]:
    """The signs that the target is claimed to show, best supported first."""
    steps = [kg.steps[a] for a in kg.arrows.out[kg.number[target.id]]]
    signs = [s for s in steps if s.head.kind == "Sign" and bounds.admits(s)]
    signs.sort(key=lambda s: (-rank_of(s.strength, s.independent), s.head.label))
    return tuple(Seen(s.head, s.strength, s.disputed, s.claims) for s in signs)


def _claims(routes: Sequence[Route], cited: Sequence[Claim], then: Sequence[Seen]) -> list[Claim]:
    walked = [c for r in routes for s in r.steps for c in s.claims]
    return walked + list(cited) + [c for seen in then for c in seen.claims]


def _terms(routes: Sequence[Route], then: Sequence[Seen]) -> list[Term]:
    walked = [t for r in routes for s in r.steps for t in (s.tail, s.head)]
    return walked + [seen.sign for seen in then]


def _nearest(none: NoRoute) -> list[Term]:
    return [*none.reached, *none.leading, *(t for pair in none.missing for t in pair)]


def unknown_steps(route: Route) -> bool:
    """Whether a step of the route jumps over steps that nobody has described."""
    return any(s.jumps and not s.summary for s in route.steps)
