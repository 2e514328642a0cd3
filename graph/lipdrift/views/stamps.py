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
LANGUAGE: Final = re.compile(rb'<svg [^>]*\blang="([a-z]+)"')
FIX: Final = "give an answer that lipdrift wrote as JSON, CSV, SVG or PNG"


def stamp(answer: Answer) -> str:
    """The receipt as one line of JSON; what nobody sees or some reader trips over is written as JSON's escapes."""
    text = json.dumps(receipt(answer.receipt), ensure_ascii=False, allow_nan=False)
    return "".join(c if c == printable(c) else json.dumps(c)[1:-1] for c in text)


def into_png(png: bytes, receipt: str, svg: bytes, lang: str) -> bytes:
    """The PNG with the receipt of the SVG that it shows, and with the marks of that drawing."""
    drawing = f"{_digest(picture(svg))} {_digest(picture(png))}"
    texts = ((KEYWORD, receipt), (DRAWING, drawing))
    chunks = [_text_chunk(keyword, lang, text) for keyword, text in texts]
    after = len(PNG) + 25
    return png[:after] + b"".join(chunks) + png[after:]


def _text_chunk(keyword: bytes, lang: str, text: str) -> bytes:
    """An iTXt chunk: uncompressed text in UTF-8 under a keyword."""
    body = keyword + b"\0\0\0" + lang.encode() + b"\0\0" + text.encode()
    kind = b"iTXt"
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


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


def language(data: bytes) -> str:
    """The language of an SVG or PNG, "en" where none is named."""
    if data.startswith(PNG):
        found = [body.split(b"\0", 4)[3] for kind, body in _chunks(data) if body.startswith(KEYWORD + b"\0\0\0")]
        return found[0].decode("ascii", "replace") if found else "en"
    named = LANGUAGE.search(data)
    return named.group(1).decode() if named else "en"


FINDERS = {"json": lambda data: data, "csv": _first_line, "svg": _metadata, "png": _chunk}
