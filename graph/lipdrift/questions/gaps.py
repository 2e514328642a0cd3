"""Which cause is tied to which sign, and how: directly, by spelled-out steps, or only through "migration" as such?"""

from __future__ import annotations

from lipdrift.answers import Cell, Gaps, Route
from lipdrift.causal import Knowledge
from lipdrift.errors import UsageError
from lipdrift.model import Term
from lipdrift.questions.bounds import DEFAULT, Bounds
from lipdrift.questions.receipts import receipt
from lipdrift.questions.ways import Ways, causes, outcome
from lipdrift.search.routes import best


def gaps(kg: Knowledge, bounds: Bounds = DEFAULT) -> Gaps:
    """The matrix of all causes and signs; UsageError where a graph tells no causes or signs apart."""
    rows, end = causes(kg), outcome(kg)
    columns = tuple(t for t in kg.nodes if t.kind == "Sign")
    if not columns:
        raise UsageError("no term of this graph is a lip:Sign; a profile can say which class its signs have")
    whole, aside = Ways(kg, bounds), Ways(kg, bounds, gone=[end.id])
    found = [[_cell(whole, aside, cause, sign) for sign in columns] for cause in rows]
    cells = tuple(tuple(cell for cell, _ in row) for row in found)
    reason = next((reason for row in found for _, reason in row if reason), None)
    claims = [kg.claims[i] for row in cells for cell in row for i in cell.claims]
    question = {"command": "gaps", **bounds.named()}
    made = Gaps(receipt(kg, question), rows, columns, cells)
    sentence = _sentence(kg, made)
    slip = receipt(kg, question, terms=[*rows, *columns], claims=claims, reason=reason, sentence=sentence)
    return Gaps(slip, rows, columns, cells)


def _cell(whole: Ways, aside: Ways, cause: Term, sign: Term) -> tuple[Cell, str | None]:
    """The best way that says most, and why a way may have been missed where there is none.

    A claim for just this pair, then steps that do not pass the bare outcome, then a way through it. A way past the
    outcome that jumps over steps nobody described is none of the three: it has claims and no ``via``.
    """
    route, via = _direct(whole, aside, cause, sign), "direct"
    if route is None:
        route, via = _by_steps(aside, cause, sign), "steps"
    if route is not None:
        return _told(route, via), None
    found = whole.routes(cause, sign, limit=1)
    if not found.routes:
        return Cell(), found.reason
    passed = outcome(whole.kg).id in {t.id for t in found.routes[0].terms}
    return _told(found.routes[0], "migration_only" if passed else None), None


def _told(route: Route, via: str | None) -> Cell:
    claims = tuple(dict.fromkeys(c.id for s in route.steps for c in s.claims))
    return Cell(route.weakest, via, claims, route.sign)


def _direct(whole: Ways, aside: Ways, cause: Term, sign: Term) -> Route | None:
    """The best single step from the cause or a kind of it to the sign; a summary that is spelled out is none."""
    end = aside.kg.number[sign.id]
    found = [a for n in aside.starts(cause) if n != end for a in aside.walkable.out[n] if aside.walkable.head[a] == end]
    covered = whole.covered(cause, sign) if any(aside.net.steps[a].summary for a in found) else set()
    return min((aside.route([a], cause) for a in found if a not in covered), default=None)


def _by_steps(ways: Ways, cause: Term, sign: Term) -> Route | None:
    found = best(ways.spelled, ways.starts(cause), ways.kg.number[sign.id], ways.bounds.max_steps, 1)
    return ways.route(found.routes[0], cause) if found.routes else None


def _sentence(kg: Knowledge, made: Gaps) -> str:
    total = len(made.rows) * len(made.columns)
    loose = sum(cell.via is None and bool(cell.claims) for row in made.cells for cell in row)
    gapped = f"{loose} by a way with steps that nobody described, " if loose else ""
    as_of = f"; knowledge as of {kg.header.date}" if kg.header.date else ""
    return (
        f"{total} pairs of a cause and a sign: {made.count('direct')} have a claim of their own, {made.count('steps')} "
        f"are tied by spelled-out steps, {gapped}{made.count('migration_only')} rest on the bare outcome alone and are "
        f"open research questions, {made.count(None) - loose} are not tied at all{as_of}."
    )
