"""The way to rdflib: the same terms, and its own count of statements. Loaded only where rdflib is wanted."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pyoxigraph as ox
import rdflib

from lipdrift.source import Document

rdflib.NORMALIZE_LITERALS = False
STRING = "http://www.w3.org/2001/XMLSchema#string"


def node(term: Any) -> rdflib.term.Node:
    """An IRI, blank node or literal of ours as one of rdflib's; nothing is parsed and no number is worked out anew."""
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    return rdflib.Literal(term.value, datatype=None if datatype == STRING else rdflib.URIRef(datatype))


@contextmanager
def quiet() -> Iterator[None]:
    """Keeps rdflib from logging tracebacks about literals that are no values of their types."""
    logger = logging.getLogger("rdflib.term")
    before = logger.level
    logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        logger.setLevel(before)


def subjects(document: Document) -> Counter[str] | str:
    """How many statements rdflib reads of each subject, or in words why it reads none. Trusted text only."""
    try:
        with quiet():
            graph = rdflib.Graph().parse(data=document.data, format="turtle")
    except Exception as error:  # rdflib raises many kinds; each one means that it cannot read the file
        return f"rdflib refuses it ({type(error).__name__})"
    return Counter(str(subject) for subject, _, _ in graph)


def count(document: Document) -> int | str:
    """How many statements rdflib reads from a Turtle document, or in words why it reads none. Trusted text only."""
    found = subjects(document)
    return found if isinstance(found, str) else found.total()
