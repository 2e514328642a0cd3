"""One document to triples, in this process, with located errors. For what is trusted, and for the limited child."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, cast

import pyoxigraph as ox

from lipdrift.errors import InputError, Place
from lipdrift.source import Document

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".owl": ox.RdfFormat.RDF_XML,
    ".jsonld": ox.RdfFormat.JSON_LD,
}
FIX = "correct the syntax there, or just before"
ONE_GRAPH = "give the one graph that is meant, as Turtle; it is not known which of several are"


def triples(document: Document) -> Iterator[ox.Triple]:
    """The triples of a document; InputError with file, line and column where it breaks, or where it is empty.

    Named graphs and statements about statements are refused: read as plain statements they would be asserted.
    """
    lines = _Lines(document.data.removeprefix(b"\xef\xbb\xbf"))
    xml = FORMATS[document.suffix] is ox.RdfFormat.RDF_XML
    count = 0
    try:
        for quad in ox.parse(cast("IO[bytes]", lines) if xml else lines.data, format=FORMATS[document.suffix]):
            _refuse_unasserted(document, quad)
            count += 1
            yield quad.triple
    except SyntaxError as error:
        place = Place(document.name, error.lineno or lines.number, error.offset or 0)
        raise InputError(place, f"syntax: {_message(error)}", FIX) from None
    except MemoryError as error:
        if "buffer" not in str(error):
            raise
        raise too_long(document) from None
    except ValueError as error:
        raise InputError(Place(document.name), f"syntax: {error}", FIX) from None
    if not count:
        raise InputError(Place(document.name), "no statement was found", "check that it is the right file")


def too_long(document: Document) -> InputError:
    """The parser's own bound on one literal or name, which no limit of ours can raise."""
    return InputError(Place(document.name), "one text in it is longer than the 16 MiB that are read", "shorten it")


class _Lines:
    """Hands a parser that names no line one line at a time, and so knows how far it came."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.offset = 0
        self.number = 0

    def read(self, size: int = -1) -> bytes:
        """The rest of the line, at most so many bytes."""
        end = self.data.find(b"\n", self.offset) + 1 or len(self.data)
        end = min(end, self.offset + size) if size >= 0 else end
        part = self.data[self.offset : end]
        self.number += self.offset == 0 or self.data[self.offset - 1 : self.offset] == b"\n"
        self.offset = end
        return part


def _refuse_unasserted(document: Document, quad: ox.Quad) -> None:
    if not isinstance(quad.graph_name, ox.DefaultGraph):
        what = f"statements stand in the named graph {quad.graph_name}"
        raise InputError(Place(document.name), what, ONE_GRAPH)
    if isinstance(quad.object, ox.Triple):
        what = f"{quad.predicate} speaks about a statement (an RDF 1.2 triple term), which is not read"
        raise InputError(_only(document, b"<<"), what, "state it about a node of its own")


def _only(document: Document, sign: bytes) -> Place:
    """Where the sign stands, when it stands only once; the file otherwise."""
    before, found, after = document.data.partition(sign)
    if not found or sign in after:
        return Place(document.name)
    line = before.rpartition(b"\n")[2]
    return Place(document.name, before.count(b"\n") + 1, len(line.decode("utf-8", "replace")) + 1)


def _message(error: SyntaxError) -> str:
    """The parser's words without the place, which stands in front already, on one line."""
    text = " ".join((error.msg or "not valid").split())
    return text.removeprefix("Parser error ").split(": ", 1)[-1].rstrip(".")
