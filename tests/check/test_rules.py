"""Each rule fails on a file that was broken for it, names the line, and says what to do."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

import lipdrift
from lipdrift import source
from lipdrift.answers import Report
from lipdrift.check import RULES, run
from lipdrift.check.run import OUTSIDE
from tests.check.seeds import CAUSE, GRAVITY, SEEDS, SHIPPED, Seed, added, broken, line, planted

CODES = {*RULES, *OUTSIDE}
DOCS = (Path(__file__).parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \| (\d+) \|$", DOCS, re.MULTILINE)
CODES_OF = {int(number): set(re.findall(r"`([a-z-]+)`", codes)) for number, _, codes, _ in ROWS}
IN_TESTS = {1: 1, 32: 1}
"""Faults that are no change of an ontology's file: a parser that counts otherwise, a shape without a target."""


@pytest.fixture(scope="module")
def clean() -> Report:
    return lipdrift.Atlas.check()


@pytest.mark.parametrize("seed", SEEDS, ids=[f"{s.number}-{s.rule}-{n}" for n, s in enumerate(SEEDS)])
def test_a_planted_fault_fails_its_check_alone_and_names_the_line_and_the_fix(seed: Seed, clean: Report) -> None:
    report, documents = broken(seed)
    fresh = [p for p in report.problems if p not in clean.problems]
    hit = [p for p in fresh if p.code == seed.rule and seed.words in f"{p.message}; {p.fix}"]
    assert hit, [str(p) for p in fresh]
    assert seed.at in line(documents, hit[0].file, hit[0].line)
    assert len(hit[0].fix) > 8
    failed = {p.code for p in fresh if p.level != "info" or seed.rule == p.code}
    assert seed.rule in failed <= CODES_OF[seed.number] | set(seed.also)


def test_every_check_has_a_planted_fault_and_the_docs_count_them() -> None:
    assert sorted(CODES_OF) == list(range(1, 38))
    for number, _, _, told in ROWS:
        planted_here = sum(s.number == int(number) for s in SEEDS) + IN_TESTS.get(int(number), 0)
        assert (number, int(told)) == (number, planted_here)
        assert planted_here >= 1
    assert sum(int(told) for *_, told in ROWS) == len(SEEDS) + sum(IN_TESTS.values()) >= 50
    assert f"{len(CODES)} rules" in DOCS


def test_the_table_in_the_docs_names_every_rule_and_no_other() -> None:
    assert set().union(*CODES_OF.values()) == CODES
    assert {s.rule for s in SEEDS} | {"target"} == CODES
    for seed in SEEDS:
        assert seed.rule in CODES_OF[seed.number]


def test_the_shipped_ontology_has_no_error_and_is_checked_fast() -> None:
    began = time.process_time()
    report = lipdrift.Atlas.check()
    assert time.process_time() - began < 5
    assert [p for p in report.problems if p.level != "info"] == []
    assert {p.code for p in report.problems} == {"korean-draft", "single"}


def checked(file: str, old: str, new: str) -> Report:
    """The report on the shipped ontology with one change in one file."""
    return run(planted(file, old, new), source.vocabulary(), source.questions())


def test_a_shape_without_a_target_is_named() -> None:
    documents = tuple(d for d in SHIPPED if d.name != "ontology/loops.ttl")
    found = [p for p in run(documents, source.vocabulary()).problems if p.code == "target"]
    assert [(p.file, "lip:LoopShape" in p.message) for p in found] == [("ontology/shapes/shapes.ttl", True)]
    assert found[0].line > 10


def test_a_file_that_rdflib_refuses_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise ValueError("no")

    monkeypatch.setattr("rdflib.Graph.parse", refuse)
    off = {"shape": "not asked here"}
    found = [p for p in run(SHIPPED, source.vocabulary(), off=off).problems if p.code == "parsers"]
    assert [p.file for p in found] == [d.name for d in SHIPPED]
    assert {p.message for p in found} == {"rdflib refuses it (ValueError)"}


def test_turtle_that_only_one_of_our_readers_knows_is_a_problem_and_no_crash() -> None:
    data = SHIPPED[0].data + b"\nlip:Lip lip:note <<( lip:Lip lip:partOf lip:Lip )>> .\n"
    found = run((replace(SHIPPED[0], data=data),), source.vocabulary()).problems
    assert [(p.code, p.line) for p in found] == [("syntax", data.count(b"\n"))]


def test_the_two_parsers_are_really_compared() -> None:
    data = SHIPPED[0].data + b'\n<http://x/\\u0020> <http://x/p> "\\uD800" .\n'
    assert [p.code for p in run((replace(SHIPPED[0], data=data),), source.vocabulary()).problems] == ["syntax"]


def test_a_draft_only_warns() -> None:
    drafted = CAUSE.replace("skos:inScheme", "lip:draft true ;\n    skos:inScheme")
    report = checked("causes.ttl", GRAVITY, drafted + GRAVITY)
    levels = {p.code: p.level for p in report.problems if "NewCause" in p.message and p.level != "info"}
    assert levels == {"orphan": "warning", "reach": "warning"}


FIVE = (
    ("a misspelled relation", added("lip:NewCause", "lip:contributeTo", "lip:LipFillerMigration"), "lip:contributeTo"),
    ("a misspelled target", added("lip:NewCause", "lip:causes", "lip:LipFilerMigration"), "lip:LipFillerMigration"),
    (
        "no evidence",
        added("lip:NewCause", "lip:causes", "lip:LipFillerMigration").replace(
            "    lip:evidence lip:C901-1 .", "    lip:needsAlso lip:Gravity ."
        ),
        "add lip:evidence",
    ),
    (
        "an unknown source",
        added("lip:NewCause", "lip:causes", "lip:LipFillerMigration").replace("src:wollina2023 ;", "src:wollina2032 ;"),
        "sources.ttl",
    ),
    (
        "a wrong stance",
        added("lip:NewCause", "lip:causes", "lip:LipFillerMigration").replace("lip:Supports", "lip:Agrees"),
        "lip:Supports",
    ),
)


@pytest.mark.parametrize(("what", "text", "answer"), FIVE, ids=[w for w, _, _ in FIVE])
def test_five_ways_of_getting_a_new_cause_wrong(what: str, text: str, answer: str) -> None:
    report = checked("causes.ttl", GRAVITY, CAUSE + text + GRAVITY)
    said = " | ".join(f"{p.file}:{p.line} {p.message}; {p.fix}" for p in report.problems if p.level == "error")
    assert answer in said, what
    assert "ontology/causes.ttl:" in said


def test_a_rule_is_switched_off_only_by_its_name_and_is_named() -> None:
    report = lipdrift.Atlas.check(off={"single": "known"})
    assert "single" not in {p.code for p in report.problems}
    assert report.switched_off == {"single": "known"}
    with pytest.raises(lipdrift.UsageError, match="no rule is called"):
        lipdrift.Atlas.check(off={"nothing": "x"})


def test_the_recipe_for_a_new_cause_passes_as_it_is_printed() -> None:
    text = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    recipe = re.findall(r"```turtle\n(.*?)```", text, flags=re.DOTALL)[0]
    assert "lip:MyCause a lip:Cause" in recipe
    report = run(planted("causes.ttl", GRAVITY, recipe + GRAVITY), source.vocabulary(), off={"counts": "one more"})
    assert [p.code for p in report.problems if p.level != "info"] == ["korean"]
