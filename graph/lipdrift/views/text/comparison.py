"""Compare, loops, gaps and explanations as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from lipdrift.answers import CauseOf, Cell, Compare, Condition, Explained, Gaps, Loop, Loops
from lipdrift.model import Term
from lipdrift.views.text.lines import count, names, wrapped
from lipdrift.views.text.routes import brief

VIA = {"direct": "D", "steps": "S", "migration_only": "m", None: "."}


def compare(answer: Compare) -> Iterator[str]:
    a, b = answer.first.label, answer.second.label
    yield f"{a} beside {b}, on the way to {answer.target.label}"
    yield ""
    if answer.meet:
        part = f" and part after {answer.part.label}" if answer.part else " and go on together"
        yield from wrapped(f"They meet at {answer.meet.label}{part}.", "", "  ")
    else:
        yield "They share no term on their routes."
    for title, terms in (("Both", answer.shared), (f"Only {a}", answer.only_a), (f"Only {b}", answer.only_b)):
        yield from wrapped(f"{title}: {names(terms) or 'nothing'}", "   ", "     ")
    for cause, routes in ((answer.first, answer.first_routes), (answer.second, answer.second_routes)):
        yield ""
        yield f"{cause.label}: {count(len(routes), 'route')}"
        for number, route in enumerate(routes, 1):
            yield from brief(number, route)


def loops(answer: Loops) -> Iterator[str]:
    yield f"{count(len(answer.loops), 'vicious circle')} of at most {count(answer.max_length, 'step')}"
    for number, loop in enumerate(answer.loops, 1):
        yield ""
        yield from _loop(number, loop)


def _loop(number: int, loop: Loop) -> Iterator[str]:
    words = [count(len(loop.steps), "step"), f"weakest link {loop.weakest.word}"]
    words += ["one link or more is a curator's inference"] * loop.inferred
    words += [{"+": "reinforcing", "-": "balancing"}[loop.sign]] if loop.sign else []
    yield f"{number}. {'; '.join(words)}"
    if loop.listed:
        yield f"   listed as: {loop.listed}"
    yield f"   {loop.steps[0].tail.label}"
    for step in loop.steps:
        ids = ", ".join(c.id for c in step.claims)
        doubt = ", curator's inference" if step.inferred else ""
        yield f"   → {step.relation.label} → {step.head.label}   [{step.strength.word}{doubt}; {ids}]"


def gaps(answer: Gaps) -> Iterator[str]:
    yield f"{count(len(answer.rows), 'cause')} (rows) and {count(len(answer.columns), 'sign')} (columns)"
    yield "D a claim for just this pair · S spelled-out steps · m only through migration as such · . not tied"
    if any(_mark(cell) == "?" for row in answer.cells for cell in row):
        yield "? past migration, over steps that nobody described"
    yield ""
    for number, sign in enumerate(answer.columns, 1):
        yield f"  {number:>2} {sign.label}"
    yield ""
    width = max(len(t.label) for t in answer.rows)
    yield " " * (width + 2) + " ".join(f"{n:>2}" for n in range(1, len(answer.columns) + 1))
    for cause, row in zip(answer.rows, answer.cells, strict=True):
        yield f"  {cause.label:<{width}}" + " ".join(f"{_mark(cell):>2}" for cell in row)


def _mark(cell: Cell) -> str:
    return "?" if cell.via is None and cell.claims else VIA[cell.via]


def explained(answer: Explained) -> Iterator[str]:
    yield f"Which explanations does the literature give for {names(answer.signs)}?"
    if answer.absent:
        yield f"   looked for and absent: {names(answer.absent)}"
    yield ""
    yield "Conditions, side by side:"
    for condition in answer.conditions:
        yield from _condition(condition)
    for group, causes in groupby(answer.causes, key=lambda c: c.group):
        yield ""
        yield from _tied(group, list(causes))


def _tied(group: int, causes: Sequence[CauseOf]) -> Iterator[str]:
    """A group of causes that tie; those that explain just the same signs stand together."""
    tie = f" ({len(causes)} that tie)" if len(causes) > 1 else ""
    yield f"Causes, group {group}{tie}, weakest link {causes[0].weakest.word}:"
    together: dict[str, list[Term]] = {}
    for cause in causes:
        together.setdefault(_parts(cause.explains, cause.unexplained, cause.absent), []).append(cause.cause)
    for parts, terms in together.items():
        yield from wrapped(f"{names(terms)}: {parts}", "   ", "     ")


def _condition(condition: Condition) -> Iterator[str]:
    if not condition.comparable:
        yield f"   {condition.condition.label}: no claim ties a sign to it; it cannot be compared"
        return
    parts = _parts(condition.explains, condition.unexplained, condition.absent)
    ids = f" [{', '.join(c.id for c in condition.claims)}]" if condition.claims else ""
    yield from wrapped(f"{condition.condition.label}: {parts}{ids}", "   ", "     ")


def _parts(explains: Sequence[Term], unexplained: Sequence[Term], absent: Sequence[Term]) -> str:
    parts = [f"explains {names(explains) or 'none of them'}"]
    parts += [f"leaves {names(unexplained)}"] * bool(unexplained)
    parts += [f"would also show {names(absent)}"] * bool(absent)
    return "; ".join(parts)
