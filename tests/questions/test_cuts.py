"""What somebody can change to stop every route, what nobody can, and what every route passes."""

from __future__ import annotations

import lipdrift
from lipdrift.answers import Cuts

KG = lipdrift.load()


def sets(answer: Cuts) -> list[list[str]]:
    return [[t.id for t in cut] for cut in answer.cuts]


def test_a_single_cause_has_useful_sets() -> None:
    answer = KG.cuts("LipFillerMigration", sources=["ExcessiveFillerVolume"])
    assert ["lip:ExcessiveFillerVolume"] in sets(answer)
    assert all(len(s) == 1 for s in sets(answer))
    assert [t.id for t in answer.causes] == ["lip:ExcessiveFillerVolume"]
    assert [t.label for t in answer.passages] == [
        "tissue capacity exceeded",
        "path of least resistance",
        "upward displacement of filler",
    ]


def test_nobody_can_stop_gravity_anatomy_and_muscle_movement() -> None:
    answer = KG.cuts("LipFillerMigration")
    assert {t.id for t in answer.uncuttable} >= {"lip:Gravity", "lip:UnfavourableLipAnatomy", "lip:LipMuscleMovement"}
    assert answer.cuts
    assert not {t.id for t in answer.uncuttable} & {t.id for t in answer.causes}
    for cut in answer.cuts:
        assert all({"Injector", "Patient"} & set(t.modifiable_by) for t in cut)
        left = KG.whatif(*(t.id for t in cut), sources=[t.id for t in answer.causes])
        assert left.still_open == ()


def test_the_target_and_the_outcome_are_never_in_a_set() -> None:
    answer = KG.cuts("MoustacheShadow")
    assert answer.cuts
    assert not {"lip:MoustacheShadow", "lip:LipFillerMigration"} & {i for s in sets(answer) for i in s}


def test_no_set_says_why() -> None:
    gravity = KG.cuts("LipFillerMigration", sources=["Gravity"])
    assert (gravity.cuts, [t.id for t in gravity.uncuttable]) == ((), ["lip:Gravity"])
    assert "nobody can change" in gravity.why_none
    nowhere = KG.cuts("BluishTint", sources=["Gravity"])
    assert [t.id for t in nowhere.without_route] == ["lip:Gravity"]
    assert "no route leads there" in nowhere.why_none


def test_a_cause_that_only_a_summary_claim_ties_is_named() -> None:
    answer = KG.cuts("LipFillerMigration", sources=["InexperiencedInjector"])
    assert [t.id for t in answer.without_route] == ["lip:InexperiencedInjector"]


def test_a_set_is_as_small_as_can_be() -> None:
    answer = KG.cuts("LipFillerMigration")
    size = len(answer.cuts[0])
    assert {len(c) for c in answer.cuts} == {size}
    for cut in answer.cuts:
        for kept in cut:
            rest = [t.id for t in cut if t != kept]
            assert not rest or KG.whatif(*rest, sources=[t.id for t in answer.causes]).still_open
