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
    cells = tuple(tuple(_cell(whole, aside, cause, sign) for sign in columns) for cause in rows)
    claims = [kg.claims[i] for row in cells for cell in row for i in cell.claims]
    question = {"command": "gaps", **bounds.named()}
    made = Gaps(receipt(kg, question), rows, columns, cells)
    sentence = _sentence(kg, made)
    slip = receipt(kg, question, terms=[*rows, *columns], claims=claims, sentence=sentence)
    return Gaps(slip, rows, columns, cells)


def _cell(whole: Ways, aside: Ways, cause: Term, sign: Term) -> Cell:
    """The best way that says most: a claim for just this pair, then steps that do not pass the bare outcome."""
    route, via = _direct(aside, cause, sign), "direct"
    if route is None:
        route, via = _by_steps(aside, cause, sign), "steps"
    if route is None:
        found = whole.routes(cause, sign, limit=1).routes
        route, via = (found[0] if found else None), "migration_only"
    if route is None:
        return Cell()
    claims = tuple(dict.fromkeys(c.id for s in route.steps for c in s.claims))
    return Cell(route.weakest, via, claims, route.sign)


def _direct(ways: Ways, cause: Term, sign: Term) -> Route | None:
    """The best single step from the cause or a kind of it to the sign."""
    end = ways.kg.number[sign.id]
    found = [a for n in ways.starts(cause) for a in ways.told.out[n] if ways.told.head[a] == end]
    return min((ways.route([a], cause) for a in found), default=None)


def _by_steps(ways: Ways, cause: Term, sign: Term) -> Route | None:
    found = best(ways.spelled, ways.starts(cause), ways.kg.number[sign.id], ways.bounds.max_steps, 1)
    return ways.route(found.routes[0], cause) if found.routes else None


def _sentence(kg: Knowledge, made: Gaps) -> str:
    total = len(made.rows) * len(made.columns)
    as_of = f"; knowledge as of {kg.header.date}" if kg.header.date else ""
    return (
        f"{total} pairs of a cause and a sign: {made.count('direct')} have a claim of their own, {made.count('steps')} "
        f"are tied by spelled-out steps, {made.count('migration_only')} rest on the bare outcome alone and are open "
        f"research questions, {made.count(None)} are not tied at all{as_of}."
    )
