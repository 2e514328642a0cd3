"""Answers as data frames and as graphs hold what the answers hold, with the right types."""

from __future__ import annotations

import json
import sys

import pytest

import lipdrift
from lipdrift.answers import Answer, Cuts, Gaps, Paths
from lipdrift.errors import UsageError
from lipdrift.views.frame import steps_of
from lipdrift.views.rows import table
from tests.views.test_rows import ALL

KG = lipdrift.load()
REPEATED = KG.paths("RepeatedFillerProcedures")


@pytest.mark.parametrize("answer", ALL, ids=lambda a: type(a).__name__)
def test_the_frame_is_the_table_with_the_receipt(answer: Answer) -> None:
    frame = answer.to_frame()
    columns, rows = table(answer)
    assert list(frame.columns) == list(columns)
    assert len(frame) == len(rows) > 0
    assert frame.attrs["receipt"]["question"] == json.loads(answer.to_json())["question"]
    told = [[None if value is None else value for value in row] for row in rows]
    held = [[None if value is not value or str(value) == "<NA>" else value for value in row] for row in frame.values]
    assert held == told


def test_columns_have_the_types_of_their_values() -> None:
    types = REPEATED.to_frame().dtypes.astype(str)
    assert {n: types[n] for n in ("step", "disputed", "strength", "independent_sources", "route_sign")} == {
        "step": "Int64",
        "disputed": "boolean",
        "strength": "string",
        "independent_sources": "Int64",
        "route_sign": "string",
    }
    lost = KG.whatif("FillerPersistence", sources=["RepeatedFillerProcedures"]).to_frame()
    assert str(lost["step"].dtype) == "Int64"
    assert lost["step"].isna().any()


def test_a_missing_pandas_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UsageError, match=r"^pandas is not installed; try: pip install 'lipdrift\[notebook\]'$"):
        REPEATED.to_frame()


def test_the_graph_has_every_step_once_with_what_is_said_of_it() -> None:
    graph = REPEATED.to_networkx()
    steps = {(s.tail.id, s.head.id, s.relation.id): s for r in REPEATED.routes for s in r.steps}
    assert len(steps) == 7
    assert set(graph.edges(keys=True)) == set(steps)
    for ends, step in steps.items():
        assert graph.edges[ends] == {
            "polarity": step.polarity,
            "strength": step.strength.word,
            "disputed": step.disputed,
            "inferred": step.inferred,
            "claims": [c.id for c in step.claims],
            "sources": list(step.sources),
        }
    assert graph.nodes["lip:TissueStretching"] == {"label": "tissue stretching", "kind": "MechanismStep"}


def test_circles_stay_circles() -> None:
    import networkx as nx

    loops = KG.loops()
    cycles = {frozenset(c) for c in nx.simple_cycles(loops.to_networkx())}
    assert {frozenset(s.tail.id for s in loop.steps) for loop in loops.loops} <= cycles
    assert len(loops.loops) == 2


def test_no_route_is_an_empty_graph_and_an_answer_without_steps_an_error() -> None:
    none = KG.paths("lip:HyaluronicAcidFiller")
    assert isinstance(none, Paths)
    assert none.no_route
    assert steps_of(none) == []
    for answer, name in ((KG.gaps(), Gaps.__name__), (KG.cuts("MoustacheShadow"), Cuts.__name__)):
        with pytest.raises(TypeError, match=f"^{name} has no steps to draw; ask paths"):
            answer.to_networkx()
