"""Each rule fails on a file that was broken for it, names the line, and says what to do."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

import pytest

import lipdrift
from lipdrift import source
from lipdrift.answers import Report
from lipdrift.check import RULES, run
from lipdrift.check.run import OUTSIDE

SHIPPED = source.shipped()
HEAD = (
    "@prefix lip: <https://w3id.org/lipdrift/> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix dcterms: <http://purl.org/dc/terms/> .\n"
    "@prefix src: <https://w3id.org/lipdrift/source/> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    "@prefix obo: <http://purl.obolibrary.org/obo/> .\n"
)


def broken(file: str, old: str, new: str) -> Report:
    """The report on the shipped ontology with one change in one file."""
    name = f"ontology/{file}"
    text = next(d for d in SHIPPED if d.name == name).data.decode()
    assert text.count(old) >= 1, old
    changed = replace(next(d for d in SHIPPED if d.name == name), data=text.replace(old, new, 1).encode())
    return run(tuple(changed if d.name == name else d for d in SHIPPED), source.vocabulary(), source.questions())


@dataclass(frozen=True)
class Seed:
    """One planted fault: the rule that must speak, the file, the change, and words of the message."""

    rule: str
    file: str
    old: str
    new: str
    words: str
    also: tuple[str, ...] = ()


GRAVITY = 'lip:Gravity a lip:Cause ;\n    rdfs:label "gravity"@en ;'
GRAVITY_SAYS = '"The constant pull of weight on filler and tissue."@en'
CAUSE = (
    'lip:NewCause a lip:Cause ;\n    rdfs:label "new cause"@en ;\n    lip:draftLabel "새 원인"@ko ;\n'
    '    skos:definition "A cause that was added in a test."@en ;\n    skos:inScheme lip:Terms ;\n'
    "    dcterms:source src:wollina2023 .\n\n"
)
EVIDENCE = (
    "lip:C901-1 a lip:Evidence ;\n    lip:stance lip:Supports ;\n    lip:from src:wollina2023 ;\n"
    "    lip:basis lip:Synthesis ;\n    lip:evidenceType obo:ECO_0000033 .\n\n"
)


def added(subject: str, relation: str, obj: str, extra: str = "lip:linkType lip:Direct ;") -> str:
    return (
        f"lip:C901 a lip:Claim ;\n    lip:subject {subject} ;\n    lip:relation {relation} ;\n    lip:object {obj} ;\n"
        f'    lip:strength lip:Suggested ;\n    {extra}\n    rdfs:comment "Added in a test."@en ;\n'
        f"    lip:evidence lip:C901-1 .\n\n{EVIDENCE}"
    )


FORMS = ("form", "link", "question", "shape")
SEEDS = (
    Seed("syntax", "causes.ttl", " .\n\nlip:C106 a", "\n\nlip:C106 a", "A dot is expected"),
    Seed("unreadable", "causes.ttl", "    lip:subject lip:Gravity ;\n", "", "no lip:subject"),
    Seed(
        "prefix",
        "causes.ttl",
        "@prefix obo: <http://purl.obolibrary.org/obo/>",
        "@prefix obo: <http://o/>",
        "obo:",
        ("evidence",),
    ),
    Seed(
        "header",
        "lipdrift.ttl",
        "    dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;\n",
        "",
        "license",
    ),
    Seed("name", "causes.ttl", GRAVITY, f"obo:X rdfs:label 'x' .\n\n{GRAVITY}", "not ours"),
    Seed(
        "label",
        "causes.ttl",
        GRAVITY,
        GRAVITY.replace(" ;\n    rdfs", " ;\n    rdfs:label 'heaviness'@en ;\n    rdfs"),
        "2 English labels",
    ),
    Seed("label", "causes.ttl", '"gravity"@en', '"gravity  pull"@en', "stray spaces"),
    Seed("korean", "labels.ko.ttl", 'lip:Gravity rdfs:label "중력"@ko .\n', "", "no Korean label"),
    Seed("korean-draft", "labels.ko.ttl", "lip:Gravity rdfs:label", "lip:Gravity lip:draftLabel", "92 Korean labels"),
    Seed("definition", "causes.ttl", GRAVITY_SAYS, '"Weight."@en', "has 7 characters"),
    Seed("definition", "causes.ttl", GRAVITY_SAYS, '"More filler than the lip tissue can hold."@en', "same definition"),
    Seed("synonym", "causes.ttl", GRAVITY, GRAVITY + '\n    skos:altLabel "duck lip"@en ;', "'duck lip'"),
    Seed(
        "property",
        "lipdrift.ttl",
        "lip:movesTo a owl:ObjectProperty ;\n    rdfs:domain lip:Term ;",
        "lip:movesTo a owl:ObjectProperty ;",
        "no rdfs:domain",
    ),
    Seed("declared", "causes.ttl", GRAVITY, GRAVITY + "\n    lip:modifiedBy lip:Nobody ;", "did you mean"),
    Seed("kind", "causes.ttl", "lip:Gravity a lip:Cause ;", "lip:Gravity a lip:Cause , lip:Risk ;", "Cause, Risk"),
    Seed("dangling", "causes.ttl", GRAVITY, GRAVITY + "\n    lip:site lip:UperLip ;", "lip:UpperLip"),
    Seed("orphan", "causes.ttl", GRAVITY, CAUSE + GRAVITY, "no claim names lip:NewCause", ("reach",)),
    Seed(
        "parts", "anatomy.ttl", "    lip:layerOrder 3 ;\n", "    lip:layerOrder 4 ;\n", "1, 2, 4, 4, 5", ("question",)
    ),
    Seed("circle", "causes.ttl", GRAVITY, added("lip:Gravity", "lip:causes", "lip:Gravity") + GRAVITY, "to itself"),
    Seed(
        "circle",
        "causes.ttl",
        GRAVITY,
        added("lip:TissueStretching", "lip:causes", "lip:RepeatedFillerProcedures") + GRAVITY,
        "no listed feedback loop",
    ),
    Seed(
        "reach",
        "causes.ttl",
        GRAVITY,
        CAUSE + added("lip:NewCause", "lip:causes", "lip:BluishTint") + GRAVITY,
        "does not lead to",
    ),
    Seed(
        "sign",
        "signs.ttl",
        "lip:DuckLip a lip:Sign ;",
        CAUSE.replace("lip:Cause", "lip:Sign").replace("NewCause", "NewSign") + "lip:DuckLip a lip:Sign ;",
        "leads to the sign lip:NewSign",
        ("orphan",),
    ),
    Seed(
        "actor",
        "treatments.ttl",
        "lip:Topilase a lip:Treatment ;",
        CAUSE.replace("lip:Cause", "lip:Treatment") + "lip:Topilase a lip:Treatment ;",
        "acts on nothing",
        ("orphan",),
    ),
    Seed(
        "claim",
        "causes.ttl",
        "    lip:evidence lip:C104-1 , lip:C104-2 .",
        "    lip:linkType lip:Direct .",
        "lip:C104 has no evidence",
        ("strength",),
    ),
    Seed(
        "link", "links.ttl", "lip:Gravity lip:contributesTo lip:LipFillerMigration .\n\n", "", "lip:C104 has no direct"
    ),
    Seed(
        "link",
        "links.ttl",
        "lip:Gravity lip:contributesTo lip:LipFillerMigration .",
        "lip:Gravity lip:contributesTo lip:DuckLip , lip:LipFillerMigration .",
        "without a claim",
    ),
    Seed(
        "strength",
        "causes.ttl",
        '    lip:strength lip:Suggested ;\n    lip:linkType lip:IndirectUnknownSteps ;\n    rdfs:comment "Gravity',
        '    lip:strength lip:Established ;\n    lip:linkType lip:IndirectUnknownSteps ;\n    rdfs:comment "Gravity',
        "allows reported",
    ),
    Seed(
        "evidence",
        "causes.ttl",
        "lip:C104-1 a lip:Evidence ;\n    lip:stance lip:Supports ;\n    lip:from src:nasbeauty-migration ;\n"
        "    lip:basis lip:ExpertOpinion ;",
        "lip:C104-1 a lip:Evidence ;\n    lip:stance lip:Supports ;\n    lip:from src:nasbeauty-migration ;",
        "no known basis",
    ),
    Seed("source", "sources.ttl", 'lip:doi "10.3390/cosmetics10040115"', 'lip:doi "doi.org/10.3390"', "is no DOI"),
    Seed(
        "study",
        "causes.ttl",
        "    lip:from src:nasbeauty-migration ;\n    lip:basis lip:ExpertOpinion ;",
        "    lip:from src:nasbeauty-migration ;\n    lip:basis lip:HumanStudy ;",
        "as a study",
    ),
    Seed(
        "single",
        "sources.ttl",
        'lip:evidenceGroup "biologyinsights-migration"',
        'lip:evidenceGroup "nasbeauty-migration"',
        "claims rest on one",
    ),
    Seed(
        "polarity",
        "causes.ttl",
        GRAVITY,
        added("lip:Gravity", "lip:decreases", "lip:LipFillerMigration", "") + GRAVITY,
        "opposite things",
    ),
    Seed("approval", "treatments.ttl", '    lip:jurisdiction "South Korea" ;\n', "", "no jurisdiction"),
    Seed(
        "quantity",
        "anatomy.ttl",
        '    lip:qualifier "upper lip"@en ;\n    lip:strength lip:Reported ;\n    lip:site lip:UpperLip ;\n    rdfs:comment "The upper artery',
        '    lip:strength lip:Reported ;\n    lip:site lip:UpperLip ;\n    rdfs:comment "The upper artery',
        "measured on",
    ),
    Seed(
        "obsolete",
        "causes.ttl",
        GRAVITY,
        GRAVITY + "\n    <http://www.w3.org/2002/07/owl#deprecated> true ;",
        "names no successor",
    ),
    Seed("form", "causes.ttl", GRAVITY, GRAVITY.replace("    rdfs", "  rdfs"), "stable form"),
    Seed("caveat", "caveats.ttl", "lip:onClaim lip:C112", "lip:onClaim lip:C999 , lip:C112", "lip:C999", ("dangling",)),
    Seed("shape", "causes.ttl", '    rdfs:comment "Gravity', '    skos:note "Gravity', "told in one sentence"),
    Seed(
        "mapping",
        "signs.ttl",
        "lip:DuckLip a lip:Sign ;",
        "lip:DuckLip a lip:Sign ;\n    skos:exactMatch <http://purl.obolibrary.org/obo/HP_0010803> ;",
        "of HP exactly",
    ),
    Seed(
        "consistent",
        "lookalikes.ttl",
        "    lip:relation lip:mimics ;\n    lip:object lip:LongPhiltrumAppearance ;",
        "    lip:relation lip:mimics ;\n    lip:object lip:LipFillerMigration ;",
        "range of lip:mimics",
    ),
    Seed("question", "causes.ttl", "    lip:needsAlso lip:FillerPersistence ;\n", "", "misses lip:C029", ("declared",)),
)


@pytest.fixture(scope="module")
def clean() -> Report:
    return lipdrift.Atlas.check()


@pytest.mark.parametrize("seed", SEEDS, ids=[f"{n}-{s.rule}" for n, s in enumerate(SEEDS)])
def test_a_planted_fault_is_named_with_its_line_and_its_fix(seed: Seed, clean: Report) -> None:
    report = broken(seed.file, seed.old, seed.new)
    fresh = [p for p in report.problems if p not in clean.problems and p.code == seed.rule]
    hit = [p for p in fresh if seed.words in p.message]
    assert hit, [str(p) for p in report.problems if p not in clean.problems]
    assert hit[0].file.startswith("ontology/")
    assert hit[0].line >= 1
    assert len(hit[0].fix) > 8
    others = {p.code for p in report.problems if p.level == "error"} - {seed.rule, *FORMS, *seed.also}
    assert others == set()


def test_every_rule_was_made_to_fail() -> None:
    assert {s.rule for s in SEEDS} | {"parsers", "target"} == {*RULES, *OUTSIDE}
    assert len(RULES) + len(OUTSIDE) == 39


def test_the_shipped_ontology_has_no_error_and_is_checked_fast() -> None:
    began = time.process_time()
    report = lipdrift.Atlas.check()
    assert time.process_time() - began < 5
    assert [p for p in report.problems if p.level != "info"] == []
    assert {p.code for p in report.problems} == {"korean-draft", "single"}


def test_a_shape_without_a_target_is_named() -> None:
    documents = tuple(d for d in SHIPPED if d.name != "ontology/loops.ttl")
    found = [p for p in run(documents, source.vocabulary()).problems if p.code == "target"]
    assert [(p.file, "lip:LoopShape" in p.message) for p in found] == [("ontology/shapes/shapes.ttl", True)]
    assert found[0].line > 10


def test_a_file_that_only_rdflib_reads_otherwise_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rdflib.Graph.__len__", lambda self: 1)
    found = [
        p for p in run(SHIPPED, source.vocabulary(), off={"shape": "not asked here"}).problems if p.code == "parsers"
    ]
    assert len(found) == len(SHIPPED)


def test_the_two_parsers_are_really_compared() -> None:
    data = SHIPPED[0].data + b'\n<http://x/\\u0020> <http://x/p> "\\uD800" .\n'
    assert [p.code for p in run((replace(SHIPPED[0], data=data),), source.vocabulary()).problems] == ["syntax"]


def test_a_draft_only_warns() -> None:
    drafted = CAUSE.replace("skos:inScheme", "lip:draft true ;\n    skos:inScheme")
    report = broken("causes.ttl", GRAVITY, drafted + GRAVITY)
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
    report = broken("causes.ttl", GRAVITY, CAUSE + text + GRAVITY)
    said = " | ".join(f"{p.file}:{p.line} {p.message}; {p.fix}" for p in report.problems if p.level == "error")
    assert answer in said, what
    assert "ontology/causes.ttl:" in said


def test_a_rule_is_switched_off_only_by_its_name_and_is_named() -> None:
    report = lipdrift.Atlas.check(off={"single": "known"})
    assert "single" not in {p.code for p in report.problems}
    assert report.switched_off == {"single": "known"}
    with pytest.raises(lipdrift.UsageError, match="no rule is called"):
        lipdrift.Atlas.check(off={"nothing": "x"})
