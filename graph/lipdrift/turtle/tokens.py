"""The tokens of a Turtle document, each with its line and column. Linear; a wrong character is an InputError."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from lipdrift.errors import InputError, Place

ESCAPED = r"\\[tbnrf\"'\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}"
LETTER = (
    r"A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F"
    r"\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
INNER = LETTER + r"_0-9\-\u00B7\u0300-\u036F\u203F-\u2040"
LOCAL_ESCAPE = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
PREFIX = rf"(?:[{LETTER}](?:[{INNER}.]*[{INNER}])?)?:"
LOCAL = (
    rf"(?:[{LETTER}_:0-9]|{LOCAL_ESCAPE})"
    rf"(?:[{INNER}:]++|{LOCAL_ESCAPE}|\.++(?=[{INNER}:]|{LOCAL_ESCAPE}))*+"  # possessive: a long name keeps no states
)

KINDS = (
    ("SPACE", r"[ \t\r\n]+"),
    ("COMMENT", r"#[^\r\n]*"),
    ("IRI", r"<(?:[^\x00-\x20<>\"{}|^`\\]++|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*+>"),
    (
        "STRING",
        rf'"""(?:"{{0,2}}+(?:[^"\\]++|{ESCAPED}))*+"""'
        rf"|'''(?:'{{0,2}}+(?:[^'\\]++|{ESCAPED}))*+'''"
        rf'|"(?:[^"\\\r\n]++|{ESCAPED})*+"'
        rf"|'(?:[^'\\\r\n]++|{ESCAPED})*+'",
    ),
    ("PREFIX", r"@prefix\b|@base\b|(?i:prefix|base)(?=\s)"),
    ("LANG", r"@[A-Za-z]+(?:-[A-Za-z0-9]+)*"),
    ("DATATYPE", r"\^\^"),
    ("BLANK", rf"_:[{LETTER}_0-9](?:[{INNER}.]*[{INNER}])?"),
    ("NUMBER", r"[+-]?(?:[0-9]+\.[0-9]*[eE][+-]?[0-9]+|\.?[0-9]+[eE][+-]?[0-9]+|[0-9]*\.[0-9]+|[0-9]+)(?![\w:])"),
    ("NAME", rf"{PREFIX}(?:{LOCAL})?"),
    ("BOOLEAN", r"(?:true|false)\b"),
    ("A", r"a(?![\w:.-])|a(?=\.\s)"),
    ("MARK", r"[.;,()\[\]]"),
)
PATTERN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in KINDS))
HINTS = (
    ('"', "a string is not closed", 'close it with "'),
    ("'", "a string is not closed", "close it with '"),
    ("<", "an IRI is not closed or holds a space", "close it with > and write %20 for a space"),
    ("@", "neither @prefix nor a language tag", "write @prefix, @base or a tag such as @en"),
    ("_", "not a blank node", "write _: and a name"),
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its kind, its text as written, where it stands (counted from 1), and its span in the text."""

    kind: str
    text: str
    line: int
    column: int
    start: int
    end: int


def tokens(text: str, file: str = "<text>") -> Iterator[Token]:
    """All tokens in order, comments included and white space left out.

    >>> [t.text for t in tokens("lip:A a lip:Cause . # one")]
    ['lip:A', 'a', 'lip:Cause', '.', '# one']
    """
    starts = [0, *(match.end() for match in re.finditer(r"\n", text))]
    position = 0
    while position < len(text):
        match = PATTERN.match(text, position)
        line = bisect_right(starts, position)
        column = position - starts[line - 1] + 1
        if match is None:
            raise _wrong(text[position], Place(file, line, column))
        kind = match.lastgroup or ""
        if kind != "SPACE":
            yield Token(kind, match.group(), line, column, position, match.end())
        position = match.end()


def _wrong(character: str, place: Place) -> InputError:
    for start, what, fix in HINTS:
        if character == start:
            return InputError(place, what, fix)
    return InputError(place, f"no Turtle begins with {character!r} here", "remove it, or put it into quotes")
