"""The limited process that reads foreign files: run as ``python -m lipdrift.rdf.child``, never imported for its work.

1. Standard input holds one line of JSON (limits and files) and then the bytes of all files.
2. It gives up what it does not need: memory beyond its share, new files and sockets, core dumps, time.
3. Each file is recognised, guarded and parsed; its statements go to the spool as N-Triples, in their order.
4. Standard output gets one line of JSON when a file is begun and one when it is done or refused. The parent trusts
   nothing of it but these words and lines, which it parses again as N-Triples.

The task "count" asks, instead of steps 3 and 4, how many statements a second parser finds.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator
from typing import Any

import pyoxigraph as ox

from lipdrift.errors import InputError, Place
from lipdrift.limits import Limits, shown
from lipdrift.rdf import guard
from lipdrift.rdf.parse import triples
from lipdrift.rdf.recognise import recognise
from lipdrift.source import Document

LARGER = "give a smaller file, or raise --max-memory"


def main(spool_number: int) -> int:
    """Reads what standard input asks for. Exit code 0 whatever the files were; 3 where no limit can be set."""
    order = json.loads(sys.stdin.buffer.readline())
    limits = Limits(*order["limits"])
    spool = io.FileIO(spool_number, "wb")
    counting = order["task"] == "count"
    _warm(counting)
    if not _limit(limits):
        return 3
    left = limits.statements
    for number, (name, suffix, length) in enumerate(order["files"]):
        _say({"begun": number})
        document = Document(name, sys.stdin.buffer.read(length), suffix)
        said = {"count": _count(document)} if counting else _read(document, limits, left, spool)
        left -= said.get("statements", 0)
        _say({"file": number, **said})
    return 0


def _warm(counting: bool) -> None:
    """Whatever is loaded late must be loaded before no file can be opened any more."""
    for form in (ox.RdfFormat.TURTLE, ox.RdfFormat.RDF_XML, ox.RdfFormat.JSON_LD, ox.RdfFormat.TRIG):
        try:
            list(ox.parse(b"<", format=form))
        except SyntaxError:
            continue
    if counting:
        _count(Document("", b"<x:a> <x:b> 'c', 1, true, 1.0 ; <x:d> [] ."))


def _count(document: Document) -> Any:
    from lipdrift.rdf.elsewhere import count

    return count(document)


def _limit(limits: Limits) -> bool:
    """Sets every limit for good; False where this system has none."""
    try:
        import resource
        import signal
    except ImportError:
        return False
    whole = int(limits.reading_seconds) + 1
    wanted = (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, whole),
        (resource.RLIMIT_FSIZE, limits.line_bytes),
        (resource.RLIMIT_AS, limits.child_memory),
        (resource.RLIMIT_NOFILE, 0),
    )
    try:
        for kind, value in wanted:
            resource.setrlimit(kind, (value, value))
    except (OSError, ValueError):
        return False
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(whole + 1)  # should the parent be gone
    return True


def _say(said: dict[str, Any]) -> None:
    os.write(1, json.dumps(said).encode() + b"\n")


def _read(document: Document, limits: Limits, left: int, spool: io.FileIO) -> dict[str, Any]:
    """What is said of one file: syntax, number of statements and span in the spool, or why it is refused."""
    start = spool.tell()
    try:
        syntax = recognise(document)
        guard.check(document, syntax, limits)
        found = _Counted(Document(document.name, document.data, syntax), limits, left)
        ox.serialize(found, spool, format=ox.RdfFormat.N_TRIPLES)
    except InputError as error:
        return _refused(error.place, error.what, error.fix)
    except MemoryError:
        what = f"reading it takes more than {shown(limits.memory)} of memory"
        return _refused(Place(document.name), what, LARGER)
    except OSError:  # the spool is full: the file-size limit, or the disk
        what = f"its statements fill more than {shown(limits.line_bytes)}, or the disk for temporary files is full"
        return _refused(Place(document.name), what, LARGER)
    return {"syntax": syntax, "statements": found.count, "start": start, "end": spool.tell()}


class _Counted:
    """The triples of a document, with their number; InputError where there are more than are left."""

    def __init__(self, document: Document, limits: Limits, left: int) -> None:
        self.document, self.limits, self.left, self.count = document, limits, left, 0
        self._found = triples(document)

    def __iter__(self) -> Iterator[ox.Triple]:
        return self

    def __next__(self) -> ox.Triple:
        triple = next(self._found)
        self.count += 1
        if self.count > self.left:
            what = f"there are more than {self.limits.statements} statements"
            raise InputError(Place(self.document.name), what, LARGER)
        return triple


def _refused(place: Place, what: str, fix: str) -> dict[str, Any]:
    return {"refused": [place.line, place.column, what[:2000], fix]}


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
