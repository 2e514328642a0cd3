"""From signs to explanations: conditions side by side, causes in groups of ties, absent signs that exclude nothing."""

from __future__ import annotations

import pytest

import lipdrift
from lipdrift.answers import Condition, Explained
from lipdrift.views.record import record

KG = lipdrift.load()
ANSWER = KG.explain("MoustacheShadow", "LongPhiltrumAppearance")


def condition(answer: Explained, name: str) -> Condition:
    return next(c for c in answer.conditions if c.condition.id == name)


def test_migration_stands_beside_all_its_look_alikes_with_their_caveats() -> None:
    look_alikes = {t.id for t in KG.knowledge.nodes if t.kind == "LookAlike"}
    assert {c.condition.id for c in ANSWER.conditions} == look_alikes | {"lip:LipFillerMigration"}
    assert len(look_alikes) == 10
    assert ANSWER.conditions[0].condition.id == "lip:LipFillerMigration"
    assert "lip:caveat-maybe-not-moved" in [c.id for c in ANSWER.receipt.caveats]


def test_a_look_alike_explains_what_it_mimics_and_leaves_the_rest() -> None:
    ageing = condition(ANSWER, "lip:AgeingUpperLip")
    assert [t.id for t in ageing.explains] == ["lip:LongPhiltrumAppearance"]
    assert [t.id for t in ageing.unexplained] == ["lip:MoustacheShadow"]
    assert [c.id for c in ageing.claims] == ["lip:I018"]


def test_a_look_alike_without_sign_claims_cannot_be_compared() -> None:
    silent = {c.condition.id for c in ANSWER.conditions if not c.comparable}
    assert silent == {
        "lip:FacialOverfilledSyndrome",
        "lip:FillerMisplacement",
        "lip:OverfillingWithoutMovement",
        "lip:PostInjectionSwelling",
    }


def test_a_lay_name_counts_as_the_look_it_names() -> None:
    both = KG.explain("MoustacheShadow", "BulgeAboveTheUpperLip", "ThickAreaAboveTheLip")
    assert [t.id for t in both.signs] == ["lip:MoustacheShadow"]


def test_causes_that_tie_form_one_group_and_groups_are_ordered() -> None:
    groups = [c.group for c in ANSWER.causes]
    assert groups == sorted(groups)
    assert groups.count(1) == 16
    keys = {c.group: (len(c.explains), len(c.absent), c.weakest) for c in ANSWER.causes}
    assert all((len(c.explains), len(c.absent), c.weakest) == keys[c.group] for c in ANSWER.causes)
    assert len(set(keys.values())) == len(keys)


def test_an_absent_sign_ranks_lower_and_excludes_nothing() -> None:
    answer = KG.explain("MoustacheShadow", absent=["BluishTint"])
    assert {c.cause.id for c in answer.causes} == {c.cause.id for c in ANSWER.causes}
    last = [c.cause.id for c in answer.causes][-2:]
    assert last == ["lip:IncorrectInjectionLayer", "lip:TooShallowInjection"]
    assert [t.id for t in answer.causes[-1].absent] == ["lip:BluishTint"]


def test_a_sign_that_does_not_follow_from_migration_is_explained_by_its_own_cause() -> None:
    answer = KG.explain("BluishTint")
    assert condition(answer, "lip:LipFillerMigration").explains == ()
    assert {c.cause.id for c in answer.causes} == {"lip:TooShallowInjection", "lip:IncorrectInjectionLayer"}


def test_no_number_is_given_as_a_chance() -> None:
    assert "%" not in str(record(ANSWER)["conditions"])
    assert "probab" not in ANSWER.to_text()


@pytest.mark.parametrize(
    ("signs", "absent", "words"),
    [(["Gravity"], [], "is no sign but a Cause"), (["DuckLip"], ["duck lip"], "seen and absent at once")],
)
def test_wrong_signs_are_refused(signs: list[str], absent: list[str], words: str) -> None:
    with pytest.raises(lipdrift.UsageError, match=words):
        KG.explain(*signs, absent=absent)
