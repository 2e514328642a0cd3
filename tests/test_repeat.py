"""Receipts: the same question asked again gives the same answer, and what changed is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import lipdrift
from lipdrift.app.cli import main
from lipdrift.repeat import ASK, ask
from lipdrift.views.record import record
from tests.views.test_rows import ALL

KG = lipdrift.load()
REPEATABLE = [a for a in ALL if a.receipt.question["command"] in ASK]


@pytest.mark.parametrize("answer", REPEATABLE, ids=lambda a: type(a).__name__)
@pytest.mark.parametrize("form", ["json", "csv"])
def test_an_answer_in_a_file_is_the_same_when_asked_again(
    answer: lipdrift.answers.Answer, form: str, tmp_path: Path
) -> None:
    file = tmp_path / f"answer.{form}"
    file.write_text(answer.to_json() if form == "json" else answer.to_csv(), encoding="utf-8")
    verdict = KG.verify(file)
    assert (verdict.outcome, verdict.changes, verdict.why) == ("same", (), "")


def test_every_question_can_be_asked_from_its_receipt() -> None:
    assert {a.receipt.question["command"] for a in REPEATABLE} == set(ASK)
    for answer in REPEATABLE:
        assert record(ask(KG.knowledge, answer.receipt.question)) == record(answer)


def test_bounds_are_part_of_the_receipt(tmp_path: Path) -> None:
    bounds = lipdrift.Bounds(
        max_steps=7, limit=2, min_strength=lipdrift.Strength.SUGGESTED, inferred=False, signed=True
    )
    file = tmp_path / "answer.json"
    file.write_text(KG.paths("RepeatedFillerProcedures", bounds=bounds).to_json(), encoding="utf-8")
    assert KG.verify(file).outcome == "same"


def test_what_changed_is_named(tmp_path: Path) -> None:
    told = json.loads(KG.paths("RepeatedFillerProcedures").to_json())
    told["paths"] = told["paths"][:1]
    told["then"][0]["strength"] = "established"
    file = tmp_path / "answer.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    verdict = KG.verify(file)
    assert verdict.outcome == "changed"
    gained = "paths: gained lip:RepeatedFillerProcedures → lip:TissueStretching → lip:LipFillerMigration"
    assert gained in verdict.changes
    assert any(c.startswith("then: lost") for c in verdict.changes)


def test_an_older_ontology_is_named_where_the_answer_changed(tmp_path: Path) -> None:
    text = KG.paths("RepeatedFillerProcedures").to_csv().splitlines()
    file = tmp_path / "answer.csv"
    file.write_text("\n".join([text[0].replace(KG.knowledge.header.sha256, "0" * 64), *text[1:-1]]) + "\n")
    verdict = KG.verify(file)
    assert verdict.outcome == "changed"
    assert verdict.changes[0].startswith("the ontology was 000000000000")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ({"command": "divine"}, "no question is called 'divine'"),
        ({"command": "paths", "from": ["lip:Nothing"], "to": ["lip:LipFillerMigration"]}, "no term is called"),
        ({"command": "paths"}, "not whole"),
        ({"command": "paths", "from": "x", "to": ["lip:LipFillerMigration"], "limit": "many"}, ""),
        ({"command": "cuts", "target": 7, "from": None}, "not whole"),
    ],
)
def test_what_cannot_be_repeated_says_why(question: dict[str, object], words: str, tmp_path: Path) -> None:
    file = tmp_path / "answer.json"
    file.write_text(json.dumps({"question": question}))
    verdict = KG.verify(file)
    assert verdict.outcome == "cannot be repeated"
    assert words in verdict.why


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "holds no receipt"),
        (b"a,b\n1,2\n", "holds no receipt"),
        (b'{"question": ', "no whole JSON"),
        (b"[" * 100_000, "holds no receipt"),
        (b'{"a":' * 100_000, "no whole JSON"),
        (b"<svg/>", "holds no receipt"),
        (b"\x89PNG\r\n\x1a\n", "holds no receipt"),
        (b'{"answer": 1}', "names no question"),
    ],
)
def test_a_file_without_a_receipt_is_one_line_and_exit_2(
    data: bytes, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answer"
    file.write_bytes(data)
    assert main(["verify", str(file)]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert f"{file}" in err
    assert words in err


def test_the_command_says_same_and_changed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "gaps.csv"
    assert main(["gaps", "-O", "csv", "-o", str(file)]) == 0
    assert main(["verify", str(file)]) == 0
    assert capsys.readouterr().out.startswith(f"{file}: same")
    file.write_text(file.read_text().replace("direct", "steps", 1))
    assert main(["verify", str(file), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["outcome"] == "changed"
