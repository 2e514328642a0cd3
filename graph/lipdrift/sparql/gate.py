"""What is refused before a query is answered.

SERVICE (which reaches other machines) and FROM (which names graphs that are not loaded) are keywords, but also parts
of names, strings and comments. Which of these an occurrence is, only the parser knows, and a text is never given to
a second one. So the parser itself is asked: every occurrence of the word gets other letters, and the query is parsed
again. Where it still parses, no occurrence was the keyword, because the text then holds none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

from lipdrift.errors import UsageError
from lipdrift.source import local

LONGEST = 256 * 1024
DEEPEST = 200
STAND_INS = "qzjkxvwyhg"
KEYWORDS = {
    "service": "SERVICE reaches other machines and is refused; load the data with --ontology instead",
    "from": "FROM names graphs that are not loaded and is refused; load the data with --ontology instead",
}


def text_of(argument: str, stdin: IO[bytes] | None) -> tuple[str, str]:
    """The query and the name that messages give it: of an argument that is a query, a file, or - for stdin.

    UsageError for a file that cannot be read and for bytes that are no text.
    """
    if "{" in argument or (len(argument.split()) > 1 and not _is_file(argument)):
        return argument, "query"
    name = "stdin" if argument == "-" else argument[:80]
    try:
        return _bytes_of(argument, stdin).decode("utf-8-sig"), name
    except UnicodeDecodeError:
        raise UsageError(f"{name} is not UTF-8 text; save it as UTF-8") from None
    except (OSError, ValueError):
        raise UsageError(f"{name} is neither a query nor a file that can be read") from None


def _is_file(argument: str) -> bool:
    with suppress(OSError, ValueError):  # too long for a name, or no name at all
        return Path(argument).is_file()
    return False


def _bytes_of(argument: str, stdin: IO[bytes] | None) -> bytes:
    """What stands in the file or on stdin, but no more than it takes to know that it is too long."""
    if argument != "-":
        with local(argument).open("rb") as file:
            return file.read(LONGEST + 1)
    return stdin.read(LONGEST + 1) if stdin else b""


def refuse_unreadable(query: str, name: str) -> None:
    """UsageError for a query that no parser should see: too long, too deep, or no text."""
    try:
        size = len(query.encode())
    except UnicodeEncodeError:
        raise UsageError(f"{name} is not UTF-8 text; save it as UTF-8") from None
    if size > LONGEST:
        raise UsageError(f"{name} is longer than {LONGEST // 1024} KiB; split it")
    if _depth(query) > DEEPEST:
        raise UsageError(f"{name} is nested more than {DEEPEST} brackets deep; split it")


def _depth(query: str) -> int:
    """How deep brackets stand, those in strings and comments too; what this misses dies alone in the child."""
    depth = deepest = 0
    for bracket in re.findall(r"[][(){}]", query):
        depth += 1 if bracket in "[({" else -1
        deepest = max(deepest, depth)
    return deepest


def refusal(query: str, parses: Callable[[str], bool]) -> str:
    """Why the query is refused, "" where it is not. ``parses`` tells whether the engine can read a text."""
    for word, why in KEYWORDS.items():
        if re.search(word, query, re.IGNORECASE) and not parses(_without(query, word)) and parses(query):
            return why
    return ""


def _without(query: str, word: str) -> str:
    """The query with other letters for the word, upper and lower case kept, so that names which differ still do."""
    plain = query.casefold()
    stand_in = next((c for c in STAND_INS if c * len(word) not in plain), "")
    if not stand_in:
        return ""

    def other(match: re.Match[str]) -> str:
        return "".join(stand_in.upper() if c.isupper() else stand_in for c in match.group())

    return re.sub(word, other, query, flags=re.IGNORECASE)
