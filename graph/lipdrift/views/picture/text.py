"""Text for a drawing: measured without a font, broken into lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from lipdrift.views.safe import one_line

WIDTHS = (
    ("ijl|!.,:;'`", 0.31),
    (' ftrI()[]-/"', 0.4),
    ("mwMW@%—→", 0.95),
)


def width(text: str, size: float) -> float:
    """About how wide a text is in pixels; on the wide side for the usual sans-serif fonts."""
    return sum(_share(c) for c in text) * size


def _share(character: str) -> float:
    for characters, share in WIDTHS:
        if character in characters:
            return share
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if unicodedata.combining(character):
        return 0.0
    return 0.72 if character.isupper() else 0.58


def wrap(text: str, size: float, room: float, most: int = 99) -> Sequence[str]:
    """The text in at most so many lines; what does not fit ends in "…". Korean breaks between words.

    >>> wrap("upward displacement of filler", 13, 110)
    ['upward', 'displacement of', 'filler']
    """
    lines = [""]
    for piece in _pieces(one_line(text), size, room):
        longer = lines[-1] + piece
        if width(longer.strip(), size) <= room or not lines[-1].strip():
            lines[-1] = longer
        else:
            lines.append(piece.lstrip())
    kept = [line.strip() for line in lines[:most]]
    if len(lines) > most:
        kept[-1] = _shorter(kept[-1], size, room)
    return kept


def _pieces(text: str, size: float, room: float) -> list[str]:
    """Words with the blanks between them; a word wider than the room is broken anywhere."""
    found: list[str] = []
    for word in re.findall(r"\s+|[^\s-]+-?|-", text):
        found += [word] if width(word, size) <= room else _cut(word, size, room)
    return found


def _cut(word: str, size: float, room: float) -> list[str]:
    parts = [""]
    for character in word:
        if parts[-1] and width(parts[-1] + character, size) > room:
            parts.append("")
        parts[-1] += character
    return parts


def _shorter(line: str, size: float, room: float) -> str:
    while line and width(f"{line}…", size) > room:
        line = line[:-1]
    return f"{line.rstrip()}…"
