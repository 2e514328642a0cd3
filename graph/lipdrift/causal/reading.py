"""Reads terms, sources, caveats and relations out of RDF. Lenient: what is missing stays empty."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

from lipdrift.model import Caveat, Header, Relation, Source, Term, Word
from lipdrift.rdf import Statements
from lipdrift.terms import DCTERMS, KIND_OF, KINDS, LEADS_TO, LIP, OWL, RDF, RDFS, SKOS, curie

TYPE = RDF + "type"
SMALL_NUMBER = re.compile("[0-9]{1,4}")
LABEL = RDFS + "label"
ALT = SKOS + "altLabel"
SUB_PROPERTY = RDFS + "subPropertyOf"


def header(data: Statements) -> Header:
    """What the ontology says about itself; our own header is left aside when another one is there."""
    found = data.subjects(TYPE, OWL + "Ontology")
    others = [iri for iri in found if iri != LIP] or found
    if not others:
        return Header(sha256=data.sha256)
    iri = others[0]
    return Header(
        iri=iri,
        version=next(iter(data.ids(iri, OWL + "versionIRI")), "") or data.text(iri, OWL + "versionInfo"),
        title=data.text(iri, DCTERMS + "title"),
        description=data.text(iri, DCTERMS + "description"),
        licence=next(iter(data.ids(iri, DCTERMS + "license")), ""),
        date=data.text(iri, DCTERMS + "modified"),
        sha256=data.sha256,
    )


def relations(data: Statements) -> dict[str, Relation]:
    """Every property that may stand in a claim, by id: its label, polarity, and whether routes walk it."""
    causal = below(data, LEADS_TO, SUB_PROPERTY)
    declared = set(data.subjects(TYPE, OWL + "ObjectProperty")) | set(data.subjects(TYPE, OWL + "DatatypeProperty"))
    return {
        curie(iri): Relation(curie(iri), label_of(data, iri), data.text(iri, LIP + "polarity"), iri in causal)
        for iri in sorted(declared | causal)
    }


def below(data: Statements, top: str, predicate: str) -> frozenset[str]:
    """The top and everything that leads up to it over the predicate, in one or many steps."""
    reached, waiting = {top}, [top]
    while waiting:
        for child in data.subjects(predicate, waiting.pop()):
            if child not in reached:
                reached.add(child)
                waiting.append(child)
    return frozenset(reached)


def label_of(data: Statements, iri: str) -> str:
    """The English label, else any label, else the last part of the IRI."""
    for predicate in (LABEL, SKOS + "prefLabel"):
        labels = data.by_language(iri, predicate)
        if labels:
            return labels.get("en") or next(iter(labels.values()))
    return iri.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]


def term(data: Statements, iri: str) -> Term:
    """Everything that is said of a term itself."""
    drafts = data.by_language(iri, LIP + "draftLabel")
    kinds = [k for k in KINDS if LIP + k in data.ids(iri, TYPE)]
    stated, inferred = _refs(data, iri, "site"), _refs(data, iri, "inferredSite")
    layer = data.text(iri, LIP + "layerOrder")
    return Term(
        id=curie(iri),
        label=label_of(data, iri),
        kind=kinds[0] if kinds else "",
        labels=data.by_language(iri, LABEL) | drafts,
        drafts=frozenset(drafts),
        definition=data.by_language(iri, SKOS + "definition").get("en", ""),
        words=_words(data, iri),
        sources=tuple(curie(s) for s in data.ids(iri, DCTERMS + "source")),
        modifiable_by=tuple(r.removeprefix("lip:") for r in _refs(data, iri, "modifiableBy")),
        sites=tuple(sorted({*stated, *inferred})),
        inferred_sites=inferred,
        stage="".join(_refs(data, iri, "stage")).removeprefix("lip:").lower(),
        layer=int(layer) if SMALL_NUMBER.fullmatch(layer) else None,
        shape=data.text(iri, LIP + "shape"),
        notes=tuple(data.texts(iri, SKOS + "note")),
    )


def _words(data: Statements, iri: str) -> tuple[Word, ...]:
    clinical = [(text, lang, "clinical") for lang, text in _tagged(data, iri, ALT)]
    lay = [(text, lang, "lay") for lang, text in _tagged(data, iri, LIP + "layLabel")]
    return tuple(sorted(Word(*word) for word in clinical + lay))


def _tagged(data: Statements, iri: str, predicate: str) -> list[tuple[str, str]]:
    return [(getattr(o, "language", None) or "en", o.value) for o in data.objects(iri, predicate)]


def _refs(data: Statements, iri: str, name: str) -> tuple[str, ...]:
    return tuple(curie(found) for found in data.ids(iri, LIP + name))


def kinds_of(data: Statements) -> dict[str, tuple[str, ...]]:
    """Term id to its narrower kinds, downwards through all levels, sorted; only terms that have some."""
    children: dict[str, list[str]] = defaultdict(list)
    for narrower in data.subjects(KIND_OF):
        for broader in data.ids(narrower, KIND_OF):
            children[curie(broader)].append(curie(narrower))
    return {broader: _all_below(children, broader) for broader in sorted(children)}


def _all_below(children: Mapping[str, list[str]], top: str) -> tuple[str, ...]:
    reached, waiting = {top}, [top]
    while waiting:
        new = [child for child in children.get(waiting.pop(), ()) if child not in reached]
        reached.update(new)
        waiting += new
    return tuple(sorted(reached - {top}))


def sources(data: Statements) -> dict[str, Source]:
    """Every source, by id."""
    return {curie(iri): _source(data, iri) for iri in data.subjects(TYPE, LIP + "Source")}


def _source(data: Statements, iri: str) -> Source:
    return Source(
        id=curie(iri),
        title=data.text(iri, DCTERMS + "title") or label_of(data, iri),
        kind="".join(_refs(data, iri, "sourceKind")[:1]).removeprefix("lip:"),
        authors=data.text(iri, DCTERMS + "creator"),
        year=data.text(iri, DCTERMS + "date"),
        container=data.text(iri, LIP + "container"),
        doi=data.text(iri, LIP + "doi"),
        url=data.text(iri, LIP + "url"),
        how_seen=data.text(iri, LIP + "howSeen"),
        group=data.text(iri, LIP + "evidenceGroup") or curie(iri),
        note=data.text(iri, SKOS + "note"),
        not_stated=tuple(data.texts(iri, LIP + "notStated")),
    )


def caveats(data: Statements) -> tuple[Caveat, ...]:
    """Every caveat, sorted by id."""
    return tuple(
        Caveat(
            curie(iri),
            data.by_language(iri, RDFS + "comment"),
            _refs(data, iri, "onTerm"),
            _refs(data, iri, "onClaim"),
            _refs(data, iri, "because"),
        )
        for iri in data.subjects(TYPE, LIP + "Caveat")
    )
