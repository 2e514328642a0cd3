"""SPARQL on the loaded statements: read-only, on this machine only.

The store takes queries and no updates. SERVICE, which would reach other machines, is refused on the query's tokens
after its escapes are resolved, so that it cannot be spelled around. Time limits are not enforced yet.
"""

from __future__ import annotations

import re

import pyoxigraph as ox

from lipdrift.errors import InputError, Place, UsageError
from lipdrift.rdf import Statements
from lipdrift.terms import PREFIXES

TABLES = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
GRAPHS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "jsonld": ox.RdfFormat.JSON_LD,
}
WORDS = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^\'\\]|\\.|\'(?!\'\'))*\'\'\'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\''
    r"|<[^<>\"{}|^`\\\s]*>|#[^\n]*|[?$]\w+|[\w.-]*:[\w.:-]*|@[\w-]+|(?P<word>[A-Za-z]\w*)",
    re.DOTALL,
)
NESTED = 200


def answer(data: Statements, query: str, form: str, name: str = "query") -> bytes:
    """The answer of a SELECT or ASK as a table, of a CONSTRUCT or DESCRIBE as a graph, in the form asked for.

    Prefixes of ours need no declaration. Raises InputError with line and column for a query that cannot be read,
    UsageError for one that is refused or a form that does not fit.
    """
    refuse(query)
    try:
        found = data.to_store().query(query, prefixes=PREFIXES)
    except SyntaxError as error:
        what = "the query breaks off or holds something unexpected here"
        raise InputError(_place(name, str(error)), what, "correct it there, or just before") from None
    if isinstance(found, ox.QueryTriples):
        return _graph(sorted(found, key=str), "ttl" if form == "text" else form)
    if form in GRAPHS:
        raise UsageError(f"a table cannot be written as {form}; use -O {', '.join(TABLES)} or CONSTRUCT")
    if isinstance(found, ox.QueryBoolean):
        return (found.serialize(format=TABLES[form]) or b"") if form in ("json", "xml") else f"{bool(found)}\n".encode()
    return found.serialize(format=TABLES["tsv" if form == "text" else form]) or b""


def refuse(query: str) -> None:
    """UsageError for a query that would leave this machine, or is nested beyond reason."""
    plain = re.sub(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})", lambda m: chr(int(m.group(1) or m.group(2), 16)), query)
    words = {m.group("word").casefold() for m in WORDS.finditer(plain) if m.group("word")}
    if "service" in words:
        raise UsageError("SERVICE reaches other machines and is refused; load the data with --ontology instead")
    if max(plain.count("{"), plain.count("("), plain.count("[")) > NESTED:
        raise UsageError(f"the query holds more than {NESTED} brackets of one kind; split it")


def graph(data: Statements, form: str) -> bytes:
    """All statements in one of the RDF syntaxes, sorted, so that the same data gives the same bytes."""
    return _graph(sorted(data, key=str), form)


def _graph(triples: list[ox.Triple], form: str) -> bytes:
    if form not in GRAPHS:
        raise UsageError(f"a graph cannot be written as {form}; use -O {', '.join(GRAPHS)}")
    prefixes = {name: iri for name, iri in PREFIXES.items() if name != "src"} if form == "ttl" else PREFIXES
    return ox.serialize(triples, format=GRAPHS[form], prefixes=prefixes) or b""


def _place(name: str, message: str) -> Place:
    found = re.search(r"(?:line |at )(\d+):(\d+)", message)
    return Place(name, int(found.group(1)), int(found.group(2))) if found else Place(name)
