"""Every answer as CSV: the receipt first, one table, no cell that a sheet would run."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator

import pytest

import lipdrift
from lipdrift.answers import Answer
from lipdrift.views.rows import TABLES, table

KG = lipdrift.load()


def answers() -> Iterator[Answer]:
    yield KG.info()
    yield KG.find("philtrum")
    yield KG.show("duck lip")
    yield KG.evidence("RepeatedFillerProcedures", "TissueStretching")
    yield KG.paths("RepeatedFillerProcedures")
    yield KG.kinds("RepeatedFillerProcedures")
    yield KG.explain("MoustacheShadow", absent=["BluishTint"])
    yield KG.whatif("FillerPersistence", sources=["RepeatedFillerProcedures"])
    yield KG.cuts("MoustacheShadow")
    yield KG.compare("ExcessiveFillerVolume", "RepeatedFillerProcedures")
    yield KG.loops()
    yield KG.gaps()
    yield KG.treatments("LipFillerMigration")
    yield KG.check()


ALL = list(answers())


@pytest.mark.parametrize("answer", ALL, ids=lambda a: type(a).__name__)
def test_the_first_line_is_the_receipt_and_the_rest_one_table(answer: Answer) -> None:
    first, _, rest = answer.to_csv().partition("\n")
    assert first.startswith("# {")
    assert json.loads(first[2:])["question"] == dict(answer.receipt.question)
    rows = list(csv.reader(rest.splitlines()))
    columns, expected = table(answer)
    assert rows[0] == list(columns)
    assert len(rows) - 1 == len(expected) > 0
    assert {len(r) for r in rows} == {len(columns)}


def test_every_kind_of_answer_has_a_table() -> None:
    assert {type(a) for a in ALL} == set(TABLES) - {lipdrift.answers.Verdict}


def test_steps_evidence_and_cells_are_counted() -> None:
    routes = KG.paths("RepeatedFillerProcedures").routes
    assert len(table(KG.paths("RepeatedFillerProcedures"))[1]) == sum(len(r.steps) for r in routes) == 7
    claim = KG.evidence("RepeatedFillerProcedures", "TissueStretching").claims[0]
    assert len(table(KG.evidence("RepeatedFillerProcedures", "TissueStretching"))[1]) == len(claim.evidence) == 4
    assert len(table(KG.gaps())[1]) == 17 * 14


def test_a_polarity_is_defused_like_any_formula() -> None:
    rows = list(csv.reader(KG.paths("RepeatedFillerProcedures").to_csv().splitlines()[1:]))
    assert {row[rows[0].index("polarity")] for row in rows[1:]} == {"'+"}
    assert not [c for row in rows for c in row if c.startswith(("=", "+", "-", "@"))]
