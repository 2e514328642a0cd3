"""Which bytes are read: the shipped ontology, or the files that a user names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from lipdrift.errors import InputError, Place, UsageError

SYNTAXES = (".ttl", ".nt", ".rdf", ".owl", ".jsonld")
VOCABULARY = "lipdrift.ttl"


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one file and the name that messages give it."""

    name: str
    data: bytes
    suffix: str = ".ttl"


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


def read(names: Iterable[str]) -> tuple[Document, ...]:
    """The documents that the user named: files, or folders of Turtle files.

    Raises UsageError for an address that is no local file and InputError for what cannot be read.
    """
    documents: list[Document] = []
    for name in names:
        path = local(name)
        documents += [_document(part) for part in (_turtle_files(path) if path.is_dir() else [path])]
    return tuple(documents)


def local(name: str) -> Path:
    """The path of a local file or folder; addresses such as https: or file: are refused."""
    if "://" in name or name.startswith(("file:", "data:")):
        raise UsageError(f"{name}: addresses are not opened; download the file and give its path")
    return Path(name)


def _turtle_files(path: Path) -> list[Path]:
    found = sorted(path.glob("*.ttl"))
    if not found:
        raise InputError(Place(str(path)), "the folder holds no .ttl file", "give a folder of Turtle files")
    return found


def _document(path: Path) -> Document:
    suffix = path.suffix.lower()
    if suffix not in SYNTAXES:
        raise InputError(Place(str(path)), f"unknown ending {suffix!r}", f"use one of {', '.join(SYNTAXES)}")
    try:
        return Document(str(path), path.read_bytes(), suffix)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(Place(str(path)), f"cannot be read ({reason})", "check the path") from None
