"""The site that ``build`` writes: the explorer, a page for each cause, the entry page, the data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lipdrift.answers import Gaps
from lipdrift.causal import Knowledge
from lipdrift.errors import UsageError
from lipdrift.questions.explorer import about, explorer
from lipdrift.questions.gaps import gaps
from lipdrift.questions.info import info
from lipdrift.writing import sweep, write_all

Progress = Callable[[str], None]
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Site:
    """What was written: the folder, its entry, the explorer, and all files by name, sorted."""

    folder: Path
    files: tuple[str, ...]

    @property
    def explorer(self) -> Path:
        """The page about everything."""
        return self.folder / "explorer.html"


def build(kg: Knowledge, folder: Path, progress: Progress) -> Site:
    """Answers every question once, draws every page in memory, and only then writes them, each one whole."""
    files = dict(pages(kg, progress))
    swept = sweep(folder)
    if swept:
        progress(f"removed {swept} unfinished files of a build that was stopped")
    progress(f"writing {len(files)} files to {folder}")
    write_all(folder, files)
    return Site(folder, tuple(sorted(files)))


def pages(kg: Knowledge, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file of the site."""
    from lipdrift.views import page

    whole = explorer(kg)
    progress(f"explorer: {len(whole.terms)} terms, {len(whole.claims)} claims, {len(whole.stories)} causes")
    yield "explorer.html", page.render(whole)
    names = page_names(told.cause.id for told in whole.stories)
    for told in whole.stories:
        progress(f"cause: {told.cause.label} ({len(told.paths.routes)} routes)")
        yield names[told.cause.id], page.render(about(kg, told.cause, told))
    found = _gaps(kg)
    yield "index.html", page.render_index(whole, names, info(kg), found)
    if found:
        yield "data/gaps.csv", found.to_csv().encode("utf-8", "backslashreplace")
    progress("data: Turtle, N-Triples, tables, references")
    yield from data(kg)


def _gaps(kg: Knowledge) -> Gaps | None:
    """The gap matrix, None where the graph tells no causes or signs apart or has no outcome."""
    try:
        return gaps(kg)
    except UsageError:
        return None


def data(kg: Knowledge) -> Iterator[tuple[str, bytes]]:
    """The downloads: the graph, its tables, its sources."""
    from lipdrift import sparql
    from lipdrift.views import references, table

    yield "data/lipdrift.ttl", sparql.graph(kg.data, "ttl")
    yield "data/lipdrift.nt", kg.data.to_ntriples()
    yield "data/claims.csv", table.claims(kg.claims.values(), kg.terms).encode()
    yield "data/terms.csv", table.terms(kg.terms[i] for i in sorted(kg.terms)).encode()
    yield "data/sources.csv", table.sources(kg.sources[i] for i in sorted(kg.sources)).encode()
    yield "data/references.bib", references.to_bibtex(kg.sources.values()).encode()


def page_names(terms: Iterable[str]) -> dict[str, str]:
    """A file of its own for each term, sorted: short enough for any disk, none empty, numbered where two would be one.

    >>> page_names(["https://a.org/Same", "https://b.org/Same"])
    {'https://a.org/Same': 'causes/same.html', 'https://b.org/Same': 'causes/same-2.html'}
    """
    names: dict[str, str] = {}
    for term in sorted(terms):
        stem = slug(term)[:LONGEST].strip("-") or "cause"
        tries = (stem, *(f"{stem}-{n}" for n in range(2, len(names) + 3)))
        names[term] = next(name for t in tries if (name := f"causes/{t}.html") not in set(names.values()))
    return names


def slug(term: str) -> str:
    """A file name for a term: its local name in lower case with hyphens.

    >>> slug("lip:TooShallowInjection")
    'too-shallow-injection'
    """
    local = re.split(r"[:/#]", term)[-1]
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", local).lower()).strip("-")
