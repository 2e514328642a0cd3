"""Graphs as bytes, sorted, so that the same data gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from lipdrift.errors import UsageError
from lipdrift.rdf import Statements
from lipdrift.terms import PREFIXES

GRAPHS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}


def graph(data: Statements, form: str) -> bytes:
    """All statements in one of the RDF syntaxes, sorted."""
    return written(sorted(data, key=str), form)


def of_lines(lines: Iterable[str], form: str) -> bytes:
    """Lines of N-Triples in one of the RDF syntaxes, in their order."""
    text = "".join(f"{line}\n" for line in lines).encode()
    if form == "nt":
        return text
    return written([quad.triple for quad in ox.parse(text, format=ox.RdfFormat.N_TRIPLES)], form)


def written(triples: Iterable[ox.Triple], form: str) -> bytes:
    """The triples in their order; UsageError for a form that is none of `GRAPHS`."""
    if form not in GRAPHS:
        raise UsageError(f"a graph cannot be written as {form}; use -O {', '.join(GRAPHS)}")
    prefixes = {name: iri for name, iri in PREFIXES.items() if name != "src"} if form == "ttl" else PREFIXES
    return ox.serialize(triples, format=GRAPHS[form], prefixes=prefixes) or b""
