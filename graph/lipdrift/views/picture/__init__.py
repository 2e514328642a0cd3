"""Answers as pictures: a static SVG that asks nobody for anything, and the same as PNG."""

from __future__ import annotations

from lipdrift.answers import Answer
from lipdrift.views.picture.raster import to_png
from lipdrift.views.picture.sheet import sheet

__all__ = ["to_png", "to_svg"]


def to_svg(answer: Answer, lang: str = "en") -> bytes:
    """The steps of an answer as an SVG document in UTF-8. Same answer, same bytes.

    ``lang`` is "en" or "ko"; labels that are drafts bear a star. Raises TypeError for an answer without steps and
    UsageError for another language.
    """
    return sheet(answer, lang).encode("utf-8")
