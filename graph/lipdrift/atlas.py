"""The one door: a loaded ontology with one method per question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lipdrift import source
from lipdrift.answers import (
    Compare,
    Cuts,
    EvidenceOf,
    Explained,
    Explorer,
    Found,
    Gaps,
    Info,
    Kinds,
    Loops,
    Paths,
    Report,
    Shown,
    Story,
    Treatments,
    Verdict,
    WhatIf,
)
from lipdrift.causal import Knowledge
from lipdrift.limits import Limits
from lipdrift.model import Term
from lipdrift.questions import explorer as explorers
from lipdrift.questions.bounds import DEFAULT, Bounds
from lipdrift.questions.compare import compare
from lipdrift.questions.cuts import cuts
from lipdrift.questions.evidence import evidence
from lipdrift.questions.explain import explain
from lipdrift.questions.find import find, resolve
from lipdrift.questions.gaps import gaps
from lipdrift.questions.info import info
from lipdrift.questions.kinds import kinds
from lipdrift.questions.loops import loops
from lipdrift.questions.paths import paths
from lipdrift.questions.show import show
from lipdrift.questions.story import story
from lipdrift.questions.treatments import treatments
from lipdrift.questions.ways import outcome
from lipdrift.questions.whatif import whatif
from lipdrift.rdf import Statements
from lipdrift.source import Document
from lipdrift.terms import LEADS_TO

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from lipdrift.site import Site
    from lipdrift.sparql import Engine, Queried
    from lipdrift.sparql import Limits as QueryLimits


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

    def paths(self, cause: str, target: str | None = None, bounds: Bounds = DEFAULT) -> Paths:
        """How the cause leads to the target (default: lip filler migration), best-supported first.

        >>> answer = load().paths("ExcessiveFillerVolume")
        >>> [step.head.label for step in answer.routes[0].steps][0]
        'tissue capacity exceeded'
        """
        return paths(self.knowledge, self.term(cause), self._target(target), bounds)

    def kinds(self, cause: str, target: str | None = None, bounds: Bounds = DEFAULT) -> Kinds:
        """Which kinds of explanation lead from the cause to the target, counted, before any single one is told."""
        return kinds(self.knowledge, self.term(cause), self._target(target), bounds)

    def explain(self, *signs: str, absent: Iterable[str] = (), bounds: Bounds = DEFAULT) -> Explained:
        """Which explanations the literature gives for signs: conditions side by side, then causes in groups of ties.

        >>> load().explain("moustache shadow").conditions[0].condition.label
        'lip filler migration'
        """
        return explain(self.knowledge, self._terms(signs), self._terms(absent), bounds)

    def whatif(
        self, *without: str, target: str | None = None, sources: Iterable[str] = (), bounds: Bounds = DEFAULT
    ) -> WhatIf:
        """What is no longer reached if the terms are taken away, and which routes to the target stay open."""
        return whatif(self.knowledge, self._terms(without), self._target(target), self._terms(sources), bounds)

    def cuts(self, target: str, sources: Iterable[str] = (), bounds: Bounds = DEFAULT) -> Cuts:
        """Every smallest set of things that somebody can change and that stops all routes to the target."""
        return cuts(self.knowledge, self.term(target), self._terms(sources), bounds)

    def compare(self, first: str, second: str, target: str | None = None, bounds: Bounds = DEFAULT) -> Compare:
        """What the routes of two causes share, what only one has, where they meet and where they part."""
        return compare(self.knowledge, self.term(first), self.term(second), self._target(target), bounds)

    def loops(self, bounds: Bounds = DEFAULT) -> Loops:
        """Vicious circles, shortest first."""
        return loops(self.knowledge, bounds)

    def gaps(self, bounds: Bounds = DEFAULT) -> Gaps:
        """The matrix of causes and signs: how the best way between each two runs, and its weakest link."""
        return gaps(self.knowledge, bounds)

    def treatments(self, target: str, bounds: Bounds = DEFAULT) -> Treatments:
        """What acts on a target or on what leads to it, with risks, contra-indications and approvals."""
        return treatments(self.knowledge, self.term(target), bounds)

    def verify(self, file: str | Path) -> Verdict:
        """Whether the answer in a file (JSON, CSV, SVG or PNG) can be had again from its receipt."""
        from lipdrift.repeat import verify

        return verify(self.knowledge, Path(file))

    def _target(self, name: str | None) -> Term:
        return self.term(name) if name else outcome(self.knowledge)

    def _terms(self, names: Iterable[str]) -> list[Term]:
        return [self.term(name) for name in names]

    def evidence(self, term: str, other: str | None = None, bounds: Bounds = DEFAULT) -> EvidenceOf:
        """The claims about a term, or between two, with their evidence for and against."""
        return evidence(self.knowledge, self.term(term), self.term(other) if other else None, bounds)

    def sparql(self, query: str, limits: QueryLimits | None = None, name: str = "query") -> Queried:
        """The answer of a read-only SPARQL query within its limits; prefixes of ours need no declaration.

        Raises InputError with line and column, UsageError for what is refused, LimitReached for what takes too much.
        """
        from lipdrift.questions.sparql import sparql
        from lipdrift.sparql import Limits as QueryLimits

        return sparql(self.knowledge, self._engine, query, limits or QueryLimits(), name)

    @cached_property
    def _engine(self) -> Engine:
        from lipdrift.sparql import Engine

        return Engine(self.knowledge.data)

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
