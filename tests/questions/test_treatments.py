"""What acts on what, through what, with which risks and approvals, and what it leaves untouched."""

from __future__ import annotations

import lipdrift
from lipdrift.answers import Action
from lipdrift.terms import Strength

KG = lipdrift.load()
MIGRATION = KG.treatments("LipFillerMigration")


def action(treatment: str, acts_on: str) -> Action:
    return next(a for a in MIGRATION.actions if (a.treatment.id, a.acts_on.id) == (treatment, acts_on))


def test_both_treatments_of_the_seed_act_on_migration_with_their_limits() -> None:
    enzyme = action("lip:HyaluronidaseInjection", "lip:LipFillerMigration")
    assert "lip:C037" in [c.id for c in enzyme.claims]
    assert {t.id for t in enzyme.risks} >= {"lip:HyaluronidaseAllergy", "lip:IncompleteDissolution"}
    assert [t.id for t in enzyme.contraindications] == ["lip:BeeOrWaspVenomAllergy"]
    partial = action("lip:PartialFillerCorrection", "lip:LipFillerMigration")
    assert [t.id for t in partial.risks] == ["lip:IncompleteDissolution"]


def test_an_action_on_the_result_leaves_every_cause_untouched() -> None:
    causes = {t.id for t in KG.knowledge.nodes if t.kind == "Cause"}
    enzyme = action("lip:HyaluronidaseInjection", "lip:LipFillerMigration")
    assert len(enzyme.untouched) >= 15
    assert {t.id for t in enzyme.untouched} <= causes


def test_an_action_on_a_cause_does_not_leave_that_cause_untouched() -> None:
    amount = action("lip:AppropriateFillerAmount", "lip:ExcessiveFillerVolume")
    untouched = {t.id for t in amount.untouched}
    assert "lip:ExcessiveFillerVolume" not in untouched
    assert {"lip:LipMuscleMovement", "lip:TooShallowInjection"} <= untouched


def test_what_works_through_a_process_or_a_procedure_says_so() -> None:
    enzyme = action("lip:HyaluronidaseInjection", "lip:FillerPersistence")
    assert any([t.id for t in a.through] == ["lip:HyaluronanBreakdown"] for a in MIGRATION.actions)
    assert enzyme.acts_on.id == "lip:FillerPersistence"
    low = action("lip:LowDoseHyaluronidase", "lip:LipFillerMigration")
    assert [t.id for t in low.through] in (["lip:PartialFillerCorrection"], ["lip:HyaluronidaseInjection"])


def test_approvals_are_told_with_place_and_date_and_what_is_not_stated_stays_open() -> None:
    topical = action("lip:Topilase", "lip:LipFillerMigration")
    told = {(a.claim.id, a.jurisdiction, a.date) for a in topical.approvals}
    assert ("lip:C046", "South Korea", "2026-07-03") in told
    assert ("lip:C171", "", "2022") in told
    assert "lip:caveat-dated-status" in [c.id for c in MIGRATION.receipt.caveats]


def test_no_claim_about_a_dose_is_in_the_answer() -> None:
    doses = {f"lip:C{n}" for n in (150, 151, 152, 154, 170)}
    assert not doses & {c.id for a in MIGRATION.actions for c in a.claims}


def test_a_name_of_a_look_is_treated_as_the_look() -> None:
    bulge = {a.treatment.id for a in KG.treatments("BulgeAboveTheUpperLip").actions}
    assert {a.treatment.id for a in KG.treatments("MoustacheShadow").actions} >= bulge


def test_bounds_hold() -> None:
    strong = KG.treatments("LipFillerMigration", lipdrift.Bounds(min_strength=Strength.REPORTED, inferred=False))
    assert strong.actions
    assert all(a.claims[0].strength >= Strength.REPORTED and not a.claims[0].inferred for a in strong.actions)
