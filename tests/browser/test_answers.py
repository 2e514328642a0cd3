"""What the page works out by itself is what Python answers: reachability, open routes, comparisons, the filter."""

from __future__ import annotations

from itertools import combinations, permutations
from typing import Any

import networkx as nx
import pytest
from playwright.sync_api import Page

import lipdrift
from lipdrift.questions.bounds import Bounds

from .conftest import Opener

pytestmark = pytest.mark.browser

KG = lipdrift.load()
TERMS = KG.knowledge.terms
CAUSES = sorted(i for i, t in TERMS.items() if t.kind == "Cause")
PEER_REVIEWED = {"JournalArticle", "Review", "CaseReport", "Guideline", "Textbook"}
WHOLE = Bounds(limit=1000)


@pytest.fixture
def page(opener: Opener) -> Page:
    return opener("explorer.html").page


def world(page: Page, without: list[str], only: bool = False) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate("([w, o]) => lipdrift.world(w, o)", [without, only])
    return found


def compared_with_python(page: Page, without: list[str]) -> int:
    """Compares one question and returns how many terms are lost."""
    answer = KG.knowledge
    expected = KG.whatif(*without, bounds=WHOLE)
    found = world(page, without)
    assert found["gone"] == sorted(t.id for t in expected.removed), without
    assert found["lost"] == sorted(t.id for t in expected.unreachable), without
    routes = sorted(",".join(c.id for s in r.steps for c in s.claims) for r in expected.still_open)
    assert found["open"] == routes, without
    assert expected.receipt.complete
    assert answer is KG.knowledge
    return len(expected.unreachable)


def test_striking_out_any_one_term_leaves_what_python_says(page: Page) -> None:
    ends = sorted({i for c in KG.knowledge.walked() for i in (c.subject, c.object)})
    assert len(ends) >= 45
    assert {i for i in ends if TERMS[i].kind == "Cause"} == set(CAUSES)
    lost = [compared_with_python(page, [term]) for term in ends]
    assert sum(map(bool, lost)) >= 5


def test_striking_out_two_causes_or_a_cause_and_a_step_leaves_what_python_says(page: Page) -> None:
    steps = ["lip:TissueCapacityExceeded", "lip:UpwardDisplacementOfFiller", "lip:FillerPersistence"]
    pairs = [list(p) for p in combinations(CAUSES, 2)][::5] + [[c, s] for c in CAUSES for s in steps][::3]
    assert len(pairs) >= 40
    for pair in pairs:
        compared_with_python(page, pair)


def test_comparing_any_two_causes_says_what_python_says(page: Page) -> None:
    counted = 0
    for a, b in permutations(CAUSES, 2):
        expected = KG.compare(a, b)
        found = page.evaluate("([a, b]) => lipdrift.sides(a, b)", [a, b])
        assert found["shared"] == sorted(t.id for t in expected.shared)
        assert found["onlyA"] == sorted(t.id for t in expected.only_a)
        assert found["onlyB"] == sorted(t.id for t in expected.only_b)
        assert found["meet"] == (expected.meet.id if expected.meet else None)
        assert found["part"] == (expected.part.id if expected.part else None)
        counted += 1
    assert counted == len(CAUSES) * (len(CAUSES) - 1)


def test_every_cause_reaches_over_peer_reviewed_claims_what_a_graph_library_says(page: Page) -> None:
    sources = KG.knowledge.sources
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(TERMS)
    for claim in KG.knowledge.walked():
        kinds = {sources[s].kind for s in claim.sources}
        if kinds & PEER_REVIEWED and not claim.inferred:
            graph.add_edge(claim.subject, claim.object)
    everything = world(page, [], only=True)
    reached = set(CAUSES).union(*(nx.descendants(graph, c) for c in CAUSES))
    assert everything["reached"] == sorted(reached)
    signs = {i for i, t in TERMS.items() if t.kind == "Sign"}
    for cause in CAUSES:
        others = [c for c in CAUSES if c != cause]
        alone = world(page, others, only=True)
        kinds = {k for c in others for k in (c, *KG.knowledge.kinds_of.get(c, ()))}
        left = graph.copy()
        left.remove_nodes_from([k for k in kinds if k in left])
        direct = {(c.subject, c.object) for c in KG.knowledge.walked() if c.link_type == "IndirectKnownSteps"}
        spelled = {(c.subject, c.object) for c in KG.knowledge.walked() if c.link_type != "IndirectKnownSteps"}
        left.remove_edges_from(direct - spelled)
        expected = {cause, *nx.descendants(left, cause)} if cause in left else set()
        assert set(alone["reached"]) & signs == expected & signs, cause
