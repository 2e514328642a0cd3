"""What the rules look at: the statements, the knowledge read from them, and where each statement stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from lipdrift.answers import Problem
from lipdrift.causal import Knowledge
from lipdrift.errors import Place
from lipdrift.rdf import Statements
from lipdrift.terms import KINDS, LIP, RDF, curie, expand
from lipdrift.turtle.blocks import Index, locate

Found = Iterator["Finding"]
TYPE = RDF + "type"


class Finding:
    """A problem before its place is looked up: the IRI it is about, and the predicate or object that is wrong."""

    def __init__(
        self, iri: str, message: str, fix: str, predicate: str = "", obj: str | None = None, place: Place | None = None
    ) -> None:
        self.iri = iri
        self.message = message
        self.fix = fix
        self.predicate = predicate
        self.object = obj
        self.place = place


class Subject:
    """An ontology under check. Places come from the text of its Turtle files."""

    def __init__(self, data: Statements, knowledge: Knowledge) -> None:
        self.data = data
        self.kg = knowledge

    @cached_property
    def indexes(self) -> list[Index]:
        """The places of every Turtle file's statements, in the order of the files."""
        documents = [d for d in self.data.documents if d.suffix in (".ttl", ".nt") and d.data]
        return [locate(d.data.decode("utf-8"), d.name) for d in documents]

    @cached_property
    def terms(self) -> list[str]:
        """The IRIs of everything that has one of our kinds, sorted."""
        return sorted({iri for kind in KINDS for iri in self.data.subjects(TYPE, LIP + kind)})

    @cached_property
    def claims(self) -> list[str]:
        """The IRIs of all claims, sorted."""
        return self.data.subjects(TYPE, LIP + "Claim")

    def draft(self, iri: str) -> bool:
        """Whether it says of itself that it is a draft: then some rules only warn."""
        return self.data.text(iri, LIP + "draft") == "true"

    def place(self, finding: Finding) -> Place:
        """Where the wrong statement stands, or its subject, or its file."""
        if finding.place:
            return finding.place
        for asked in ((finding.predicate, finding.object), (finding.predicate, None)):
            found = self._first(index.place(finding.iri, *asked) for index in self.indexes if asked[0])
            if found:
                return found
        return self._home(finding.iri) or self.data.place(finding.iri)

    def _home(self, iri: str) -> Place | None:
        """Where the IRI is said to be something, else where it is first a subject."""
        at_home = [index for index in self.indexes if index.place(iri, TYPE)]
        return self._first(index.place(iri) for index in at_home or self.indexes)

    @staticmethod
    def _first(places: Iterable[Place | None]) -> Place | None:
        return next((place for place in places if place), None)

    def problem(self, code: str, level: str, finding: Finding) -> Problem:
        """The finding as it is reported."""
        place = self.place(finding)
        message = re.sub(r"\s+", " ", finding.message)
        return Problem(place.file, place.line, place.column, level, code, message, finding.fix)


def name(iri: str) -> str:
    """The short name of an IRI, as messages use it."""
    return curie(iri)


def iri(short: str) -> str:
    """The IRI of a short name."""
    return expand(short)
