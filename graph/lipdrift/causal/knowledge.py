"""The loaded ontology as one frozen value: terms, claims, and the arrows on which every search runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from lipdrift.causal import reading
from lipdrift.causal.claims import claims
from lipdrift.causal.net import Net, weave
from lipdrift.model import Caveat, Claim, Source, Term
from lipdrift.rdf import Statements
from lipdrift.terms import KINDS, LIP, expand

if TYPE_CHECKING:
    import networkx as nx


class Knowledge:
    """Terms, claims, sources and caveats by id, and the causal steps as integers in `arrows`.

    Nodes are numbered in the order of their labels, so that numbers sort as people read. ``steps[i]`` is what
    arrow ``i`` means. Nothing changes after it is made.
    """

    def __init__(self, data: Statements) -> None:
        self.data = data
        self.header = reading.header(data)
        self.relations = reading.relations(data)
        self.sources: Mapping[str, Source] = reading.sources(data)
        self.claims: Mapping[str, Claim] = claims(data, self.relations, self.sources)
        self.terms: Mapping[str, Term] = {t.id: t for t in self._read_terms()}
        self.kinds_of = reading.kinds_of(data)
        self.caveats = reading.caveats(data)
        self.nodes: tuple[Term, ...] = tuple(sorted(self.terms.values(), key=lambda t: (t.label, t.id)))
        self.number: Mapping[str, int] = {t.id: n for n, t in enumerate(self.nodes)}
        self.net = self.net_of(self.walked())
        self.steps, self.arrows = self.net.steps, self.net.arrows

    def _read_terms(self) -> list[Term]:
        typed = {iri for kind in KINDS for iri in self.data.subjects(reading.TYPE, LIP + kind)}
        named = {expand(i) for c in self.claims.values() for i in (c.subject, c.object) if i}
        return [reading.term(self.data, iri) for iri in sorted(typed | named)]

    def walked(self, signed: bool = False) -> list[Claim]:
        """The supported claims that routes may walk: the causal ones, and for signed questions the opposing ones."""

        def fits(claim: Claim) -> bool:
            relation = self.relations[claim.relation]
            return relation.causal or (signed and relation.polarity == "-")

        return [c for c in self.claims.values() if c.object and c.supported and fits(c)]

    def net_of(self, claims: Iterable[Claim]) -> Net:
        """The net of some claims: one step for each subject, relation and object that they state."""
        return weave(self.nodes, claims, self.relations, self.independent)

    @cached_property
    def signed(self) -> Net:
        """The net with the opposing claims in it."""
        return self.net_of(self.walked(signed=True))

    def independent(self, found: Iterable[Claim]) -> int:
        """How many independent sources support the claims; a curator's inference adds none."""
        return len({self.group(s) for c in found if not c.inferred for s in c.sources})

    def group(self, source: str) -> str:
        """The evidence group of a source: sources of one group are one voice."""
        return self.sources[source].group if source in self.sources else source

    def about(self, term: str) -> tuple[Claim, ...]:
        """The claims that name the term, sorted by id."""
        return tuple(c for c in self.claims.values() if term in (c.subject, c.object))

    def caveats_for(self, terms: Iterable[str], claims: Iterable[str]) -> tuple[Caveat, ...]:
        """The caveats that must stand beside any of these terms and claims."""
        terms, claims = set(terms), set(claims)
        return tuple(c for c in self.caveats if terms & set(c.terms) or claims & set(c.claims))

    def cited(self, claims: Iterable[Claim]) -> dict[str, Source]:
        """The sources that the claims name, for and against, by id."""
        ids = sorted({item.source for c in claims for item in c.evidence})
        return {i: self.sources[i] for i in ids if i in self.sources}

    @cached_property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The causal steps as a frozen networkx graph: a view for people, keyed by relation."""
        import networkx as nx

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for term in self.nodes:
            graph.add_node(term.id, label=term.label, kind=term.kind)
        for step in self.steps:
            graph.add_edge(
                step.tail.id,
                step.head.id,
                key=step.relation.id,
                strength=step.strength.word,
                disputed=step.disputed,
                inferred=step.inferred,
                claims=tuple(c.id for c in step.claims),
            )
        nx.freeze(graph)
        return graph
