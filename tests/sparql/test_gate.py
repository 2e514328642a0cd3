"""SERVICE and FROM are refused where they are keywords, and only there: the parser itself decides."""

from __future__ import annotations

import io
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

import lipdrift
from lipdrift.errors import InputError, LipdriftError, UsageError
from lipdrift.sparql import Engine, Limits, text_of
from lipdrift.sparql.engine import evaluate
from lipdrift.sparql.gate import DEEPEST, LONGEST
from tests.tripwire import Tripwire

ENGINE = Engine(lipdrift.load().knowledge.data)
ELSEWHERE = "<http://127.0.0.1:{port}/>"

NO_KEYWORD = [
    "SELECT ?service ?Service { VALUES (?service ?Service) { (1 2) } }",
    "SELECT ?from ?FROM { VALUES (?from ?FROM) { (1 2) } }",
    "SELECT ($from AS ?fromage) { VALUES $from { 1 } }",
    "PREFIX service: <x:> PREFIX from: <x:> SELECT (service:service AS ?a) (from:from AS ?b) {}",
    "PREFIX : <x:> SELECT (:service AS ?a) (:from AS ?b) (:service\\-from AS ?c) (:a.from AS ?d) (:from%20x AS ?e) {}",
    "SELECT (<x:service/from> AS ?a) {}",
    'SELECT (\'SERVICE <x:y> { FROM\' AS ?a) ("""it\'s "SERVICE"" FROM""" AS ?b) (\'\\\'SERVICE\' AS ?c) {}',
    "SELECT ('\\u0027SERVICE' AS ?a) ('''\nSERVICE\n''' AS ?b) {} # SERVICE <x:y> FROM <x:y>",
    "SELECT ('a'@service AS ?a) ('a'@from-service AS ?b) {}",
    "SELECT * { _:service ?b _:from }",
    "SELECT ?b { VALUES ?b { 1 } # don't SERVICE\n }",
    "SELECT ?a {} # SERVICE 'FROM",
    "BASE <x:from/> SELECT (<service> AS ?a) {}",
    "CONSTRUCT { ?service ?from 'service' } WHERE { ?service ?from ?x }",
    "DESCRIBE <x:from>",
]


@pytest.mark.parametrize("query", NO_KEYWORD)
def test_the_words_in_names_strings_and_comments_are_no_keywords(query: str) -> None:
    assert ENGINE.ask(query, Limits(rows=5)).form in ("table", "graph")


@pytest.mark.parametrize("query", NO_KEYWORD)
@pytest.mark.parametrize("keyword", ["SERVICE SILENT <x:y> {}", "service<x:y>{}", "#\rSeRvIcE ?where {}"])
def test_beside_such_words_the_keyword_is_still_seen(query: str, keyword: str) -> None:
    whole = "{ " + keyword + " } UNION { ?x ?y ?z }"
    body = "SELECT * { " + whole + " }" if "{" not in query.split("#")[0] else None
    hostile = body or query.replace("{ VALUES", "{ " + whole + " VALUES").replace("{}", "{ " + whole + " }")
    hostile = hostile.replace("{ _:", "{ " + whole + " _:").replace("WHERE {", "WHERE { " + whole)
    assert keyword in hostile
    with pytest.raises(UsageError, match="SERVICE reaches other machines"):
        ENGINE.ask(hostile)


WORDS = st.sampled_from(
    ["SERVICE", "service", "from", "FROM", "SeRvIcE", "x", " ", "#", "{", "<x:y>", "\\'", "\\\\", "é"]
)


@given(st.lists(WORDS).map("".join))
def test_whatever_a_string_holds_comes_back_as_it_is(text: str) -> None:
    found = ENGINE.ask(f"SELECT ('{text}' AS ?text) {{}}")
    assert found.rows[0][0] is not None
    assert found.rows[0][0].value == text.replace("\\'", "'").replace("\\\\", "\\")


def test_the_parser_resolves_no_escape_outside_strings_and_addresses() -> None:
    """The gate looks for the word as it is written, so this must hold for each release of the engine."""
    for spelled in ("SERV\\u0049CE", "\\u0053ERVICE", "\\U00000053ERVICE"):
        with pytest.raises(SyntaxError):
            ox.Store().query(f"SELECT * {{ {spelled} <x:y> {{}} }}")
    with pytest.raises(SyntaxError):
        ox.Store().query("SELECT * FR\\u004FM <x:y> {}")


UNGUARDED = """
import sys, pyoxigraph
try:
    list(pyoxigraph.Store().query(sys.argv[1]))
except OSError:
    pass
"""


@pytest.mark.parametrize("silent", ["", "SILENT"])
def test_without_our_walls_the_engine_calls_and_each_wall_alone_stops_it(
    silent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    hostile = f"SELECT * {{ SERVICE {silent} {ELSEWHERE} {{ ?a ?b ?c }} }}"
    with Tripwire() as wire:
        subprocess.run([sys.executable, "-c", UNGUARDED, hostile.replace("{port}", str(wire.port))], check=True)
        assert len(wire.calls()) >= 1
    with Tripwire() as wire:
        aimed = hostile.replace("{port}", str(wire.port))
        assert b"refused" in evaluate(ENGINE.store, aimed, Limits())  # the gate, in no child
        monkeypatch.setattr("lipdrift.sparql.gate.refusal", lambda query, fault: "")
        monkeypatch.setattr("lipdrift.sparql.child.can_fork", lambda: True)  # other tests may have left threads
        with pytest.raises(InputError, match="cannot be answered") if not silent else nullcontext():
            ENGINE.ask(aimed)  # the child, without the gate
        assert wire.calls() == []


def test_size_and_depth_have_a_cap() -> None:
    with pytest.raises(UsageError, match="longer than 256 KiB"):
        ENGINE.ask("ASK {} #" + "é" * (LONGEST // 2))
    deep = "SELECT ({}1{} AS ?n) {{}}"
    assert ENGINE.ask(deep.format("(" * (DEEPEST - 1), ")" * (DEEPEST - 1))).rows
    with pytest.raises(UsageError, match="nested more than 200"):
        ENGINE.ask(deep.format("(" * DEEPEST, ")" * DEEPEST))
    assert len(ENGINE.ask("SELECT * { VALUES (?a ?b) { " + "(1 2) " * 5000 + "} }").rows) == 5000


@pytest.mark.parametrize("bound", [{"seconds": s} for s in (0.0, -1.0, float("nan"), float("inf"))] + [{"rows": 0}])
def test_a_bound_that_is_none_is_refused(bound: dict[str, float]) -> None:
    with pytest.raises(UsageError, match=r"--(max|query)-"):
        Limits(**bound)  # type: ignore[arg-type]


def test_where_a_query_comes_from(tmp_path: Path) -> None:
    file = tmp_path / "my query.rq"
    file.write_bytes(b"\xef\xbb\xbfASK {}")
    assert text_of(str(file), None) == ("ASK {}", str(file))
    assert text_of("-", io.BytesIO(b"ASK {}")) == ("ASK {}", "stdin")
    assert text_of("DESCRIBE lip:DuckLip", None) == ("DESCRIBE lip:DuckLip", "query")
    assert text_of("DESCRIBE <https://w3id.org/lipdrift/DuckLip>", None)[1] == "query"
    assert text_of("SELECT * " + "{" * 9000, None)[1] == "query"


@pytest.mark.parametrize("argument", ["nowhere.rq", ".", "a\0b", "x" * 5000, "https://example.org/q.rq", "/dev/fd/999"])
def test_what_is_no_query_and_no_file_is_one_short_line(argument: str) -> None:
    with pytest.raises(LipdriftError) as error:
        text_of(argument, None)
    assert len(str(error.value)) < 250


def test_a_file_without_end_is_read_to_the_cap_only() -> None:
    text, name = text_of("/dev/zero", None)
    assert len(text) == LONGEST + 1
    with pytest.raises(UsageError, match="longer than"):
        ENGINE.ask(text, name=name)
    with pytest.raises(UsageError, match="stdin is not UTF-8"):
        text_of("-", io.BytesIO(b"ASK {} # \xff"))
