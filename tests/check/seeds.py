"""One planted fault or more for each check: the file, the change, what must be said, and the line that must be named.

A fault is planted into the shipped ontology. Its file is then brought into the stable form and the direct triples are
derived anew, so that nothing but the fault itself is left to complain about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lipdrift import source
from lipdrift.answers import Report
from lipdrift.causal import Knowledge
from lipdrift.check import run
from lipdrift.errors import InputError
from lipdrift.formatting import LINKS, direct
from lipdrift.rdf import Statements
from lipdrift.source import Document
from lipdrift.turtle.writer import format_text

SHIPPED = source.shipped()


@dataclass(frozen=True)
class Seed:
    """A planted fault. ``at`` stands on the line that must be named; ``tidy`` derives the files that follow from it."""

    number: int
    rule: str
    file: str
    old: str
    new: str
    words: str
    at: str
    tidy: bool = True
    also: tuple[str, ...] = ()


def planted(file: str, old: str, new: str, tidy: bool = True) -> tuple[Document, ...]:
    """The documents of the shipped ontology with one change in one file."""
    name = f"ontology/{file}"
    text = next(d for d in SHIPPED if d.name == name).data.decode()
    assert old in text, old
    text = text.replace(old, new, 1)
    if tidy:
        text = _formatted(text)
    changed = tuple(replace(d, data=text.encode()) if d.name == name else d for d in SHIPPED)
    return _with_links(changed) if tidy else changed


def _formatted(text: str) -> str:
    try:
        return format_text(text)
    except InputError:
        return text


def _with_links(documents: tuple[Document, ...]) -> tuple[Document, ...]:
    derived = f"ontology/{LINKS}"
    try:
        made = direct(Knowledge(Statements(d for d in documents if d.name != derived)))
    except InputError:
        return documents
    return tuple(replace(d, data=made.encode()) if d.name == derived else d for d in documents)


def broken(seed: Seed) -> tuple[Report, tuple[Document, ...]]:
    """The report on the planted fault, and the documents that it is about. Other rules than counts see the counts."""
    documents = planted(seed.file, seed.old, seed.new, seed.tidy)
    queries = source.questions() if seed.rule == "question" else ()
    off = {} if seed.rule == "counts" else {"counts": "a planted claim changes the counts"}
    return run(documents, source.vocabulary(), queries, off), documents


def line(documents: Sequence[Document], file: str, number: int) -> str:
    """One line of one of the documents, or of a file beside them."""
    found = [d.data.decode() for d in (*documents, *source.shapes(), *source.questions()) if d.name == file]
    text = found[0] if found else (source.folder().parent / file).read_text(encoding="utf-8")
    return text.splitlines()[number - 1]


GRAVITY = 'lip:Gravity a lip:Cause ;\n    rdfs:label "gravity"@en ;'
GRAVITY_SAYS = '"The constant pull of weight on filler and tissue."@en'
CAUSE = (
    'lip:NewCause a lip:Cause ;\n    rdfs:label "new cause"@en ;\n    lip:draftLabel "새 원인"@ko ;\n'
    '    skos:definition "Something that was added in a test."@en ;\n    lip:modifiableBy lip:Injector ;\n'
    "    skos:inScheme lip:Terms ;\n    dcterms:source src:wollina2023 .\n\n"
)
EVIDENCE = (
    "lip:C901-1 a lip:Evidence ;\n    lip:stance lip:Supports ;\n    lip:from src:wollina2023 ;\n"
    "    lip:basis lip:Synthesis ;\n    lip:evidenceType obo:ECO_0000033 .\n\n"
)


def added(subject: str, relation: str, obj: str, extra: str = "lip:linkType lip:Direct ;") -> str:
    """A new claim with its evidence as Turtle."""
    return (
        f"lip:C901 a lip:Claim ;\n    lip:subject {subject} ;\n    lip:relation {relation} ;\n    lip:object {obj} ;\n"
        f'    lip:strength lip:Suggested ;\n    {extra}\n    rdfs:comment "Added in a test."@en ;\n'
        f"    lip:evidence lip:C901-1 .\n\n{EVIDENCE}"
    )


def before_gravity(text: str) -> tuple[str, str, str]:
    """File, old and new of a change that puts something before gravity in the causes."""
    return "causes.ttl", GRAVITY, text + GRAVITY


def with_gravity(text: str) -> tuple[str, str, str]:
    """File, old and new of a change that says one thing more of gravity."""
    return "causes.ttl", GRAVITY, f"{GRAVITY}\n    {text}"


def turned(kind: str, word: str) -> str:
    """The new cause as a term of another kind."""
    return CAUSE.replace("lip:Cause", f"lip:{kind}").replace("NewCause", word).replace('"new cause"', f'"{word}"')


C104 = (
    "    lip:from src:nasbeauty-migration ;\n    lip:basis lip:ExpertOpinion ;\n    lip:evidenceType obo:ECO_0000034 .\n\n"
    "lip:C104-2"
)
DUCK = "lip:DuckLip a lip:Sign ;"
TOPILASE = "lip:Topilase a lip:Treatment ;"
MATCH = f"{DUCK}\n    skos:exactMatch "

RISK = added("lip:Gravity", "lip:risks", "lip:DuckLip", "")
VESSEL = 'lip:shape "vessel" ;'

SEEDS = (
    Seed(
        1, "syntax", "causes.ttl", " .\n\nlip:C106 a", "\n\nlip:C106 a", "A dot is expected", "lip:C106 a", tidy=False
    ),
    Seed(
        1,
        "parsers",
        *with_gravity('skos:note "x" , "x"^^<http://www.w3.org/2001/XMLSchema#string> ;'),
        "rdflib 813",
        "lip:Gravity a",
    ),
    Seed(
        2,
        "prefix",
        "loops.ttl",
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .",
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n@prefix obo: <http://o/> .",
        "obo:",
        "<http://",
    ),
    Seed(
        3,
        "header",
        "lipdrift.ttl",
        "    dcterms:license <https://creativecommons.org/licenses/by/4.0/> ;\n",
        "",
        "license",
        "a owl:Ontology",
    ),
    Seed(4, "name", *before_gravity("obo:X rdfs:label 'x' .\n\n"), "not ours", "obo:X"),
    Seed(4, "name", *before_gravity(RISK.replace("C901", "X1")), "a letter and three digits", "lip:X1 a"),
    Seed(5, "label", *with_gravity("rdfs:label 'heaviness'@en ;"), "2 English labels", "rdfs:label"),
    Seed(5, "label", "causes.ttl", '"gravity"@en', '"gravity  pull"@en', "stray spaces", "gravity  pull"),
    Seed(6, "korean", "labels.ko.ttl", 'lip:Gravity rdfs:label "중력"@ko .\n', "", "no Korean label", "lip:Gravity"),
    Seed(
        6,
        "korean-draft",
        "labels.ko.ttl",
        "lip:Gravity rdfs:label",
        "lip:Gravity lip:draftLabel",
        "92 Korean labels",
        "lip:draftLabel",
    ),
    Seed(7, "definition", "causes.ttl", GRAVITY_SAYS, '"Weight."@en', "has 7 characters", "Weight."),
    Seed(
        7,
        "definition",
        "causes.ttl",
        GRAVITY_SAYS,
        '"More filler than the lip tissue can hold."@en',
        "same definition",
        "skos:definition",
    ),
    Seed(7, "definition", "causes.ttl", GRAVITY_SAYS, '"The pull of gravity on tissue."@en', "in a circle", "pull of"),
    Seed(8, "synonym", *with_gravity('skos:altLabel "duck lip"@en ;'), "'duck lip'", '"duck lip"'),
    Seed(
        9,
        "property",
        "lipdrift.ttl",
        "lip:movesTo a owl:ObjectProperty ;\n    rdfs:domain lip:Term ;",
        "lip:movesTo a owl:ObjectProperty ;",
        "no rdfs:domain",
        "lip:movesTo a",
    ),
    Seed(10, "declared", *with_gravity("lip:modifiedBy lip:Nobody ;"), "did you mean", "lip:modifiedBy"),
    Seed(
        10,
        "declared",
        "causes.ttl",
        "    lip:needsAlso lip:FillerPersistence ;\n",
        "",
        "never used",
        "lip:needsAlso a",
    ),
    Seed(
        11,
        "kind",
        "anatomy.ttl",
        "lip:UpperLip a lip:Structure ;",
        "lip:UpperLip a lip:InjectionLayer , lip:Structure ;",
        "InjectionLayer, Structure",
        "lip:UpperLip a",
    ),
    Seed(12, "dangling", *with_gravity("lip:site lip:UperLip ;"), "lip:UpperLip", "lip:UperLip"),
    Seed(
        13,
        "orphan",
        "prevention.ttl",
        "lip:QualifiedInjector a lip:Prevention ;",
        turned("Material", "NewGel") + "lip:QualifiedInjector a lip:Prevention ;",
        "no claim names lip:NewGel",
        "lip:NewGel a",
    ),
    Seed(
        14,
        "parts",
        "anatomy.ttl",
        "    lip:layerOrder 3 ;\n",
        "    lip:layerOrder 4 ;\n",
        "1, 2, 4, 4, 5",
        "lip:layerOrder",
    ),
    Seed(14, "parts", *before_gravity(added("lip:Lip", "lip:partOf", "lip:UpperLip", "")), "parts in a circle", "lip:"),
    Seed(15, "circle", *before_gravity(added("lip:Gravity", "lip:causes", "lip:Gravity")), "to itself", "lip:C901 a"),
    Seed(
        15,
        "circle",
        *before_gravity(added("lip:TissueStretching", "lip:causes", "lip:RepeatedFillerProcedures")),
        "no listed feedback loop",
        "",
    ),
    Seed(
        16,
        "reach",
        *before_gravity(CAUSE + added("lip:NewCause", "lip:causes", "lip:BluishTint")),
        "does not lead to",
        "lip:NewCause a",
    ),
    Seed(
        17,
        "sign",
        "signs.ttl",
        DUCK,
        turned("Sign", "NewSign").replace("modifiableBy lip:Injector", "site lip:Lip")
        + added("lip:NewSign", "lip:differentiatesFrom", "lip:LipFillerMigration", "")
        + DUCK,
        "leads to the sign lip:NewSign",
        "lip:NewSign a",
    ),
    Seed(
        17,
        "actor",
        "treatments.ttl",
        TOPILASE,
        turned("Treatment", "NewCare") + added("lip:NewCare", "lip:risks", "lip:DuckLip", "") + TOPILASE,
        "acts on nothing",
        "lip:NewCare a",
    ),
    Seed(
        18,
        "claim",
        "causes.ttl",
        "    lip:object lip:LipFillerMigration ;\n    lip:strength lip:Suggested ;\n    lip:linkType "
        'lip:IndirectUnknownSteps ;\n    rdfs:comment "Gravity',
        '    lip:object lip:LipFillerMigration ;\n    lip:value "x"@en ;\n    lip:strength lip:Suggested ;\n'
        '    lip:linkType lip:IndirectUnknownSteps ;\n    rdfs:comment "Gravity',
        "an object and a value",
        "lip:value",
    ),
    Seed(18, "unreadable", "causes.ttl", "    lip:subject lip:Gravity ;\n", "", "no lip:subject", "lip:C104 a"),
    Seed(
        18,
        "shape",
        "causes.ttl",
        '    rdfs:comment "Gravity',
        '    skos:note "Gravity',
        "told in one sentence",
        "lip:C104 a",
    ),
    Seed(
        19,
        "link",
        "links.ttl",
        "lip:Gravity lip:contributesTo lip:LipFillerMigration .\n\n",
        "",
        "lip:C104 has no direct",
        "lip:C104 a",
        tidy=False,
    ),
    Seed(
        19,
        "link",
        "links.ttl",
        "lip:Gravity lip:contributesTo lip:LipFillerMigration .",
        "lip:Gravity lip:contributesTo lip:DuckLip , lip:LipFillerMigration .",
        "without a claim",
        "lip:Gravity lip:contributesTo",
        tidy=False,
    ),
    Seed(
        20,
        "strength",
        "causes.ttl",
        '    lip:strength lip:Suggested ;\n    lip:linkType lip:IndirectUnknownSteps ;\n    rdfs:comment "Gravity',
        '    lip:strength lip:Established ;\n    lip:linkType lip:IndirectUnknownSteps ;\n    rdfs:comment "Gravity',
        "allows reported",
        "lip:strength",
    ),
    Seed(
        20,
        "strength",
        "causes.ttl",
        '    lip:linkType lip:Direct ;\n    rdfs:comment "The seed says repeated',
        '    lip:strength lip:Suggested ;\n    lip:linkType lip:Direct ;\n    rdfs:comment "The seed says repeated',
        "is disputed and states a strength",
        "lip:strength",
    ),
    Seed(
        21, "evidence", "causes.ttl", C104, C104.replace("ECO_0000034", "ECO_0000269"), "evidence types", "ECO_0000269"
    ),
    Seed(
        21,
        "evidence",
        "causes.ttl",
        C104,
        EVIDENCE.join(C104.rsplit("lip:C104-2", 1)) + "lip:C104-2",
        "belongs to no claim",
        "lip:C901-1",
    ),
    Seed(
        22,
        "source",
        "sources.ttl",
        'lip:doi "10.3390/cosmetics10040115"',
        'lip:doi "10.1097/IOP.0000000000000960"',
        "has the same DOI",
        "lip:doi",
    ),
    Seed(
        22,
        "source",
        "sources.ttl",
        '    lip:notStated "container" , "title" ;\n',
        '    lip:notStated "container" ;\n',
        "no title and does not say",
        "src:",
    ),
    Seed(
        23, "study", "causes.ttl", C104, C104.replace("lip:ExpertOpinion", "lip:HumanStudy"), "as a study", "HumanStudy"
    ),
    Seed(
        24,
        "single",
        "sources.ttl",
        'lip:evidenceGroup "biologyinsights-migration"',
        'lip:evidenceGroup "nasbeauty-migration"',
        "claims rest on one",
        "lip:C",
    ),
    Seed(
        25,
        "polarity",
        *before_gravity(added("lip:Gravity", "lip:decreases", "lip:LipFillerMigration", "")),
        "opposite things",
        "lip:C901 a",
    ),
    Seed(
        26, "approval", "treatments.ttl", '    lip:jurisdiction "South Korea" ;\n', "", "no jurisdiction", "lip:C046 a"
    ),
    Seed(26, "approval", "treatments.ttl", '"2026-07-03"', '"July 2026"', "is no date", "July 2026"),
    Seed(
        27,
        "quantity",
        "anatomy.ttl",
        '    lip:qualifier "upper lip"@en ;\n    lip:strength lip:Reported ;\n    lip:site lip:UpperLip ;\n    rdfs:comment "The upper artery',
        '    lip:strength lip:Reported ;\n    lip:site lip:UpperLip ;\n    rdfs:comment "The upper artery',
        "measured on",
        "lip:C074 a",
    ),
    Seed(28, "mapping", "signs.ttl", DUCK, f"{MATCH}obo:UBERON_99 ;", "list of verified", "UBERON_99"),
    Seed(28, "mapping", "signs.ttl", DUCK, f"{MATCH}<http://snomed.info/id/48477009> ;", "closed code", "snomed"),
    Seed(28, "exact", "signs.ttl", DUCK, f"{MATCH}obo:HP_0010803 ;", "of HP exactly", "HP_0010803"),
    Seed(
        28,
        "exact",
        "signs.ttl",
        DUCK,
        f"{MATCH}obo:UBERON_0001833 , obo:UBERON_0001834 ;",
        "2 terms",
        "skos:exactMatch",
    ),
    Seed(
        29,
        "consistent",
        "lookalikes.ttl",
        "    lip:relation lip:mimics ;\n    lip:object lip:LongPhiltrumAppearance ;",
        "    lip:relation lip:mimics ;\n    lip:object lip:LipFillerMigration ;",
        "range of lip:mimics",
        "lip:relation",
    ),
    Seed(
        29,
        "consistent",
        "anatomy.ttl",
        VESSEL,
        f'{VESSEL}\n    lip:layerOrder "x" ;',
        "range of lip:layerOrder",
        "lip:layerOrder",
    ),
    Seed(
        29,
        "closure",
        "lipdrift.ttl",
        "lip:mimics a owl:ObjectProperty ;",
        "lip:mimics a owl:ObjectProperty ;\n    <http://www.w3.org/2002/07/owl#inverseOf> lip:manifestsAs ;",
        "by inference, and no claim says so",
        "",
    ),
    Seed(
        30,
        "obsolete",
        *with_gravity("<http://www.w3.org/2002/07/owl#deprecated> true ;"),
        "names no successor",
        "lip:Gravity a",
    ),
    Seed(
        31, "form", "causes.ttl", GRAVITY, GRAVITY.replace("    rdfs", "  rdfs"), "stable form", "gravity", tidy=False
    ),
    Seed(
        33,
        "question",
        "causes.ttl",
        "    lip:needsAlso lip:FillerPersistence ;\n",
        "",
        "misses lip:C029",
        "# question",
        also=("declared",),
    ),
    Seed(34, "caveat", "caveats.ttl", "        lip:C087 ,\n", "", "rests on lip:C087 and is not shown", "lip:C087"),
    Seed(34, "counts", *before_gravity(RISK), "222 claims", "221 claims"),
    Seed(
        35,
        "steps",
        "causes.ttl",
        'lip:linkType lip:IndirectUnknownSteps ;\n    rdfs:comment "Gravity',
        'lip:linkType lip:IndirectKnownSteps ;\n    rdfs:comment "Gravity',
        "no chain of claims",
        "lip:linkType",
    ),
    Seed(
        36,
        "place",
        "signs.ttl",
        "    lip:site lip:WhiteRoll ;\n",
        "",
        "no place in the lip",
        "lip:HeavyWhiteRoll a",
    ),
    Seed(37, "change", "causes.ttl", "    lip:modifiableBy lip:Nobody ;\n", "", "who can change it", "a lip:Cause"),
)
"""Check 32 is about the shapes and 1 about files that a parser refuses; their faults are planted in the tests."""
