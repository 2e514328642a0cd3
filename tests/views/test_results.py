"""Answers of queries in the W3C results formats, read back by other readers, and safe for terminal and sheet."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.query import Result

import lipdrift
from lipdrift.errors import UsageError
from lipdrift.sparql import Limits
from lipdrift.views.results import notes, render

KG = lipdrift.load()
NASTY = r"""SELECT ?a ?b ?c ?d ?e ?f ?g ?h {
    BIND("x,\"y\nz\t\\ <b>&amp;" AS ?a) BIND(1 AS ?b) BIND(lip:DuckLip AS ?c) BIND("입술"@ko AS ?d) BIND(BNODE() AS ?e)
    BIND("1.0"^^<x:dt> AS ?f) BIND("=HYPERLINK(1)\u001B[31m\u202E" AS ?g) }"""
FOUND = KG.sparql(NASTY)
VALUES = {"a": 'x,"y\nz\t\\ <b>&amp;', "b": "1", "c": "https://w3id.org/lipdrift/DuckLip", "d": "입술", "f": "1.0"}
FORMATS = {"json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML, "tsv": ox.QueryResultsFormat.TSV}
HEAD = ["schema", "lipdrift", "ontology", "question", "complete", "reason", "caveats", "sentence", "head", "results"]


@pytest.mark.parametrize("form", ["json", "xml", "tsv"])
def test_two_other_readers_get_every_value(form: str) -> None:
    data = render(KG.sparql(NASTY.replace("\\u001B", "")), form)
    (row,) = ox.parse_query_results(data, format=FORMATS[form])  # type: ignore[misc]
    assert {name: row[name].value for name in VALUES} == VALUES
    assert row["h"] is None
    assert (row["d"].language, row["f"].datatype.value, row["e"].value) == ("ko", "x:dt", "b0")
    (other,) = Result.parse(io.BytesIO(data), format=form)
    assert {name: str(other[name]) for name in VALUES} == VALUES  # type: ignore[call-overload, index]
    assert other["d"].language == "ko"  # type: ignore[call-overload, index, union-attr]


def test_csv_reads_back_and_is_defused() -> None:
    (row,) = csv.DictReader(io.StringIO(render(FOUND, "csv").decode(), newline=""))
    assert {name: row[name] for name in VALUES} == VALUES
    assert row["g"].startswith("'=HYPERLINK")
    assert (row["e"], row["h"]) == ("_:b0", "")


def test_text_shows_what_a_terminal_would_obey() -> None:
    text = render(FOUND, "text").decode()
    assert "<U+001B>[31m<U+202E>" in text
    assert "\x1b" not in text
    graph = render(KG.sparql('CONSTRUCT { lip:a rdfs:label "\\u001B[2J" } WHERE {}'), "text").decode()
    assert "<U+001B>" in graph or "\\u001B" in graph
    assert "\x1b" not in graph


def test_xml_holds_no_character_that_xml_cannot() -> None:
    root = ET.fromstring(render(FOUND, "xml"))
    assert "<U+001B>[31m\u202e" in "".join(root.itertext())


def test_json_starts_with_the_receipt_and_says_what_was_cut() -> None:
    query = "SELECT ?s { ?s a lip:Sign } ORDER BY ?s"
    found = KG.sparql(query, Limits(rows=3))
    record = json.loads(render(found, "json"))
    assert list(record) == HEAD
    assert (record["schema"], record["complete"], record["reason"]) == ("lipdrift.sparql/1", False, "rows")
    assert record["question"] == {
        "command": "sparql",
        "query": "SELECT ?s { ?s a lip:Sign } ORDER BY ?s",
        "max_rows": 3,
    }
    assert len(record["results"]["bindings"]) == 3
    assert list(notes(found, "json")) == [
        "not complete: the answer was cut after 3 rows (bound: rows); raise --max-rows"
    ]
    whole = json.loads(render(KG.sparql("SELECT ?s { ?s a lip:Sign }"), "json"))
    assert (whole["complete"], whole["reason"]) == (True, None)
    assert len(whole["results"]["bindings"]) == len({t.id for t in KG.knowledge.terms.values() if t.kind == "Sign"}) > 3


def test_exactly_the_cap_is_whole() -> None:
    for query in ("SELECT * { VALUES ?a { 1 2 3 } }", "CONSTRUCT { lip:a lip:b ?a } WHERE { VALUES ?a { 1 2 3 } }"):
        assert KG.sparql(query, Limits(rows=3)).answer.complete
        assert KG.sparql(query, Limits(rows=2)).answer.reason == "rows"


def test_an_answer_that_grows_too_big_is_cut_and_says_so() -> None:
    query = "SELECT ?a { VALUES ?b { 1 2 3 4 5 6 7 8 9 } BIND(CONCAT(STR(?b), '" + "x" * 1000 + "') AS ?a) }"
    found = KG.sparql(query, Limits(size=4000))
    assert (found.answer.reason, len(found.answer.rows)) == ("memory", 3)
    assert list(notes(found, "csv")) == ["not complete: the answer was cut after 3 rows (bound: memory); ask for less"]


@pytest.mark.parametrize(("form", "expected"), [("text", b"true\n"), ("csv", b"true\n"), ("tsv", b"true\n")])
def test_truth_in_every_form(form: str, expected: bytes) -> None:
    found = KG.sparql("ASK { lip:DuckLip a lip:Sign }")
    assert render(found, form) == expected
    assert json.loads(render(found, "json"))["boolean"] is True
    for other in ("json", "xml"):
        assert bool(ox.parse_query_results(render(found, other), format=FORMATS[other])) is True


@pytest.mark.parametrize(("form", "name"), [("ttl", "turtle"), ("nt", "nt"), ("rdfxml", "xml")])
def test_graphs_read_back(form: str, name: str) -> None:
    found = KG.sparql("CONSTRUCT { ?s rdfs:label ?l . ?s lip:kindOf [] } WHERE { ?s a lip:Sign ; rdfs:label ?l }")
    graph = rdflib.Graph().parse(data=render(found, form), format=name)
    assert len(graph) == len(found.answer.triples) > 20
    assert render(found, form) == render(KG.sparql(found.receipt.question["query"]), form)  # type: ignore[arg-type]


def test_a_form_that_does_not_fit_is_refused_with_those_that_do() -> None:
    with pytest.raises(UsageError, match="-O text, csv, tsv, xml, json or CONSTRUCT"):
        render(FOUND, "ttl")
    with pytest.raises(UsageError, match="-O ttl, nt, rdfxml, jsonld"):
        render(KG.sparql("DESCRIBE lip:DuckLip"), "csv")


def test_an_answer_carries_the_caveats_of_what_it_names() -> None:
    """Every caveat comes with its term or claim, in rows and in graphs, in JSON and beside the other forms."""
    touched = 0
    for caveat in KG.knowledge.caveats:
        for identifier in (*caveat.terms, *caveat.claims):
            found = KG.sparql(f"SELECT ?x {{ BIND({identifier} AS ?x) }}")
            assert caveat.text in json.loads(render(found, "json"))["caveats"]
            assert f"to be said beside it: {caveat.text}" in notes(found, "csv")
            graph = KG.sparql(f"CONSTRUCT {{ lip:a lip:b {identifier} }} WHERE {{}}")
            assert f"to be said beside it: {caveat.text}" in notes(graph, "nt")
            touched += 1
    assert touched >= 12


def test_the_same_bytes_each_time() -> None:
    query = "SELECT ?t (COUNT(?s) AS ?n) (GROUP_CONCAT(?x) AS ?l) { ?s a ?t OPTIONAL { ?s rdfs:label ?x } } GROUP BY ?t"
    assert render(KG.sparql(query), "json") == render(lipdrift.load().sparql(query), "json")
