"""A drawing as PNG, with the receipt in a text chunk."""

from __future__ import annotations

from lipdrift.answers import Answer
from lipdrift.errors import UsageError
from lipdrift.views.stamps import into_png, stamp

ZOOM = 2.0
LARGEST = 12_000
"""Pixels of the longer side at most: a larger picture is drawn less sharp."""


def raster(answer: Answer, svg: bytes, lang: str) -> bytes:
    """The SVG document of an answer as PNG; UsageError where the library that draws it is missing."""
    try:
        import resvg_py
    except ModuleNotFoundError:
        raise UsageError("resvg_py is not installed; try: pip install 'lipdrift[png]'") from None
    wide, tall = _size(svg)
    zoom = min(ZOOM, LARGEST / max(wide, tall))
    png = resvg_py.svg_to_bytes(svg_string=svg.decode("utf-8"), background="#ffffff", width=round(wide * zoom))
    return into_png(bytes(png), stamp(answer), svg, lang)


def _size(svg: bytes) -> tuple[int, int]:
    """Width and height as the document states them in its ``viewBox``."""
    box = svg.split(b'viewBox="0 0 ', 1)[1].split(b'"', 1)[0].split()
    return int(box[0]), int(box[1])
