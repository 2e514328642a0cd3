"""Languages, everyday words, drafts, the text twin, themes, paper, and the link of the exact view."""

from __future__ import annotations

import re

import pytest

import lipdrift
from lipdrift.views.page.words import WORDS

from .conftest import Opener, until

pytestmark = pytest.mark.browser

KG = lipdrift.load()
TERMS = KG.knowledge.terms
HANGUL = re.compile(r"[\uac00-\ud7af]")


def test_every_word_of_the_page_itself_is_korean_in_korean(opener: Opener) -> None:
    page = opener("explorer.html#v=1&lang=ko").page
    page.click("[data-more]")
    own = ".top h1, .top p, .tools label, .chips button, .modes button, .lines button, [data-word]"
    texts = page.locator(own).evaluate_all("all => all.map(e => e.textContent)")
    assert len(texts) >= 60
    assert [t for t in texts if not HANGUL.search(t)] == []
    labels = page.locator("[data-label]").evaluate_all("all => all.map(e => e.getAttribute('aria-label'))")
    assert [t for t in labels if not HANGUL.search(t)] == []
    page.keyboard.press("?")
    assert all(HANGUL.search(t) for t in page.locator("#keylist dd").all_inner_texts())


def test_claims_are_marked_as_english_and_both_names_stand_while_teaching(opener: Opener) -> None:
    page = opener("explorer.html#v=1&cause=lip:ExcessiveFillerVolume&step=2&lang=ko").page
    term = TERMS["lip:TissueCapacityExceeded"]
    bar = page.inner_text("#story")
    assert term.labels["ko"] + "*" in bar  # a draft is marked
    assert term.label in bar
    sentence = page.locator("#story .first [lang=en]")
    assert sentence.inner_text() == KG.story("ExcessiveFillerVolume").steps[1].sentences[0]
    page.keyboard.press("l")
    bar = page.inner_text("#story")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert term.labels["ko"] + "*" in bar


def test_a_draft_is_marked_wherever_its_name_stands(opener: Opener) -> None:
    drafts = {t.labels["ko"] for t in TERMS.values() if "ko" in t.drafts}
    checked = {t.labels["ko"] for t in TERMS.values() if "ko" in t.labels and "ko" not in t.drafts}
    assert len(drafts) >= 60
    page = opener("explorer.html#v=1&lang=ko").page
    names = set(page.locator("#cause option").all_inner_texts()[1:])
    names |= {t.strip() for t in page.locator("#inwords a[lang=ko]").all_inner_texts()}
    names |= set(
        page.locator("#inwords a[lang=ko], #inwords [data-term]").evaluate_all("all => all.map(e => e.textContent)")
    )
    assert {n for n in names if n in drafts - checked} == set()
    assert len([n for n in names if n.endswith("*") and n[:-1] in drafts]) >= 25
    page.keyboard.press("/")
    page.keyboard.type("콧수염")
    assert "콧수염 그림자*" in page.inner_text("#hits")


def test_everyday_words_by_key_and_by_mouse(opener: Opener) -> None:
    page = opener("explorer.html#v=1&node=lip:FillerAccumulation").page
    assert page.inner_text("#panel h2") == "filler accumulation"
    page.keyboard.press("w")
    assert page.inner_text("#panel h2") == "build-up of filler"
    assert "clinical word: filler accumulation" in page.inner_text("#panel")
    assert "words=everyday" in page.url
    page.click("#lay")
    assert page.inner_text("#panel h2") == "filler accumulation"


def test_an_example_never_takes_the_place_of_a_name(opener: Opener) -> None:
    page = opener("explorer.html#v=1&cause=lip:LipMuscleMovement&words=everyday").page
    assert "eating" in {w.text for w in TERMS["lip:LipMuscleMovement"].words if w.register == "lay"}
    assert "lip muscle movement" in page.inner_text("#story h2")


def test_the_words_follow_the_picture_and_the_picture_the_words(opener: Opener) -> None:
    page = opener("explorer.html#v=1&cause=lip:ExcessiveFillerVolume&step=2").page
    marked = page.locator("#inwords [aria-current]")
    assert marked.count() == 1
    assert "lip:C017" in (marked.get_attribute("data-claims") or "")
    page.keyboard.press("Space")
    assert "lip:C018" in (page.locator("#inwords [aria-current]").get_attribute("data-claims") or "")
    page.keyboard.press("o")
    assert page.locator("#inwords [aria-current]").is_visible()
    assert page.evaluate("document.activeElement.closest('[aria-current]') !== null")
    page.keyboard.press("Enter")
    until(page, "lipdrift.view().node !== null")
    assert page.locator("#panel").is_visible()
    node = page.evaluate("lipdrift.data.terms[lipdrift.view().node].id")
    until(page, "document.querySelectorAll('#inwords a[aria-current]').length > 1")
    links = page.locator("#inwords a[aria-current]").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert {link.split("node=")[1].replace("%3A", ":") for link in links} == {node}


def test_the_table_holds_every_arrow_of_the_picture_without_script(opener: Opener) -> None:
    page = opener("explorer.html", ready=False, java_script_enabled=False).page
    rows = page.locator("#inwords tbody tr").evaluate_all("all => all.map(r => [r.dataset.claims, r.textContent])")
    told = {c for claims, _ in rows for c in claims.split()}
    drawn = {"leadsTo", "causes", "contributesTo", "treats", "prevents", "decreases", "mimics", "kindOf"}
    expected = {c.id for c in KG.knowledge.claims.values() if c.supported and c.object and c.relation[4:] in drawn}
    assert len(expected) >= 80
    assert expected <= told
    for claims, text in rows[::7]:
        claim = KG.knowledge.claims[claims.split()[0]]
        assert TERMS[claim.subject].label in text
        assert TERMS[claim.object].label in text


VIEWS = [
    "#v=1&cause=lip%3AGravity&step=2&vs=lip%3ATooDeepInjection",
    "#v=1&without=lip%3AGravity%2Clip%3ATissueStretching&only=reviewed&lang=ko",
    "#v=1&cause=lip%3ALipMuscleMovement&step=3&node=lip%3ATissueStretching&lip=0&words=everyday&theme=mono",
]


@pytest.mark.parametrize("link", VIEWS)
def test_a_link_names_the_exact_view_and_survives_reload(opener: Opener, link: str) -> None:
    page = opener("explorer.html" + link).page
    view = page.evaluate("lipdrift.view()")
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert page.evaluate("lipdrift.view()") == view
    page.keyboard.press("p")
    page.keyboard.press("p")
    assert page.url.split("#")[1] == link[1:]


def test_three_themes_by_key_and_by_mouse(opener: Opener) -> None:
    page = opener("explorer.html", color_scheme="light").page
    seen = [page.get_attribute("html", "data-theme")]
    for _ in range(3):
        page.keyboard.press("t")
        seen.append(page.get_attribute("html", "data-theme"))
    assert seen == ["light", "dark", "mono", "light"]
    page.click("#theme")
    assert page.get_attribute("html", "data-theme") == "dark"
    assert "Dark" in (page.get_attribute("#theme", "aria-label") or "")
    dark = opener("explorer.html", color_scheme="dark").page
    assert dark.get_attribute("html", "data-theme") == "dark"


def test_black_and_white_is_without_colour(opener: Opener) -> None:
    page = opener("explorer.html#v=1&cause=lip:ExcessiveFillerVolume&step=4&theme=mono", reduced_motion="reduce").page
    coloured = page.evaluate("""(() => {
        const canvas = document.querySelector('#canvas canvas'), pen = canvas.getContext('2d');
        const data = pen.getImageData(0, 0, canvas.width, canvas.height).data;
        let most = 0, dark = 0;
        for (let i = 0; i < data.length; i += 4) {
            const rgb = [data[i], data[i + 1], data[i + 2]];
            most = Math.max(most, Math.max(...rgb) - Math.min(...rgb));
            dark += data[i + 3] && data[i] < 60;
        }
        return [most, dark];
    })()""")
    assert coloured[0] <= 4
    assert coloured[1] >= 2000


def test_paper_shows_the_lit_part_in_black_and_white(opener: Opener) -> None:
    page = opener("explorer.html#v=1&cause=lip:ExcessiveFillerVolume&step=4").page
    page.emulate_media(media="print")
    until(page, "document.querySelector('#printed').src.startsWith('data:image/png')")
    assert page.locator("#printed").is_visible()
    assert page.locator("#canvas").is_hidden()
    assert page.locator(".teaching").is_visible()
    caveats = page.locator(".cautions .caveat")
    assert caveats.count() == len(KG.story("ExcessiveFillerVolume").steps[3].caveats)
    assert all(caveats.nth(n).is_visible() for n in range(caveats.count()))
    whole = page.evaluate("document.querySelector('#printed').getBoundingClientRect().bottom")
    assert whole <= page.evaluate("document.querySelector('.board').getBoundingClientRect().bottom")
    size = page.evaluate(
        "[document.querySelector('#printed').naturalWidth, document.querySelector('#printed').naturalHeight]"
    )
    assert size[0] == 1800
    assert size[1] > 300
    page.emulate_media(media="screen")
    until(page, "document.documentElement.dataset.theme !== 'mono'")


def test_the_words_of_the_page_come_in_pairs() -> None:
    same = {k for k, (en, ko) in WORDS.items() if en == ko}
    assert same == set()
