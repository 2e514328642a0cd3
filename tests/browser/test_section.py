"""The lip section alone on a page, in a real browser: pointed at, walked by keyboard, lit, probed, played, read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

import lipdrift
from lipdrift.answers import Explorer
from lipdrift.views import page as pages
from lipdrift.views.page.section import section
from lipdrift.views.page.section.anatomy import anatomy
from lipdrift.views.page.section.curves import Point
from lipdrift.views.page.section.regions import core_of

from .conftest import Opener

pytestmark = pytest.mark.browser

KG = lipdrift.load()
EXPLORER = KG.explorer()
SECTION = section(EXPLORER)
ASSETS = Path(pages.__file__).parent
Show = Callable[..., Page]


def alone(explorer: Explorer, width: int) -> str:
    """A page with nothing but the section in a panel of that width; what the page hears is kept in ``heard``."""
    scripts = "".join((ASSETS / f"js/{name}.js").read_text(encoding="utf-8") for name in ("dom", "section"))
    scripts = re.sub(r"^export ", "", re.sub(r"^import [^;]*;\n", "", scripts, flags=re.M), flags=re.M)
    style = "".join((ASSETS / name).read_text(encoding="utf-8") for name in ("style.css", "section.css"))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Lip section</title>'
        f'<meta name="viewport" content="width=device-width"><style>{style}</style></head>'
        f'<body><main style="max-width:{width}px;padding:0 16px;background:var(--card)"><h1>Lip</h1>'
        f"{section(explorer).figure}</main><noscript><style>[data-script]{{display:none!important}}</style></noscript>"
        f"<script>{scripts}\nwindow.heard = [];"
        "window.lip = { lightRegions, moveFiller, fillerAtStep, clearSection };"
        "startSection(document.querySelector('[data-section]'), (term, how) => heard.push([term, how]));"
        "document.documentElement.dataset.ready = 'yes';</script></body></html>"
    )


@pytest.fixture
def show(opener: Opener, tmp_path: Path) -> Show:
    """Opens the section alone; it must neither ask for anything nor complain."""

    def made(explorer: Explorer = EXPLORER, width: int = 380, **options: Any) -> Page:
        (tmp_path / "section.html").write_text(alone(explorer, width), encoding="utf-8")
        opened = opener("section.html", folder=tmp_path, **options)
        assert (opened.requests, opened.complaints) == ([], [])
        return opened.page

    return made


def lit(page: Page) -> dict[str, bool]:
    """The lit regions, and whether they are lit as a guess."""
    found: dict[str, bool] = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.sec-region.lit')]"
        ".map(g => [g.dataset.region, g.classList.contains('guess')]))"
    )
    return found


def region(place: str) -> str:
    return f".sec-region[data-region='{place}']"


def on_screen(page: Page, point: Point) -> Point:
    """Where a point of the picture is on the screen."""
    x, y = page.evaluate(
        "(([x, y]) => { const matrix = document.querySelector('.sec-svg').getScreenCTM();"
        " const p = new DOMPoint(x, y).matrixTransform(matrix); return [p.x, p.y]; })",
        list(point),
    )
    return x, y


def test_a_part_lights_and_is_told_when_pointed_at_focused_and_clicked(show: Show) -> None:
    page = show()
    page.mouse.move(*on_screen(page, core_of(anatomy(EXPLORER)).at(0.4, 3.3)))
    assert lit(page) == {"lip:OrbicularisOrisParsPeripheralis": False}
    assert page.inner_text("[data-now]") == "orbicularis oris pars peripheralis"
    page.click(".sec-label[data-region='lip:WhiteRoll'] text.sec-en")
    assert page.evaluate("heard.at(-1)") == ["lip:WhiteRoll", "click"]
    page.mouse.move(5, 5)
    assert lit(page) == {}
    assert page.evaluate("heard.at(-1)") == ["", "leave"]
    page.focus(region("lip:UpperLip"))
    assert page.evaluate("heard.at(-1)") == ["lip:UpperLip", "focus"]


def test_arrow_keys_walk_over_all_parts_as_one_stop_of_tab(show: Show) -> None:
    page = show()
    page.keyboard.press("Tab")
    order = [page.evaluate("document.activeElement.dataset.region")]
    for _ in range(len(SECTION.data["regions"]) - 1):
        page.keyboard.press("ArrowRight")
        order.append(page.evaluate("document.activeElement.dataset.region"))
    assert sorted(order) == sorted(SECTION.data["regions"])
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.region") == order[0]
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert page.evaluate("heard.at(-1)") == [order[-1], "click"]
    assert page.locator(".sec-region[tabindex='0']").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "sec-depth"


def test_the_needle_goes_inward_by_keyboard_with_its_caveat_always_beside_it(show: Show) -> None:
    page = show(size=(1280, 720))
    caveat = next(c for c in EXPLORER.caveats if c.id == "lip:caveat-vascular-depth")
    page.focus("#sec-depth")
    stops, x = SECTION.data["stops"], -1.0
    for number, stop in enumerate(stops):
        names = ", ".join(SECTION.data["names"][p]["label"]["en"] for p in stop["places"]) or "in front of the skin"
        assert page.get_attribute("#sec-depth", "aria-valuetext") == f"{number + 1} of {len(stops)}: {names}"
        assert set(lit(page)) == {*stop["places"], *stop["vessels"]}
        assert page.locator("#sec-caveat").is_visible()
        assert caveat.text in page.inner_text("#sec-caveat")
        assert page.locator("[data-here] li").count() == len(stop["here"])
        page.wait_for_timeout(350)
        tip = page.evaluate("document.querySelector('.sec-steel').getBoundingClientRect().right")
        assert tip > x
        x = tip
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    first = page.locator("[data-here] li").first
    assert "too-shallow injection" in first.inner_text()
    assert "place inferred by a curator" in first.inner_text()
    first.locator("button").click()
    assert page.evaluate("heard.at(-1)") == ["lip:TooShallowInjection", "click"]
    assert "superficial plane decreases vascular occlusion · suggested [C084]" in page.inner_text("[data-here]")


def test_terms_light_their_places_and_an_inference_is_dashed(show: Show) -> None:
    page = show()
    page.evaluate("lip.lightRegions(['lip:MoustacheShadow', 'lip:HeavyWhiteRoll', 'lip:Gravity'])")
    assert lit(page) == {"lip:CutaneousUpperLip": True, "lip:WhiteRoll": False}
    dash = "getComputedStyle(document.querySelector(`.sec-region[data-region='${p}'] .sec-shape`)).strokeDasharray"
    assert page.evaluate(f"(p => {dash})('lip:CutaneousUpperLip')") != "none"
    assert page.evaluate(f"(p => {dash})('lip:WhiteRoll')") == "none"
    page.evaluate("lip.lightRegions(['lip:MoustacheShadow', 'lip:BulgeAboveTheUpperLip'])")
    assert lit(page) == {"lip:CutaneousUpperLip": False}
    page.evaluate("lip.clearSection()")
    assert lit(page) == {}


def centre(page: Page) -> tuple[float, float]:
    x, y = page.evaluate(
        "(() => { const m = document.querySelector('[data-filler]').transform.baseVal.consolidate().matrix;"
        " return [m.e, m.f]; })()"
    )
    return round(x), round(y)


def test_the_filler_travels_and_arrives_and_jumps_where_motion_is_reduced(show: Show) -> None:
    goal = tuple(map(round, SECTION.data["regions"]["lip:CutaneousUpperLip"]["at"]))
    still = show(reduced_motion="reduce")
    assert still.locator("[data-filler]").is_hidden()
    still.evaluate("void lip.moveFiller('lip:Vermilion', 'lip:CutaneousUpperLip')")
    assert centre(still) == pytest.approx(goal, abs=1)
    page = show()
    page.evaluate("void (window.arrived = lip.moveFiller('lip:Vermilion', 'lip:CutaneousUpperLip'))")
    page.wait_for_timeout(500)
    _, height = centre(page)
    assert goal[1] < height < SECTION.data["regions"]["lip:Vermilion"]["at"][1]
    page.evaluate("window.arrived")
    assert centre(page) == pytest.approx(goal, abs=1)
    page.evaluate("lip.moveFiller('lip:Nowhere', 'lip:Vermilion')")
    assert page.locator("[data-filler]").is_hidden()


def test_the_filler_follows_the_steps_of_a_story(show: Show) -> None:
    page = show(reduced_motion="reduce")
    at = {place: tuple(map(round, r["at"])) for place, r in SECTION.data["regions"].items()}
    step = next(leg[0] for leg in SECTION.data["journeys"]["lip:TooShallowInjection"][1:])
    for number, place in ((0, "lip:SuperficialPlane"), (step, "lip:CutaneousUpperLip"), (9, "lip:CutaneousUpperLip")):
        page.evaluate(f"void lip.fillerAtStep('lip:TooShallowInjection', {number})")
        assert centre(page) == pytest.approx(at[place], abs=1), number
    page.evaluate("void lip.fillerAtStep('lip:Gravity', 1)")
    assert page.locator("[data-filler]").is_hidden()


def test_the_language_of_the_page_is_followed(show: Show) -> None:
    page = show()
    page.fill("#sec-depth", "4")
    page.evaluate("document.documentElement.lang = 'ko'")
    page.wait_for_timeout(50)
    assert page.get_attribute(region("lip:WhiteRoll"), "aria-label") == "화이트 롤*"
    assert page.get_attribute("#sec-depth", "aria-valuetext") == "7단계 중 5: 구륜근, 근육층"
    assert page.locator("text.sec-en:visible").count() == 0
    assert page.locator("text.sec-ko:visible").count() >= 20
    assert "이동만을 이유로" in page.inner_text("#sec-caveat")
    assert page.text_content("#sec-title") == "입술을 앞뒤로 자른 단면"


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(("width", "size"), [(330, (1280, 720)), (380, (1280, 720)), (390, (390, 844))])
def test_labels_are_readable_apart_and_inside(show: Show, language: str, width: int, size: tuple[int, int]) -> None:
    page = show(width=width, size=size)
    page.evaluate(f"document.documentElement.lang = '{language}'")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    boxes = page.evaluate("""(() => {
        const svg = document.querySelector('.sec-svg'), frame = svg.getBoundingClientRect();
        const scale = frame.width / svg.viewBox.baseVal.width;
        const seen = [...svg.querySelectorAll('text')].filter(t => t.getBBox().width && !t.closest('[data-filler]'));
        return seen.map(t => {
            const b = t.getBoundingClientRect();
            return {text: t.textContent, size: parseFloat(getComputedStyle(t).fontSize) * scale, inside:
                b.left >= frame.left - 1 && b.right <= frame.right + 1 && b.bottom <= frame.bottom + 1,
                l: b.left, r: b.right, t: b.top + 3, b: b.bottom - 3};
        });
    })()""")
    assert len(boxes) >= 30
    assert [b["text"] for b in boxes if b["size"] < 12] == []
    assert [b["text"] for b in boxes if not b["inside"]] == []
    over = [
        (a["text"], b["text"])
        for n, a in enumerate(boxes)
        for b in boxes[n + 1 :]
        if a["l"] < b["r"] and b["l"] < a["r"] and a["t"] < b["b"] and b["t"] < a["b"]
    ]
    assert over == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_axe_finds_nothing(show: Show, theme: str, language: str) -> None:
    for size in ((1280, 720), (390, 844)):
        page = show(size=size)
        page.evaluate(
            f"document.documentElement.dataset.theme = '{theme}'; document.documentElement.lang = '{language}'"
        )
        page.fill("#sec-depth", "4")
        page.evaluate("document.querySelector('details').open = true; lip.lightRegions(['lip:WhiteRoll'])")
        page.wait_for_timeout(300)
        found = Axe().run(page)
        assert found.response["violations"] == [], found.generate_report()
        assert len(found.response["passes"]) >= 15


def test_the_layers_are_told_apart_without_colour(show: Show) -> None:
    page = show()
    fills = page.evaluate(
        "[...document.querySelectorAll('.sec-skin,.sec-fat,.sec-muscle,.sec-deep,.sec-mucosa,.sec-red,.sec-roll')]"
        ".map(g => getComputedStyle(g.querySelector('.sec-shape')).fill)"
    )
    assert len(fills) == len(set(fills)) == 7
    assert all(f.startswith("url(") for f in fills)
    page.emulate_media(media="print")
    colours = page.evaluate(
        "[...document.querySelectorAll('pattern rect')].map(r => getComputedStyle(r).fill.match(/\\d+/g).map(Number))"
    )
    assert len(colours) == 7
    assert all(len(set(c[:3])) == 1 for c in colours)
    assert page.locator("#sec-caveat").is_visible()


def test_without_script_the_picture_its_caveat_and_its_grounds_stand(show: Show) -> None:
    page = show(ready=False, java_script_enabled=False)
    assert page.locator(".sec-svg").is_visible()
    assert page.locator("#sec-caveat").is_visible()
    assert page.locator("#sec-depth").is_hidden()
    assert "C069" in (page.text_content(".sec-rests") or "")


def test_hostile_names_run_nothing(show: Show) -> None:
    evil = "<img src=x onerror=window.hit=1></script><script>window.hit=1</script>"
    terms = tuple(replace(t, label=evil, labels={"en": evil, "ko": evil}) for t in EXPLORER.terms)
    page = show(replace(EXPLORER, terms=terms, relations={}))
    page.fill("#sec-depth", "4")
    page.hover(f"{region('lip:WhiteRoll')} .sec-shape")
    assert "onerror" in page.inner_text("[data-now]")
    assert "onerror" in page.inner_text("[data-here]")
    assert page.evaluate("window.hit") is None
    assert page.locator("img").count() == 0
