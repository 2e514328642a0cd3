"""``format``: Turtle files in their stable form, ``links.ttl`` derived from the claims, the counts in the README.

Authors write claims; one direct triple beside each supported claim lets plain SPARQL and networkx do without joins.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lipdrift import source
from lipdrift.causal import Knowledge
from lipdrift.errors import InputError, Place
from lipdrift.limits import Limits
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


def format_files(names: Sequence[str], write_them: bool = True, limits: Limits | None = None) -> list[str]:
    """The names of the files whose content changes. Nothing is written unless every file can be read."""
    from lipdrift.rdf.limited import admitted

    folders = [source.local(n) for n in names] or [source.folder()]
    read = source.read(map(str, folders), limits)
    given = {Path(d.name): d.data for d in read}
    wanted: dict[Path, bytes] = {}
    documents = admitted([d for d in read if Path(d.name).name != LINKS], limits)
    for document in documents:
        wanted[Path(document.name)] = _formatted(document)
    for path in folders:
        inside = tuple(d for d in documents if Path(d.name).parent == path)
        if inside:
            wanted |= _derived(path, inside)
    changed = [p for p in sorted(wanted) if (given[p] if p in given else _present(p)) != wanted[p]]
    for path in changed if write_them else ():
        write(path, wanted[path])
    return [str(p) for p in changed]


def _present(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _derived(folder: Path, inside: tuple[source.Document, ...]) -> dict[Path, bytes]:
    """What follows from the claims: the direct triples, and the counts where a README beside the folder has marks."""
    made = links(inside).encode()
    readme = folder.resolve().parent / README
    found = {folder / LINKS: made}
    text = readme.read_text(encoding="utf-8") if readme.is_file() else ""
    if counts.stated(text):
        kg = _knowledge((*inside, source.Document(str(folder / LINKS), made)))
        questions = len(list((folder / "questions").glob("*.rq")))
        found[readme] = counts.replaced(text, counts.sentence(info(kg), questions)).encode()
    return found


def _formatted(document: source.Document) -> bytes:
    if document.refused is not None:
        raise document.refused
    place = Place(document.name)
    if document.suffix != ".ttl":
        raise InputError(place, "only Turtle has a stable form", "give Turtle files")
    if not document.data:
        raise InputError(place, "the file is too large to be formatted", "split it into several")
    return format_text(document.data.decode("utf-8"), document.name).encode()


def links(documents: tuple[source.Document, ...]) -> str:
    """The direct triples of the documents' supported claims as Turtle."""
    return direct(_knowledge(documents))


def direct(kg: Knowledge) -> str:
    """One direct triple beside each claim that some item supports, as Turtle."""
    claims = [c for c in kg.claims.values() if c.evidence and c.supported]
    triples = [(_term(c.subject), _term(c.relation), _term(c.object) if c.object else _text(c.value)) for c in claims]
    return turtle(triples, PREFIXES, DERIVED)


def _knowledge(documents: tuple[source.Document, ...]) -> Knowledge:
    """What the documents say, with our vocabulary where they bring none."""
    data = Statements(documents)
    if not data.has(LEADS_TO):
        data = Statements((*documents, source.vocabulary()))
    return Knowledge(data)


def _term(short: str) -> str:
    prefix = short.partition(":")[0]
    return short if prefix in PREFIXES else f"<{short}>"


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"@en'
