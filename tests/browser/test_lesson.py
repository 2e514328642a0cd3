"""A whole lesson: story, comparison, what if not, undo; once with keys only, once with the mouse only."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

import lipdrift

from .conftest import Opener, until

pytestmark = pytest.mark.browser

KG = lipdrift.load()
CAUSES = sorted(i for i, t in KG.knowledge.terms.items() if t.kind == "Cause")
SEED = [
    "lip:ExcessiveFillerVolume",
    "lip:TooShallowInjection",
    "lip:RepeatedFillerProcedures",
    "lip:LipMuscleMovement",
]


def spot(page: Page, term: str) -> tuple[float, float]:
    """Where a card stands on the screen."""
    at = page.evaluate(
        "t => lipdrift.onScreen(Object.keys(lipdrift.data.terms).find(n => lipdrift.data.terms[n].id === t))", term
    )
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    return box["x"] + at["x"], box["y"] + at["y"]


def test_a_lesson_by_keyboard_only(opener: Opener) -> None:
    opened = opener("explorer.html")
    page = opened.page
    for cause in SEED:
        page.focus("#cause")
        page.keyboard.type(KG.knowledge.terms[cause].label[:9])
        page.keyboard.press("Enter")
        until(page, f"lipdrift.data.terms[lipdrift.view().cause]?.id === '{cause}'")
        steps = len(KG.story(cause).steps)
        page.evaluate("document.activeElement.blur()")
        page.keyboard.press("Home")
        for number in range(1, steps):
            assert f"Step {number} of {steps}" in page.inner_text("#story")
            page.keyboard.press("Space")
        assert "What stays open" in page.inner_text("#story")
        page.keyboard.press("Home")
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.id") == "other"
    page.keyboard.type("excessive")
    page.keyboard.press("Enter")
    until(page, "lipdrift.view().other !== null")
    page.evaluate("document.activeElement.blur()")
    assert page.inner_text("#answer").startswith("They meet")
    page.keyboard.press("Escape")
    assert page.evaluate("lipdrift.view().other") is None
    page.keyboard.press("ArrowRight")
    page.keyboard.press("x")
    assert page.evaluate("lipdrift.view().without.length") == 1
    assert "stay open" in page.inner_text("#story")
    page.keyboard.press("u")
    assert page.evaluate("[lipdrift.view().without.length, lipdrift.view().step]") == [0, 1]
    page.keyboard.press("y")
    assert page.evaluate("lipdrift.view().without.length") == 1
    page.keyboard.press("Control+z")
    assert page.evaluate("lipdrift.view().without.length") == 0
    page.keyboard.press("r")
    assert page.evaluate("lipdrift.view().cause") is None
    assert opened.complaints == []


def test_a_lesson_by_mouse_only(opener: Opener) -> None:
    page = opener("explorer.html", reduced_motion="reduce").page
    page.mouse.click(*spot(page, "lip:ExcessiveFillerVolume"))
    assert "Step 1 of 10" in page.inner_text("#story")
    page.click("[data-go=next]")
    page.select_option("#other", label="too-shallow injection")
    assert page.evaluate("lipdrift.tags()['lip:UpwardDisplacementOfFiller']") == "A B"
    assert page.evaluate("lipdrift.tags()['lip:TissueCapacityExceeded']") == "A"
    assert page.evaluate("lipdrift.tags()['lip:TooShallowInjection']") == "B"
    answer = KG.compare("ExcessiveFillerVolume", "TooShallowInjection")
    assert answer.meet is not None
    assert answer.meet.label in page.inner_text("#answer")
    page.click("#leave")
    assert "Step 2 of 10" in page.inner_text("#story")
    page.click("#strike")
    struck = KG.whatif("TissueCapacityExceeded")
    assert page.evaluate("lipdrift.lost()") == [t.id for t in struck.unreachable]
    assert page.locator("#open li").count() == len(struck.still_open)
    page.click("#undo")
    assert page.evaluate("lipdrift.view().without") == []
    page.mouse.click(*spot(page, "lip:TissueCapacityExceeded"))
    page.click("#panel [data-strike]")
    assert page.evaluate("lipdrift.view().without.length") == 1
    page.click("#reset")
    assert page.evaluate("[lipdrift.view().cause, lipdrift.view().without.length]") == [None, 0]


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (390, 844)])
def test_the_picture_keeps_its_room_and_the_step_is_readable(opener: Opener, size: tuple[int, int]) -> None:
    """At no step of any story is the picture squeezed away or the text of the current cards too small."""
    least = 14 if size[0] < 700 else 12
    measured = 0
    page = opener("explorer.html", size, reduced_motion="reduce").page
    for cause in SEED if size == (1280, 720) else SEED[:1]:
        for step in range(len(KG.story(cause).steps)):
            page.evaluate(f"location.hash = '#v=1&cause={cause}&step={step + 1}'")
            until(page, f"lipdrift.view().step === {step}")
            box = page.locator("#canvas").bounding_box()
            assert box is not None
            bar = page.locator("#story").bounding_box()
            assert bar is not None
            free = min(box["y"] + box["height"], bar["y"] if bar["x"] < box["x"] + box["width"] else 10_000) - box["y"]
            assert free >= (260 if size[0] < 700 else 0.5 * size[1]), (cause, step, free)
            assert page.evaluate("lipdrift.textSize()") >= least, (cause, step)
            assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
            measured += 1
    assert measured >= 10


def test_every_caveat_of_a_step_stands_beside_it_whole_when_new_and_folded_when_seen(opener: Opener) -> None:
    page = opener("explorer.html#v=1&cause=lip:ExcessiveFillerVolume&step=1").page
    story = KG.story("ExcessiveFillerVolume")
    seen: set[str] = set()
    folded = 0
    for step in story.steps:
        fresh = [c for c in step.caveats if c not in seen]
        assert page.locator(".cautions > .caveat").count() == len(fresh)
        assert page.locator(".cautions .caveat").count() == len(step.caveats)
        old = len(step.caveats) - len(fresh)
        if old:
            assert f"{old} caution" in page.inner_text(".cautions summary")
            folded += 1
        seen.update(step.caveats)
        page.keyboard.press("Space")
    assert folded >= 4


def test_the_story_says_what_was_not_measured_and_what_is_disputed(opener: Opener) -> None:
    page = opener("explorer.html#v=1&cause=lip:ExcessiveFillerVolume&step=2").page
    assert "no source measured this" in page.inner_text("#story .first .badge")
    page.evaluate("location.hash = '#v=1&cause=lip:RepeatedFillerProcedures&step=7'")
    until(page, "lipdrift.view().step === 6")
    assert "2 for, 2 against" in page.inner_text("#story")
    page.keyboard.press("End")
    text = page.inner_text("#story")
    assert "Disputed: " in text
    assert "No source seen measured any link" in text or "Measured by no source seen" in text


def test_kinds_and_styles_of_lines_are_hidden_by_the_legend(opener: Opener) -> None:
    page = opener("explorer.html").page
    name = "Object.keys(lipdrift.data.terms).find(n => lipdrift.data.terms[n].id === 'lip:DuckLip')"
    assert page.evaluate(f"lipdrift.visible({name})")
    page.click("[data-group=sign]")
    assert not page.evaluate(f"lipdrift.visible({name})")
    assert page.get_attribute("[data-group=sign]", "aria-pressed") == "false"
    page.focus("[data-group=sign]")
    page.keyboard.press("Enter")
    assert page.evaluate(f"lipdrift.visible({name})")
    page.click("[data-more]")
    page.click("[data-group=Structure]")
    assert page.get_attribute("[data-group=Structure]", "aria-pressed") == "true"
    before = page.screenshot(clip={"x": 20, "y": 140, "width": 900, "height": 600})
    page.click("[data-line=suggested]")
    assert page.get_attribute("[data-line=suggested]", "aria-pressed") == "false"
    assert page.screenshot(clip={"x": 20, "y": 140, "width": 900, "height": 600}) != before


def test_the_honesty_filter_greys_the_rest_and_says_what_is_not_reached(opener: Opener) -> None:
    page = opener("explorer.html").page
    page.keyboard.press("p")
    assert page.get_attribute("#only", "aria-pressed") == "true"
    world = page.evaluate("lipdrift.world([], true)")
    assert page.evaluate("lipdrift.lost()") == world["lost"]
    assert len(world["lost"]) >= 5
    named = page.locator("#answer .term").evaluate_all("all => all.map(e => e.dataset.n)")
    assert sorted(named) == world["lost"]
    page.click("#only")
    assert page.evaluate("lipdrift.view().only") is False
    page.goto(page.url.split("#")[0] + "#v=1&cause=lip:Gravity&step=2&only=reviewed")
    assert "no peer-reviewed work supports this step" in page.inner_text("#story")


def test_full_screen_and_the_list_of_keys(opener: Opener) -> None:
    page = opener("explorer.html").page
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    assert page.locator("#keylist dt").count() >= 15
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()
    page.keyboard.press("f")
    until(page, "document.fullscreenElement !== null")
    page.keyboard.press("f")
    until(page, "document.fullscreenElement === null")


def test_pointing_at_a_card_lights_its_neighbours_and_its_place_in_the_lip(opener: Opener) -> None:
    page = opener("explorer.html#v=1&lip=1", (1920, 1080)).page
    page.mouse.move(*spot(page, "lip:UpwardDisplacementOfFiller"))
    until(page, "lipdrift.lit().length < 40")
    assert "lip:LipFillerMigration" in page.evaluate("lipdrift.lit()")
    lit = page.evaluate("[...document.querySelectorAll('#lip .sec-region.lit')].map(e => e.dataset.region)")
    assert "lip:CutaneousUpperLip" in lit
    page.mouse.move(5, 5)
    until(page, "lipdrift.lit().length > 100")
