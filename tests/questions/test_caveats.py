"""No answer shows a term or claim that a caveat names without the caveat."""

from __future__ import annotations

import json
from collections.abc import Iterator

import lipdrift
from lipdrift.views.record import record
from lipdrift.views.text import to_text

KG = lipdrift.load()


def answers() -> Iterator[object]:
    for term in KG.knowledge.nodes:
        yield KG.show(term.id)
        yield KG.evidence(term.id)
        yield KG.paths(term.id)
        yield KG.find(term.label)


def test_every_answer_about_every_term_carries_its_caveats() -> None:
    caveats = KG.knowledge.caveats
    assert len(caveats) == 12
    checked = shown = 0
    for answer in answers():
        told = record(answer)
        text = json.dumps({k: v for k, v in told.items() if k not in ("ontology", "caveats")}, ensure_ascii=False)
        for caveat in caveats:
            if any(f'"{name}"' in text for name in (*caveat.terms, *caveat.claims)):
                assert caveat.text in told["caveats"], (told["question"], caveat.id)
                shown += 1
        checked += 1
    assert checked == 4 * 132
    assert shown > 500


def test_a_caveat_is_printed_in_the_text_form() -> None:
    text = " ".join(to_text(KG.show("hyaluronidase injection")).split())
    for caveat in KG.show("hyaluronidase injection").receipt.caveats:
        assert " ".join(caveat.text.split()) in text


def test_every_step_of_every_story_carries_the_caveats_of_what_it_shows() -> None:
    steps = 0
    for cause in (t for t in KG.knowledge.nodes if t.kind == "Cause"):
        for step in KG.story(cause.id).steps:
            due = {c.id for c in KG.knowledge.caveats_for(step.terms, step.claims)}
            assert due <= set(step.caveats)
            steps += 1
    assert steps >= 100


def test_a_dose_is_told_only_with_its_qualifier() -> None:
    doses = [KG.knowledge.claims[f"lip:C{n}"] for n in (150, 151, 152, 154)]
    assert all("no agreed lip dose" in c.qualifier for c in doses)
    stories = [KG.story(t.id) for t in KG.knowledge.nodes if t.kind == "Cause"]
    told = {c for s in stories for step in s.steps for c in step.claims}
    assert not told & {c.id for c in doses}
