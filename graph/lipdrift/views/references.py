"""Sources as reference lists that other programs read: BibTeX, RIS and CSL-JSON. Nothing is filled in."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from lipdrift.model import Source
from lipdrift.views.safe import bibtex, bibtex_verbatim, one_line

BIBTEX_TYPES = {"JournalArticle": "article", "Review": "article", "CaseReport": "article", "Textbook": "incollection"}
RIS_TYPES = {"JournalArticle": "JOUR", "Review": "JOUR", "CaseReport": "JOUR", "Textbook": "CHAP", "News": "NEWS"}
CSL_TYPES = {"JournalArticle": "article-journal", "Review": "article-journal", "CaseReport": "article-journal"}


def to_bibtex(sources: Iterable[Source]) -> str:
    """One entry a source, sorted by key; fields that a source does not state are left out."""
    return "\n".join(_bibtex(s) for s in sorted(sources, key=lambda s: s.id))


def _bibtex(source: Source) -> str:
    fields = {
        "author": " and ".join(_name(name) for name in _authors(source)),
        "title": f"{{{bibtex(source.title)}}}" if source.title else "",
        "journal": bibtex(source.container) if _is_article(source) else "",
        "booktitle": bibtex(source.container) if source.kind == "Textbook" else "",
        "howpublished": "" if source.kind in BIBTEX_TYPES else bibtex(source.container),
        "year": bibtex(source.year),
        "doi": bibtex_verbatim(source.doi),
        "url": bibtex_verbatim(source.url),
        "note": bibtex(f"Not stated: {', '.join(source.not_stated)}") if source.not_stated else "",
    }
    lines = [f"  {name} = {{{text}}}," for name, text in fields.items() if text]
    return "\n".join([f"@{BIBTEX_TYPES.get(source.kind, 'misc')}{{{key(source)},", *lines, "}", ""])


def _name(name: str) -> str:
    """A name; in braces where BibTeX would take it for two."""
    return f"{{{bibtex(name)}}}" if " and " in f" {one_line(name).lower()} " else bibtex(name)


def to_ris(sources: Iterable[Source]) -> str:
    """One record a source, sorted by key, with the line ends that RIS asks for."""
    records = ["\r\n".join(_ris(s)) for s in sorted(sources, key=lambda s: s.id)]
    return "\r\n".join(records)


def _ris(source: Source) -> list[str]:
    rows = [("TY", RIS_TYPES.get(source.kind, "ELEC")), ("ID", key(source))]
    rows += [("AU", name) for name in _authors(source)]
    rows += [
        ("TI", source.title),
        ("T2", source.container),
        ("PY", source.year),
        ("DO", source.doi),
        ("UR", source.url),
    ]
    return [f"{tag}  - {one_line(text)}" for tag, text in rows if text] + ["ER  - ", ""]


def to_csl(sources: Iterable[Source]) -> str:
    """The sources as CSL-JSON items, sorted by id."""
    return json.dumps([_csl(s) for s in sorted(sources, key=lambda s: s.id)], ensure_ascii=False, indent=2) + "\n"


def _csl(source: Source) -> dict[str, object]:
    item: dict[str, object] = {"id": key(source), "type": _csl_type(source), "title": source.title}
    if source.authors:
        item["author"] = [{"literal": name} for name in _authors(source)]
    if source.year:
        item["issued"] = {"date-parts": [[int(source.year)]]}
    optional = {"container-title": source.container, "DOI": source.doi, "URL": source.url}
    return item | {name: text for name, text in optional.items() if text}


def _csl_type(source: Source) -> str:
    return CSL_TYPES.get(source.kind, {"Textbook": "chapter", "News": "article-newspaper"}.get(source.kind, "webpage"))


def key(source: Source) -> str:
    """The citation key: the local name of the source."""
    return re.sub(r"[^A-Za-z0-9-]", "-", source.id.removeprefix("src:"))


def _authors(source: Source) -> list[str]:
    return [name.strip() for name in source.authors.split(";") if name.strip()]


def _is_article(source: Source) -> bool:
    return BIBTEX_TYPES.get(source.kind) == "article"
