"""Foreign documents made safe: a limited child process reads them and hands back canonical N-Triples.

The child may fail, hang or die; here that becomes one error that names the file.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import IO, Any

from lipdrift.errors import InputError, LipdriftError, Place
from lipdrift.limits import Limits, shown
from lipdrift.rdf import guard
from lipdrift.rdf.recognise import recognise
from lipdrift.source import Document

SMALLER = "give a smaller file, or raise --max-memory"
LATER = "give a smaller file, or raise --max-seconds"
TRUST = "use --trust for a file that you know"
REPORT_BYTES = 2**20
KEPT_BYTES = 2**23
"""Text of larger files is not kept: messages then name the file without a line."""


def admitted(documents: Iterable[Document], limits: Limits | None = None) -> tuple[Document, ...]:
    """The documents with every foreign one read: it holds its ``lines``, or the error that says why not.

    One child reads all; where it dies of one file, another one reads those behind it.
    """
    limits = limits or Limits()
    found = list(documents)
    waiting = [n for n, d in enumerate(found) if d.foreign and d.lines is None and d.refused is None]
    if limits.trust:
        for number in waiting:
            found[number] = _trusted(found[number], limits)
        return tuple(found)
    deadline = time.monotonic() + limits.reading_seconds
    while waiting:
        for number, document in zip(waiting, _child([found[n] for n in waiting], limits, deadline), strict=False):
            found[number] = document
        waiting = [n for n in waiting if found[n].lines is None and found[n].refused is None]
    return tuple(found)


def _trusted(document: Document, limits: Limits) -> Document:
    """The document marked as ours, in the syntax that it holds."""
    try:
        syntax = recognise(document)
        guard.check(document, syntax, limits)
    except InputError as error:
        return replace(document, refused=error)
    return replace(document, suffix=syntax, foreign=False)


@dataclass(frozen=True, slots=True)
class _End:
    """How a child ended: its report, and its exit code; None when it was killed at the deadline."""

    report: list[dict[str, Any]]
    code: int | None


def _child(documents: Sequence[Document], limits: Limits, deadline: float) -> list[Document]:
    """The first documents as a child left them: at least one, all of them unless it died."""
    try:
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as spool:
            _order(given, documents, limits, "read")
            end = _run(given, spool, deadline)
            done = {said["file"]: said for said in end.report if "file" in said}
            made = [_made(documents[n], done[n], spool) for n in range(len(documents)) if n in done]
    except OSError as error:
        reason = error.strerror or str(error)
        what = f"no temporary file or process can be made to read it in ({reason})"
        raise InputError(Place(documents[0].name), what, f"free some space, or {TRUST}") from None
    if len(made) < len(documents):
        at = documents[len(made)]
        made.append(replace(at, data=b"", refused=_why(at, end.code, limits)))
    return made


def counted(documents: Sequence[Document], limits: Limits | None = None) -> list[int | str]:
    """How many statements a second parser reads from each foreign Turtle document, or why it reads none."""
    limits = limits or Limits()
    if not documents:
        return []
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as spool:
        _order(given, documents, limits, "count")
        end = _run(given, spool, time.monotonic() + limits.reading_seconds)
    done = {said["file"]: said["count"] for said in end.report if "file" in said}
    return [done.get(number, "rdflib does not end within the limits") for number in range(len(documents))]


def _order(given: IO[bytes], documents: Sequence[Document], limits: Limits, task: str) -> None:
    files = [(d.name, d.suffix, len(d.data)) for d in documents]
    given.write(json.dumps({"task": task, "limits": (limits.seconds, limits.memory), "files": files}).encode() + b"\n")
    for document in documents:
        given.write(document.data)
    given.flush()
    given.seek(0)


def _run(given: IO[bytes], spool: IO[bytes], deadline: float) -> _End:
    """One child until it ends or the deadline passes; it does not outlive this call."""
    if not sys.executable:
        raise LipdriftError(f"this Python cannot start another one to read foreign files in; {TRUST}")
    command = [sys.executable, "-P", "-B", "-m", "lipdrift.rdf.child", str(spool.fileno())]
    child = subprocess.Popen(
        command,
        stdin=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        pass_fds=(spool.fileno(),),
        env=_environment(),
        start_new_session=True,
    )
    try:
        report = _lines(child, deadline)
        return _End(report, child.wait(max(0.1, deadline - time.monotonic())))
    except subprocess.TimeoutExpired as late:
        return _End(json.loads(late.output or b"[]"), None)
    finally:
        with suppress(ProcessLookupError):
            child.kill()
        child.wait()
        if child.stdout:
            child.stdout.close()


def _environment() -> dict[str, str]:
    """Nothing of ours but where modules are found."""
    places = [os.path.abspath(place) for place in sys.path]  # noqa: PTH100 - "" is the current folder
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {"PYTHONPATH": os.pathsep.join(places), "PYTHONUTF8": "1", "PYTHONNOUSERSITE": "1"}


def _lines(child: subprocess.Popen[bytes], deadline: float) -> list[dict[str, Any]]:
    """The child's report. TimeoutExpired carries what was reported until then."""
    text = b""
    while child.stdout and len(text) < REPORT_BYTES:
        ready = select.select([child.stdout], [], [], max(0.0, deadline - time.monotonic()))[0]
        if not ready:
            said = json.dumps(_said(text)).encode()
            raise subprocess.TimeoutExpired("child", 0, output=said)
        part = os.read(child.stdout.fileno(), 65536)
        if not part:
            break
        text += part
    return _said(text)


def _said(text: bytes) -> list[dict[str, Any]]:
    """The whole lines of a report; a last one that was cut off is left aside."""
    return [json.loads(line) for line in text.splitlines() if line.startswith(b"{") and line.endswith(b"}")]


def _made(document: Document, said: dict[str, Any], spool: IO[bytes]) -> Document:
    kept = document.data if len(document.data) <= KEPT_BYTES else b""
    if "refused" in said:
        line, column, what, fix = said["refused"]
        return replace(document, data=kept, refused=InputError(Place(document.name, line, column), what, fix))
    spool.seek(said["start"])
    lines = spool.read(said["end"] - said["start"])
    return replace(document, data=kept, suffix=said["syntax"], lines=lines)


def _why(document: Document, code: int | None, limits: Limits) -> InputError:
    """The error about a file of which the child died."""
    place = Place(document.name)
    if code is None or -code in (getattr(signal, "SIGXCPU", 0), getattr(signal, "SIGALRM", 0)):
        return InputError(place, f"reading it takes longer than {limits.reading_seconds:g} s", LATER)
    if code == 3:
        return InputError(place, "a foreign file is read in a limited process, and this system sets no limits", TRUST)
    if code > 0:
        return InputError(place, f"the process that reads foreign files did not start (exit code {code})", TRUST)
    what = f"the parser died of it ({_signal(-code)}); it needs more than {shown(limits.memory)}, or was made to break"
    return InputError(place, what, SMALLER)


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
