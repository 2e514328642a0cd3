"""The shipped claims, terms and sources say what the evidence pack says, row by row."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

import lipdrift
from lipdrift.model import Claim
from lipdrift.terms import LinkType, Stance

PACK = Path(__file__).parents[1] / "data" / "pack"
KG = lipdrift.load().knowledge


def rows(name: str) -> dict[str, dict[str, str]]:
    with (PACK / name).open(encoding="utf-8") as file:
        reader = csv.DictReader(file)
        key = (reader.fieldnames or [""])[0]
        return {row[key]: row for row in reader}


def listed(cell: str) -> set[str]:
    return {part.strip() for part in cell.split(";") if part.strip()}


def local_name(label: str) -> str:
    words = re.split(r"[^A-Za-z0-9]+", label.replace("'", ""))
    return "lip:" + "".join(w[:1].upper() + w[1:] for w in words)


CLAIMS = rows("claims.csv") | rows("bridges.csv")
CONCEPTS = rows("concepts.csv")
SHIPPED = [c for c in KG.claims.values() if c.id.removeprefix("lip:") in CLAIMS]


def pack_stances(row: dict[str, str]) -> dict[str, Stance]:
    disputes, qualifies = listed(row.get("disputes_ids", "")), listed(row.get("qualifies_ids", ""))
    stances = dict.fromkeys(listed(row["source_ids"]), Stance.SUPPORTS)
    return stances | dict.fromkeys(qualifies, Stance.QUALIFIES) | dict.fromkeys(disputes, Stance.DISPUTES)


@pytest.mark.parametrize("claim", SHIPPED, ids=lambda c: c.id)
def test_claim_equals_its_row(claim: Claim) -> None:
    row = CLAIMS[claim.id.removeprefix("lip:")]
    assert claim.subject == local_name(row["subject"])
    assert claim.relation == "lip:" + row["model_relation"]
    assert claim.object == local_name(row["object"]) if row["object"] in CONCEPTS else claim.value == row["object"]
    assert claim.comment == (row.get("paraphrase") or row["why"])
    assert claim.strength.word == ("disputed" if listed(row.get("disputes_ids", "")) else row["strength"])
    assert {i.source.removeprefix("src:"): i.stance for i in claim.evidence} == pack_stances(row)
    assert claim.inferred == claim.id.startswith("lip:I")
    stated = row.get("link_type")
    assert claim.link_type == (LinkType(stated) if stated else LinkType.DIRECT if _causal(claim) else None)


def _causal(claim: Claim) -> bool:
    return claim.inferred and KG.relations[claim.relation].causal


def test_how_many_claims_were_compared(capsys: pytest.CaptureFixture[str]) -> None:
    seeded = [i for i, row in CLAIMS.items() if "seed-lip-filler-part1" in listed(row["source_ids"]) and i[0] == "C"]
    shipped = {c.id.removeprefix("lip:") for c in SHIPPED}
    assert len(seeded) == 47
    assert set(CLAIMS) == shipped
    assert sum(i.startswith("C") for i in shipped) == 221
    assert sum(i.startswith("I") for i in shipped) == 24
    with capsys.disabled():
        print(f"\n  {len(SHIPPED)} shipped claims compared with the rows of the evidence pack")


def test_every_term_equals_its_row() -> None:
    by_id = {local_name(label): row for label, row in CONCEPTS.items()}
    assert len(by_id) == len(CONCEPTS) == 132
    compared = 0
    for term in KG.terms.values():
        row = by_id[term.id]
        assert (term.label, term.kind) == (row["preferred_label"], row["kind"])
        assert {s.removeprefix("src:") for s in term.sources} == listed(row["source_ids"])
        if row["korean_label"]:
            assert term.labels["ko"] in listed(row["korean_label"])
            assert "ko" not in term.drafts
        compared += 1
    assert compared == len(KG.terms) == 132


def test_every_source_equals_its_row() -> None:
    pack = rows("sources.csv")
    for source in KG.sources.values():
        row = pack[source.id.removeprefix("src:")]
        assert (source.title, source.year, source.doi, source.url) == (
            row["title"],
            row["year"],
            row["doi"],
            row["url"],
        )
        assert (source.how_seen, source.group) == (row["how_seen"], row["evidence_group"])
        assert source.authors == ("" if row["authors"].startswith("(") else row["authors"])
        assert ("authors" in source.not_stated) == (not source.authors)
    assert len(KG.sources) == len(pack) == 147


def test_info_counts_the_pack() -> None:
    counts = lipdrift.load().info().counts
    assert (counts["terms"], counts["claims"], counts["inferences"], counts["sources"]) == (132, 221, 24, 147)
    assert (counts["disputed"], counts["myths"], counts["caveats"]) == (len(DISPUTED), 3, 12)


DISPUTED = [i for i, row in CLAIMS.items() if listed(row.get("disputes_ids", ""))]
CAP = {"JournalArticle": 4, "Review": 4, "Guideline": 4, "Textbook": 4, "CaseReport": 3, "News": 3, "ClinicPage": 2}


def test_no_claim_is_stronger_than_its_best_source_allows() -> None:
    checked = 0
    for claim in SHIPPED:
        kinds = [KG.sources[s].kind for s in claim.sources]
        cap = max(CAP[k] for k in kinds)
        if kinds.count("ClinicPage") >= 2:
            cap = max(cap, 3)
        assert claim.strength <= cap, claim.id
        checked += 1
    assert checked == 245


def test_a_myth_is_never_walked() -> None:
    myths = [c for c in KG.claims.values() if not c.supported]
    assert len(myths) == 3
    walked = {c.id for s in KG.steps for c in s.claims}
    assert not walked & {c.id for c in myths}


def test_every_cause_reaches_the_outcome_and_every_sign_is_reached() -> None:
    kg = lipdrift.load()
    causes = [t for t in kg.knowledge.terms.values() if t.kind == "Cause"]
    assert len(causes) == 17
    assert [t.id for t in causes if not kg.paths(t.id).routes] == []


def test_two_pages_of_one_author_are_one_voice() -> None:
    pearce = [s for s in KG.sources.values() if s.group == "pearce"]
    assert len(pearce) == 4
    claim = KG.claims["lip:C112"]
    assert claim.independent == 1
    assert KG.claims["lip:C169"].independent == 1
    assert len(KG.claims["lip:C169"].sources) == 2
