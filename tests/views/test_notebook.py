"""Answers in a notebook: what stands there, and that nothing runs, fetches or writes."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lipdrift
from lipdrift.answers import Answer, Report
from lipdrift.views.notebook import MOST_ROWS, to_html
from lipdrift.views.picture import to_svg
from lipdrift.views.rows import table

ATLAS = lipdrift.load()
ASKED: dict[str, Callable[[], Answer]] = {
    "paths": lambda: ATLAS.paths("RepeatedFillerProcedures"),
    "whatif": lambda: ATLAS.whatif("TissueStretching"),
    "compare": lambda: ATLAS.compare("ExcessiveFillerVolume", "RepeatedFillerProcedures"),
    "loops": lambda: ATLAS.loops(),
    "explain": lambda: ATLAS.explain("MoustacheShadow"),
    "kinds": lambda: ATLAS.kinds("RepeatedFillerProcedures"),
    "cuts": lambda: ATLAS.cuts("MoustacheShadow"),
    "gaps": lambda: ATLAS.gaps(),
    "treatments": lambda: ATLAS.treatments("LipFillerMigration"),
    "evidence": lambda: ATLAS.evidence("DuckLip"),
    "find": lambda: ATLAS.find("lip"),
    "show": lambda: ATLAS.show("DuckLip"),
    "info": lambda: ATLAS.info(),
}
DRAWN = {"paths", "whatif", "compare", "loops", "explain"}
ELEMENTS = {"div", "img", "table", "thead", "tbody", "tr", "th", "td", "p", "strong", "ul", "li"}


class Seen(HTMLParser):
    """Elements, attributes and text of a piece of HTML as a browser would read it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.open += [tag] * (tag != "img")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.elements)

    @property
    def text(self) -> str:
        return " ".join(self.texts)


@pytest.mark.parametrize("name", ASKED)
def test_every_answer_shows_its_table_and_what_must_stand_beside_it(name: str) -> None:
    answer = ASKED[name]()
    seen = Seen(answer._repr_html_())
    columns, rows = table(answer)
    assert rows
    assert not seen.open
    assert seen.count("th") == len(columns)
    assert seen.count("tr") == 1 + min(len(rows), MOST_ROWS)
    for text in (answer.receipt.sentence, *(c.text for c in answer.receipt.caveats), "For teaching only."):
        assert text in seen.text
    assert ("more row" in seen.text) is (len(rows) > MOST_ROWS)


@pytest.mark.parametrize("name", ASKED)
def test_nothing_runs_fetches_or_writes(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    seen = Seen(to_html(ASKED[name]()))
    assert {tag for tag, _ in seen.elements} <= ELEMENTS
    attributes = [(a, v or "") for _, own in seen.elements for a, v in own.items()]
    assert {a for a, _ in attributes} <= {"src", "alt", "style", "scope", "class"}
    assert [v for a, v in attributes if a == "class"] == ["mathjax_ignore tex2jax_ignore"], "no label is a formula"
    assert all(v.startswith("data:image/svg+xml;base64,") for a, v in attributes if a == "src")
    assert not any("url(" in v for a, v in attributes if a == "style")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ASKED)
def test_answers_with_steps_show_their_picture_with_words_for_it(name: str) -> None:
    answer = ASKED[name]()
    images = [own for tag, own in Seen(to_html(answer)).elements if tag == "img"]
    assert len(images) == (name in DRAWN)
    for image in images:
        assert base64.b64decode((image["src"] or "").split(",")[1]) == to_svg(answer)
        assert answer.receipt.sentence in (image["alt"] or "")


def test_more_rows_than_a_cell_bears_are_counted() -> None:
    answer = ATLAS.gaps()
    _, rows = table(answer)
    assert len(rows) > MOST_ROWS
    assert f"{len(rows) - MOST_ROWS} more rows: .to_frame()" in Seen(to_html(answer)).text


def test_a_report_has_a_table_and_no_picture() -> None:
    report = ATLAS.check()
    assert isinstance(report, Report)
    assert Seen(to_html(report)).count("img") == 0


def test_anything_but_an_answer_is_refused() -> None:
    with pytest.raises(TypeError, match="str is no answer"):
        to_html("text")  # type: ignore[arg-type]


@settings(max_examples=100, deadline=None)
@given(st.text(st.one_of(st.characters(), st.sampled_from("<>&\"'/=\x00\ud800")), max_size=40))
def test_any_text_stays_text(text: str) -> None:
    answer = ATLAS.find("duck lip")
    term = replace(answer.terms[0], label=text, id=f"x:{text}")
    slip = replace(answer.receipt, sentence=text, reason=text, complete=False)
    seen = Seen(to_html(replace(answer, terms=(term,), receipt=slip)))
    plain = Seen(to_html(replace(answer, receipt=replace(slip, sentence="x"))))
    assert not seen.open
    assert {tag for tag, _ in seen.elements} <= ELEMENTS
    assert sum(tag == "td" for tag, _ in seen.elements) == sum(tag == "td" for tag, _ in plain.elements)
