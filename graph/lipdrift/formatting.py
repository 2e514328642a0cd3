"""``format``: Turtle files in their stable form, ``links.ttl`` derived from the claims, the counts in the README.

Authors write claims; one direct triple beside each supported claim lets plain SPARQL and networkx do without joins.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lipdrift import source
from lipdrift.causal import Knowledge
from lipdrift.questions.info import info
from lipdrift.rdf import Statements
from lipdrift.terms import LEADS_TO, PREFIXES
from lipdrift.turtle.writer import format_text
from lipdrift.turtle.writer import write as turtle
from lipdrift.views import counts
from lipdrift.writing import write

LINKS = "links.ttl"
README = "README.md"
DERIVED = "Derived from the claims; do not edit. One direct triple beside each claim that some item supports."


def format_files(names: Sequence[str], write_them: bool = True) -> list[str]:
    """The names of the files whose content changes. Nothing is written unless every file can be read."""
    folders = [source.local(n) for n in names] or [source.folder()]
    wanted: dict[Path, str] = {}
    for path in folders:
        inside = sorted(path.glob("*.ttl")) if path.is_dir() else [path]
        wanted |= {p: format_text(p.read_text(encoding="utf-8"), str(p)) for p in inside if p.name != LINKS}
        if path.is_dir() and wanted:
            wanted |= _derived(path)
    changed = [p for p in sorted(wanted) if not p.is_file() or p.read_text(encoding="utf-8") != wanted[p]]
    for path in changed if write_them else ():
        write(path, wanted[path].encode())
    return [str(p) for p in changed]


def _derived(folder: Path) -> dict[Path, str]:
    """What follows from the claims: the direct triples, and the counts where a README beside the folder has marks."""
    made = links(str(folder))
    readme = folder.resolve().parent / README
    found = {folder / LINKS: made}
    text = readme.read_text(encoding="utf-8") if readme.is_file() else ""
    if counts.stated(text):
        kg = _knowledge(str(folder), source.Document(str(folder / LINKS), made.encode()))
        questions = len(list((folder / "questions").glob("*.rq")))
        found[readme] = counts.replaced(text, counts.sentence(info(kg), questions))
    return found


def links(folder: str) -> str:
    """The direct triples of a folder's supported claims as Turtle."""
    return direct(_knowledge(folder))


def direct(kg: Knowledge) -> str:
    """One direct triple beside each claim that some item supports, as Turtle."""
    claims = [c for c in kg.claims.values() if c.evidence and c.supported]
    triples = [(_term(c.subject), _term(c.relation), _term(c.object) if c.object else _text(c.value)) for c in claims]
    return turtle(triples, PREFIXES, DERIVED)


def _knowledge(folder: str, *more: source.Document) -> Knowledge:
    """What a folder says beside its derived links, and what some further documents say."""
    documents = tuple(d for d in source.read([folder]) if Path(d.name).name != LINKS)
    data = Statements((*documents, *more))
    if not data.has(LEADS_TO):
        data = Statements((*documents, *more, source.vocabulary()))
    return Knowledge(data)


def _term(short: str) -> str:
    prefix = short.partition(":")[0]
    return short if prefix in PREFIXES else f"<{short}>"


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"@en'
