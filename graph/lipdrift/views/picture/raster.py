"""The drawing as PNG, for slides and documents that take no SVG. The receipt is in a text chunk."""

from __future__ import annotations

import struct
import zlib
from typing import Final

from lipdrift.answers import Answer
from lipdrift.errors import UsageError
from lipdrift.views.picture.sheet import sheet
from lipdrift.views.stamps import KEYWORD, PNG, stamp

ZOOM: Final = 2.0
"""Dots per CSS pixel: sharp on a projector and in print."""


def to_png(answer: Answer, lang: str = "en") -> bytes:
    """The SVG of an answer in dots, two for a CSS pixel, drawn with the fonts of this machine.

    Raises UsageError where the extra ``lipdrift[png]`` is not installed, and what `to_svg` raises.
    """
    try:
        import resvg_py
    except ModuleNotFoundError:
        raise UsageError("resvg-py is not installed; try: pip install 'lipdrift[png]'") from None
    drawn: bytes = bytes(resvg_py.svg_to_bytes(svg_string=sheet(answer, lang), zoom=ZOOM, background="#ffffff"))
    return stamped(drawn, stamp(answer), lang)


def stamped(png: bytes, text: str, lang: str) -> bytes:
    """The PNG with the text in an iTXt chunk (UTF-8, not compressed, with its language) behind the header."""
    end_of_header = len(PNG) + 12 + struct.unpack(">I", png[len(PNG) : len(PNG) + 4])[0]
    body = KEYWORD + b"\0\0\0" + lang.encode() + b"\0\0" + text.encode("utf-8", "backslashreplace")
    chunk = b"iTXt" + body
    whole = struct.pack(">I", len(body)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return png[:end_of_header] + whole + png[end_of_header:]
