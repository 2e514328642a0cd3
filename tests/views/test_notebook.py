"""What a notebook shows of an answer: picture, table, and what must be said; nothing that runs or asks."""

from __future__ import annotations

import base64
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lipdrift
from lipdrift.answers import Answer
from lipdrift.views.notebook import NOTICE, ROWS
from lipdrift.views.rows import table
from tests.views.test_picture import ANSWERS, _hostile
from tests.views.test_rows import ALL

KG = lipdrift.load()
MAY_STAND = {"div", "p", "img", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "strong"}
MAY_SAY = {"class", "alt", "src", "style", "scope", "title"}


class Page(HTMLParser):
    """The elements, attributes and texts of a piece of HTML, and whether every element is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag != "img":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def value(self, name: str) -> list[str]:
        return [value for key, value in self.attributes if key == name]


def shown(answer: Answer) -> Page:
    html = answer._repr_html_()
    page = Page(html)
    assert page.open == []
    assert set(page.tags) <= MAY_STAND
    assert {name for name, _ in page.attributes} <= MAY_SAY
    return page


@pytest.mark.parametrize("answer", ALL, ids=lambda a: type(a).__name__)
def test_every_answer_has_its_table_and_what_must_be_said(answer: Answer) -> None:
    page = shown(answer)
    rows = len(table(answer)[1])
    assert page.tags.count("table") == 1
    assert page.tags.count("tr") == min(rows, ROWS) + 1
    assert NOTICE in page.texts
    for caveat in answer.receipt.caveats:
        assert caveat.text in page.texts
    if answer.receipt.sentence:
        assert answer.receipt.sentence in page.texts
    said = [t for t in page.texts if "more rows" in t]
    assert said == ([f"{rows - ROWS} more rows: to_frame() has all of them."] if rows > ROWS else [])


@pytest.mark.parametrize("name", ANSWERS)
def test_the_picture_is_the_svg_of_the_answer_and_described(name: str) -> None:
    page = shown(ANSWERS[name])
    (source,) = page.value("src")
    kind, _, data = source.partition(",")
    assert kind == "data:image/svg+xml;base64"
    svg = base64.b64decode(data)
    assert svg == ANSWERS[name].to_svg()
    assert ElementTree.fromstring(svg).get("role") == "img"
    assert ANSWERS[name].receipt.sentence in page.value("alt")[0]


def test_an_answer_without_steps_has_no_picture() -> None:
    assert "img" not in shown(KG.gaps()).tags
    assert "img" not in shown(KG.treatments("LipFillerMigration")).tags


def test_labels_stand_for_ids_which_hover() -> None:
    page = shown(KG.paths("RepeatedFillerProcedures"))
    assert "repeated filler procedures" in page.texts
    assert "lip:RepeatedFillerProcedures" in page.value("title")
    assert "lip:RepeatedFillerProcedures" not in page.texts
    assert "from label" not in page.texts


def test_a_partial_answer_says_so() -> None:
    answer = KG.paths("RepeatedFillerProcedures", bounds=lipdrift.Bounds(limit=1))
    assert not answer.receipt.complete
    assert "Not complete: the limit bound was reached; there may be more." in shown(answer).texts


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for answer in ALL:
        shown(answer)
    assert list(tmp_path.iterdir()) == []


HOSTILE = [
    "</td><script>alert(1)</script>",
    '" onerror="alert(1)',
    "<img src=x onerror=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "$\\href{javascript:alert(1)}{x}$",
    "\x00\ud800\u202e",
]


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=40), st.sampled_from(HOSTILE)))
def test_hostile_text_stays_text(text: str) -> None:
    answer = _hostile(text)
    page = shown(answer)
    assert "49" not in [t.strip() for t in page.texts]
    assert page.value("src")[0].startswith("data:image/svg+xml;base64,")
    assert page.tags.count("img") == 1
    assert "mathjax_ignore" in page.value("class")[0]
    wide = "".join(text.split())
    if wide.isascii() and wide.isprintable() and wide:
        assert " ".join(text.split()) in " ".join(page.texts)


def test_the_html_holds_no_word_that_runs_or_asks() -> None:
    for answer in ALL:
        html = re.sub(r"base64,[^\"]+", "", answer._repr_html_())
        assert not re.search(r"<script|<style|<iframe|<link|javascript:|href=|url\(", html)
