"""Text from data made harmless for a terminal."""

from __future__ import annotations

import unicodedata

BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}


def printable(text: str) -> str:
    """The text with control, bidi and surrogate characters written as their code points.

    >>> printable("a\\x1b[31mb")
    'a<U+001B>[31mb'
    """
    return "".join(f"<U+{ord(c):04X}>" if _dangerous(c) else c for c in text)


def _dangerous(character: str) -> bool:
    return ord(character) in BIDI or unicodedata.category(character) in ("Cc", "Cs")
