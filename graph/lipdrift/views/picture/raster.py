"""The drawing as PNG, for slides and documents that take no SVG. The receipt is in a text chunk."""

from __future__ import annotations

from typing import Final

from lipdrift.answers import Answer
from lipdrift.errors import UsageError
from lipdrift.views.picture.sheet import sheet
from lipdrift.views.stamps import into_png, stamp

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
    svg = sheet(answer, lang)
    drawn = bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=ZOOM, background="#ffffff"))
    return into_png(drawn, stamp(answer), svg.encode("utf-8"), lang)
