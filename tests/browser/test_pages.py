"""The pages in a real browser: offline, by keyboard, in words, on a phone, safe, and readable by everyone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

import lipdrift
from lipdrift.answers import Explorer
from lipdrift.views import page as pages
from lipdrift.views.page.words import NOTICE

from .conftest import Opener, until

pytestmark = pytest.mark.browser

KG = lipdrift.load()
CAUSES = sorted(t.id for t in KG.knowledge.terms.values() if t.kind == "Cause")


def test_every_page_opens_without_a_request_or_a_complaint(opener: Opener, site: Path) -> None:
    files = ["explorer.html", *(f"causes/{p.name}" for p in sorted((site / "causes").glob("*.html")))]
    assert len(files) == len(CAUSES) + 1
    for name in files:
        opened = opener(name)
        assert (opened.requests, opened.complaints) == ([], []), name
    index = opener("index.html", ready=False)
    assert (index.requests, index.complaints) == ([], [])
    links = index.page.locator("main a[href$='.html']").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    assert sorted(set(links)) == sorted(files)
    assert len(links) == len(files) + len(CAUSES)  # a card and a row of the matrix for each cause


@pytest.mark.parametrize("cause", CAUSES)
def test_the_story_of_each_cause_is_played_by_keyboard(opener: Opener, cause: str) -> None:
    opened = opener(f"explorer.html#v=1&cause={cause}&step=1")
    page, story = opened.page, KG.story(cause)
    for number, step in enumerate(story.steps, 1):
        bar = page.locator("#story")
        assert f"Step {number} of {len(story.steps)}" in bar.inner_text()
        assert step.title.lower() in bar.inner_text().lower()
        assert all(sentence in bar.inner_text() for sentence in step.sentences)
        assert bar.locator(".caveat").count() == len(step.caveats)
        page.keyboard.press("Space" if number % 2 else "ArrowRight")
    assert page.evaluate("lipdrift.view().step") == len(story.steps) - 1
    page.keyboard.press("Home")
    assert page.evaluate("lipdrift.view().step") == 0
    page.keyboard.press("PageDown")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("lipdrift.view().step") == 0
    page.keyboard.press("Escape")
    assert page.evaluate("lipdrift.view().cause") is None
    assert opened.complaints == []


def test_a_cause_is_picked_and_its_story_walked_by_mouse(opener: Opener) -> None:
    page = opener("explorer.html").page
    page.select_option("#cause", label="excessive filler volume")
    page.click("[data-go=next]")
    assert "tissue capacity exceeded" in page.inner_text("#story")
    page.click("[data-go=back]")
    assert "More filler than the lip tissue can hold." in page.inner_text("#story")
    assert page.is_disabled("[data-go=back]")


def test_a_card_and_a_line_open_the_panel_with_evidence(opener: Opener) -> None:
    page = opener("explorer.html", reduced_motion="reduce").page
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    spot = page.evaluate("lipdrift.onScreen('lip:TissueStretching')")
    page.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])
    panel = page.locator("#panel")
    assert "tissue stretching" in panel.inner_text()
    claim = panel.locator("[data-claim='lip:C026']")
    assert "2 for, 2 against" in claim.inner_text()
    assert claim.locator("a").count() == 4
    assert claim.locator("a").first.get_attribute("href").startswith("https://")  # type: ignore[union-attr]
    page.keyboard.press("Escape")
    page.wait_for_timeout(100)
    a, b = (page.evaluate(f"lipdrift.onScreen('lip:{n}')") for n in ("TissueCapacityExceeded", "PathOfLeastResistance"))
    page.mouse.click(box["x"] + (a["x"] + b["x"]) / 2, box["y"] + (a["y"] + b["y"]) / 2)
    assert page.evaluate("lipdrift.view().claim") == "lip:C018"
    assert "Raised tissue pressure" in panel.inner_text()
    page.keyboard.press("Escape")
    assert panel.is_hidden()


def test_search_finds_lay_and_korean_words_and_opens_the_term_by_keyboard(opener: Opener) -> None:
    page = opener("explorer.html").page
    for text, expected in (("filler moust", "moustache shadow"), ("과다", "excessive filler volume")):
        page.keyboard.press("/")
        page.keyboard.type(text)
        assert expected in page.inner_text("#hits")
        page.keyboard.press("Enter")
        assert expected in page.inner_text("#panel")
    page.keyboard.press("/")
    page.keyboard.type("zzzz")
    assert page.inner_text("#hits") == "Nothing found"


def test_a_link_restores_the_view_and_an_unknown_one_is_ignored(opener: Opener) -> None:
    page = opener(
        "explorer.html#v=1&cause=lip:RepeatedFillerProcedures&step=3&node=lip:FillerAccumulation&lang=ko"
    ).page
    view = page.evaluate("lipdrift.view()")
    assert (view["step"], view["lang"]) == (2, "ko")
    assert page.evaluate("document.documentElement.lang") == "ko"
    assert page.locator("#panel").is_visible()
    assert "13단계 중 3단계" in page.inner_text("#story")
    page.goto(page.url.split("#")[0] + "#v=1&cause=lip:Nothing&step=99&node=constructor&claim=__proto__")
    page.wait_for_timeout(100)
    view = page.evaluate("lipdrift.view()")
    assert (view["cause"], view["node"], view["claim"]) == (None, None, None)


def test_every_card_that_a_step_lights_is_really_painted(opener: Opener) -> None:
    page = opener("explorer.html#v=1&cause=lip:IncorrectInjectionLayer&step=1", color_scheme="light").page
    painted = 0
    for _ in KG.story("IncorrectInjectionLayer").steps:
        page.wait_for_timeout(500)
        found = page.evaluate("""(() => {
            const canvas = document.querySelector("#canvas canvas"), scale = lipdrift.textSize() / 14;
            const ratio = canvas.width / canvas.clientWidth, pen = canvas.getContext("2d");
            const step = lipdrift.data.stories.find(s => s.cause === lipdrift.view().cause).steps[lipdrift.view().step];
            const colours = [];
            for (const n of step.terms) {
                const at = lipdrift.onScreen(n), x = (at.x - 72 * scale) * ratio, y = at.y * ratio;
                if (x < 0 || y < 0 || x >= canvas.width || y >= canvas.height) continue;
                colours.push([...pen.getImageData(x, y, 1, 1).data]);
            }
            return colours;
        })()""")
        assert found
        for red, green, blue, alpha in found:
            assert alpha == 255
            assert max(red, green, blue) - min(red, green, blue) > 60  # a stripe in its column's colour, no background
        painted += len(found)
        page.keyboard.press("Space")
    assert painted >= 25


def test_going_back_undoes_a_step(opener: Opener) -> None:
    page = opener("explorer.html#v=1&cause=lip:LipMuscleMovement&step=1").page
    page.keyboard.press("Space")
    page.go_back()
    until(page, "lipdrift.view().step === 0")


def test_the_words_are_complete_without_script(opener: Opener) -> None:
    page = opener("explorer.html", ready=False, java_script_enabled=False).page
    assert page.locator("#canvas").is_hidden()
    told = 0
    for cause in CAUSES:
        answer = KG.paths(cause)
        block = page.locator("details.cause", has=page.locator("h3", has_text=answer.sources[0].label)).first
        text = " ".join((block.text_content() or "").split())
        for step in (s for r in answer.routes for s in r.steps):
            assert f"{step.relation.label} → {step.head.label}" in text
            assert all(c.comment in text for c in step.claims)
            told += 1
        whole = " ".join((page.locator("#inwords").text_content() or "").split())
        assert all(seen.sign.label in whole for seen in answer.then)
    assert told >= 20


def test_every_page_ends_with_the_notice_in_both_languages(opener: Opener, site: Path) -> None:
    for path in [*site.glob("*.html"), *site.glob("causes/*.html")]:
        text = path.read_text(encoding="utf-8").replace("&#39;", "'")
        assert all(notice in text for notice in NOTICE.values()), path.name
        assert "2026-11-24" in text


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (390, 844), (320, 640)])
@pytest.mark.parametrize("name", ["explorer.html", "causes/excessive-filler-volume.html", "index.html"])
def test_nothing_scrolls_sideways_and_cards_are_readable(opener: Opener, size: tuple[int, int], name: str) -> None:
    page = opener(name, size, ready=name != "index.html").page
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    if name == "explorer.html" and size != (320, 640):
        page.wait_for_timeout(500)
        least = 14 if size[0] < 700 else 12
        assert page.evaluate("lipdrift.textSize()") >= least
    if name == "explorer.html" and size == (1280, 720):
        page.select_option("#cause", index=1)
        page.wait_for_timeout(500)
        assert page.evaluate("lipdrift.textSize()") >= 12


@pytest.mark.parametrize("state", ["", "#v=1&cause=lip:ExcessiveFillerVolume&step=3", "#v=1&node=lip:Topilase"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(opener: Opener, state: str, theme: str) -> None:
    page = opener("explorer.html" + state, bypass_csp=True, color_scheme=theme).page
    page.wait_for_timeout(500)
    found = Axe().run(page)
    assert found.response["violations"] == [], found.generate_report()
    assert len(found.response["passes"]) >= 20


def test_axe_finds_nothing_on_the_entry_and_on_a_phone_in_korean(opener: Opener) -> None:
    for name, size in (("index.html", (1440, 900)), ("explorer.html#v=1&lang=ko", (390, 844))):
        page = opener(name, size, ready=name != "index.html", bypass_csp=True).page
        found = Axe().run(page)
        assert found.response["violations"] == [], found.generate_report()


HOSTILE = (
    "<img src=x onerror=window.hit=1>",
    "</script><script>window.hit=1</script>",
    "javascript:window.hit=1",
    "{{ 7*7 }}<svg onload=window.hit=1>",
    "\u202egnp.exe\u2066 \u2028 ]]> <!-- href=",
)


def _hostile() -> Explorer:
    """The explorer with every text of a term, claim and source replaced by something that wants to run."""
    clean = KG.explorer()
    texts = [HOSTILE[n % len(HOSTILE)] for n in range(len(clean.terms) + len(clean.claims) + len(clean.sources))]
    terms = [
        replace(t, label=f"{texts[n]} {n}", labels={"en": f"{texts[n]} {n}"}, definition=texts[n])
        for n, t in enumerate(clean.terms)
    ]
    claims = [replace(c, comment=texts[n], qualifier=texts[n]) for n, c in enumerate(clean.claims)]
    sources = [
        replace(s, title=texts[n], authors=texts[n], doi="", url="javascript:window.hit=1")
        for n, s in enumerate(clean.sources)
    ]
    return replace(clean, terms=tuple(terms), claims=tuple(claims), sources=tuple(sources))


@pytest.mark.parametrize("bypass_csp", [False, True])
def test_hostile_text_runs_nothing_with_and_without_the_policy(
    opener: Opener, tmp_path: Path, bypass_csp: bool
) -> None:
    (tmp_path / "hostile.html").write_bytes(pages.render(_hostile()))
    opened = opener("hostile.html", folder=tmp_path, bypass_csp=bypass_csp)
    for claim in ("lip:C017", "lip:C026"):
        opened.page.goto(f"file://{tmp_path}/hostile.html#v=1&claim={claim}")
        opened.page.wait_for_timeout(100)
        assert "onerror" in opened.page.inner_text("#panel") or "window.hit" in opened.page.inner_text("body")
        assert opened.page.locator("#panel a").count() == 0
    assert opened.page.evaluate("window.hit") is None
    assert opened.requests == []
    assert "\u202e" not in opened.page.content()


def test_it_prints_the_step_and_the_notice(opener: Opener) -> None:
    page = opener("causes/excessive-filler-volume.html").page
    page.emulate_media(media="print")
    assert page.locator(".tools").is_hidden()
    assert page.locator(".notice").is_visible()
    assert page.locator("#story h2").is_visible()
    assert len(page.pdf(format="A4")) > 10_000
