"""The lip section inside the pages: it follows the story, is linked both ways, and stands in the link."""

from __future__ import annotations

import pytest

from .conftest import Opener

pytestmark = pytest.mark.browser

LIT = "[...document.querySelectorAll('#lip .sec-region.lit')].map(e => e.dataset.region).sort()"


def test_a_story_lights_its_tissue_and_moves_the_filler(opener: Opener) -> None:
    page = opener("explorer.html#v=1&cause=lip:TooShallowInjection", reduced_motion="reduce").page
    assert page.locator("#lip").is_visible()
    assert page.locator("#lip [data-filler]").get_attribute("hidden") is None
    start = page.locator("#lip [data-filler]").get_attribute("transform")
    page.keyboard.press("Space")
    assert "lip:CutaneousUpperLip" in page.evaluate(LIT)
    assert page.locator("#lip [data-filler]").get_attribute("transform") != start


def test_it_is_shown_and_hidden_by_key_and_button_and_stands_in_the_link(opener: Opener) -> None:
    page = opener("explorer.html").page
    assert page.locator("#lip").is_hidden()
    page.keyboard.press("s")
    assert page.locator("#lip").is_visible()
    assert "lip=1" in page.url
    page.click("#liptoggle")
    assert page.locator("#lip").is_hidden()
    assert page.get_attribute("#liptoggle", "aria-pressed") == "false"
    again = opener("explorer.html#v=1&cause=lip:Gravity&step=1&lip=0").page
    assert again.locator("#lip").is_hidden()


def test_pointing_lights_the_cards_that_sit_there_and_a_click_opens_the_place(opener: Opener) -> None:
    page = opener("explorer.html#v=1&lip=1").page
    region = page.locator("#lip [data-region='lip:CutaneousUpperLip'] text").first
    region.hover()
    assert page.evaluate("lipdrift.lit().includes('lip:UpwardDisplacementOfFiller')")
    assert not page.evaluate("lipdrift.lit().includes('lip:Gravity')")
    region.click()
    assert "cutaneous upper lip" in page.inner_text("#panel h2")
    page.keyboard.press("Escape")
    assert page.locator("#lip").is_visible()


def test_the_vascular_caveat_stands_beside_the_slider_on_every_page(opener: Opener) -> None:
    for name in ("explorer.html#v=1&lip=1", "causes/gravity.html"):
        page = opener(name).page
        assert page.locator("#lip [data-depth]").is_visible()
        assert "vascular decision" in page.inner_text("#sec-caveat")


def test_the_needle_names_layers_by_keyboard(opener: Opener) -> None:
    page = opener("explorer.html#v=1&lip=1").page
    page.focus("#sec-depth")
    page.keyboard.press("End")
    assert page.get_attribute("#sec-depth", "aria-valuetext") is not None
    assert page.evaluate("lipdrift.view().step") == -1  # the page's own keys do not hear it
    assert len(page.evaluate(LIT)) >= 1
