"""Text for a drawing: made fit for XML, and broken into lines without asking any font.

Nobody knows which font will draw the picture, so widths are estimated from the widest common one (DejaVu Sans):
a line may turn out shorter than its card, never longer.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from lipdrift.views.safe import one_line, xml_text

NARROW: Final = {
    **dict.fromkeys("ijl.,:;|'!", 0.34),
    **dict.fromkeys('frt()[]-/" ', 0.42),
    **dict.fromkeys("mwMW@%", 0.98),
}


def xml(text: str) -> str:
    """The text on one line, with nothing invisible in it, for the content and the attributes of an element.

    >>> xml("<b> &\\n \\x00")
    '&#60;b&#62; &#38; &#60;U+0000&#62;'
    """
    return xml_text(one_line(text))


def width(text: str, size: float) -> float:
    """About how many CSS pixels a text takes at a size, at most."""
    return size * sum(map(_advance, text))


def lines(text: str, room: float, size: float, most: int) -> list[str]:
    """The text in lines that fit the room; what does not fit into ``most`` lines ends with "…".

    >>> lines("upward displacement of filler", 120, 16, 4)
    ['upward', 'displacement', 'of filler']
    """
    found = [""]
    for word in _words(one_line(text), room, size):
        longer = found[-1] + word
        if width(longer.rstrip(), size) <= room or not found[-1]:
            found[-1] = longer
        else:
            found.append(word)
    kept = [line.strip() for line in found[:most]]
    if len(found) > most:
        kept[-1] = _shortened(kept[-1], room, size)
    return kept


def _advance(character: str) -> float:
    if character in NARROW:
        return NARROW[character]
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return 0.72 if character.isupper() or not character.isascii() else 0.61


def _words(text: str, room: float, size: float) -> list[str]:
    """Words with the space or hyphen behind them; a word wider than the room is broken."""
    found = []
    for word in re.findall(r"[^\s-]*-+|[^\s-]+\s*|\s+", text):
        piece = ""
        for character in word:
            if piece and width(piece + character, size) > room and character != " ":
                found.append(piece)
                piece = ""
            piece += character
        found.append(piece)
    return found


def _shortened(line: str, room: float, size: float) -> str:
    while line and width(line + "…", size) > room:
        line = line[:-1]
    return line.rstrip() + "…"
