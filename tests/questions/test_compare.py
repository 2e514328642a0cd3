"""Two causes side by side: shared terms, own terms, where they meet and part; circles; kinds of explanation."""

from __future__ import annotations

import pytest

import lipdrift

KG = lipdrift.load()
TAIL = {"lip:TissueCapacityExceeded", "lip:PathOfLeastResistance", "lip:UpwardDisplacementOfFiller"}


def test_volume_and_repetition_meet_where_capacity_is_exceeded() -> None:
    answer = KG.compare("ExcessiveFillerVolume", "RepeatedFillerProcedures")
    assert {t.id for t in answer.shared} == TAIL | {"lip:LipFillerMigration"}
    assert [t.id for t in answer.only_a] == ["lip:ExcessiveFillerVolume"]
    assert {t.id for t in answer.only_b} == {
        "lip:FillerAccumulation",
        "lip:RepeatedFillerProcedures",
        "lip:TissueStretching",
    }
    assert answer.meet is not None
    assert answer.meet.id == "lip:TissueCapacityExceeded"
    assert answer.part is None


def test_the_sides_mirror_each_other() -> None:
    one, two = KG.compare("Gravity", "LipMuscleMovement"), KG.compare("LipMuscleMovement", "Gravity")
    assert (one.only_a, one.only_b, one.shared) == (two.only_b, two.only_a, two.shared)
    assert one.meet is not None
    assert one.meet.id == "lip:LipFillerMigration"


def test_causes_that_part_again_say_where(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("ways") / "ways.ttl"
    file.write_text(
        "@prefix lip: <https://w3id.org/lipdrift/> . @prefix x: <https://example.org/> .\n"
        "x:a lip:leadsTo x:m . x:b lip:leadsTo x:m . x:m lip:leadsTo x:n . x:n lip:leadsTo x:z .\n"
    )
    kg, x = lipdrift.load(file), "https://example.org/"
    answer = kg.compare(x + "a", x + "b", x + "z")
    assert answer.meet is not None
    assert (answer.meet.id, answer.part) == (x + "m", None)
    through = kg.compare(x + "a", x + "m", x + "z")
    assert through.meet is not None
    assert through.meet.id == x + "m"


def test_a_cause_is_not_compared_with_itself() -> None:
    with pytest.raises(lipdrift.UsageError, match="with itself"):
        KG.compare("gravity", "Gravity")


def test_both_listed_circles_are_found_and_named() -> None:
    answer = KG.loops()
    assert len(answer.loops) >= 2
    listed = [loop for loop in answer.loops if loop.listed]
    assert len(listed) == 2
    for loop in answer.loops:
        assert loop.steps[-1].head.id == loop.steps[0].tail.id
        assert len({s.tail.id for s in loop.steps}) == len(loop.steps)
    assert [len(loop.steps) for loop in answer.loops] == sorted(len(loop.steps) for loop in answer.loops)


def test_a_bound_on_the_length_is_kept() -> None:
    short = KG.loops(lipdrift.Bounds(max_steps=4))
    assert {len(loop.steps) for loop in short.loops} == {4}


def test_kinds_are_counted_before_any_route_is_told() -> None:
    answer = KG.kinds("RepeatedFillerProcedures")
    told = KG.paths("RepeatedFillerProcedures")
    assert answer.total == len(told.routes) == 2
    assert answer.exact
    kinds = [tuple(t.kind for t in r.terms) for r in told.routes]
    assert sorted(p.kinds for p in answer.patterns) == sorted(kinds)


def test_signed_routes_carry_the_product_of_their_polarities() -> None:
    plain = KG.paths("LipMuscleMovement")
    assert {r.sign for r in plain.routes} == {None}
    signed = KG.paths("LipMuscleMovement", bounds=lipdrift.Bounds(signed=True))
    signs = {r.sign for r in signed.routes}
    assert "+" in signs
    for route in signed.routes:
        minus = sum(s.polarity == "-" for s in route.steps)
        assert route.sign == ("-" if minus % 2 else "+")
    enzyme = KG.paths("HyaluronidaseInjection", bounds=lipdrift.Bounds(signed=True))
    assert {r.sign for r in enzyme.routes} == {"-"}
