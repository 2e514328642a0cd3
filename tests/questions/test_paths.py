"""The chains of the seed, the ranking, the summaries, and what is said when there is no route."""

from __future__ import annotations

from dataclasses import replace

import pytest

import lipdrift
from lipdrift.answers import Paths
from lipdrift.terms import Strength

KG = lipdrift.load()


def chain(answer: Paths, number: int = 0) -> list[str]:
    route = answer.routes[number]
    return [route.steps[0].tail.label, *(step.head.label for step in route.steps)]


TAIL = ["path of least resistance", "upward displacement of filler", "lip filler migration"]
CHAINS = {
    "ExcessiveFillerVolume": [["excessive filler volume", "tissue capacity exceeded", *TAIL]],
    "RepeatedFillerProcedures": [
        ["repeated filler procedures", "filler accumulation", "tissue capacity exceeded", *TAIL],
        ["repeated filler procedures", "tissue stretching", "lip filler migration"],
    ],
    "LipMuscleMovement": [
        ["lip muscle movement", "muscle-driven displacement", "sideways spread of filler", "lip filler migration"],
        ["lip muscle movement", "muscle-driven displacement", "upward displacement of filler", "lip filler migration"],
    ],
}


@pytest.mark.parametrize("cause", CHAINS)
def test_the_chains_of_the_seed(cause: str) -> None:
    answer = KG.paths(cause)
    assert [chain(answer, n) for n in range(len(answer.routes))] == CHAINS[cause]
    assert answer.receipt.complete


def test_a_wrong_layer_is_answered_through_its_kinds() -> None:
    answer = KG.paths("wrong layer")
    first = answer.routes[0]
    assert first.of_which is not None
    assert first.of_which.id == "lip:TooShallowInjection"
    assert chain(answer) == ["too-shallow injection", "upward displacement of filler", "lip filler migration"]
    assert [r.of_which.label for r in answer.routes if r.of_which] == ["too-shallow injection", "too-deep injection"]


def test_spelled_out_routes_come_before_those_that_jump() -> None:
    jumps = [any(s.jumps for s in r.steps) for r in KG.paths("IncorrectInjectionLayer").routes]
    assert jumps == [False, True]


def test_summary_claims_are_cited_and_not_walked() -> None:
    answer = KG.paths("ExcessiveFillerVolume")
    assert [c.id for c in answer.summary_claims] == ["lip:C016"]
    assert all(c.id != "lip:C016" for r in answer.routes for s in r.steps for c in s.claims)


def test_a_summary_claim_is_walked_when_its_chain_may_not_be() -> None:
    answer = KG.paths("ExcessiveFillerVolume", bounds=lipdrift.Bounds(inferred=False))
    assert [r.summary for r in answer.routes] == [True]
    assert [c.id for c in answer.routes[0].steps[0].claims] == ["lip:C016"]
    assert answer.summary_claims == ()


def test_the_weakest_link_is_named_and_inferences_count_no_source() -> None:
    stretching = KG.paths("RepeatedFillerProcedures").routes[1]
    assert (stretching.weakest, stretching.weakest_sources) == (Strength.DISPUTED, 2)
    volume = KG.paths("ExcessiveFillerVolume").routes[0]
    assert (volume.weakest, volume.weakest_sources, volume.inferred, volume.sources) == (Strength.SUGGESTED, 0, True, 7)


def test_sources_of_one_group_count_once() -> None:
    knowledge = KG.knowledge
    sources = dict(knowledge.sources)
    for name in ("src:sherber-thelist", "src:tums-us-review"):
        sources[name] = replace(sources[name], group="pearce")
    claim = knowledge.claims["lip:C030"]
    before = knowledge.independent([claim])
    try:
        original, knowledge.sources = knowledge.sources, sources
        assert (before, knowledge.independent([claim])) == (3, 1)
    finally:
        knowledge.sources = original


def test_what_is_seen_next_is_named_with_its_claims() -> None:
    then = KG.paths("ExcessiveFillerVolume").then
    assert [s.sign.label for s in then][:2] == ["bulge above the upper lip", "duck lip"]
    assert {"lips look smaller", "long philtrum appearance", "moustache shadow"} <= {s.sign.label for s in then}
    assert all(s.claims for s in then)


def test_every_route_of_a_cause_carries_the_caveat_that_nobody_measured_it() -> None:
    for cause in ("ExcessiveFillerVolume", "RepeatedFillerProcedures", "LipMuscleMovement", "IncorrectInjectionLayer"):
        texts = [c.id for c in KG.paths(cause).receipt.caveats]
        assert "lip:caveat-no-lip-study" in texts, cause


def test_no_route_says_why() -> None:
    answer = KG.paths("LipFillerMigration", "ExcessiveFillerVolume")
    assert answer.routes == ()
    assert answer.no_route is not None
    assert answer.no_route.missing
    assert answer.no_route.missing[0][1].label == "excessive filler volume"
    assert answer.receipt.complete


def test_a_treatment_has_no_route_and_the_claims_between_are_shown() -> None:
    answer = KG.paths("HyaluronidaseInjection")
    assert answer.no_route is not None
    assert "lip:C037" in [c.id for c in answer.no_route.related]


def test_bounds_must_be_positive() -> None:
    with pytest.raises(lipdrift.UsageError, match="1 or more"):
        lipdrift.Bounds(max_steps=0)
    cut = KG.paths("RepeatedFillerProcedures", bounds=lipdrift.Bounds(limit=1))
    assert (cut.receipt.complete, cut.receipt.reason, len(cut.routes)) == (False, "limit", 1)
    short = KG.paths("RepeatedFillerProcedures", bounds=lipdrift.Bounds(max_steps=2))
    assert (short.receipt.reason, len(short.routes)) == ("steps", 1)
