"""Every answer about the shipped ontology keeps its JSON Schema, whatever is asked and whatever may be walked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from itertools import combinations
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import lipdrift
from lipdrift.answers import Verdict
from lipdrift.app.asking import QUESTIONS
from lipdrift.app.cli import main
from lipdrift.questions.receipts import receipt
from lipdrift.terms import KINDS, Strength
from lipdrift.views.record import record
from lipdrift.views.schemas import COMMON, FORMS, schema

KG = lipdrift.load()
VALIDATORS = {form: Draft202012Validator(schema(form)) for form in FORMS}
Bounds = lipdrift.Bounds
BOUNDS = (
    Bounds(),
    Bounds(signed=True),
    Bounds(min_strength=Strength.REPORTED),
    Bounds(inferred=False),
    Bounds(max_steps=3, limit=2, min_strength=Strength.SUGGESTED, inferred=False, signed=True),
)
TERMS = [t.id for t in KG.knowledge.nodes]


def of_kind(*kinds: str) -> list[str]:
    return [t.id for t in KG.knowledge.nodes if t.kind in kinds]


CAUSES, SIGNS = of_kind("Cause"), of_kind("Sign")
OUTCOME = "lip:LipFillerMigration"

LOOKS: list[str] = [
    s for s in SIGNS if not any(s in kinds and SIGNS[0] in kinds for kinds in KG.knowledge.kinds_of.values())
]


def faults(answer: object) -> list[str]:
    """What an answer's record breaks, read back from its JSON text."""
    found = json.loads(json.dumps(record(answer)))
    form = found["schema"].removeprefix("lipdrift.").removesuffix("/1")
    return [f"{form} {e.json_path}: {e.message}" for e in VALIDATORS[form].iter_errors(found)]


def pairs(step: int) -> list[tuple[str, str]]:
    """Every so-manieth pair of causes, the same ones at each run."""
    return list(combinations(CAUSES, 2))[::step]


def answers(form: str) -> Iterator[object]:
    yield from (a for bounds in BOUNDS for a in WALKED[form](bounds)) if form in WALKED else PLAIN[form]()


WALKED: dict[str, Callable[[Bounds], Iterable[object]]] = {
    "paths": lambda b: (KG.paths(c, t, b) for c in CAUSES for t in (OUTCOME, *SIGNS)),
    "paths.kinds": lambda b: (KG.kinds(c, t, b) for c in CAUSES for t in (OUTCOME, *(SIGNS if b == BOUNDS[0] else ()))),
    "explain": lambda b: (KG.explain(s, absent=[] if s == SIGNS[0] else [SIGNS[0]], bounds=b) for s in LOOKS),
    "whatif": lambda b: (KG.whatif(t, bounds=b) for t in (*CAUSES, *of_kind("MechanismStep", "Outcome"))),
    "cuts": lambda b: (KG.cuts(t, s, b) for t in (OUTCOME, *SIGNS) for s in ([], CAUSES[:1])),
    "compare": lambda b: (KG.compare(a, c, bounds=b) for a, c in pairs(4)),
    "loops": lambda b: [KG.loops(b)],
    "gaps": lambda b: [KG.gaps(b)],
    "treatments": lambda b: (KG.treatments(t, b) for t in (OUTCOME, *SIGNS, *CAUSES, *of_kind("MechanismStep"))),
}
PLAIN: dict[str, Callable[[], Iterable[object]]] = {
    "evidence": lambda: (*map(KG.evidence, TERMS), *(KG.evidence(a, b) for a, b in pairs(1))),
    "find": lambda: (KG.find(t.label) for t in KG.knowledge.nodes),
    "show": lambda: map(KG.show, TERMS),
    "info": lambda: [KG.info()],
    "check": lambda: [KG.check(off={"korean-draft": "not asked here"})],
    "verify": lambda: [verdict("same"), verdict("changed", ("a: lost 1",)), verdict("cannot be repeated", (), "why")],
}
LEAST = {"paths": 1000, "paths.kinds": 250, "compare": 150, "show": 100, "evidence": 200, "find": 100, "cuts": 100}


def verdict(outcome: str, changes: tuple[str, ...] = (), why: str = "") -> Verdict:
    slip = receipt(KG.knowledge, {"command": "verify", "file": "answer.json"})
    return Verdict(slip, "answer.json", outcome, changes, why)


@pytest.mark.parametrize("form", FORMS)
def test_every_answer_keeps_its_schema(form: str) -> None:
    validated = 0
    for answer in answers(form):
        assert faults(answer) == []
        validated += 1
    print(f"\n{form}: {validated} answers validated")
    assert validated >= LEAST.get(form, 1)


def test_there_is_a_schema_for_every_question_and_a_file_for_every_schema() -> None:
    held = {f.name.removesuffix(".json") for f in (files("lipdrift") / "schemas").iterdir()}
    assert held == {*FORMS, COMMON}
    assert {q.name for q in QUESTIONS} | {"check", "verify"} == {f.split(".")[0] for f in FORMS}
    assert set(WALKED) | set(PLAIN) == set(FORMS)


@pytest.mark.parametrize("form", FORMS)
def test_a_schema_is_one_itself_and_names_its_answer(form: str) -> None:
    made = schema(form)
    Draft202012Validator.check_schema(made)
    assert made["properties"]["schema"] == {"const": f"lipdrift.{form}/1"}
    assert made["unevaluatedProperties"] is False
    assert "only grow" in made["$defs"][COMMON]["description"]


def test_the_words_of_the_schemas_are_those_of_the_code() -> None:
    parts = schema("paths")["$defs"][COMMON]["$defs"]
    assert parts["strength"]["enum"] == [s.word for s in sorted(Strength, reverse=True)]
    assert parts["term"]["properties"]["kind"]["enum"] == [*KINDS, ""]


def broken(whole: Any) -> Iterator[tuple[str, Any]]:
    """The record with one key left out, renamed or of another type, each in turn, at every depth."""
    if isinstance(whole, dict):
        for key, value in whole.items():
            yield f"-{key}", {k: v for k, v in whole.items() if k != key}
            yield f"~{key}", {(f"{k}_" if k == key else k): v for k, v in whole.items()}
            yield from ((f"{key}{name}", whole | {key: changed}) for name, changed in broken(value))
    elif isinstance(whole, list) and whole:
        yield from ((f"[0]{name}", [changed, *whole[1:]]) for name, changed in broken(whole[0]))


FREE = ("question", "labels", "kinds", "switched_off", "no_route", "min_strength")
"""Where keys are data or may be left out, a missing one is no fault."""


def test_a_schema_bites_wherever_a_key_is_lost_or_renamed() -> None:
    tried: Counter[str] = Counter()
    for answer in (
        KG.paths("ExcessiveFillerVolume", None, Bounds(signed=True)),
        KG.explain("MoustacheShadow"),
        KG.whatif("Gravity"),
        KG.cuts(OUTCOME),
        KG.compare("Gravity", "LipMuscleMovement"),
        KG.loops(),
        KG.gaps(),
        KG.treatments(OUTCOME),
        KG.evidence("DuckLip"),
        KG.find("duck lip"),
    ):
        whole = json.loads(json.dumps(record(answer)))
        form = whole["schema"].removeprefix("lipdrift.").removesuffix("/1")
        assert VALIDATORS[form].is_valid(whole)
        for name, changed in broken(whole):
            if not any(free in name for free in FREE):
                assert not VALIDATORS[form].is_valid(changed), f"{form} {name} is not missed"
                tried[form] += 1
    print(f"\n{sum(tried.values())} broken records refused")
    assert len(tried) == 10
    assert sum(tried.values()) > 400


def test_the_command_prints_a_schema_that_stands_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "paths"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == schema("paths")
    assert Draft202012Validator(printed).is_valid(record(KG.paths("Gravity")))


def test_signs_are_counted_and_contradictions_shown() -> None:
    for cause in CAUSES:
        plain, found = record(KG.paths(cause)), record(KG.paths(cause, None, Bounds(signed=True, limit=200)))
        assert "signs" not in plain
        assert "contradiction" not in plain
        signs = [p["sign"] for p in found["paths"]]
        assert found["signs"] == {"+": signs.count("+"), "-": signs.count("-"), "none": signs.count(None)}
        assert found["contradiction"] == ({"+", "-"} <= set(signs))
