"""Rules about the whole: connections, order, circles, reach."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

import networkx as nx
import pyoxigraph as ox

from lipdrift.check.subject import TYPE, Finding, Found, Subject, iri, name
from lipdrift.model import Term
from lipdrift.rdf import key
from lipdrift.terms import KINDS, LIP, OUTCOME, OWL, RDFS, curie

LONGEST_CIRCLE = 12
MOST_CIRCLES = 1000
PLACES = ("Structure", "InjectionLayer")


def no_orphans(subject: Subject) -> Found:
    """Each term is named by a claim, or is the place of something."""
    kg = subject.kg
    named = {i for c in kg.claims.values() for i in (c.subject, c.object, *c.sites, *c.needs_also)}
    named |= {s for t in kg.terms.values() for s in t.sites}
    for term in _sorted(kg.terms.values()):
        if term.id not in named:
            yield Finding(iri(term.id), f"no claim names {term.id}", "add a claim about it, or remove it")


def _sorted(terms: Iterable[Term]) -> list[Term]:
    return sorted(terms, key=lambda t: t.id)


def parts_and_layers(subject: Subject) -> Found:
    """Only structures are parts, no part contains its whole, and the tissue layers count 1, 2, 3 …"""
    kg = subject.kg
    parts = [c for c in kg.claims.values() if c.relation == "lip:partOf" and c.object in kg.terms]
    for claim in parts:
        for end in (claim.subject, claim.object):
            if kg.terms[end].kind not in PLACES:
                text = f"{claim.id}: {end} is a {kg.terms[end].kind} and cannot be a part or a whole"
                yield Finding(iri(claim.id), text, "use lip:elementOf or lip:kindOf", LIP + "relation")
    graph: nx.DiGraph[str] = nx.DiGraph((c.subject, c.object) for c in parts)
    circles, more = _circles(graph)
    if more:
        yield Finding("", more, "remove some of these claims", place=kg.data.place(iri(parts[0].id)))
    for circle in circles:
        closing = next(c for c in parts if c.subject == circle[-1] and c.object == circle[0])
        text = f"parts in a circle: {' → '.join([*circle, circle[0]])}"
        yield Finding(iri(closing.id), text, "remove one of these claims")
    layers = sorted((t.layer, t.id) for t in kg.terms.values() if t.layer is not None)
    if [n for n, _ in layers] != list(range(1, len(layers) + 1)):
        text = f"the tissue layers are numbered {', '.join(str(n) for n, _ in layers)}"
        wrong = next(i for place, (n, i) in enumerate(layers, 1) if n != place)
        yield Finding(iri(wrong), text, "count from 1 without gaps or doubles", LIP + "layerOrder")


def circles_are_listed(subject: Subject) -> Found:
    """Nothing leads to itself, and every causal circle is a listed feedback loop."""
    kg = subject.kg
    loops = [
        {curie(c) for c in subject.data.ids(loop, LIP + "throughClaim")}
        for loop in subject.data.subjects(LIP + "throughClaim")
    ]
    graph: nx.DiGraph[str] = nx.DiGraph()
    for step in kg.steps:
        if step.tail.id == step.head.id:
            claim = step.claims[0].id
            yield Finding(iri(claim), f"{claim}: {step.tail.id} leads to itself", "remove the claim")
        elif not step.summary:
            claims = graph.get_edge_data(step.tail.id, step.head.id, {"claims": set()})["claims"]
            graph.add_edge(step.tail.id, step.head.id, claims=claims | {c.id for c in step.claims})
    circles, more = _circles(graph)
    if more:
        yield Finding("", more, "remove some of these claims", place=kg.data.place(""))
    for circle in circles:
        pairs = zip(circle, [*circle[1:], circle[0]], strict=True)
        ways = [graph.edges[pair]["claims"] for pair in pairs]
        if not any(all(way & loop for way in ways) for loop in loops):
            newest = max(c for way in ways for c in way)
            text = f"a causal circle that is no listed feedback loop: {' → '.join([*circle, circle[0]])}"
            yield Finding(iri(newest), text, "list its claims on a lip:FeedbackLoop, or remove one")


def _circles(graph: nx.DiGraph[str]) -> tuple[list[list[str]], str]:
    """All circles, sorted; or none, and how many there are at least: which ones are found first is chance."""
    found = list(islice(nx.simple_cycles(graph, length_bound=LONGEST_CIRCLE), MOST_CIRCLES + 1))
    if len(found) > MOST_CIRCLES:
        return [], f"more than {MOST_CIRCLES} circles, too many to be told one by one"
    return sorted(found), ""


def causes_reach_the_outcome(subject: Subject) -> Found:
    """Each cause leads to the outcome, itself or through one of its kinds."""
    kg = subject.kg
    end = kg.number.get(curie(OUTCOME))
    if end is None:
        return
    leading = kg.arrows.leading([end])
    for term in _sorted(kg.terms.values()):
        ways = [term.id, *kg.kinds_of.get(term.id, ())]
        if term.kind == "Cause" and not any(kg.number[w] in leading for w in ways):
            text = f"the cause {term.id} does not lead to {curie(OUTCOME)}"
            yield Finding(iri(term.id), text, "add a claim from it to a step, a cause or the outcome")


def signs_are_reached(subject: Subject) -> Found:
    """Each sign follows from a cause or belongs to a look-alike."""
    kg = subject.kg
    reached = kg.arrows.reached([kg.number[t.id] for t in kg.nodes if t.kind in ("Cause", "LookAlike")])
    mimicked = {c.object for c in kg.claims.values() if c.relation == "lip:mimics"}
    for term in _sorted(kg.terms.values()):
        if term.kind == "Sign" and kg.number[term.id] not in reached and term.id not in mimicked:
            yield Finding(iri(term.id), f"no cause or look-alike leads to the sign {term.id}", "add a claim that does")


def actors_act(subject: Subject) -> Found:
    """Each treatment and prevention acts on something, itself or through the procedure that it belongs to."""
    kg = subject.kg
    acting = {c.subject for c in kg.claims.values() if kg.relations[c.relation].polarity == "-" and c.supported}
    acting |= {c.subject for c in kg.claims.values() if c.relation == "lip:actsThrough"}
    whole = {(c.subject, c.object) for c in kg.claims.values() if c.relation in ("lip:elementOf", "lip:kindOf")}
    whole |= {(c.object, c.subject) for c in kg.claims.values() if c.relation == "lip:hasStep"}
    for _ in range(3):
        acting |= {part for part, procedure in whole if procedure in acting}
    for term in _sorted(kg.terms.values()):
        if term.kind in ("Treatment", "Prevention") and term.id not in acting:
            text = f"the {term.kind.lower()} {term.id} acts on nothing"
            yield Finding(
                iri(term.id), text, "add a claim with lip:treats, lip:prevents, lip:decreases or lip:dissolves"
            )


def signs_of_one_pair_agree(subject: Subject) -> Found:
    """Where one claim says more and another says less about one pair, the dispute is said."""
    kg = subject.kg
    seen: dict[tuple[str, str], dict[str, list[str]]] = {}
    for claim in kg.claims.values():
        polarity = kg.relations[claim.relation].polarity
        if polarity and claim.object and claim.supported and not claim.disputed:
            seen.setdefault((claim.subject, claim.object), {}).setdefault(polarity, []).append(claim.id)
    for (tail, head), found in sorted(seen.items()):
        if len(found) == 2:
            ids = sorted(i for claims in found.values() for i in claims)
            text = f"{' and '.join(ids)} say opposite things of {name(tail)} and {name(head)}"
            yield Finding(iri(ids[-1]), text, "say which sources dispute the other claim")


def kinds_fit_relations(subject: Subject) -> Found:
    """No claim puts a term into two disjoint kinds by its relation, and no text is of another type than its range."""
    yield from _literals_fit_ranges(subject)
    kg, data = subject.kg, subject.data
    for claim in kg.claims.values():
        if " " in claim.id or not claim.object:
            continue
        for end, side in ((claim.subject, "domain"), (claim.object, "range")):
            wanted = {i.removeprefix(LIP) for i in data.ids(iri(claim.relation), RDFS + side)} & set(KINDS)
            kind = kg.terms[end].kind
            if wanted and not any(_is_a(kind, w) for w in wanted):
                text = f"{claim.id}: {end} is a {kind}, but the {side} of {claim.relation} is {min(wanted)}"
                yield Finding(iri(claim.id), text, "use another relation, or correct the kind", LIP + "relation")


def _literals_fit_ranges(subject: Subject) -> Found:
    ranges = {p: subject.data.ids(p, RDFS + "range") for p in subject.data.subjects(TYPE, OWL + "DatatypeProperty")}
    for triple in sorted(subject.data, key=str):
        wanted = ranges.get(triple.predicate.value)
        if wanted and isinstance(triple.object, ox.Literal) and wanted != [RDFS + "Literal"]:
            datatype = triple.object.datatype.value
            if datatype not in wanted:
                tail, value = key(triple.subject), triple.object.value
                text = f"{value!r} is {name(datatype)}, but the range of {name(triple.predicate.value)} is"
                fix = "write the literal with that type, or without its language"
                yield Finding(tail, f"{text} {name(wanted[0])}", fix, triple.predicate.value, value)


def _is_a(kind: str, wanted: str) -> bool:
    return wanted in (kind, {"InjectionLayer": "Structure", "Outcome": "Event"}.get(kind))
