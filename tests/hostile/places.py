"""Files that are no files, and places where nothing can be written."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.hostile.case import Case, turtle

GOOD = turtle("x:a a lip:Cause ; rdfs:label 'a'@en .")
NT = ("export", "nt", "-o")


def pipe(folder: Path) -> None:
    """A named pipe that nobody writes to."""
    os.mkfifo(folder / "a.ttl")


def plug(folder: Path) -> None:
    """A socket in the file system."""
    with socket.socket(socket.AF_UNIX) as made:
        here = Path.cwd()
        os.chdir(folder)  # the name of a socket must be short
        try:
            made.bind("a.ttl")
        finally:
            os.chdir(here)


def circle(folder: Path) -> None:
    """Two links to each other."""
    (folder / "a.ttl").symlink_to("b.ttl")
    (folder / "b.ttl").symlink_to("a.ttl")


def linked(target: str, name: str = "a.ttl") -> Callable[[Path], None]:
    """A link to that target."""

    def make(folder: Path) -> None:
        (folder / name).symlink_to(target)

    return make


def folder(*parts: str) -> Callable[[Path], None]:
    """Folders, one in the other."""

    def make(place: Path) -> None:
        place.joinpath(*parts).mkdir(parents=True)

    return make


def pipe_in_a_folder(place: Path) -> None:
    """A folder with a good file and a pipe."""
    (place / "in").mkdir()
    (place / "in" / "a.ttl").write_bytes(GOOD)
    os.mkfifo(place / "in" / "b.ttl")


def broken_name(place: Path) -> None:
    """A file whose name is no text and whose content is broken."""
    (place / os.fsdecode(b"\xff\x1b[31m.ttl")).write_bytes(turtle("x:a x:p"))


def reading(id: str, name: str, *words: str, prepare: Callable[[Path], None] | None = None, code: int = 2) -> Case:
    """Something in place of an ontology."""
    return Case(id, ("info", "--ontology", name), words, code, prepare=prepare)


READ = (
    reading("pipe", "a.ttl", "a.ttl: it is a named pipe", prepare=pipe),
    reading("pipe-in-a-folder", "in", "in/b.ttl: it is a named pipe", prepare=pipe_in_a_folder),
    reading("socket", "a.ttl", "a.ttl: it is a socket", prepare=plug),
    reading("device-zero", "/dev/zero", "/dev/zero: it is a device"),
    reading("device-random", "/dev/urandom", "/dev/urandom: it is a device"),
    reading("device-behind-a-link", "a.ttl", "a.ttl: it is a device", prepare=linked("/dev/zero")),
    reading("standard-input", "/dev/stdin", "/dev/stdin: it is a device"),
    reading("folder-empty", "in", "in: the folder holds no .ttl file", prepare=folder("in")),
    reading("folder-named-ttl", "in", "in/a.ttl: it is a folder", prepare=folder("in", "a.ttl")),
    reading("link-in-a-circle", "a.ttl", "a.ttl: cannot be read", prepare=circle),
    reading("link-to-nothing", "a.ttl", "a.ttl: cannot be read (No such file", prepare=linked("gone.ttl")),
    reading("below-a-file", "output/explorer.html/a.ttl", "cannot be read (Not a directory)"),
    reading("process-memory", "/proc/self/mem", "/proc/self/mem"),
    reading("process-page-map", "/proc/self/pagemap", "/proc/self/pagemap"),
    reading("kernel-file", "/proc/self/status", "/proc/self/status"),
    reading(
        "name-that-is-no-text", os.fsdecode(b"\xff\x1b[31m.ttl"), "<U+DCFF><U+001B>[31m.ttl:3:1", prepare=broken_name
    ),
    Case("twice-the-same", ("info", "--ontology", "a.ttl", "--ontology", "a.ttl"), ("1 Cause",), 0, {"a.ttl": GOOD}),
    Case(
        "one-good-one-bad",
        ("info", "--ontology", "a.ttl", "--ontology", "b.ttl"),
        ("b.ttl:3:1",),
        2,
        {"a.ttl": GOOD, "b.ttl": turtle("x:a x:p")},
    ),
)
WRITE = (
    Case("output-is-a-folder", (*NT, "output"), ("output: cannot be written (it is a folder)",)),
    Case("output-below-a-file", (*NT, "output/explorer.html/x"), ("cannot be written",)),
    Case("output-in-the-kernel", (*NT, "/proc/sys/lipdrift.nt"), ("/proc/sys/lipdrift.nt: cannot be written",)),
    Case("output-without-a-parent", (*NT, "new/folder/x.nt"), (), 0, makes=True),
    Case("output-without-a-name", (*NT, ""), ("cannot be written",)),
    Case("output-of-a-long-name", (*NT, "n" * 300), ("cannot be written (File name too long)",)),
    Case("output-with-a-line-break", (*NT, "output/explorer.html/a\nb"), ("cannot be written",)),
    Case("output-to-a-full-device", (*NT, "/dev/full"), ("/dev/full: cannot be written (No space left",)),
    Case("output-to-nothing", (*NT, "/dev/null"), (), 0),
    Case("output-to-a-pipe", (*NT, "a.ttl"), ("a.ttl: cannot be written (it is no regular file",), prepare=pipe),
    Case("output-in-a-circle", (*NT, "a.ttl"), ("a.ttl: cannot be written",), prepare=circle),
    Case("standard-output-full", ("export", "nt"), ("standard output",), stdout="/dev/full"),
    Case("standard-output-closed", ("info",), ("standard output is closed",), stdout="closed"),
    Case("standard-output-full-text", ("info",), ("standard output",), stdout="/dev/full"),
    Case("site-is-a-file", ("build", "-q", "-o", "output/explorer.html"), ("cannot be written",)),
    Case("site-is-a-device", ("build", "-q", "-o", "/dev/null"), ("/dev/null", "cannot be written")),
    Case("site-in-the-kernel", ("build", "-q", "-o", "/proc/site"), ("/proc/site", "cannot be written")),
    Case(
        "site-with-a-folder-in-the-way",
        ("build", "-q", "-o", "s"),
        ("s/index.html: cannot be written",),
        prepare=folder("s", "index.html"),
    ),
    Case(
        "site-of-a-broken-file",
        ("build", "-q", "-o", "output", "--ontology", "a.ttl"),
        ("a.ttl:3:1",),
        files={"a.ttl": turtle("x:a x:p")},
    ),
    Case(
        "site-of-a-cut-file",
        ("build", "-q", "-o", "output", "--ontology", "a.rdf"),
        ("a.rdf",),
        files={"a.rdf": b"<rdf:RDF "},
    ),
    Case(
        "format-beside-a-broken-file",
        ("format", "in"),
        ("in/b.ttl:3:1",),
        files={"in/a.ttl": b" " + GOOD, "in/b.ttl": turtle("x:a x:p")},
    ),
)
CASES: tuple[Case, ...] = (*READ, *WRITE)
