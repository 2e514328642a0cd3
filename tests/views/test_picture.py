"""A picture shows every step once, styled by its support, with all that must be said; hostile text stays text."""

from __future__ import annotations

import re
import struct
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lipdrift
from lipdrift.answers import Answer, Paths, Step
from lipdrift.errors import UsageError
from lipdrift.views.frame import steps_of
from lipdrift.views.picture import cards, rings
from lipdrift.views.picture.columns import GAP, WIDTH, plan, spread
from lipdrift.views.picture.elements import COLOURS, MARKS
from lipdrift.views.picture.scene import scene
from lipdrift.views.picture.text import width, wrap
from lipdrift.views.picture.words import WORDS

KG = lipdrift.load()
PAGE = Path(lipdrift.__file__).parent / "views" / "page"
SVG = "{http://www.w3.org/2000/svg}"
MAY_STAND = {"svg", "title", "desc", "metadata", "g", "rect", "path", "text"}
REPEATED = KG.paths("RepeatedFillerProcedures")
ANSWERS: dict[str, Answer] = {
    "volume": KG.paths("ExcessiveFillerVolume"),
    "repeated": REPEATED,
    "none": KG.paths("lip:HyaluronicAcidFiller"),
    "whatif": KG.whatif("FillerPersistence"),
    "compare": KG.compare("ExcessiveFillerVolume", "RepeatedFillerProcedures"),
    "loops": KG.loops(),
    "explain": KG.explain("MoustacheShadow", "LongPhiltrumAppearance"),
}


def parsed(answer: Answer, lang: str = "en") -> ElementTree.Element:
    return ElementTree.fromstring(answer.to_svg(lang))


def titles(answer: Answer, lang: str = "en") -> list[str]:
    """What hovers over the cards and lines."""
    return [t.text or "" for g in parsed(answer, lang).iter(f"{SVG}g") for t in g.findall(f"{SVG}title")]


def told(answer: Answer, lang: str = "en") -> str:
    """All visible text, as one line."""
    return " ".join(t.text or "" for t in parsed(answer, lang).iter(f"{SVG}text"))


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("name", ANSWERS)
def test_the_picture_is_whole_self_contained_and_the_same_each_time(name: str, lang: str) -> None:
    answer = ANSWERS[name]
    data = answer.to_svg(lang)
    assert data == answer.to_svg(lang)
    root = ElementTree.fromstring(data)
    assert {e.tag.removeprefix(SVG) for e in root.iter()} <= MAY_STAND
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title desc"
    assert [root.findtext(f"{SVG}{name}") for name in ("title", "desc", "metadata")] != [None] * 3
    assert not re.search(rb"""(?:href|src|style|on\w+)=|url\(|@import""", data)
    assert data.count(b"http") == data.count(b"http://www.w3.org/2000/svg") + data.count(b"https://w3id.org/lipdrift")


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("name", ANSWERS)
def test_what_must_be_said_stands_in_it(name: str, lang: str) -> None:
    answer = ANSWERS[name]
    seen = told(answer, lang)
    receipt = answer.receipt
    for said in [receipt.sentence, *(c.texts[lang] for c in receipt.caveats), WORDS["teaching"][lang == "ko"]]:
        assert said in seen
    assert receipt.ontology.date in seen
    assert len(receipt.caveats) >= 2


@pytest.mark.parametrize("name", ANSWERS)
def test_every_step_is_drawn_once_with_its_support(name: str) -> None:
    answer = ANSWERS[name]
    steps = steps_of(answer)
    lines = [t for t in titles(answer) if ":" in t and "(lip:" not in t and ") lip:" not in t]
    if name == "loops":  # a step on two circles stands on both
        steps = [s for loop in KG.loops().loops for s in loop.steps]
    wanted = sorted(_title(s) for s in steps)
    shows = [t for t in lines if t.startswith("lip:")]
    assert sorted(t for t in lines if t not in shows) == wanted
    assert bool(shows) == (name == "explain")
    strokes = [p for p in parsed(answer).iter(f"{SVG}path") if p.get("fill") == "none"]
    doubled = [p for p in strokes if p.get("stroke") == "#ffffff"]
    in_legend = any(s.disputed for s in steps)
    assert len(doubled) == sum(s.disputed for s in steps) + in_legend
    dashed = [p for p in strokes if p.get("stroke-dasharray") == "7 4"]
    assert len(dashed) == sum(s.inferred for s in steps) + any(s.inferred for s in steps)


def _title(step: Step) -> str:
    words = [step.strength.word, "disputed" * step.disputed, "curators' inference" * step.inferred]
    claims = ", ".join(c.id.removeprefix("lip:") for c in step.claims)
    return f"{step.relation.label}: {'; '.join(w for w in dict.fromkeys(words) if w)} ({claims})"


@pytest.mark.parametrize("name", [n for n in ANSWERS if n != "loops"])
def test_every_term_has_one_card_with_its_whole_label(name: str) -> None:
    shown = scene(ANSWERS[name], "en")
    ids = [t.rpartition(" ")[2] for t in titles(ANSWERS[name]) if ") lip:" in t]
    assert sorted(ids) == sorted(c.term.id for c in shown.cards)
    assert len(set(ids)) == len(ids) >= 2
    for card in shown.cards:
        assert " ".join(cards.lines(card, "en")).replace("- ", "-") == card.term.label


def test_circles_keep_their_order_and_overlap_nowhere() -> None:
    answer = KG.loops()
    shown = scene(answer, "en")
    assert [[c.term.id for c in ring.cards] for ring in shown.rings] == [
        [s.tail.id for s in loop.steps] for loop in answer.loops
    ]
    for ring in shown.rings:
        drawn = ElementTree.fromstring(f"<g>{rings.one(ring, 'en').svg}</g>")
        boxes = [r for r in drawn.iter("rect") if r.get("width") == f"{WIDTH:g}" and r.get("fill") != "none"]
        spots = [(float(r.get("x", 0)), float(r.get("y", 0)), float(r.get("height", 0))) for r in boxes]
        assert len(spots) == len(ring.cards)
        for n, (x, y, tall) in enumerate(spots):
            assert all(abs(x - a) >= WIDTH or y + tall <= b or b + h <= y for a, b, h in spots[n + 1 :])


def test_the_sides_of_a_comparison_are_letters_too() -> None:
    answer = KG.compare("ExcessiveFillerVolume", "RepeatedFillerProcedures")
    sides = {c.term.id: c.side for c in scene(answer, "en").cards}
    assert {i for i, s in sides.items() if s == "A B"} == {t.id for t in answer.shared}
    assert {i for i, s in sides.items() if s == "A"} == {t.id for t in answer.only_a}
    assert {i for i, s in sides.items() if s == "B"} == {t.id for t in answer.only_b}
    seen = [t.text for t in parsed(answer).iter(f"{SVG}text")]
    assert (seen.count("A"), seen.count("B"), seen.count("A B")) == (
        len(answer.only_a) + 1,
        len(answer.only_b) + 1,
        len(answer.shared) + 1,
    )
    assert "They meet at: tissue capacity exceeded" in seen


def test_migration_never_stands_without_its_look_alikes() -> None:
    answer = KG.explain("MoustacheShadow", "LongPhiltrumAppearance")
    drawn = {c.term.id for c in scene(answer, "en").cards}
    tied = {c.condition.id for c in answer.conditions if c.explains}
    assert {"lip:LipFillerMigration", "lip:AgeingUpperLip", "lip:NaturallyLongPhiltrum"} <= tied <= drawn
    seen = told(answer)
    untied = [c.condition.label for c in answer.conditions if not c.comparable]
    assert len(untied) >= 3
    assert ", ".join(untied) in seen


def test_no_route_is_said_and_a_partial_answer_too() -> None:
    assert "no route is known" in told(KG.paths("lip:HyaluronicAcidFiller"))
    cut = replace(REPEATED, receipt=replace(REPEATED.receipt, complete=False, reason="limit"))
    assert "NOT COMPLETE: the limit bound was reached" in told(cut)
    assert "불완전: 개수 한도에 도달" in told(cut, "ko")


def test_korean_labels_are_whole_and_drafts_marked() -> None:
    seen = told(REPEATED, "ko")
    terms = {t.id: t for r in REPEATED.routes for t in r.terms}
    assert "반복 시술 → 입술 필러 이동" in seen
    for term in terms.values():
        star = "*" if "ko" in term.drafts else ""
        assert f"{term.labels['ko']}{star}" in seen
    assert "* 번역 초안" in seen
    assert "draft" not in told(REPEATED)


def test_what_cannot_be_drawn_is_one_clear_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TypeError, match=r"^Gaps has no steps to draw; ask paths, explain, whatif, compare or loops$"):
        KG.gaps().to_svg()
    with pytest.raises(UsageError, match=r"^pictures speak en or ko, not 'de'$"):
        REPEATED.to_svg("de")
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(UsageError, match=r"^resvg_py is not installed; try: pip install 'lipdrift\[png\]'$"):
        REPEATED.to_png()


def test_a_png_is_twice_as_large_and_the_same_each_time() -> None:
    data = REPEATED.to_png()
    assert data == REPEATED.to_png()
    wide, tall = struct.unpack(">II", data[16:24])
    root = parsed(REPEATED)
    assert (wide, tall) == (2 * int(root.get("width", 0)), 2 * int(root.get("height", 0)))


@pytest.mark.slow
def test_a_png_shows_letters() -> None:
    """Needs a font with Korean letters, which the full run installs."""

    def pixels(title: str) -> bytes:
        term = replace(REPEATED.targets[0], labels={"ko": title})
        changed = replace(REPEATED, targets=(term,)).to_png("ko")
        return changed[changed.index(b"IDAT") :]

    assert pixels("이동") != pixels("이돕")
    assert pixels("a") != pixels("b")


def _hostile(text: str) -> Paths:
    """The routes with a text for every label, name and sentence."""

    def step(s: Step) -> Step:
        relation = replace(s.relation, label=text)
        tail, head = (replace(t, label=text, labels={"ko": text}) for t in (s.tail, s.head))
        return replace(s, tail=tail, head=head, relation=relation)

    routes = tuple(replace(r, steps=tuple(step(s) for s in r.steps)) for r in REPEATED.routes)
    header = replace(REPEATED.receipt.ontology, title=text, version=text, date=text)
    caveats = tuple(replace(c, texts={"en": text}) for c in REPEATED.receipt.caveats)
    slip = replace(REPEATED.receipt, sentence=text, ontology=header, caveats=caveats, question={"command": text})
    return replace(REPEATED, routes=routes, receipt=slip, sources=(replace(REPEATED.sources[0], label=text),))


ODD = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "</title><script>alert(1)</script>",
            "]]><!--",
            '" onload="x',
            "&lt;&amp;&#0;",
            "\x00\x0b\ufffe\ud800",
            "\u202egnp.exe",
            "가" * 90,
            "x" * 300,
            "",
        ]
    ),
)


@settings(max_examples=60, deadline=None)
@given(ODD)
def test_hostile_text_stays_text(text: str) -> None:
    for lang in ("en", "ko"):
        root = ElementTree.fromstring(_hostile(text).to_svg(lang))
        assert {e.tag.removeprefix(SVG) for e in root.iter()} <= MAY_STAND
        assert not [a for e in root.iter() for a in e.attrib if a.startswith("on") or "href" in a]


GRAPHS = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30)


@settings(max_examples=200, deadline=None)
@given(GRAPHS, st.lists(st.sampled_from([45.0, 60.0, 80.0]), min_size=12, max_size=12))
def test_cards_of_any_graph_stand_apart_and_links_go_right(pairs: list[tuple[int, int]], tall: list[float]) -> None:
    named = [(f"n{a:02}", f"n{b:02}") for a, b in pairs]
    heights = {f"n{n:02}": h for n, h in enumerate(tall)}
    made = plan(heights, named, ["n00", "n01"], ["n11"])
    assert made == plan(dict(reversed(heights.items())), [*reversed(named)], ["n00", "n01"], ["n11"])
    assert set(made.places) == set(heights)
    everything = [*made.places.values(), *(p for chain in made.passages.values() for p in chain)]
    for n, a in enumerate(everything):
        for b in everything[n + 1 :]:
            assert a.x != b.x or abs(a.y - b.y) >= (a.height + b.height) / 2 - 1e-6
    for tail, head in set(named) - made.back:
        way = [made.places[tail], *made.passages[tail, head], made.places[head]]
        assert all(b.x - a.x == pytest.approx(way[1].x - way[0].x) for a, b in pairwise(way))
        assert made.places[tail].x < made.places[head].x
    assert all(p.y - p.height / 2 >= -1e-6 and p.y + p.height / 2 <= made.height + 1e-6 for p in everything)


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(10, 90)), max_size=8))
def test_spread_keeps_order_gaps_and_the_mean(found: list[tuple[float, float]]) -> None:
    wants, sizes = [w for w, _ in found], [s for _, s in found]
    places = spread(wants, sizes)
    for n, (a, b) in enumerate(pairwise(places)):
        assert b - a >= (sizes[n] + sizes[n + 1]) / 2 + GAP - 1e-6
    assert sum(places) == pytest.approx(sum(wants), abs=1e-6)


@given(st.text(max_size=80), st.floats(40, 300))
def test_lines_fit_their_room(text: str, room: float) -> None:
    assert all(width(line, 14) <= room for line in wrap(text, 14, room, 4))
    assert len(wrap(text, 14, room, 4)) <= 4


def test_marks_and_colours_are_those_of_the_pages() -> None:
    assert dict(re.findall(r'(?m)^  (\w+): "(M[^"]+)",$', (PAGE / "js" / "dom.js").read_text())) == MARKS
    light = (PAGE / "style.css").read_text().split("data-theme", 1)[0]
    assert {name: f"#{colour}" for name, colour in re.findall(r"--(\w+):#(\w{6})", light) if name in COLOURS} == COLOURS
