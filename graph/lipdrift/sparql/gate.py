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


def refusal(query: str, fault: Callable[[str], SyntaxError | None]) -> str:
    """Why the query is refused, "" where it is not; SyntaxError where it cannot be read.

    ``fault`` tells what hinders the engine from reading a text, None for nothing. It is never given a text that holds
    the keyword SERVICE, because the engine calls as soon as it reads.
    """
    for word, why in KEYWORDS.items():
        if not re.search(word, query, re.IGNORECASE):
            continue
        error = fault(_without(query, word))
        if error and fault(_tame(query, word)):
            raise error
        if error:
            return why
    return ""


def _tame(query: str, word: str) -> str:
    """The query with a keyword of the same grammar that reaches nobody. FROM does not, once SERVICE is ruled out."""
    if word == "from":
        return query
    keyword = rf"({word})(?:\s*\bsilent\b)?"
    return re.sub(keyword, lambda m: _cased("graph", m.group(1)), query, flags=re.IGNORECASE | re.ASCII)


def _without(query: str, word: str) -> str:
    """The query with other letters for the word; nothing where the query leaves none."""
    plain = query.casefold()
    stand_in = next((c * len(word) for c in STAND_INS if c * len(word) not in plain), "")
    if not stand_in:
        return ""
    return re.sub(word, lambda m: _cased(stand_in, m.group()), query, flags=re.IGNORECASE)


def _cased(letters: str, like: str) -> str:
    """The letters in upper and lower case like the others, so that names which differ still do."""
    return "".join(a.upper() if b.isupper() else a for a, b in zip(letters, like, strict=False))
