"""All triples of some documents, indexed by subject and by predicate, with the hash of the whole."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from lipdrift.errors import InputError, Place
from lipdrift.rdf.parse import too_long, triples
from lipdrift.source import Document
from lipdrift.terms import PREFIXES, curie

if TYPE_CHECKING:
    import rdflib

Node = ox.NamedNode | ox.BlankNode | ox.Literal


class Statements:
    """The triples of one or more documents. Reading only: nothing adds to it once it is made."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents = _admitted(documents)
        self.file_of: dict[str, Document] = {}
        self._by_subject: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
        self._subjects_of: dict[str, dict[str, None]] = defaultdict(dict)
        self._inverse: dict[str, dict[str, list[str]]] = {}
        self._triples: dict[ox.Triple, None] = {}
        for number, document in enumerate(self.documents):
            names = _Blanks(number)
            for triple in parse(document):
                self._add(document, names.stable(triple))

    def _add(self, document: Document, triple: ox.Triple) -> None:
        if triple in self._triples:
            return
        self._triples[triple] = None
        subject, predicate = key(triple.subject), triple.predicate.value
        self.file_of.setdefault(subject, document)
        if not isinstance(triple.object, ox.Triple):
            self._by_subject[subject][predicate].append(triple.object)
        self._subjects_of[predicate][subject] = None

    def __len__(self) -> int:
        return len(self._triples)

    def __iter__(self) -> Iterator[ox.Triple]:
        return iter(self._triples)

    def objects(self, subject: str, predicate: str) -> list[Node]:
        """All objects of a subject and predicate, in the order of the files."""
        return self._by_subject.get(subject, {}).get(predicate, [])

    def ids(self, subject: str, predicate: str) -> list[str]:
        """The objects that are no literals, as IRIs, sorted."""
        return sorted(key(o) for o in self.objects(subject, predicate) if not isinstance(o, ox.Literal))

    def texts(self, subject: str, predicate: str, lang: str | None = None) -> list[str]:
        """The literal objects as text, sorted; with ``lang`` only those with that language tag."""
        return sorted(
            o.value
            for o in self.objects(subject, predicate)
            if isinstance(o, ox.Literal) and (lang is None or o.language == lang)
        )

    def text(self, subject: str, predicate: str) -> str:
        """The first literal object in sort order, "" where there is none."""
        return next(iter(self.texts(subject, predicate)), "")

    def by_language(self, subject: str, predicate: str) -> dict[str, str]:
        """Language tag to text, the first in sort order where a language has several."""
        found: dict[str, str] = {}
        for literal in self.objects(subject, predicate):
            if isinstance(literal, ox.Literal):
                lang = literal.language or ""
                found[lang] = min(found.get(lang, literal.value), literal.value)
        return dict(sorted(found.items()))

    def subjects(self, predicate: str, object_iri: str | None = None) -> list[str]:
        """The subjects that have the predicate (with that object), sorted."""
        found = self._subjects_of.get(predicate, {})
        if object_iri is None:
            return sorted(found)
        if predicate not in self._inverse:
            inverse: dict[str, list[str]] = defaultdict(list)
            for subject in found:
                for value in {key(o) for o in self.objects(subject, predicate)}:
                    inverse[value].append(subject)
            self._inverse[predicate] = inverse
        return sorted(self._inverse[predicate].get(object_iri, ()))

    def predicates(self) -> list[str]:
        """Every predicate in use, sorted."""
        return sorted(self._subjects_of)

    def has(self, subject: str) -> bool:
        """Whether anything is said of the subject."""
        return subject in self._by_subject

    def place(self, subject: str, predicate: str | None = None) -> Place:
        """Where the subject (or its predicate) stands, as exactly as the syntax lets us tell."""
        document = self.file_of.get(subject)
        if document is None:
            return Place(self.documents[0].name if self.documents else "<nothing>")
        if document.suffix not in (".ttl", ".nt") or not document.data:
            return Place(document.name)
        from lipdrift.turtle.blocks import locate  # only a refusal needs it

        index = locate(document.data.decode("utf-8"), document.name)
        return index.place(subject, predicate) or index.place(subject) or Place(document.name)

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the sorted N-Triples of all statements."""
        made = hashlib.sha256()
        for line in sorted(map(str, self._triples)):
            made.update(f"{line} .\n".encode())
        return made.hexdigest()

    def to_ntriples(self) -> bytes:
        """All statements as sorted N-Triples, one a line."""
        return "".join(f"{line} .\n" for line in sorted(map(str, self._triples))).encode()

    def to_store(self) -> ox.Store:
        """A SPARQL store with the same statements; a new one at each call."""
        store = ox.Store()
        store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in self._triples)
        return store

    def rows(self, query: str, store: ox.Store | None = None) -> list[str]:
        """The rows of a SELECT, each as text: short names and plain literals, joined by a space."""
        found = (store or self.to_store()).query(query, prefixes=PREFIXES)
        if not isinstance(found, ox.QuerySolutions):
            return [str(found)]
        return [" ".join(curie(key(value)) if value is not None else "" for value in row) for row in found]

    def to_rdflib(self) -> rdflib.Graph:
        """A plain rdflib graph with the same statements; a new one at each call."""
        import rdflib

        from lipdrift.rdf.elsewhere import node, quiet

        graph = rdflib.Graph()
        with quiet():
            for t in sorted(self._triples, key=str):
                graph.add((node(t.subject), rdflib.URIRef(t.predicate.value), node(t.object)))
        return graph


class _Blanks:
    """Gives blank nodes names by file and order of appearance, so that the same bytes give the same hash."""

    def __init__(self, file_number: int) -> None:
        self.file_number = file_number
        self.known: dict[ox.BlankNode, ox.BlankNode] = {}

    def stable(self, triple: ox.Triple) -> ox.Triple:
        """The triple with its blank nodes renamed."""
        if not isinstance(triple.subject, ox.BlankNode) and not isinstance(triple.object, ox.BlankNode):
            return triple
        return ox.Triple(self._named(triple.subject), triple.predicate, self._named(triple.object))

    def _named(self, node: Any) -> Any:
        if not isinstance(node, ox.BlankNode):
            return node
        named = self.known.get(node)
        if named is None:
            named = self.known[node] = ox.BlankNode(f"f{self.file_number}b{len(self.known)}")
        return named


def key(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """The IRI of a named node, ``_:id`` of a blank one, the text of a literal."""
    return f"_:{node.value}" if isinstance(node, ox.BlankNode) else getattr(node, "value", str(node))


def parse(document: Document) -> Iterator[ox.Triple]:
    """The triples of a document; InputError with file, line and column where it breaks, or where it is empty.

    What is foreign goes through the limited child first, unless that was done.
    """
    (document,) = _admitted([document])
    if document.refused is not None:
        raise document.refused
    if document.lines is None:
        yield from triples(document)
        return
    try:
        for quad in ox.parse(document.lines, format=ox.RdfFormat.N_TRIPLES):
            yield quad.triple
    except SyntaxError as error:
        what = f"the statements read from it came back damaged ({error.msg})"
        raise InputError(Place(document.name), what, "try again") from None
    except MemoryError:
        raise too_long(document) from None


def _admitted(documents: Iterable[Document]) -> tuple[Document, ...]:
    """The documents, none of them foreign and unread any more."""
    found = tuple(documents)
    if not any(d.foreign and d.lines is None and d.refused is None for d in found):
        return found
    from lipdrift.rdf.limited import admitted  # what starts a process is loaded when one is needed

    return admitted(found)
