"""Nasty text comes out harmless in every form, and a reader of that form gets back what was meant."""

from __future__ import annotations

import csv
import html
import io
import re
import unicodedata
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import lipdrift
from lipdrift.model import Source
from lipdrift.views import references, safe, table

KG = lipdrift.load().knowledge
PARTS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff=1",
    ";=1",
    "a;=1",
    '"',
    "'",
    "`",
    "\\",
    "\\\\",
    "|",
    "<",
    ">",
    "&",
    "&lt;",
    "#",
    "%",
    "%%{init}%%",
    "{",
    "}",
    "{{",
    "[",
    "]",
    "(",
    ")",
    "<script>",
    "</title>",
    "]]>",
    "<!--",
    "-->",
    "<![CDATA[",
    "javascript:x",
    "https://example.org/",
    "www.example.org",
    "a@example.org",
    "[x](javascript:y)",
    "![x](y)",
    "**b**",
    "__b__",
    "~~s~~",
    "# h",
    "1. x",
    "1) x",
    "- x",
    "+ x",
    "> q",
    "---",
    "===",
    "```",
    "$x$",
    "$$",
    "\r\nER  - ",
    "\nTY  - JOUR",
    " and ",
    "\\N",
    "\\G",
    "\\l",
    "end",
    "subgraph",
    ":::c",
    "\x00",
    "\x07",
    "\x1b[2J",
    "\x7f",
    "\x85",
    "\x9b31m",
    "\u00ad",
    "\u200b",
    "\u200e",
    "\u202e",
    "\u2066",
    "\u2028",
    "\u2029",
    "\u061c",
    "\u2060",
    "\u3164",
    "\ufeff",
    "\ufffe",
    "\uffff",
    "\U000e0041",
    "\U0001fffe",
    "\ud800",
    "\udfff",
    "é",
    "입술",
    "👩‍⚕️",
)
NASTY = st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=4), st.characters())).map("".join)
INVISIBLE_BUT_NEEDED = {"\u200c", "\u200d"}


def meant(text: str) -> str:
    """The text as a person is to see it on one line."""
    return safe.one_line(text)


@given(NASTY)
def test_a_terminal_gets_nothing_that_it_obeys_or_hides(text: str) -> None:
    shown = safe.printable(text)
    kinds = {unicodedata.category(c) for c in shown if c not in INVISIBLE_BUT_NEEDED and ord(c) not in safe.SEEN}
    assert not kinds & {"Cc", "Cs", "Cf", "Zl", "Zp"}
    shown.encode()
    assert safe.printable(shown) == shown
    back = re.sub(r"<U\+([0-9A-F]{4,6})>", lambda m: chr(int(m.group(1), 16)), shown)
    assert back == re.sub(r"<U\+([0-9A-F]{4,6})>", lambda m: chr(int(m.group(1), 16)), text)


HIDDEN = (
    0x00,
    0x1B,
    0x7F,
    0x85,
    0x9B,
    0xAD,
    0x61C,
    0x200B,
    0x200E,
    0x202E,
    0x2060,
    0x2066,
    0x3164,
    0xFEFF,
    0xD800,
    0xE0041,
)


@pytest.mark.parametrize("hidden", [chr(n) for n in HIDDEN], ids=[hex(n) for n in HIDDEN])
def test_what_is_shown_as_its_code_point(hidden: str) -> None:
    assert safe.printable(f"a{hidden}b") == f"a<U+{ord(hidden):04X}>b"


@pytest.mark.parametrize("text", ["입술", "👩‍⚕️", "می‌خواهم", "a\u0301", "क्ष", "“x” → y", "1\u00a0mL"])
def test_what_people_write_is_left_alone(text: str) -> None:
    assert safe.printable(text) == text


FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
SEPARATORS = re.compile(r"[;\t\r\n]")


def is_calculated(cell: str) -> bool:
    """Whether a spreadsheet would take the cell for a formula; what cannot be seen is no part of it."""
    seen = "".join(c for c in cell if unicodedata.category(c) not in ("Cc", "Cf", "Cs") or c.isspace())
    return bool(FORMULA.match(seen)) and not safe.NUMBER.fullmatch(cell)


@example([["", "", "&lt;\u200b=1"]])
@given(st.lists(st.lists(NASTY, min_size=3, max_size=3), max_size=4))
def test_a_sheet_calculates_no_cell_and_a_reader_gets_every_row(rows: list[list[str]]) -> None:
    written = table.rows(["a", "b", "c"], rows)
    written.encode()
    read = list(csv.reader(io.StringIO(written, newline="")))[1:]
    assert [len(row) for row in read] == [3] * len(rows)
    for before, after in zip(rows, read, strict=True):
        for old, new in zip(before, after, strict=True):
            assert not is_calculated(new)
            assert not any(is_calculated(part) for part in SEPARATORS.split(new))
            visible = re.sub("[\ud800-\udfff]", lambda m: f"<U+{ord(m.group()):04X}>", old)
            visible = visible.replace("\r\n", "\n").replace("\r", "\n")
            assert new.replace("'", "") == visible.replace("'", "")


@pytest.mark.parametrize("number", ["-1", "+3.5", "-1.5e-3", "0", "2026"])
def test_numbers_stay_numbers(number: str) -> None:
    assert safe.csv_cell(number) == number


@pytest.mark.parametrize(
    "cell", ["-1_0", "-inf", "+nan", "-1 ", "-٣", "=1", "\t1", "\n1", " =1", "＝1", "\u200b@x", "\u3000+x"]
)
def test_what_only_looks_like_a_number_is_defused(cell: str) -> None:
    assert safe.csv_cell(cell) == f"'{cell}"


def test_line_ends_in_a_cell_are_of_one_kind() -> None:
    assert safe.csv_cell("a\r\nb\rc") == "a\nb\nc"
    assert safe.csv_cell("\r1") == "'\n1"


def test_the_last_wall_of_the_sheet_test_can_fail() -> None:
    assert is_calculated("=1")
    assert is_calculated("\u200b＠x")
    assert not is_calculated("'=1")
    assert not is_calculated("-1.5")


@given(NASTY)
def test_xml_reads_back_in_an_element_and_in_an_attribute(text: str) -> None:
    escaped = safe.xml_text(text)
    element = ET.fromstring(f'<?xml version="1.0" encoding="UTF-8"?><a b="{escaped}">{escaped}</a>'.encode())
    expected = safe.NO_XML.sub(lambda m: f"<U+{ord(m.group()):04X}>", text)
    assert element.text == (expected or None)
    assert element.get("b") == expected
    assert len(element) == 0


MARKDOWN = MarkdownIt("gfm-like", {"linkify": False, "html": True, "typographer": True})


@given(NASTY)
def test_markdown_shows_just_the_text(text: str) -> None:
    expected = html.escape(meant(text), quote=False).replace('"', "&quot;")
    shown = MARKDOWN.render(safe.markdown(text)).strip()
    assert shown == (f"<p>{expected}</p>" if meant(text) else "")


@given(NASTY, NASTY)
def test_a_markdown_table_keeps_its_cells(one: str, two: str) -> None:
    source = f"| a | b |\n| --- | --- |\n| {safe.markdown(one)} | {safe.markdown(two)} |\n"
    cells = re.findall(r"<td>(.*?)</td>", MARKDOWN.render(source), flags=re.DOTALL)
    assert [html.unescape(c) for c in cells] == [html.unescape(html.escape(meant(t))) for t in (one, two)]


@given(NASTY, NASTY)
def test_a_markdown_link_goes_only_where_it_may(text: str, address: str) -> None:
    shown = MARKDOWN.render(f"x {safe.markdown_link(text, 'https://example.org/' + address)}")
    (target,) = re.findall(r'<a href="([^"]*)">', shown)
    assert target.startswith("https://example.org/")
    assert "<a" not in MARKDOWN.render(f"x {safe.markdown_link(text, 'javascript:' + address)}")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:x",
        "JavaScript:x",
        "java\nscript:x",
        " \x01javascript:x",
        "data:text/html,x",
        "file:///x",
        "//x",
        "https:",
        "vbscript:x",
        "mailto:",
        "ftp://x",
    ],
)
def test_no_other_address_is_followed(address: str) -> None:
    assert safe.web_address(address) == ""


@given(NASTY)
def test_an_address_is_plain_ascii_without_an_end(text: str) -> None:
    found = safe.web_address(f"https://example.org/{text}")
    assert found.startswith("https://example.org/")
    assert re.fullmatch(r"[A-Za-z0-9%/:?#\[\]@!$&'()*+,;=~._-]+", found)


@given(NASTY)
def test_dot_is_one_quoted_string_that_shows_the_text(text: str) -> None:
    quoted = safe.dot(text)
    assert re.fullmatch(r'"(?:[^"\\\x00-\x1f]|\\["\\])*"', quoted)
    label = html.unescape(re.sub(r"\\(.)", r"\1", quoted[1:-1]))
    assert label == meant(text) or "&" in meant(text)
    assert re.sub(r"\\(.)", r"\1", quoted[1:-1]).replace("&amp;", "&") == meant(text)


@given(NASTY)
def test_mermaid_is_plain_and_decodes_to_the_text(text: str) -> None:
    inside = safe.mermaid(text)
    assert not set(re.sub(r"#\d+;", "", inside)) & set('"`<>&#%{}[]|;:\\\n')
    assert re.sub(r"#(\d+);", lambda m: chr(int(m.group(1))), inside) == meant(text)


def bibtex_fields(text: str) -> list[dict[str, str]]:
    """A reader of BibTeX in its own grammar: entries, fields in braces, braces counted as BibTeX counts them."""
    entries = []
    position = 0
    while (start := re.compile(r"\s*@(\w+)\{([^,\s{}]+),").match(text, position)) is not None:
        fields = {"ENTRY": start.group(1), "ID": start.group(2)}
        position = start.end()
        while (name := re.compile(r"\s*(\w+) = \{").match(text, position)) is not None:
            position, depth = name.end(), 1
            begin = position
            while depth:
                depth += {"{": 1, "}": -1}.get(text[position], 0)
                position += 1
            fields[name.group(1)] = text[begin : position - 1]
            assert text[position] == ","
            position += 1
        close = re.compile(r"\s*\}").match(text, position)
        assert close
        position = close.end()
        entries.append(fields)
    assert not text[position:].strip()
    return entries


def bibtex_names(field: str) -> list[str]:
    """The names of an author field: BibTeX parts them at " and " outside all braces."""
    depth, outside = 0, ""
    for letter in field:
        depth += {"{": 1, "}": -1}.get(letter, 0)
        outside += letter if not depth else "x"
    return re.split(r"\sand\s", outside) if field else []


def test_the_shipped_sources_read_back() -> None:
    found = bibtex_fields(references.to_bibtex(KG.sources.values()))
    assert len(found) == len({f["ID"] for f in found}) == len(KG.sources)


def nasty_source(text: str, author: str) -> Source:
    clean = KG.sources["src:wollina2023"]
    return replace(
        clean, title=text, authors=author, container=text, doi=text, url=text, year="2023", not_stated=(text,)
    )


@example("", "=1+1 and %%{init}%%")
@given(NASTY, NASTY)
def test_bibtex_keeps_its_entry_and_its_fields(text: str, author: str) -> None:
    written = references.to_bibtex([nasty_source(text, author), KG.sources["src:wollina2023"]])
    first, second = bibtex_fields(written)
    assert second["ID"] == "wollina2023"
    assert set(first) <= {"ENTRY", "ID", "author", "title", "journal", "year", "doi", "url", "note"}
    assert first["year"] == "2023"
    names = [n for n in author.split(";") if n.strip()]
    assert len(bibtex_names(first.get("author", ""))) == len(names)


@given(NASTY, NASTY)
def test_ris_keeps_its_records_and_lines(text: str, author: str) -> None:
    written = references.to_ris([nasty_source(text, author), KG.sources["src:wollina2023"]])
    lines = written.split("\r\n")
    assert sum(line.startswith("TY  - ") for line in lines) == 2
    assert sum(line.startswith("ER  - ") for line in lines) == 2
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines if line)
    assert "\n" not in written.replace("\r\n", "")
    written.encode()


@given(NASTY)
def test_one_line_is_one_line(text: str) -> None:
    assert len(safe.one_line(text).splitlines()) <= 1
