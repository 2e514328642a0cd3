"""The one door: a loaded ontology with one method per question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lipdrift import source
from lipdrift.answers import EvidenceOf, Explorer, Found, Info, Paths, Report, Shown, Story
from lipdrift.causal import Knowledge
from lipdrift.limits import Limits
from lipdrift.model import Term
from lipdrift.questions import explorer as explorers
from lipdrift.questions.evidence import evidence
from lipdrift.questions.find import find, resolve
from lipdrift.questions.info import info
from lipdrift.questions.paths import Bounds, outcome, paths
from lipdrift.questions.show import show
from lipdrift.questions.story import story
from lipdrift.rdf import Statements
from lipdrift.source import Document
from lipdrift.terms import LEADS_TO

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from lipdrift.site import Site


def load(*ontology: str | Path, limits: Limits | None = None) -> Atlas:
    """The shipped ontology, or the one in the files or folders that are named.

    Files that are not ours are read in a limited child process. Raises InputError with file, line and column for
    what cannot be read within the limits (default: 30 s, 1 GiB).

    >>> load().find("duck lip").terms[0].label
    'duck lip'
    """
    documents = _named([str(o) for o in ontology], limits) if ontology else source.shipped()
    data = Statements(documents)
    if not data.has(LEADS_TO):
        data = Statements((*documents, source.vocabulary()))
    return Atlas(Knowledge(data))


def _named(names: Sequence[str], limits: Limits | None) -> tuple[Document, ...]:
    """The documents that the user named, the foreign ones read by the limited child; a folder with all its files."""
    from lipdrift.rdf.limited import admitted

    return admitted(source.read(names, limits), limits)


def check_files(*paths: str | Path, off: Mapping[str, str] | None = None, limits: Limits | None = None) -> Report:
    """Every problem of the shipped ontology, or of the files and folders that are named, with its place and fix.

    ``off`` maps rules to the reason why they are left out.
    """
    from lipdrift.check import run

    names = [str(p) for p in paths]
    documents = _named(names, limits) if names else source.shipped()
    return run(documents, source.vocabulary(), source.questions(names), off)


class Atlas:
    """Questions about one loaded ontology. Terms are given as ids, IRIs, local names, labels or synonyms."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def term(self, name: str) -> Term:
        """The one term of that name; UnknownTerm or AmbiguousTerm otherwise."""
        return resolve(self.knowledge, name)

    @staticmethod
    def check(*paths: str | Path, off: Mapping[str, str] | None = None) -> Report:
        """Every problem of the shipped ontology, or of the files and folders that are named."""
        return check_files(*paths, off=off)

    def info(self) -> Info:
        """What is loaded, counted, with its hash and how to cite it."""
        return info(self.knowledge)

    def find(self, text: str) -> Found:
        """Terms whose label, id or synonym in any language holds the text, best first."""
        return find(self.knowledge, text)

    def show(self, term: str) -> Shown:
        """One term with every claim that names it."""
        return show(self.knowledge, self.term(term))

    def paths(self, cause: str, target: str | None = None, bounds: Bounds | None = None) -> Paths:
        """How the cause leads to the target (default: lip filler migration), best-supported first.

        >>> answer = load().paths("ExcessiveFillerVolume")
        >>> [step.head.label for step in answer.routes[0].steps][0]
        'tissue capacity exceeded'
        """
        end = self.term(target) if target else outcome(self.knowledge)
        return paths(self.knowledge, self.term(cause), end, bounds or Bounds())

    def evidence(self, term: str, other: str | None = None) -> EvidenceOf:
        """The claims about a term, or between two, with their evidence for and against."""
        return evidence(self.knowledge, self.term(term), self.term(other) if other else None)

    def sparql(self, query: str, form: str = "json", name: str = "query") -> bytes:
        """The answer of a read-only SPARQL query: tables as json, xml, csv, tsv; graphs as ttl, nt, jsonld, rdfxml."""
        from lipdrift import sparql

        return sparql.answer(self.knowledge.data, query, form, name)

    def export(self, form: str, table: str = "claims") -> bytes:
        """The whole ontology as ttl, nt, jsonld or rdfxml, a table of it as csv, its sources as a reference list."""
        from lipdrift import sparql
        from lipdrift.views import references
        from lipdrift.views import table as tables

        kg = self.knowledge
        lists = {"bibtex": references.to_bibtex, "ris": references.to_ris, "csl-json": references.to_csl}
        if form in lists:
            return lists[form](kg.sources.values()).encode()
        if form != "csv":
            return sparql.graph(kg.data, form)
        if table == "terms":
            return tables.terms(kg.terms[i] for i in sorted(kg.terms)).encode()
        if table == "sources":
            return tables.sources(kg.sources[i] for i in sorted(kg.sources)).encode()
        return tables.claims(kg.claims.values(), kg.terms).encode()

    def cite(self) -> str:
        """One line that cites the ontology, with version and address."""
        return self.info().cite

    def story(self, cause: str) -> Story:
        """The lesson of one cause."""
        return story(self.knowledge, self.term(cause))

    def explorer(self, cause: str | None = None) -> Explorer:
        """What the page about everything shows, or the page about one cause."""
        if cause is None:
            return explorers.explorer(self.knowledge)
        return explorers.about(self.knowledge, self.term(cause))

    def build(self, folder: str | Path = "output", progress: Callable[[str], None] = lambda line: None) -> Site:
        """Writes the site; nothing is touched unless every page could be drawn. OutputError names a bad folder."""
        from lipdrift.site import build

        return build(self.knowledge, Path(folder), progress)

    @property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The causal steps as a frozen networkx graph."""
        return self.knowledge.graph

    @cached_property
    def rdf(self) -> rdflib.Graph:
        """All statements as a plain rdflib graph; changing it changes nothing else."""
        return self.knowledge.data.to_rdflib()
