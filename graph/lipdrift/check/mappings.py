"""Rules about mappings to other people's ontologies: verified by hand, modest, and nothing under a closed licence."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache

from lipdrift import source
from lipdrift.check.subject import TYPE, Finding, Found, Subject, name
from lipdrift.terms import LIP, SKOS, curie

MATCHES = tuple(SKOS + word for word in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch"))
EXACT = MATCHES[0]
OPEN = re.compile(
    r"http://purl\.obolibrary\.org/obo/(?P<obo>[A-Za-z]+_[A-Za-z0-9]+)|http://id\.nlm\.nih\.gov/mesh/(?P<mesh>[A-Z]\d+)"
)
CLOSED = re.compile(r"snomed|sctid|umls", re.IGNORECASE)
VERIFIED = "verified.tsv"


def mappings_are_verified(subject: Subject) -> Found:
    """Each match names an id of the list that was verified by hand; closed codes are refused."""
    for match in MATCHES:
        for term in subject.data.subjects(match):
            for target in subject.data.ids(term, match):
                said = f"{name(term)} is mapped to {name(target)}"
                if CLOSED.search(target):
                    yield Finding(term, f"{said}, a closed code", "remove it: its licence forbids it", match, target)
                elif not code(target):
                    fix = "write an OBO address such as obo:UBERON_0001833, or one of MeSH"
                    yield Finding(term, f"{said}, which is no well-formed id", fix, match, target)
                elif code(target) not in verified():
                    fix = f"look it up, then add id and label to {VERIFIED}"
                    yield Finding(term, f"{said}, which is not on the list of verified ids", fix, match, target)


def mappings_are_modest(subject: Subject) -> Found:
    """At most one exact match in each ontology, and none of a sign to HP, whose features are measured ones."""
    for term in subject.data.subjects(EXACT):
        by_ontology: dict[str, list[str]] = defaultdict(list)
        for target in subject.data.ids(term, EXACT):
            by_ontology[re.split(r"[_:#/]", curie(target).removeprefix("obo:"))[0]].append(target)
        for ontology, targets in sorted(by_ontology.items()):
            if len(targets) > 1:
                text = f"{name(term)} matches {len(targets)} terms of {ontology} exactly"
                yield Finding(term, text, "keep one exactMatch, weaken the others", EXACT, targets[-1])
            if ontology == "HP" and LIP + "Sign" in subject.data.ids(term, TYPE):
                text = f"the sign {name(term)} matches a measured feature of HP exactly"
                yield Finding(term, text, "use skos:closeMatch", EXACT, targets[0])


def code(iri: str) -> str:
    """The id as people write it; "" where the IRI is none that we know.

    >>> code("http://purl.obolibrary.org/obo/UBERON_0001833")
    'UBERON:0001833'
    """
    found = OPEN.fullmatch(iri)
    if not found:
        return ""
    return found["obo"].replace("_", ":", 1) if found["obo"] else f"MESH:{found['mesh']}"


@cache
def verified() -> dict[str, str]:
    """Id to label, from the list beside the shipped ontology."""
    text = (source.folder() / VERIFIED).read_text(encoding="utf-8")
    return {row["id"]: row["label"] for row in csv.DictReader(text.splitlines(), delimiter="\t")}
