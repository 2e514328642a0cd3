"""One hostile case: what is prepared, what is called, and what must come of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

LIP = "https://w3id.org/lipdrift/"
HEAD = (
    f"@prefix lip: <{LIP}> . @prefix x: <https://example.org/> . "
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
)
ONE = "kinds: 1 Cause"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
Content = bytes | Callable[[], bytes]


@dataclass(frozen=True)
class Case:
    """Called in a folder of its own that holds the files, and an old output that a refusal must leave alone.

    ``code`` is the exit code. A refusal is one line on standard error that holds all ``words``, the place of the
    fault among them; an answer holds them on standard output. ``makes`` says that files may be new afterwards.
    """

    id: str
    arguments: tuple[str, ...]
    words: tuple[str, ...] = ()
    code: int = 2
    files: Mapping[str, Content] = field(default_factory=dict)
    prepare: Callable[[Path], None] | None = None
    makes: bool = False
    binary: bool = False
    stdout: str = ""


def reads(
    id: str, name: str, content: Content, *words: str, code: int = 2, command: tuple[str, ...] = ("info",)
) -> Case:
    """A case about one file that is given as the ontology."""
    return Case(id, (*command, "--ontology", name), words, code, {name: content})


def answered(id: str, name: str, content: Content, *words: str, command: tuple[str, ...] = ("info",)) -> Case:
    """A case about one file that is read and answered."""
    return reads(id, name, content, *words, code=0, command=command)


def turtle(*lines: str) -> bytes:
    """Turtle with the usual prefixes on its first line."""
    return (HEAD + "\n".join(lines) + "\n").encode()
