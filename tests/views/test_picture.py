"""Pictures: what stands in them, that they are whole XML, ask nobody for anything, and carry their receipt."""

from __future__ import annotations

import json
import re
import struct
import sys
import zlib
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.parsers import expat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import lipdrift
from lipdrift.answers import Answer, Paths, Step
from lipdrift.errors import UsageError
from lipdrift.model import Term
from lipdrift.terms import Strength
from lipdrift.views import stamps
from lipdrift.views.frame import steps_of
from lipdrift.views.picture import to_png, to_svg
from lipdrift.views.picture.drawing import WIDTHS
from lipdrift.views.picture.layers import layers
from lipdrift.views.picture.lettering import lines, width
from lipdrift.views.picture.scene import MOST_CARDS, scene
from lipdrift.views.picture.words import OWN, Tongue

EN, KO = Tongue("en"), Tongue("ko")
ATLAS = lipdrift.load()
PATHS: Paths = ATLAS.paths("RepeatedFillerProcedures")
ANSWERS: dict[str, Answer] = {
    "paths": PATHS,
    "whatif": ATLAS.whatif("TissueStretching"),
    "compare": ATLAS.compare("ExcessiveFillerVolume", "RepeatedFillerProcedures"),
    "loops": ATLAS.loops(),
    "explain": ATLAS.explain("MoustacheShadow", "LongPhiltrumAppearance"),
}


def elements(svg: bytes) -> list[tuple[str, dict[str, str], str]]:
    """Name, attributes and own text of every element, as expat reads them; ExpatError where it is no XML."""
    found: list[tuple[str, dict[str, str], str]] = []
    stack: list[list[object]] = []
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = lambda name, attributes: stack.append([name, attributes, ""])

    def end(_: str) -> None:
        name, attributes, text = stack.pop()
        found.append((str(name), dict(attributes), str(text)))  # type: ignore[call-overload]

    def text(data: str) -> None:
        stack[-1][2] = str(stack[-1][2]) + data

    parser.EndElementHandler, parser.CharacterDataHandler = end, text
    parser.Parse(svg, True)
    return found


def drawn_ids(svg: bytes) -> set[str]:
    """The ids of the cards, from their tooltips."""
    titles = [text for name, attributes, text in elements(svg) if name == "title" and not attributes]
    return {text[text.rindex("(") + 1 : -1] for text in titles}


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("lang", ["en", "ko"])
def test_each_term_of_the_answer_is_a_card_and_each_link_a_line(name: str, lang: str) -> None:
    answer = ANSWERS[name]
    svg, steps = to_svg(answer, lang), steps_of(answer)
    ids = {t.id for s in steps for t in (s.tail, s.head)}
    assert len(ids) >= 7
    assert ids <= drawn_ids(svg)
    pairs = {(s.tail.id, s.head.id) for s in steps}
    assert pairs <= {(line.tail, line.head) for line in scene(answer, EN).lines}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_picture_is_static_and_asks_nobody_for_anything(name: str) -> None:
    svg = to_svg(ANSWERS[name])
    found = elements(svg)
    assert {e for e, _, _ in found} <= {"svg", "title", "desc", "metadata", "g", "rect", "path", "text"}
    attributes = {a: v for _, own, _ in found for a, v in own.items()}
    assert not {a for a in attributes if a.startswith("on") or "href" in a}
    assert not re.search(rb"url\(|@import|<!|<\?", svg)
    assert [v for a, v in attributes.items() if v.startswith("http") and a != "xmlns"] == []


@pytest.mark.parametrize("name", ANSWERS)
def test_what_must_stand_beside_an_answer_stands_in_its_picture(name: str) -> None:
    answer = ANSWERS[name]
    written = " ".join(text for element, _, text in elements(to_svg(answer)) if element == "text")
    said = [answer.receipt.sentence, *(c.text for c in answer.receipt.caveats)]
    assert len(said) >= 4
    for text in (*said, "For teaching only. Not medical advice.", answer.receipt.ontology.date):
        assert text in written


@pytest.mark.parametrize("name", ANSWERS)
def test_the_receipt_is_found_again_in_svg_and_png(name: str) -> None:
    answer = ANSWERS[name]
    wanted = json.loads(stamps.stamp(answer))
    assert stamps.read(to_svg(answer), "a.svg") == wanted
    assert stamps.read(to_png(answer), "a.png") == wanted


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_a_picture_in_either_language_can_be_verified(lang: str, tmp_path: Path) -> None:
    for name, data in (("a.svg", to_svg(PATHS, lang)), ("a.png", to_png(PATHS, lang))):
        file = tmp_path / name
        file.write_bytes(data)
        assert ATLAS.verify(file).outcome == "same"
    other = tmp_path / "b.svg"
    other.write_bytes(to_svg(PATHS, lang).replace(b"</text>", b"!</text>", 1))
    assert ATLAS.verify(other).outcome == "changed"


def test_the_same_answer_gives_the_same_bytes() -> None:
    again = lipdrift.load().explain("MoustacheShadow", "LongPhiltrumAppearance")
    assert to_svg(again) == to_svg(ANSWERS["explain"])
    assert to_png(again) == to_png(ANSWERS["explain"])


def test_answers_without_steps_and_unknown_languages_are_refused_in_one_line() -> None:
    with pytest.raises(TypeError, match=r"^Info has no steps to draw; ask paths"):
        to_svg(ATLAS.info())
    with pytest.raises(UsageError, match=r"^no picture speaks 'xx'; the languages are en and ko$"):
        to_svg(PATHS, "xx")


def test_no_route_is_drawn_as_two_cards_and_no_line() -> None:
    answer = ATLAS.paths("MoustacheShadow", "ExcessiveFillerVolume")
    shown = scene(answer, EN)
    assert (len(shown.cards), shown.lines) == (2, ())
    assert b"no route is known to this ontology" in to_svg(answer)


def test_a_comparison_tells_whose_way_a_card_is_on() -> None:
    tags = {c.term.label: c.tag for c in scene(ANSWERS["compare"], EN).cards}
    assert tags["excessive filler volume"] == "A"
    assert tags["tissue stretching"] == "B"
    assert tags["path of least resistance"] == "AB"
    assert set(tags.values()) == {"A", "B", "AB"}


def test_an_explanation_shows_look_alikes_beside_migration_and_names_the_silent_ones() -> None:
    shown = scene(ANSWERS["explain"], EN)
    kinds = {c.term.label: c.term.kind for c in shown.cards}
    assert [label for label, kind in kinds.items() if kind == "LookAlike"] == [
        "ageing upper lip",
        "naturally long philtrum",
    ]
    assert {c.term.label for c in shown.cards if c.tag == "asked"} == {"moustache shadow", "long philtrum appearance"}
    assert ("lip:AgeingUpperLip", "lip:LongPhiltrumAppearance") in {(line.tail, line.head) for line in shown.lines}
    assert "Tyndall effect" in shown.notes[0]
    assert "filler misplacement" in shown.notes[1]


def test_a_drafted_korean_label_bears_a_star() -> None:
    svg = to_svg(PATHS, "ko").decode()
    terms = {t.id: t for s in steps_of(PATHS) for t in (s.tail, s.head)}.values()
    drafts = [t for t in terms if "ko" in t.drafts]
    assert len(drafts) >= 3
    assert all(f"{t.labels['ko']}* ({t.id})" in svg for t in drafts)
    assert all(f"{t.labels['ko']} ({t.id})" in svg for t in terms if "ko" not in t.drafts)
    assert "번역 초안" in svg


def test_more_routes_than_are_legible_are_counted() -> None:
    many = [
        replace(route, steps=tuple(replace(s, tail=named(s.tail, n), head=named(s.head, n)) for s in route.steps))
        for n in range(12)
        for route in PATHS.routes
    ]
    shown = scene(replace(PATHS, routes=tuple(many)), EN)
    assert len(shown.cards) <= MOST_CARDS
    left = next(note for note in shown.notes if note.endswith("more in the table"))
    assert 0 < int(left.split()[0]) < len(many)


def named(term: Term, number: int) -> Term:
    return replace(term, id=f"{term.id}{number}")


def test_doubt_is_drawn() -> None:
    svg = to_svg(PATHS).decode()
    assert 'stroke="#fff" stroke-width="3"' in svg, "a disputed line is double"
    assert 'stroke-dasharray="7 4"' in svg, "an inference is dashed"
    certain = replace(PATHS, routes=tuple(replace(r, steps=tuple(plain(s) for s in r.steps)) for r in PATHS.routes))
    svg = to_svg(certain).decode()
    assert 'stroke="#fff" stroke-width="3"' not in svg
    assert "stroke-dasharray" not in svg
    assert f'stroke-width="{WIDTHS[Strength.ESTABLISHED]:.0f}"' in svg


def plain(step: Step) -> Step:
    return replace(step, disputed=False, inferred=False, strength=Strength.ESTABLISHED)


def test_partial_answers_say_so() -> None:
    partial = replace(PATHS, receipt=replace(PATHS.receipt, complete=False, reason="limit"))
    assert b"Not complete: the limit bound was reached" in to_svg(partial)
    assert b"Not complete" not in to_svg(PATHS)


NASTY = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Cc", "Cf", "Co"]),
        st.sampled_from("<>&\"'\x00\x0b\x7f\x85\ud800\ufffe\uffff\u202e]- "),
    ),
    max_size=40,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NASTY, NASTY, NASTY, st.sampled_from(["en", "ko"]))
def test_any_label_sentence_or_version_gives_whole_xml(label: str, sentence: str, version: str, lang: str) -> None:
    step = PATHS.routes[0].steps[0]
    tail = replace(step.tail, label=label, labels={"en": label, "ko": sentence}, id=f"x:{version}")
    route = replace(PATHS.routes[0], steps=(replace(step, tail=tail), *PATHS.routes[0].steps[1:]))
    header = replace(PATHS.receipt.ontology, version=version)
    slip = replace(PATHS.receipt, sentence=sentence, ontology=header)
    svg = to_svg(replace(PATHS, receipt=slip, sources=(tail,), routes=(route,)), lang)
    found = elements(svg)
    assert {e for e, _, _ in found} <= {"svg", "title", "desc", "metadata", "g", "rect", "path", "text"}
    assert stamps.read(svg, "x.svg")["sentence"] == (sentence or None)
    assert stamps.read(svg, "x.svg")["ontology"]["version"] == version


@given(NASTY, st.floats(40, 400), st.integers(1, 6))
def test_broken_lines_fit_their_room(text: str, room: float, most: int) -> None:
    found = lines(text, room, 16, most)
    assert 1 <= len(found) <= most
    assert all(width(line, 16) <= room for line in found)


def chunks(png: bytes) -> list[tuple[bytes, bytes, int]]:
    found, at = [], 8
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at : at + 8])
        body = png[at + 8 : at + 8 + size]
        found.append((kind, body, struct.unpack(">I", png[at + 8 + size : at + 12 + size])[0]))
        at += 12 + size
    return found


def test_the_png_is_whole_and_its_text_chunk_stands_before_the_picture() -> None:
    png = to_png(PATHS, "ko")
    found = chunks(png)
    kinds = [kind for kind, _, _ in found]
    assert kinds[:3] == [b"IHDR", b"iTXt", b"iTXt"]
    assert kinds[-1] == b"IEND"
    assert kinds.count(b"iTXt") == 2
    assert found[2][1].startswith(b"lipdrift-drawing\0")
    assert all(zlib.crc32(kind + body) == crc for kind, body, crc in found)
    keyword, rest = found[1][1].split(b"\0", 1)
    assert (keyword, rest[:2], rest[2:4]) == (b"lipdrift", b"\0\0", b"ko")
    wide, high = struct.unpack(">II", found[0][1][:8])
    pixels = zlib.decompress(b"".join(body for kind, body, _ in found if kind == b"IDAT"))
    assert len(pixels) == high * (1 + 4 * wide)
    assert len({pixels[i : i + 4] for i in range(1, len(pixels), 997)}) > 5, "something is drawn"


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(UsageError, match=r"^resvg-py is not installed; try: pip install 'lipdrift\[png\]'$"):
        to_png(PATHS)


def test_cards_never_overlap_and_lines_pass_between_them() -> None:
    links = [("a", "b"), ("b", "c"), ("c", "d"), ("a", "d"), ("e", "d"), ("f", "d"), ("d", "a"), ("g", "g")]
    heights = {name: 50.0 + 7 * n for n, name in enumerate("abcdefg")}
    placed = layers(heights, links, 16)
    column = {p: n for n, c in enumerate(placed.columns) for p in c}
    assert placed.back == (("d", "a"), ("g", "g"))
    assert [column[x] for x in "abcd"] == [0, 1, 2, 3]
    assert column["e"] == column["f"] == 2, "a beginning stands just before what it leads to"
    assert len(placed.threads["a", "d"]) == 4
    for cards in placed.columns:
        for upper, lower in pairwise(cards):
            room = (heights.get(str(upper), 12) + heights.get(str(lower), 12)) / 2 + 16
            assert placed.middles[lower] - placed.middles[upper] >= room - 0.02
    assert min(placed.middles[x] - heights[x] / 2 for x in heights) == pytest.approx(0, abs=0.02)


def test_a_very_long_chain_is_placed() -> None:
    names = [str(n) for n in range(1200)]
    placed = layers(dict.fromkeys(names, 50.0), list(pairwise(names)), 16)
    assert len(placed.columns) == 1200


def test_a_chain_is_drawn_straight() -> None:
    placed = layers(dict.fromkeys("abc", 50.0), [("a", "b"), ("b", "c")], 16)
    assert {placed.middles[x] for x in "abc"} == {25.0}


def test_every_word_stands_in_both_languages() -> None:
    assert len(OWN) > 20
    assert all(len(both) == 2 and all(both) for both in OWN.values())
    assert all(e.count("{") == k.count("{") for e, k in OWN.values())
