"""The command line as a user meets it: answers, keys, exit codes, one-line errors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import lipdrift
from lipdrift.app.cli import main

HEAD = ["schema", "lipdrift", "ontology", "question", "complete", "reason", "caveats"]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(list(arguments))
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize("cause", ["ExcessiveFillerVolume", "RepeatedFillerProcedures", "lip muscle movement"])
def test_paths_prints_each_step_with_evidence_and_caveats(capsys: pytest.CaptureFixture[str], cause: str) -> None:
    code, out, err = run(capsys, "paths", cause)
    assert (code, err) == (0, "")
    answer = lipdrift.load().paths(cause)
    for route in answer.routes:
        for step in route.steps:
            assert f"→ {step.head.label}   [{step.strength.word}" in out
            assert all(f"{c.id}: " in out for c in step.claims)
            assert all(f"[{s}]" in " ".join(out.split()) for s in step.sources)
    assert "To be said beside it:" in out


def test_paths_json_holds_every_key_of_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "paths", "ExcessiveFillerVolume", "--json")
    answer = json.loads(out)
    assert code == 0
    assert list(answer)[: len(HEAD)] == HEAD
    assert answer["schema"] == "lipdrift.paths/1"
    assert set(answer["ontology"]) == {"iri", "version", "sha256"}
    question = {"command": "paths", "from": ["lip:ExcessiveFillerVolume"], "to": ["lip:LipFillerMigration"]}
    assert answer["question"] == question | {"max_steps": 12, "limit": 20}
    route = answer["paths"][0]
    assert set(route) == {"weakest", "sources", "weakest_sources", "summary", "inferred", "of_which", "steps"}
    step = route["steps"][0]
    keys = {"from", "relation", "polarity", "to", "strength", "disputed", "inferred", "claims", "sources"}
    assert set(step) == keys
    assert step["from"] == {"id": "lip:ExcessiveFillerVolume", "label": "excessive filler volume", "kind": "Cause"}
    assert (step["relation"], step["polarity"], step["claims"]) == ("lip:leadsTo", "+", ["lip:C017"])
    sources = ["src:rejuv-migration", "src:revitalize-migration", "src:seed-lip-filler-part1"]
    assert (step["sources"], step["strength"]) == (sources, "suggested")
    assert answer["summary_claims"] == ["lip:C016"]
    assert len(answer["then"]) >= 7


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        (["info"], "counts"),
        (["find", "philtrum"], "terms"),
        (["show", "duck lip"], "claims_in"),
        (["evidence", "duck lip"], "claims"),
    ],
)
def test_every_question_answers_as_text_and_json(
    capsys: pytest.CaptureFixture[str], arguments: list[str], key: str
) -> None:
    code, text, _ = run(capsys, *arguments)
    assert (code, bool(text.strip())) == (0, True)
    code, out, _ = run(capsys, *arguments, "--json")
    answer = json.loads(out)
    assert code == 0
    assert list(answer)[: len(HEAD)] == HEAD
    assert answer[key]


def test_evidence_tells_both_sides(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "evidence", "RepeatedFillerProcedures", "TissueStretching", "--json")
    claim = json.loads(out)["claims"][0]
    assert [i["source"] for i in claim["disputes"]] == ["src:weiler-misconceptions", "src:orangecounty-stretch"]
    assert len(claim["supports"]) == 2
    assert claim["strength"] == "disputed"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["paths", "ExcessiveFilerVolume"], "did you mean lip:ExcessiveFillerVolume"),
        (["paths"], "--help"),
        ([], "no command"),
        (["info", "--ontology", "https://example.org/x.ttl"], "addresses are not opened"),
        (["info", "--ontology", "nowhere.ttl"], "nowhere.ttl: cannot be read"),
        (["paths", "DuckLip", "--limit", "0"], "1 or more"),
        (["find", " "], "needs some text"),
        (["paths", "Gravity", "--kinds", "-O", "svg"], "Kinds has no steps to draw"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err
    assert "Traceback" not in err


def test_a_missing_dot_names_file_line_and_column_and_leaves_the_output_alone(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("@prefix lip: <https://w3id.org/lipdrift/> .\nlip:A a lip:Cause\nlip:B a lip:Cause .\n")
    output = tmp_path / "output"
    output.mkdir()
    (output / "explorer.html").write_text("old")
    code, _, err = run(capsys, "build", "--ontology", str(broken), "-o", str(output))
    assert (code, err.count("\n")) == (2, 1)
    assert f"{broken}:3:1: syntax: A dot is expected" in err
    assert [p.name for p in output.iterdir()] == ["explorer.html"]
    assert (output / "explorer.html").read_text() == "old"


@pytest.mark.parametrize(
    "body", ["lip:X a lip:Claim .", "lip:X a lip:Claim ; lip:subject lip:A ; lip:relation lip:causes ."]
)
def test_a_claim_that_cannot_be_read_is_refused_with_its_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, body: str
) -> None:
    broken = tmp_path / "claim.ttl"
    broken.write_text(f"@prefix lip: <https://w3id.org/lipdrift/> .\n\n{body}\n")
    code, _, err = run(capsys, "info", "--ontology", str(broken))
    assert code == 2
    assert f"{broken}:3:1: lip:X: the claim has" in err


def test_a_foreign_graph_without_claims_is_walked_as_unstated(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    other = tmp_path / "other.ttl"
    prefixes = "@prefix lip: <https://w3id.org/lipdrift/> . @prefix x: <https://example.org/> .\n"
    other.write_text(prefixes + "x:a lip:leadsTo x:b . x:b lip:causes x:c .\n", encoding="utf-8")
    code, out, _ = run(
        capsys, "paths", "https://example.org/a", "https://example.org/c", "--ontology", str(other), "--json"
    )
    route = json.loads(out)["paths"][0]
    assert (code, route["weakest"], len(route["steps"])) == (0, "unstated", 2)


def test_labels_in_korean_and_synonyms_name_terms(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        "lip:Philtrum" in run(capsys, "find", "인중")[1]
        or "lip:LongPhiltrumAppearance" in run(capsys, "find", "인중")[1]
    )
    assert "lip:MoustacheShadow" in run(capsys, "show", "Filler Mustache")[1]


def test_control_characters_from_data_never_reach_the_terminal(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    other = tmp_path / "evil.ttl"
    other.write_text(
        "@prefix lip: <https://w3id.org/lipdrift/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        'lip:A a lip:Cause ; rdfs:label "a\\u001B[31mred\\u202Eb"@en .\n'
    )
    _, out, _ = run(capsys, "find", "red", "--ontology", str(other))
    assert "<U+001B>" in out
    assert "<U+202E>" in out
    assert "\x1b" not in out


HEAVY = ("pyvis", "IPython", "pyshacl", "rdflib", "networkx", "jinja2")


def test_importing_and_asking_pulls_in_nothing_heavy() -> None:
    code = (
        "import sys, lipdrift; lipdrift.load().paths('ExcessiveFillerVolume');"
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_same_bytes_whatever_the_hash_seed_and_locale() -> None:
    outputs = set()
    for seed, locale in (("0", "C"), ("1", "C.UTF-8"), ("2", "C")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LANG": locale, "LC_ALL": locale}
        command = [sys.executable, "-m", "lipdrift", "paths", "RepeatedFillerProcedures", "--json"]
        outputs.add(subprocess.run(command, capture_output=True, env=environment, check=True).stdout)
    assert len(outputs) == 1
