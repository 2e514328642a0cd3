"""Every command of the command line's own table: its help, its answers, its complaints, its bounds."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from lipdrift.answers.base import VIEWS
from lipdrift.app.arguments import COMMANDS, NOTICE
from lipdrift.app.asking import QUESTIONS
from lipdrift.app.cli import main
from lipdrift.views.schemas import FORMS

ASKED: dict[str, list[list[str]]] = {
    "info": [[]],
    "find": [["philtrum"]],
    "show": [["DuckLip"]],
    "paths": [["ExcessiveFillerVolume"], ["Gravity", "DuckLip"], ["HyaluronicAcidFiller"], ["Gravity", "--kinds"]],
    "explain": [["MoustacheShadow", "--absent", "DuckLip"]],
    "whatif": [["--without", "Gravity"]],
    "cuts": [["MoustacheShadow"], ["MoustacheShadow", "--from", "Gravity"]],
    "compare": [["Gravity", "LipMuscleMovement"]],
    "loops": [[]],
    "gaps": [[]],
    "treatments": [["LipFillerMigration"]],
    "evidence": [["DuckLip"], ["LipFillerMigration", "DuckLip"]],
}
WRONG: dict[str, list[str]] = {
    "build": ["--ontology", "nowhere.ttl"],
    "check": ["nowhere.ttl"],
    "format": ["nowhere.ttl"],
    "verify": [],
    "find": [" "],
    "show": ["nothing of that name"],
    "paths": ["Gravity", "--limit", "0"],
    "explain": ["Gravity"],
    "whatif": ["--without", "nothing of that name"],
    "cuts": ["DuckLip", "--from", "nothing of that name"],
    "compare": ["Gravity", "gravity"],
    "loops": ["--max-steps", "0"],
    "gaps": ["--min-strength", "proven"],
    "treatments": [],
    "evidence": [],
    "sparql": ["no query and no file"],
    "export": ["paper"],
    "schema": ["nothing"],
}
OFFERED = {name for name, place in VIEWS.items() if name in ("text", "json")} | {
    name
    for name, place in VIEWS.items()
    if name == "csv" and (Path(__file__).parents[2] / "graph" / f"{place.split(':')[0].replace('.', '/')}.py").exists()
}
"""The forms whose view is there: text and JSON always, tables as soon as their module is."""


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(list(arguments))
    out, err = capfd.readouterr()
    return code, out, err


def test_the_table_is_whole() -> None:
    assert len(COMMANDS) >= 18
    assert len({c.name for c in COMMANDS}) == len(COMMANDS)
    assert set(ASKED) == {q.name for q in QUESTIONS}
    assert {"text", "json"} <= OFFERED


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.name)
def test_help_names_the_purpose_and_ends_with_the_notice(
    capfd: pytest.CaptureFixture[str], command: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    name, text = command.name, command.text  # type: ignore[attr-defined]
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    printed = " ".join(capfd.readouterr().out.split())
    assert left.value.code == 0
    assert f"usage: lipdrift {name}" in printed
    assert text in printed
    assert printed.endswith(NOTICE)
    assert printed.count(NOTICE) == 1


@pytest.mark.parametrize(("name", "arguments"), [(n, a) for n, tries in ASKED.items() for a in tries], ids=str)
def test_every_question_answers_in_every_form(
    capfd: pytest.CaptureFixture[str], name: str, arguments: list[str]
) -> None:
    question = next(q for q in QUESTIONS if q.name == name)
    printed = {}
    for form in [f for f in question.forms if f in OFFERED]:
        code, out, err = run(capfd, name, *arguments, "-O", form)
        assert (code, err, bool(out.strip())) == (0, "", True)
        printed[form] = out
    assert set(printed) >= {"text", "json"}
    answer = json.loads(printed["json"])
    assert answer["schema"].removeprefix("lipdrift.").removesuffix("/1") in FORMS
    assert answer["complete"] is (answer["reason"] is None)


@pytest.mark.parametrize("name", sorted(WRONG))
def test_wrong_usage_is_exit_2_and_one_line(capfd: pytest.CaptureFixture[str], name: str) -> None:
    assert name in {c.name for c in COMMANDS}
    code, out, err = run(capfd, name, *WRONG[name])
    assert (code, out, err.count("\n"), err[:10]) == (2, "", 1, "lipdrift: ")


PREFIXES = """\
@prefix lip: <https://w3id.org/lipdrift/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""


@pytest.fixture
def clique(tmp_path: Path) -> str:
    """A cause into 12 steps that all lead to each other and never to the outcome, which another step leads to."""
    steps = [f"lip:S{n:02}" for n in range(12)]
    lines = [f"lip:Start lip:leadsTo {steps[0]} .\nlip:Other lip:leadsTo lip:LipFillerMigration .\n"]
    lines += [f"{a} lip:leadsTo {b} .\n" for a in steps for b in steps if a != b]
    kinds = [f"{s} a lip:MechanismStep .\n" for s in (*steps, "lip:Other")]
    kinds += ["lip:Start a lip:Cause .\nlip:LipFillerMigration a lip:Outcome .\n"]
    file = tmp_path / "clique.ttl"
    file.write_text(PREFIXES + "".join([*lines, *kinds]), encoding="utf-8")
    return str(file)


def test_an_unreachable_pair_answers_at_once_and_names_the_misses(
    capfd: pytest.CaptureFixture[str], clique: str
) -> None:
    began = time.process_time()
    code, out, _ = run(capfd, "paths", "Start", "--ontology", clique, "--json")
    spent = time.process_time() - began
    answer = json.loads(out)
    assert (code, answer["complete"], answer["paths"]) == (0, True, [])
    assert spent < 2.0
    reached = [t["id"] for t in answer["no_route"]["reached"]]
    assert reached
    assert all(i.startswith("lip:S") for i in reached)
    assert [t["id"] for t in answer["no_route"]["leading"]] == ["lip:Other"]
    missing = [(m["from"]["id"], m["to"]["id"]) for m in answer["no_route"]["missing"]]
    assert ("lip:S00", "lip:LipFillerMigration") in missing
    assert all(a.startswith("lip:S") and b in ("lip:LipFillerMigration", "lip:Other") for a, b in missing)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["paths", "RepeatedFillerProcedures", "--limit", "1"], "limit"),
        (["paths", "RepeatedFillerProcedures", "--max-steps", "2"], "steps"),
        (["paths", "ExcessiveFillerVolume", "--max-steps", "2", "--no-inferred"], None),
        (["paths", "RepeatedFillerProcedures", "--kinds", "--limit", "1"], "limit"),
        (["paths", "RepeatedFillerProcedures", "--kinds", "--max-steps", "2"], "steps"),
        (["whatif", "--without", "Gravity", "--limit", "1"], "limit"),
        (["cuts", "DuckLip", "--from", "CloselySpacedAppointments", "--limit", "1"], "limit"),
        (["compare", "RepeatedFillerProcedures", "LipMuscleMovement", "--limit", "1"], "limit"),
        (["gaps", "--max-steps", "2"], "steps"),
        (["explain", "MoustacheShadow", "--max-steps", "2"], "steps"),
    ],
)
def test_a_bound_that_was_reached_is_said(
    capfd: pytest.CaptureFixture[str], arguments: list[str], reason: str | None
) -> None:
    answer = json.loads(run(capfd, *arguments, "--json")[1])
    assert (answer["complete"], answer["reason"]) == (reason is None, reason)
    said = f"NOT COMPLETE: the {reason} bound was reached"
    assert (said in run(capfd, *arguments)[1]) == (reason is not None)


def test_no_route_within_the_bound_is_not_told_as_no_route_at_all(capfd: pytest.CaptureFixture[str]) -> None:
    arguments = ["paths", "Gravity", "DuckLip", "--max-steps", "1"]
    answer = json.loads(run(capfd, *arguments, "--json")[1])
    assert (answer["paths"], answer["reason"], answer["no_route"]["missing"]) == ([], "steps", [])
    assert "of at most 1 step" in answer["sentence"]
    assert "no route within the bounds" in run(capfd, *arguments)[1]


def test_an_unknown_broader_term_does_no_harm(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "loose.ttl"
    file.write_text(
        PREFIXES + "lip:Look a lip:Sign ; lip:kindOf lip:Undeclared .\nlip:Why a lip:Cause ; lip:leadsTo lip:Look .\n"
        "lip:LipFillerMigration a lip:Outcome .\n",
        encoding="utf-8",
    )
    code, out, err = run(capfd, "explain", "Look", "--ontology", str(file), "--json")
    assert (code, err) == (0, "")
    assert [c["cause"]["id"] for c in json.loads(out)["causes"]] == ["lip:Why"]
