"""Answers for data analysis: a pandas table, a networkx graph."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from lipdrift.answers import Answer, Compare, Explained, Loops, Paths, Route, Step, WhatIf
from lipdrift.errors import NoSteps, UsageError
from lipdrift.views.rows import table
from lipdrift.views.stamps import stamp

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


def to_frame(answer: Answer) -> pd.DataFrame:
    """The table of `rows.table` with typed columns; ``attrs["receipt"]`` holds the receipt.

    Whole numbers that may be missing are ``Int64``, truth values ``boolean``, text ``string``.
    """
    try:
        import pandas as pd
    except ModuleNotFoundError:
        raise UsageError("pandas is not installed; try: pip install 'lipdrift[notebook]'") from None
    columns, rows = table(answer)
    frame = pd.DataFrame([list(r) for r in rows], columns=list(columns), dtype=object)
    for name in columns:
        frame[name] = frame[name].astype(_type([row for row in frame[name] if row is not None]))
    frame.attrs["receipt"] = json.loads(stamp(answer))
    return frame


def _type(values: list[Any]) -> str:
    if values and all(isinstance(v, bool) for v in values):
        return "boolean"
    return "Int64" if values and all(isinstance(v, int) for v in values) else "string"


def to_networkx(answer: Answer) -> nx.MultiDiGraph[str]:
    """The steps of an answer as a graph: nodes by id with label and kind, edges keyed by relation."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for step in steps_of(answer):
        for term in (step.tail, step.head):
            graph.add_node(term.id, label=term.label, kind=term.kind)
        graph.add_edge(
            step.tail.id,
            step.head.id,
            key=step.relation.id,
            polarity=step.polarity,
            strength=step.strength.word,
            disputed=step.disputed,
            inferred=step.inferred,
            claims=[c.id for c in step.claims],
            sources=list(step.sources),
        )
    return graph


def steps_of(answer: Answer) -> list[Step]:
    """Every step of an answer once, in the order of telling; NoSteps for an answer that has none.

    A found "no route" has no steps but is one of these answers: its list is empty.
    """
    if isinstance(answer, Loops):
        return _once(s for loop in answer.loops for s in loop.steps)
    routes: dict[type, Callable[[Any], Iterable[Route]]] = {
        Paths: lambda a: a.routes,
        WhatIf: lambda a: a.still_open,
        Compare: lambda a: (*a.first_routes, *a.second_routes),
        Explained: lambda a: [r for c in a.causes for r in c.routes],
    }
    if type(answer) not in routes:
        raise NoSteps(type(answer).__name__)
    return _once(s for route in routes[type(answer)](answer) for s in route.steps)


def _once(steps: Iterable[Step]) -> list[Step]:
    return list({(s.tail.id, s.relation.id, s.head.id): s for s in steps}.values())
