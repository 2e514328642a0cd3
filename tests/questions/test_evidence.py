"""Claims between two terms or about one, sifted by strength and inference where that is asked for."""

from __future__ import annotations

import lipdrift
from lipdrift.terms import Strength

KG = lipdrift.load()


def test_everything_about_a_term_and_what_the_bounds_leave_of_it() -> None:
    whole = KG.evidence("LipFillerMigration").claims
    strong = KG.evidence("LipFillerMigration", bounds=lipdrift.Bounds(min_strength=Strength.REPORTED)).claims
    stated = KG.evidence("LipFillerMigration", bounds=lipdrift.Bounds(inferred=False)).claims
    assert len(whole) > len(strong) > 0
    assert set(strong) == {c for c in whole if c.strength >= Strength.REPORTED}
    assert set(whole) - set(stated) == {c for c in whole if c.inferred} != set()


def test_between_two_terms_only_what_names_both() -> None:
    found = KG.evidence("RepeatedFillerProcedures", "TissueStretching").claims
    assert [c.id for c in found] == ["lip:C026"]
    assert KG.evidence("TissueStretching", "TissueStretching").claims == ()


def test_a_myth_is_shown_with_what_is_against_it() -> None:
    myths = [c for c in KG.evidence("PostInjectionSwelling").claims if not c.supported]
    assert [c.id for c in myths] == ["lip:M002"]


def test_the_receipt_names_only_the_bounds_that_were_set() -> None:
    assert "min_strength" not in KG.evidence("DuckLip").receipt.question
    bounds = lipdrift.Bounds(min_strength=Strength.SUGGESTED, inferred=False)
    asked = KG.evidence("DuckLip", bounds=bounds).receipt.question
    assert (asked["min_strength"], asked["inferred"]) == ("suggested", False)
