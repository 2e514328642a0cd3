"""An answer as one still picture: SVG for a slide or a paper, PNG where no SVG is taken.

The picture is self-contained: legend, what must be said beside it, notice and receipt stand inside. Same answer, same
bytes; a PNG also depends on the fonts of the machine that draws it.
"""

from __future__ import annotations

from lipdrift.answers import Answer
from lipdrift.errors import UsageError
from lipdrift.views.picture.raster import raster
from lipdrift.views.picture.sheet import sheet
from lipdrift.views.picture.words import LANGUAGES

__all__ = ["to_png", "to_svg"]


def to_svg(answer: Answer, lang: str = "en") -> bytes:
    """The steps of an answer as an SVG document; labels in English or Korean ("ko") where the ontology has them.

    TypeError for an answer that has no steps, such as gaps; UsageError for another language.
    """
    if lang not in LANGUAGES:
        raise UsageError(f"pictures speak {' or '.join(LANGUAGES)}, not {lang!r}")
    return sheet(answer, lang).encode("utf-8")


def to_png(answer: Answer, lang: str = "en") -> bytes:
    """The same picture as PNG, twice as large for a sharp slide; needs the extra ``lipdrift[png]``."""
    return raster(answer, to_svg(answer, lang), lang)
