"""The routes from a cause, or from a kind of it, to a target: what every question about ways stands on.

1. Only steps that the bounds admit are walked.
2. A summary claim is not walked where its chain of told steps is part of a route of the answer; it is cited for the
   whole.
3. Spelled-out routes come first, then those that jump over steps nobody described, then those over summary claims.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lipdrift.answers import Route, Step
from lipdrift.causal import Knowledge
from lipdrift.causal.net import Net, rank_of
from lipdrift.errors import UsageError
from lipdrift.model import Claim, Term
from lipdrift.questions.bounds import DEFAULT, Bounds
from lipdrift.search.arrows import Arrows
from lipdrift.search.passing import runs_over
from lipdrift.search.routes import Found, best
from lipdrift.terms import OUTCOME, curie


@dataclass(frozen=True, slots=True)
class Routes:
    """Routes best first, the summary claims that they spell out, and why there may be more."""

    routes: tuple[Route, ...]
    summaries: tuple[Claim, ...]
    reason: str | None


def outcome(kg: Knowledge) -> Term:
    """The term that questions without a target lead to."""
    try:
        return kg.terms[curie(OUTCOME)]
    except KeyError:
        raise UsageError("this ontology has no lip:LipFillerMigration; name the outcome as well") from None


def causes(kg: Knowledge) -> tuple[Term, ...]:
    """Every cause, by label; UsageError where a foreign graph tells no kinds apart."""
    found = tuple(t for t in kg.nodes if t.kind == "Cause")
    if not found:
        raise UsageError("no term of this graph is a lip:Cause; a profile can say which class its causes have")
    return found


class Ways:
    """What may be walked under some bounds, with some terms and claims taken away.

    ``opposing`` walks relations that act against something as well; only questions that give every route its sign do.
    """

    def __init__(
        self,
        kg: Knowledge,
        bounds: Bounds = DEFAULT,
        gone: Iterable[str] = (),
        unsaid: Iterable[str] = (),
        opposing: bool = False,
    ) -> None:
        self.kg = kg
        self.bounds = bounds
        self.opposing = opposing
        self.gone = frozenset(kg.number[i] for i in gone)
        self.net = self._net(frozenset(unsaid))
        self.walkable = self.net.arrows.only(self._walked)
        self.spelled = self.walkable.only(lambda a: not self.net.steps[a].jumps)
        self.told = self.walkable.only(lambda a: not self.net.steps[a].summary)

    def _net(self, unsaid: frozenset[str]) -> Net:
        if not unsaid and self.bounds.inferred:
            return self.kg.signed if self.opposing else self.kg.net
        said = (c for c in self.kg.walked(self.opposing) if c.id not in unsaid)
        return self.kg.net_of(c for c in said if self.bounds.inferred or not c.inferred)

    def _walked(self, arrow: int) -> bool:
        ends = {self.net.arrows.tail[arrow], self.net.arrows.head[arrow]}
        return self.bounds.admits(self.net.steps[arrow]) and not ends & self.gone

    def starts(self, cause: Term) -> list[int]:
        """The cause and its kinds, in the order of their labels."""
        ids = (cause.id, *self.kg.kinds_of.get(cause.id, ()))
        return sorted({self.kg.number[i] for i in ids if i in self.kg.number} - self.gone)

    def routes(self, cause: Term, target: Term, limit: int | None = None, summaries: bool = True) -> Routes:
        """The routes from a cause to a target, at most ``limit`` of them; without summary claims where so asked."""
        ends = (self.starts(cause), self.kg.number[target.id])
        covered = self.covered(cause, target) if summaries else set()
        mixed = self.walkable.only(lambda a: a not in covered) if summaries else self.told
        found = self._search(mixed, ends, limit or self.bounds.limit)
        cited = {c.id: c for a in covered for c in self.net.steps[a].claims}
        routes = tuple(self.route(arrows, cause) for arrows in found.routes)
        return Routes(routes, tuple(cited[i] for i in sorted(cited)), found.reason)

    def covered(self, cause: Term, target: Term) -> set[int]:
        """The summary arrows whose chain of told steps is part of a route from the cause to the target.

        The rest of that route is told as well, or goes over summary claims that nothing spells out.
        """
        there = self.walkable
        summaries = [
            a for row in there.out for a in row if self.net.steps[a].summary and there.tail[a] != there.head[a]
        ]
        spelled = {a for a in summaries if self._spelled_out(a, cause)}
        carry = self.walkable.only(lambda a: a not in spelled)
        return {a for a in spelled if any(self._chains(a, carry, cause, self.kg.number[target.id]))}

    def _spelled_out(self, arrow: int, cause: Term) -> bool:
        """Whether other claims tell its steps; through a kind only where the asked cause is the broader term."""
        head = self.spelled.head[arrow]
        starts = [n for n in self._tails(arrow, cause) if n != head]
        return self.spelled.reached(starts).get(head, self.bounds.max_steps + 1) <= self.bounds.max_steps

    def _tails(self, arrow: int, cause: Term) -> list[int]:
        tail = self.net.steps[arrow].tail
        return self.starts(cause) if tail.id == cause.id else [self.kg.number[tail.id]]

    def _chains(self, arrow: int, carry: Arrows, cause: Term, target: int) -> Iterator[bool]:
        """Whether a route holds the chain of an arrow, for each node where it can begin."""
        tail, head = self.spelled.tail[arrow], self.spelled.head[arrow]
        chain = ((self.spelled, head), (carry, target))
        for start in self.starts(cause):
            yield runs_over(start, ((carry, tail), *chain), self.bounds.max_steps)
            if start in self._tails(arrow, cause) and start != head:
                yield runs_over(start, chain, self.bounds.max_steps)

    def _search(self, mixed: Arrows, ends: tuple[list[int], int], limit: int) -> Found:
        """Spelled-out routes, then those over unknown steps, then those over summary claims."""
        starts, target = ends
        steps = self.net.steps
        routes: tuple[tuple[int, ...], ...] = ()
        reason = None
        classes: tuple[tuple[Arrows, Callable[[int], bool]], ...] = (
            (self.spelled, lambda a: True),
            (self.told, lambda a: steps[a].jumps),
            (mixed, lambda a: steps[a].summary),
        )
        for arrows, marks in classes:
            if routes and not any(marks(a) for row in arrows.out for a in row):
                continue
            found = best(arrows, starts, target, self.bounds.max_steps, limit + len(routes))
            routes += tuple(r for r in found.routes if any(map(marks, r)))
            reason = found.reason or (reason if reason == "time" else None)
            if reason == "limit":
                break
        return Found(routes[:limit], "limit" if len(routes) > limit else reason)

    def route(self, arrows: Sequence[int], cause: Term) -> Route:
        """The arrows as a route with its weakest link, its sources and, where asked for, its sign."""
        steps = tuple(self.net.steps[a] for a in arrows)
        weakest = min(steps, key=lambda s: rank_of(s.strength, s.independent))
        groups = {self.kg.group(s) for step in steps for s in step.sources}
        return Route(
            steps=steps,
            weakest=weakest.strength,
            weakest_sources=weakest.independent,
            sources=len(groups),
            summary=any(s.summary for s in steps),
            inferred=any(s.inferred for s in steps),
            of_which=None if steps[0].tail.id == cause.id else steps[0].tail,
            sign=sign_of(steps) if self.bounds.signed else None,
        )


def sign_of(steps: Sequence[Step]) -> str | None:
    """The product of the polarities, None where a step has none."""
    if any(not s.polarity for s in steps):
        return None
    return "-" if sum(s.polarity == "-" for s in steps) % 2 else "+"


def claims_of(routes: Iterable[Route]) -> list[Claim]:
    """Every claim on the routes, in the order of travel."""
    return [c for r in routes for s in r.steps for c in s.claims]


def terms_of(routes: Iterable[Route]) -> list[Term]:
    """Every term on the routes, in the order of travel."""
    return [t for r in routes for t in r.terms]


def unknown_steps(route: Route) -> bool:
    """Whether a step of the route jumps over steps that nobody has described."""
    return any(s.jumps and not s.summary for s in route.steps)
