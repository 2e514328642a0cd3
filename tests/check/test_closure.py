"""The OWL RL closure of the whole ontology, texts and evidence included; the check computes the part that can clash."""

from __future__ import annotations

import owlrl
import pytest
import rdflib

import lipdrift
from lipdrift.check.closure import closure_is_consistent
from lipdrift.check.subject import Subject
from lipdrift.rdf import Statements
from lipdrift.terms import LEADS_TO, LIP, curie
from tests.check.seeds import SHIPPED

KG = lipdrift.load().knowledge
PAIRS = {(s.tail.id, s.head.id) for s in KG.steps}


def closed(graph: rdflib.Graph) -> list[str]:
    closure = owlrl.OWLRL_Semantics(graph, False, False, False)
    closure.closure()
    return list(closure.error_messages)


def causal_pairs(graph: rdflib.Graph) -> set[tuple[str, str]]:
    return {(curie(str(s)), curie(str(o))) for s, o in graph.subject_objects(rdflib.URIRef(LEADS_TO))}


@pytest.mark.slow
def test_the_whole_closure_is_consistent_and_adds_no_causal_pair() -> None:
    graph = KG.data.to_rdflib()
    before = len(graph)
    assert closed(graph) == []
    assert len(graph) > before + 5000
    assert causal_pairs(graph) == PAIRS
    assert len(PAIRS) == 67
    upstream = list(graph.subject_objects(rdflib.URIRef(LIP + "upstreamOf")))
    assert len(upstream) > 10 * len(PAIRS)


def test_the_check_closes_every_link_and_every_kind() -> None:
    subject = Subject(Statements(SHIPPED), KG)
    assert list(closure_is_consistent(subject)) == []
