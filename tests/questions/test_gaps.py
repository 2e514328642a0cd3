"""The matrix: what has a claim of its own, what is spelled out, what rests on migration alone."""

from __future__ import annotations

import pytest

import lipdrift
from lipdrift.answers import Cell
from lipdrift.terms import Strength

KG = lipdrift.load()
GAPS = KG.gaps()


def cell(cause: str, sign: str) -> Cell:
    row = [t.id for t in GAPS.rows].index(cause)
    return GAPS.cells[row][[t.id for t in GAPS.columns].index(sign)]


def test_the_three_ways_are_told_apart() -> None:
    assert cell("lip:TooShallowInjection", "lip:BluishTint").via == "direct"
    assert cell("lip:ExcessiveFillerVolume", "lip:LipsLookSmaller").via == "steps"
    assert cell("lip:ExcessiveFillerVolume", "lip:DuckLip").via == "migration_only"
    assert cell("lip:Gravity", "lip:BluishTint") == Cell(None, None, (), None)


def test_a_broader_cause_has_the_claims_of_its_kinds() -> None:
    assert cell("lip:IncorrectInjectionLayer", "lip:BluishTint") == cell("lip:TooShallowInjection", "lip:BluishTint")


def test_every_cell_is_counted_once_and_names_its_claims() -> None:
    counts = {via: GAPS.count(via) for via in ("direct", "steps", "migration_only", None)}
    assert counts == {"direct": 2, "steps": 24, "migration_only": 197, None: 15}
    assert sum(counts.values()) == len(GAPS.rows) * len(GAPS.columns) == 17 * 14
    for row in GAPS.cells:
        for found in row:
            assert bool(found.claims) == (found.via is not None) == (found.weakest is not None)


def test_a_chain_that_does_not_pass_migration_never_cites_a_sign_of_migration() -> None:
    signs_of_migration = {c.id for c in KG.knowledge.claims.values() if c.subject == "lip:LipFillerMigration"}
    by_steps = [c for row in GAPS.cells for c in row if c.via == "steps"]
    assert len(by_steps) == 24
    assert not signs_of_migration & {i for c in by_steps for i in c.claims}


def test_bounds_hold_for_the_matrix() -> None:
    strong = KG.gaps(lipdrift.Bounds(min_strength=Strength.REPORTED))
    assert all(c.weakest is None or c.weakest >= Strength.REPORTED for row in strong.cells for c in row)
    assert strong.count("steps") == 0


def test_a_graph_without_kinds_says_what_is_missing(tmp_path: object) -> None:
    from pathlib import Path

    file = Path(str(tmp_path)) / "bare.ttl"
    file.write_text(
        "@prefix lip: <https://w3id.org/lipdrift/> . @prefix x: <https://example.org/> . x:a lip:leadsTo x:b .\n"
    )
    with pytest.raises(lipdrift.UsageError, match="no term of this graph is a lip:Cause"):
        lipdrift.load(file).gaps()
