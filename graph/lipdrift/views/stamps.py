"""The receipt inside a file: how it is written into an answer, and how it is found again.

JSON answers begin with it; CSV has it in the first line behind ``#``; SVG in its metadata element; PNG in a text
chunk. The form is recognised by content, never by the file's name.
"""

from __future__ import annotations

import hashlib
import json
import re
import struct
import zlib
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from typing import Any, Final

from lipdrift.answers import Answer
from lipdrift.errors import InputError, Place
from lipdrift.views.record.parts import receipt
from lipdrift.views.safe import printable

MOST: Final = 50_000_000
PNG: Final = b"\x89PNG\r\n\x1a\n"
KEYWORD: Final = b"lipdrift"
DRAWING: Final = b"lipdrift-drawing"
METADATA: Final = re.compile(rb'<metadata id="lipdrift-receipt">([^<]*)</metadata>')
LANGUAGE: Final = re.compile(rb'<svg [^>]*xml:lang="([a-z]+)"')
FIX: Final = "give an answer that lipdrift wrote as JSON, CSV, SVG or PNG"


def stamp(answer: Answer) -> str:
    """The receipt as one line of JSON; what nobody sees or some reader trips over is written as JSON's escapes."""
    text = json.dumps(receipt(answer.receipt), ensure_ascii=False, allow_nan=False)
    return "".join(c if c == printable(c) else json.dumps(c)[1:-1] for c in text)


def into_png(png: bytes, receipt: str, svg: bytes, lang: str) -> bytes:
    """The PNG with the receipt of the SVG that it shows, and with the marks of that drawing, behind its header."""
    drawing = f"{_digest(picture(svg))} {_digest(picture(png))}"
    chunks = [_text_chunk(keyword, lang, text) for keyword, text in ((KEYWORD, receipt), (DRAWING, drawing))]
    end_of_header = len(PNG) + 12 + struct.unpack(">I", png[len(PNG) : len(PNG) + 4])[0]
    return png[:end_of_header] + b"".join(chunks) + png[end_of_header:]


def _text_chunk(keyword: bytes, lang: str, text: str) -> bytes:
    """An iTXt chunk: text in UTF-8, not compressed, with its keyword and language."""
    body = keyword + b"\0\0\0" + lang.encode() + b"\0\0" + text.encode()
    chunk = b"iTXt" + body
    return struct.pack(">I", len(body)) + chunk + struct.pack(">I", zlib.crc32(chunk))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def load(path: Path) -> bytes:
    """The bytes of a file; InputError where it cannot be read or is larger than 50 MB."""
    try:
        if path.stat().st_size > MOST:
            raise InputError(Place(str(path)), "is larger than 50 MB", FIX)
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(Place(str(path)), f"cannot be read ({reason})", "check the path") from None


def form(data: bytes, name: str) -> str:
    """Which form an answer has: "json", "csv", "svg" or "png"; InputError for anything else.

    >>> form(b"# {}", "x"), form(b" {}", "x")
    ('csv', 'json')
    """
    start = data.lstrip()[:1]
    if data.startswith(PNG):
        return "png"
    if data.startswith(b"# {"):
        return "csv"
    if start == b"{":
        return "json"
    if start == b"<" and METADATA.search(data):
        return "svg"
    raise InputError(Place(name), "holds no receipt", FIX)


def read(data: bytes, name: str) -> Mapping[str, Any]:
    """The receipt in an answer, and for JSON the whole record. InputError for a file without a whole one."""
    found = FINDERS[form(data, name)](data)
    if found is None:
        raise InputError(Place(name), "holds no receipt", FIX)
    try:
        record = json.loads(found.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        raise InputError(Place(name, line), "its receipt is no whole JSON", FIX) from None
    if not isinstance(record, dict) or not isinstance(record.get("question"), dict):
        raise InputError(Place(name), "its receipt names no question", FIX)
    return record


def _first_line(data: bytes) -> bytes:
    return data.split(b"\n", 1)[0].removeprefix(b"#").strip()


def _metadata(data: bytes) -> bytes | None:
    found = METADATA.search(data)
    return unescape(found.group(1).decode("utf-8", "replace")).encode() if found else None


def _chunk(data: bytes, keyword: bytes = KEYWORD) -> bytes | None:
    """The text of the iTXt chunk that bears a keyword."""
    for kind, body in _chunks(data):
        if kind == b"iTXt" and body.startswith(keyword + b"\0"):
            return body.split(b"\0", 5)[-1]
    return None


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], len(PNG)
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        found.append((kind, data[at + 8 : at + 8 + length]))
        at += length + 12
    return found


def language(data: bytes) -> str:
    """The language of the words in an SVG or PNG, "en" where it states none that we write."""
    if data.startswith(PNG):
        bodies = (body for kind, body in _chunks(data) if kind == b"iTXt" and body.startswith(KEYWORD + b"\0"))
        tag = next((body.split(b"\0", 4)[3] for body in bodies if body.count(b"\0") > 3), b"")
    else:
        found = LANGUAGE.search(data[:500])
        tag = found.group(1) if found else b""
    return "ko" if tag == b"ko" else "en"


def picture(data: bytes) -> bytes:
    """What is drawn in an SVG or PNG, without its receipt: two answers look alike where this is the same.

    A PNG looks a little different where another machine has other fonts. So it stands for the SVG that it was drawn
    from, as long as nobody touched its pixels since.
    """
    if not data.startswith(PNG):
        return METADATA.sub(b"", data)
    pixels = b"".join(body for kind, body in _chunks(data) if kind in (b"IHDR", b"PLTE", b"IDAT"))
    drawing, _, then = (_chunk(data, DRAWING) or b"").partition(b" ")
    return drawing if drawing and then == _digest(pixels).encode() else pixels


FINDERS = {"json": lambda data: data, "csv": _first_line, "svg": _metadata, "png": _chunk}
