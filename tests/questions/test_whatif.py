"""Taking things away: what is lost, what stays open, what goes with what."""

from __future__ import annotations

import pytest

import lipdrift

KG = lipdrift.load()


def test_nothing_is_lost_when_one_of_many_causes_goes_and_its_routes_are_gone() -> None:
    answer = KG.whatif("ExcessiveFillerVolume")
    assert answer.unreachable == ()
    assert len(answer.still_open) == 14
    assert all(t.id != "lip:ExcessiveFillerVolume" for r in answer.still_open for t in r.terms)
    assert answer.receipt.complete


def test_a_claim_that_needs_a_removed_term_goes_with_it() -> None:
    answer = KG.whatif("FillerPersistence", sources=["RepeatedFillerProcedures"])
    assert [c.id for c in answer.removed_claims] == ["lip:C029"]
    assert "lip:FillerAccumulation" in [t.id for t in answer.unreachable]
    assert [[t.id for t in r.terms][1] for r in answer.still_open] == ["lip:TissueStretching"]


def test_a_term_goes_with_its_kinds() -> None:
    answer = KG.whatif("IncorrectInjectionLayer")
    assert {t.id for t in answer.removed} == {
        "lip:IncorrectInjectionLayer",
        "lip:TooDeepInjection",
        "lip:TooShallowInjection",
    }
    assert "lip:BluishTint" in [t.id for t in answer.unreachable]


def test_the_bottleneck_closes_every_way_to_the_signs_of_migration() -> None:
    answer = KG.whatif("LipFillerMigration", target="DuckLip")
    assert answer.still_open == ()
    assert "lip:DuckLip" in [t.id for t in answer.unreachable]


def test_no_summary_claim_keeps_a_way_open() -> None:
    answer = KG.whatif("TissueCapacityExceeded", sources=["ExcessiveFillerVolume"])
    assert answer.still_open == ()
    assert "lip:ExcessiveFillerVolume" not in [t.id for t in answer.unreachable]


def test_a_limit_is_said() -> None:
    answer = KG.whatif("ExcessiveFillerVolume", bounds=lipdrift.Bounds(limit=3))
    assert (len(answer.still_open), answer.receipt.complete, answer.receipt.reason) == (3, False, "limit")


def test_without_nothing_is_a_wrong_call() -> None:
    with pytest.raises(lipdrift.UsageError, match="at least one term"):
        KG.whatif()
