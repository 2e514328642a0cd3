"""Routes, circles and kinds of routes as rows: one row for each step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lipdrift.answers import Kinds, Loops, Paths, Route, Step, WhatIf
from lipdrift.views.rows.shape import Table

STEP = (
    "from",
    "from_label",
    "relation",
    "polarity",
    "to",
    "to_label",
    "strength",
    "disputed",
    "inferred",
    "independent_sources",
    "claims",
    "sources",
)
ROUTE = ("route", "step", *STEP, "route_weakest", "route_weakest_sources", "route_summary", "route_sign")


def step_cells(step: Step) -> list[Any]:
    """The cells of one step, as the columns of ``STEP``."""
    return [
        step.tail.id,
        step.tail.label,
        step.relation.id,
        step.polarity or None,
        step.head.id,
        step.head.label,
        step.strength.word,
        step.disputed,
        step.inferred,
        step.independent,
        ";".join(c.id for c in step.claims),
        ";".join(step.sources),
    ]


def route_rows(routes: Iterable[Route]) -> Iterator[list[Any]]:
    """One row for each step of each route, as the columns of ``ROUTE``."""
    for number, route in enumerate(routes, 1):
        whole = [route.weakest.word, route.weakest_sources, route.summary, route.sign]
        for place, step in enumerate(route.steps, 1):
            yield [number, place, *step_cells(step), *whole]


def paths(answer: Paths) -> Table:
    return ROUTE, route_rows(answer.routes)


def whatif(answer: WhatIf) -> Table:
    """First what is no longer reached, then the routes that stay open."""
    blank = [None] * (len(ROUTE) - 3)
    lost = ([None, None, term.id, *blank] for term in answer.unreachable)
    rows = [["unreachable", *row] for row in lost]
    return ("part", *ROUTE), [*rows, *(["still_open", *row] for row in route_rows(answer.still_open))]


def loops(answer: Loops) -> Table:
    rows = (
        [number, place, *step_cells(step), loop.weakest.word, loop.sign, loop.listed or None]
        for number, loop in enumerate(answer.loops, 1)
        for place, step in enumerate(loop.steps, 1)
    )
    return ("loop", "step", *STEP, "loop_weakest", "loop_sign", "listed"), rows


def kinds(answer: Kinds) -> Table:
    rows = ([" > ".join(p.kinds), len(p.kinds) - 1, p.count, answer.exact] for p in answer.patterns)
    return ("kinds", "steps", "count", "exact"), rows
