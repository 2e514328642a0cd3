"""The figures in the README beside an ontology are those of the ontology."""

from __future__ import annotations

from pathlib import Path

from lipdrift import source
from lipdrift.check.subject import Finding, Found, Subject
from lipdrift.errors import Place
from lipdrift.questions.info import info
from lipdrift.views.counts import sentence, stated

README = "README.md"


def documents_count_right(subject: Subject) -> Found:
    """What stands between the marks of the README equals the graph. Nothing to say where there is no such place."""
    folder = _folder(subject)
    readme = folder.parent / README
    said = stated(readme.read_text(encoding="utf-8")) if readme.is_file() else None
    true = sentence(info(subject.kg), len(list((folder / "questions").glob("*.rq"))))
    if said and said[0] != true:
        place = Place(README if folder == source.folder() else str(readme), said[1], 1)
        text = f"the counts are not those of the ontology: {true}"
        yield Finding("", text, "run: lipdrift format", place=place)


def _folder(subject: Subject) -> Path:
    """The folder of the files under check: the shipped one, or that of the first file."""
    name = subject.data.documents[0].name
    return source.folder() if name.startswith("ontology/") else Path(name).resolve().parent
