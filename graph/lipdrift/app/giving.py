"""How an answer leaves the program: to stdout, or to a file that is replaced in one step."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lipdrift.answers import Answer


def rendered(answer: Answer, form: str) -> str | bytes:
    """The answer in one of the forms."""
    from lipdrift.answers.base import view

    written: str | bytes = view(form)(answer)
    return written


def give(answer: str | bytes, output: str) -> None:
    """To stdout as UTF-8 whatever the locale says, or to a file."""
    data = answer if isinstance(answer, bytes) else answer.encode("utf-8", "backslashreplace")
    if output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from lipdrift.writing import write

    write(Path(output), data)
