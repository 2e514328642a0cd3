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
    assert set(seeded) <= shipped
    assert {"C018", "C019", "C029", "C030", "I001", "I009", "I014", "I017"} <= shipped
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
    assert compared == len(KG.terms) >= 40


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
    assert len(KG.sources) >= 60
