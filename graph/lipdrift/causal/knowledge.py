"""The loaded ontology as one frozen value: terms, claims, and the arrows on which every search runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from lipdrift.answers import Step
from lipdrift.causal import reading
from lipdrift.causal.claims import claims
from lipdrift.model import Caveat, Claim, Source, Term
from lipdrift.rdf import Statements
from lipdrift.search.arrows import Arrows
from lipdrift.terms import KINDS, LIP, LinkType, Strength, expand

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
        self.steps: tuple[Step, ...] = tuple(self._merge_claims())
        self.arrows = Arrows.build(
            len(self.nodes),
            [(self.number[s.tail.id], self.number[s.head.id], rank(s)) for s in self.steps],
        )

    def _read_terms(self) -> list[Term]:
        typed = {iri for kind in KINDS for iri in self.data.subjects(reading.TYPE, LIP + kind)}
        named = {expand(i) for c in self.claims.values() for i in (c.subject, c.object) if i}
        return [reading.term(self.data, iri) for iri in sorted(typed | named)]

    def _merge_claims(self) -> Iterator[Step]:
        """One step for each subject, relation and object that some supported causal claim states."""
        together: dict[tuple[int, int, str], list[Claim]] = defaultdict(list)
        for claim in self.claims.values():
            if claim.object and claim.supported and self.relations[claim.relation].causal:
                ends = (self.number[claim.subject], self.number[claim.object])
                together[(*ends, claim.relation)].append(claim)
        for (tail, head, relation), found in sorted(together.items()):
            yield self._step(self.nodes[tail], relation, self.nodes[head], found)

    def _step(self, tail: Term, relation: str, head: Term, found: list[Claim]) -> Step:
        best = max(found, key=lambda c: (c.strength, c.independent, c.id))
        meaning = self.relations[relation]
        sources = sorted({s for c in found for s in c.sources})
        jumps = {LinkType.KNOWN_STEPS, LinkType.UNKNOWN_STEPS}
        return Step(
            tail=tail,
            relation=meaning,
            head=head,
            strength=best.strength,
            disputed=any(c.disputed for c in found),
            inferred=all(c.inferred for c in found),
            jumps=all(c.link_type in jumps for c in found),
            summary=all(c.link_type is LinkType.KNOWN_STEPS for c in found),
            claims=tuple(found),
            sources=tuple(sources),
            independent=0 if all(c.inferred for c in found) else self.independent(found),
            polarity=meaning.polarity,
        )

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


def rank(step: Step) -> int:
    """The strength of a step as one number that sorts: strength first, then independent sources."""
    return rank_of(step.strength, step.independent)


def rank_of(strength: Strength, independent: int = 0) -> int:
    """The lowest rank that a step of this strength with so many independent sources has."""
    return int(strength) * 10_000 + min(independent, 9_999)
