"""``format``: Turtle files in their stable form, and ``links.ttl`` derived from the claims.

Authors write claims; one direct triple beside each supported claim lets plain SPARQL and networkx do without joins.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lipdrift import source
from lipdrift.causal import Knowledge
from lipdrift.errors import InputError, Place
from lipdrift.rdf import Statements
from lipdrift.terms import LEADS_TO, PREFIXES
from lipdrift.turtle.writer import format_text
from lipdrift.turtle.writer import write as turtle
from lipdrift.writing import write

LINKS = "links.ttl"
DERIVED = "Derived from the claims; do not edit. One direct triple beside each claim that some item supports."


def format_files(names: Sequence[str], write_them: bool = True) -> list[str]:
    """The names of the files whose content changes. Nothing is written unless every file can be read."""
    folders = [source.local(n) for n in names] or [source.folder()]
    wanted: dict[Path, str] = {}
    for path in folders:
        inside = sorted(path.glob("*.ttl")) if path.is_dir() else [path]
        wanted |= {p: format_text(_read(p), str(p)) for p in inside if p.name != LINKS}
        if path.is_dir() and wanted:
            wanted[path / LINKS] = links(str(path))
    changed = [p for p in sorted(wanted) if not p.is_file() or p.read_text(encoding="utf-8") != wanted[p]]
    for path in changed if write_them else ():
        write(path, wanted[path].encode())
    return [str(p) for p in changed]


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no UTF-8 text"
        raise InputError(Place(str(path)), f"cannot be read ({reason})", "check the path") from None


def links(folder: str) -> str:
    """The direct triples of a folder's supported claims as Turtle."""
    documents = tuple(d for d in source.read([folder]) if Path(d.name).name != LINKS)
    data = Statements(documents)
    if not data.has(LEADS_TO):
        data = Statements((*documents, source.vocabulary()))
    claims = [c for c in Knowledge(data).claims.values() if c.evidence and c.supported]
    triples = [(_term(c.subject), _term(c.relation), _term(c.object) if c.object else _text(c.value)) for c in claims]
    return turtle(triples, PREFIXES, DERIVED)


def _term(short: str) -> str:
    prefix = short.partition(":")[0]
    return short if prefix in PREFIXES else f"<{short}>"


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"@en'
