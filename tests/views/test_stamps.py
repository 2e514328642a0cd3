"""The receipt survives in every form and is found again, whatever stands in it; nothing else is taken for one."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lipdrift
from lipdrift.answers import Answer
from lipdrift.errors import InputError
from lipdrift.views import stamps
from lipdrift.views.record import record

KG = lipdrift.load()
ANSWER = KG.compare("ExcessiveFillerVolume", "RepeatedFillerProcedures")
WRITE: Mapping[str, Callable[[Answer], bytes]] = {
    "json": lambda a: a.to_json().encode("utf-8", "backslashreplace"),
    "csv": lambda a: a.to_csv().encode("utf-8", "backslashreplace"),
    "svg": Answer.to_svg,
    "png": Answer.to_png,
}
RECEIPT = json.loads(stamps.stamp(ANSWER))


@pytest.mark.parametrize("form", WRITE)
def test_what_goes_in_comes_out(form: str) -> None:
    data = WRITE[form](ANSWER)
    assert stamps.form(data, "x") == form
    found = stamps.read(data, "x")
    assert found == (record(ANSWER) if form == "json" else RECEIPT)
    assert found["question"]["from"] == ["lip:ExcessiveFillerVolume", "lip:RepeatedFillerProcedures"]


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=20))
def test_any_text_in_a_question_survives(text: str) -> None:
    odd = replace(ANSWER, receipt=replace(ANSWER.receipt, question={"command": "compare", "text": text}))
    line = stamps.stamp(odd)
    assert len(line.splitlines()) == 1
    for form in ("csv", "svg"):
        assert stamps.read(WRITE[form](odd), "x")["question"]["text"] == text
    root = ElementTree.fromstring(odd.to_svg())
    assert json.loads(root.findtext("{http://www.w3.org/2000/svg}metadata") or "")["question"]["text"] == text
    assert stamps.read(stamps.into_png(EMPTY, line, b"", "en"), "x")["question"]["text"] == text


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


EMPTY = stamps.PNG + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + _chunk(b"IEND", b"")


def test_the_chunks_of_a_png_are_whole_and_name_the_language() -> None:
    data = ANSWER.to_png("ko")
    at, kinds = len(stamps.PNG), []
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length : at + 12 + length])[0] == zlib.crc32(kind + body)
        kinds.append(kind)
        at += length + 12
    assert kinds[:3] == [b"IHDR", b"iTXt", b"iTXt"]
    assert kinds[-1] == b"IEND"
    assert [stamps.language(d) for d in (data, ANSWER.to_svg("ko"), ANSWER.to_svg())] == ["ko", "ko", "en"]


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("form", ["svg", "png"])
def test_a_picture_is_the_same_when_asked_again(form: str, lang: str, tmp_path: Path) -> None:
    file = tmp_path / "picture"
    file.write_bytes(ANSWER.to_svg(lang) if form == "svg" else ANSWER.to_png(lang))
    verdict = KG.verify(file)
    assert (verdict.outcome, verdict.changes) == ("same", ())


def test_a_changed_drawing_is_noticed_and_other_fonts_are_not(tmp_path: Path) -> None:
    file = tmp_path / "picture"
    file.write_bytes(ANSWER.to_svg().replace(b">accumulation<", b">loss<"))
    assert KG.verify(file).changes == ("the SVG is drawn differently",)
    png = ANSWER.to_png()
    at = png.index(b"IDAT") + 40
    file.write_bytes(png[:at] + bytes([png[at] ^ 1]) + png[at + 1 :])
    assert KG.verify(file).changes == ("the PNG is drawn differently",)
    other = stamps.into_png(EMPTY, stamps.stamp(ANSWER), ANSWER.to_svg(), "en")
    file.write_bytes(other)
    assert KG.verify(file).outcome == "same"


BOMB = b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><svg>&b;</svg>'
OUTSIDE = (
    b'<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/hostname">]><svg><metadata id="lipdrift-receipt">&x;</metadata></svg>'
)


@pytest.mark.parametrize(
    "data", [b"", b"a,b\n", b"<svg/>", BOMB, OUTSIDE, b"# {", stamps.PNG, EMPTY, b"%PDF-1.7", b"{}"]
)
def test_a_file_without_a_receipt_is_one_line(data: bytes) -> None:
    with pytest.raises(InputError, match=r"^answer(:\d+)?: [^\n]+; give an answer that lipdrift wrote[^\n]*$"):
        stamps.read(data, "answer")


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=200), st.sampled_from(list(WRITE)).map(lambda f: WRITE[f](ANSWER)[:-60])))
def test_broken_bytes_are_read_or_refused(data: bytes) -> None:
    refused, found = "", {}
    try:
        found = dict(stamps.read(data, "x"))
    except InputError as error:
        refused = str(error)
    assert ("question" in found) != refused.startswith("x:")
    assert "\n" not in refused


def test_too_large_a_file_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    with file.open("wb") as made:
        made.truncate(stamps.MOST + 1)
    with pytest.raises(InputError, match="is larger than 50 MB"):
        stamps.load(file)
