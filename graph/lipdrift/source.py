"""Which bytes are read: the shipped ontology, or the files that a user names."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from lipdrift.errors import InputError, Place, UsageError
from lipdrift.limits import Limits, shown

VOCABULARY = "lipdrift.ttl"
STEP = 2**20
KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one file, the name that messages give it, and the ending that says its syntax.

    A foreign document is not parsed in this process: once it is read it holds its statements as N-Triples ``lines``,
    or the error for which it was refused.
    """

    name: str
    data: bytes
    suffix: str = ".ttl"
    foreign: bool = False
    lines: bytes | None = None
    refused: InputError | None = None


def folder() -> Path:
    """The folder of the shipped ontology: inside the installed package, or beside it in a checkout."""
    package = Path(str(files("lipdrift")))
    inside = package / "ontology"
    return inside if inside.is_dir() else package.parents[1] / "ontology"


def shipped() -> tuple[Document, ...]:
    """The documents of the shipped ontology, sorted by name."""
    return tuple(Document(f"ontology/{path.name}", path.read_bytes()) for path in sorted(folder().glob("*.ttl")))


def vocabulary() -> Document:
    """The shipped kinds and properties, which say what "leads to" means in every graph."""
    path = folder() / VOCABULARY
    return Document(f"ontology/{VOCABULARY}", path.read_bytes())


def shapes() -> tuple[Document, ...]:
    """The SHACL shapes beside the shipped ontology."""
    found = sorted((folder() / "shapes").glob("*.ttl"))
    return tuple(Document(f"ontology/shapes/{p.name}", p.read_bytes()) for p in found)


def questions(names: Iterable[str] = ()) -> tuple[Document, ...]:
    """The competency questions beside the shipped ontology, or in the folders that the user named."""
    folders = [local(n) for n in names] or [folder()]
    found = [path for f in folders if f.is_dir() for path in sorted((f / "questions").glob("*.rq"))]
    shown = "ontology/questions/{}" if not names else "{}"
    return tuple(Document(shown.format(p.name if not names else p), p.read_bytes(), ".rq") for p in found)


def read(names: Iterable[str], limits: Limits | None = None) -> tuple[Document, ...]:
    """The documents that the user named: files, or folders of Turtle files. All but the shipped ones are foreign.

    Raises UsageError for an address that is no local file and InputError for what cannot be read.
    """
    left = (limits or Limits()).file_bytes
    ours = os.path.realpath(folder())
    documents: list[Document] = []
    for name in names:
        path = local(name)
        for part in _turtle_files(path) if is_folder(path) else [path]:
            documents.append(_document(part, left, ours))
            left -= len(documents[-1].data)
    return tuple(documents)


def local(name: str) -> Path:
    """The path of a local file or folder; addresses such as https: or file: are refused."""
    if "://" in name or name.lower().startswith(("file:", "data:", "http:", "https:", "urn:", "javascript:")):
        raise UsageError(f"{name[:200]}: addresses are not opened; download the file and give its path")
    if not name or "\0" in name:
        raise UsageError("an empty name, or one with a zero character, names no file; give a path")
    return Path(name)


def is_folder(path: Path) -> bool:
    """Whether the path is a folder; InputError where the system does not even tell."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError as error:
        raise _unread(path, error) from None


def _turtle_files(path: Path) -> list[Path]:
    found = sorted(path.glob("*.ttl"))
    if not found:
        raise InputError(Place(str(path)), "the folder holds no .ttl file", "give a folder of Turtle files")
    return found


def _document(path: Path, most: int, ours: str) -> Document:
    """One file. It is foreign unless it lies in the folder of the shipped ontology, links followed."""
    try:
        foreign = os.path.dirname(os.path.realpath(path)) != ours  # noqa: PTH120 - as text, like its other side
        return Document(str(path), _bytes(path, most), path.suffix.lower(), foreign)
    except (OSError, ValueError) as error:
        raise _unread(path, error) from None


def _unread(path: Path, error: OSError | ValueError) -> InputError:
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(Place(str(path)), f"cannot be read ({reason})", "check the path")


def _bytes(path: Path, most: int) -> bytes:
    """The content of a regular file that nobody changes meanwhile; never waits for a pipe or a device."""
    _refuse_special(path, path.stat())
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags), "rb", buffering=0) as file:  # noqa: PTH123 - a descriptor
        before = os.fstat(file.fileno())
        _refuse_special(path, before)
        parts: list[bytes] = []
        size = before.st_size
        while size <= most and (part := file.read(STEP)):
            parts.append(part)
            size = max(size, sum(map(len, parts)))
        if size > most:
            what = f"it is larger than the {shown(most)} that are left for files"
            raise InputError(Place(str(path)), what, "give a smaller file, or raise --max-memory")
        after = os.fstat(file.fileno())
    data = b"".join(parts)
    if (after.st_size, after.st_mtime_ns) != (len(data), before.st_mtime_ns):
        raise InputError(Place(str(path)), "it changed while it was read", "try again when it is written")
    return data


def _refuse_special(path: Path, status: os.stat_result) -> None:
    for is_kind, word in KINDS:
        if is_kind(status.st_mode):
            raise InputError(Place(str(path)), f"it is {word}, not a file", "give the path of a regular file")
