"""What OWL RL infers from the vocabulary, the kinds of the terms and the links between them.

The whole ontology has 9,000 statements, most of them texts, evidence and sources, which say nothing that the rules of
OWL RL could turn against each other; its full closure takes ten seconds and is computed by a test. Here stand the
statements that can be inconsistent: what is a kind of what, and what is linked to what.
"""

from __future__ import annotations

import re

import pyoxigraph as ox

from lipdrift.check.subject import TYPE, Finding, Found, Subject, name
from lipdrift.rdf import key
from lipdrift.terms import KINDS, LEADS_TO, LIP, OWL, RDFS, curie, expand

SCHEMA = {RDFS + w for w in ("subClassOf", "subPropertyOf", "domain", "range")} | {
    OWL + w
    for w in (
        "disjointWith",
        "equivalentClass",
        "equivalentProperty",
        "inverseOf",
        "propertyDisjointWith",
        "sameAs",
        "differentFrom",
    )
}


def closure_is_consistent(subject: Subject) -> Found:
    """The OWL RL closure holds no contradiction, and no causal pair that no claim states."""
    import owlrl
    import rdflib

    graph = rdflib.Graph()
    for triple in _walked(subject):
        tail, predicate, head = map(rdflib.URIRef, triple)
        graph.add((tail, predicate, head))
    closure = owlrl.OWLRL_Semantics(graph, False, False, False)
    closure.closure()
    for message in sorted(closure.error_messages):
        short = re.sub(r"https?://[^\s,')]+", lambda iri: curie(iri.group()), message)
        text = f"OWL RL finds a contradiction: {short}"
        yield Finding(_about(message, subject), text, "correct the kind, the domain or range, or the link")
    claimed = {(s.tail.id, s.head.id) for s in subject.kg.steps}
    inferred = {(str(s), str(o)) for s, o in graph.subject_objects(rdflib.URIRef(LEADS_TO))}
    for first, last in sorted(inferred):
        if (curie(first), curie(last)) not in claimed:
            text = f"{name(first)} leads to {name(last)} by inference, and no claim says so"
            yield Finding(first, text, "remove the axiom that infers it, or add the claim")


def _walked(subject: Subject) -> set[tuple[str, str, str]]:
    """Schema, declarations, kinds and links between terms; the claims' own properties and all texts stay out.

    So does the transitivity of what is not causal, such as lip:upstreamOf: the kinds that it could infer follow from
    the first and the last pair of each way already, and the pairs grow with the square of the ontology.
    """
    relations = {expand(c.relation) for c in subject.kg.claims.values()}
    kinds = {LIP + kind for kind in KINDS}
    found = set()
    for triple in subject.data:
        predicate, target = triple.predicate.value, key(triple.object)
        declared = predicate == TYPE and (target in kinds or target.startswith(OWL))
        linked = predicate in relations and isinstance(triple.object, ox.NamedNode)
        if target == OWL + "TransitiveProperty" and not _causal(subject, key(triple.subject)):
            continue
        if declared or linked or predicate in SCHEMA:
            found.add((key(triple.subject), predicate, target))
    return found


def _causal(subject: Subject, predicate: str) -> bool:
    relation = subject.kg.relations.get(curie(predicate))
    return relation is not None and relation.causal


def _about(message: str, subject: Subject) -> str:
    """The last IRI in the message that the ontology describes: the individual, where there is one."""
    iris = [iri for iri in re.findall(r"https?://[^\s,')]+", message) if subject.data.has(iri)]
    return iris[-1] if iris else ""
