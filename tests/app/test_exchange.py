"""sparql, export, cite, check and format from the command line."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
import rdflib.compare

import lipdrift
from lipdrift import source
from lipdrift.app.cli import main
from tests.tripwire import Tripwire

KG = lipdrift.load()


def run(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, str, str]:
    code = main(list(arguments))
    out, err = capfdbinary.readouterr()
    return code, out.decode(), err.decode()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")  # inside rdflib's own parser
@pytest.mark.parametrize(("form", "name"), [("ttl", "turtle"), ("nt", "nt"), ("rdfxml", "xml"), ("jsonld", "json-ld")])
def test_four_syntaxes_say_the_same(form: str, name: str) -> None:
    data = KG.export(form)
    assert data == lipdrift.load().export(form)
    again = rdflib.Graph().parse(data=data, format=name)
    assert len(again) == len(KG.knowledge.data)
    assert rdflib.compare.isomorphic(again, KG.rdf)


def test_tables_hold_every_row_and_no_formula() -> None:
    claims = list(csv.DictReader(io.StringIO(KG.export("csv").decode())))
    assert [len(claims), len({r["id"] for r in claims})] == [248, 248]
    disputed = next(r for r in claims if r["id"] == "C026")
    assert (disputed["disputed"], disputed["disputes_ids"]) == ("true", "orangecounty-stretch;weiler-misconceptions")
    terms = list(csv.DictReader(io.StringIO(KG.export("csv", "terms").decode())))
    sources = list(csv.DictReader(io.StringIO(KG.export("csv", "sources").decode())))
    assert (len(terms), len(sources)) == (132, 147)
    assert not [c for row in [*claims, *terms, *sources] for c in row.values() if c.startswith(("=", "+", "@"))]


def test_reference_lists_name_each_source_and_fill_nothing_in() -> None:
    bibtex, ris, csl = (KG.export(f).decode() for f in ("bibtex", "ris", "csl-json"))
    assert bibtex.count("\n@") + 1 == 147
    assert ris.count("TY  - ") == ris.count("ER  - ") == 147
    items = {i["id"]: i for i in json.loads(csl)}
    assert len(items) == 147
    assert items["wollina2023"]["DOI"] == "10.3390/cosmetics10040115"
    assert "author" not in items["seed-lip-filler-part1"]
    assert "Not stated: authors" in bibtex.split("@misc{seed-lip-filler-part1")[1].split("\n}")[0]


def test_sparql_answers_as_table_and_graph(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    query = "SELECT ?sign { lip:LipFillerMigration lip:manifestsAs ?sign } ORDER BY ?sign"
    code, out, _ = run(capfdbinary, "sparql", query, "-O", "csv")
    assert (code, len(out.splitlines())) == (0, 14)
    file = tmp_path / "q.rq"
    file.write_text("ASK { lip:DuckLip a lip:Sign }")
    assert run(capfdbinary, "sparql", str(file))[1] == "true\n"
    code, out, _ = run(capfdbinary, "sparql", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . FILTER(?s = lip:C017) }")
    assert (code, len(list(ox.parse(out.encode(), format=ox.RdfFormat.TURTLE)))) == (0, 11)
    answer = json.loads(run(capfdbinary, "sparql", query, "--json")[1])
    assert len(answer["results"]["bindings"]) == 13


def test_a_cut_answer_and_its_caveats_are_said_on_stderr(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    code, out, err = run(capfdbinary, "sparql", "SELECT ?s { ?s a lip:Sign }", "-O", "csv", "--max-rows", "2")
    assert (code, len(out.splitlines())) == (0, 3)
    assert err == "lipdrift: not complete: the answer was cut after 2 rows (bound: rows); raise --max-rows\n"
    caveat = KG.knowledge.caveats[0]
    name = next(iter((*caveat.terms, *caveat.claims)))
    code, out, err = run(capfdbinary, "sparql", f"SELECT ?x {{ VALUES ?x {{ {name} }} }}")
    assert (code, f"to be said beside it: {' '.join(caveat.text.split())}" in err) == (0, True)


def test_a_query_is_stopped_at_the_limit_that_was_asked_for(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    code, out, err = run(capfdbinary, "sparql", query, "--query-seconds", "0.2")
    assert (code, out) == (2, "")
    assert err == "lipdrift: query: the query was stopped at its limit of 0.2 s; narrow it, or raise --query-seconds\n"


def test_a_stranger_s_question_can_neither_leave_nor_stay(
    capfdbinary: pytest.CaptureFixture[bytes], copy: Path, tripwire: Tripwire
) -> None:
    """`check` of a folder answers the questions in it, which somebody else may have written."""
    service = f"SELECT * {{ SERVICE SILENT <http://127.0.0.1:{tripwire.port}/> {{ ?a ?b ?c }} }}"
    for name, query in (("leave", service), ("odd", "SELECT * { ?a ?b '\\xff' }"), ("deep", "ASK {" + "!" * 50_000)):
        file = copy / "questions" / f"{name}.rq"
        file.write_bytes(f"# question: What?\n# expects: nothing\n{query}\n".encode("latin-1"))
    code, out, err = run(capfdbinary, "check", str(copy))
    assert (code, err) == (1, "")
    assert out.count("error[question]") == 3
    assert "SERVICE reaches other machines" in out


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE reaches"),
        ("SELECT * { SERV\\u0049CE <http://127.0.0.1:1/> { ?s ?p ?o } }", "query:1:20"),
        ("SELECT * { service silent <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE reaches"),
        ("SELECT * { ?s ?p", "query:1:17"),
        ("INSERT DATA { lip:a lip:b lip:c }", "query:1:1"),
        ("nowhere.rq", "neither a query nor a file"),
        ("SELECT * " + "{" * 3000, "nested more than 200 brackets deep"),
    ],
)
def test_a_query_that_is_refused_is_one_line(capfdbinary: pytest.CaptureFixture[bytes], query: str, words: str) -> None:
    code, out, err = run(capfdbinary, "sparql", query)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert words in err


def test_a_word_in_a_string_or_a_name_is_no_service(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    query = "SELECT ?service { ?service ?p 'SERVICE' . # service\n }"
    assert run(capfdbinary, "sparql", query)[0] == 0


def test_loaded_data_is_the_same_after_a_query() -> None:
    before = KG.knowledge.header.sha256
    KG.sparql("CONSTRUCT { lip:x lip:y lip:z } WHERE { ?s ?p ?o }")
    assert lipdrift.load().knowledge.header.sha256 == before == KG.knowledge.data.sha256


def test_cite_names_version_and_address(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    code, out, _ = run(capfdbinary, "cite")
    assert code == 0
    assert "Version 2026-11-24. https://w3id.org/lipdrift/" in out
    assert run(capfdbinary, "cite", "-O", "bibtex")[1].startswith("@")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    shutil.copytree(source.folder(), folder)
    return folder


def test_check_exits_1_on_a_finding_and_speaks_four_forms(
    capfdbinary: pytest.CaptureFixture[bytes], copy: Path
) -> None:
    assert run(capfdbinary, "check", str(copy))[0] == 0
    file = copy / "causes.ttl"
    file.write_text(file.read_text().replace('"gravity"@en', '"gravity "@en'))
    code, out, _ = run(capfdbinary, "check", str(copy))
    assert code == 1
    line = next(text for text in out.splitlines() if "error[label]" in text)
    assert line.startswith(f"{file}:")
    assert run(capfdbinary, "check", str(copy), "--fail-on", "none")[0] == 0
    assert run(capfdbinary, "check", str(copy), "--off", "label=known")[0] == 0
    assert run(capfdbinary, "check", str(copy), "--off", "label")[0] == 2
    profile = copy.parent / "profile.ttl"
    profile.write_text(
        "@prefix lip: <https://w3id.org/lipdrift/> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        '[] lip:switchesOff "label" ; rdfs:comment "known" .\n'
    )
    code, out, _ = run(capfdbinary, "check", str(copy), "--profile", str(profile), "--json")
    assert (code, json.loads(out)["question"]["off"]) == (0, {"label": "known"})
    problem = next(
        p for p in json.loads(run(capfdbinary, "check", str(copy), "--json")[1])["problems"] if p["level"] == "error"
    )
    assert set(problem) == {"file", "line", "column", "level", "code", "message", "fix"}
    sarif = json.loads(run(capfdbinary, "check", str(copy), "-O", "sarif")[1])
    found = [r for r in sarif["runs"][0]["results"] if r["level"] == "error"]
    assert found[0]["locations"][0]["physicalLocation"]["region"]["startLine"] == problem["line"]
    assert f"::error file={file}" in run(capfdbinary, "check", str(copy), "-O", "github")[1]


def test_format_derives_the_links_and_changes_nothing_twice(
    capfdbinary: pytest.CaptureFixture[bytes], copy: Path
) -> None:
    assert run(capfdbinary, "format", str(copy), "--check") == (0, "", "")
    links = (copy / "links.ttl").read_bytes()
    (copy / "links.ttl").unlink()
    file = copy / "causes.ttl"
    tidy = file.read_bytes()
    file.write_bytes(tidy.replace(b"    rdfs:label", b"  rdfs:label"))
    assert run(capfdbinary, "format", str(copy), "--check")[0] == 1
    assert not (copy / "links.ttl").exists()
    code, out, _ = run(capfdbinary, "format", str(copy))
    assert (code, sorted(Path(p).name for p in out.split())) == (0, ["causes.ttl", "links.ttl"])
    assert ((copy / "links.ttl").read_bytes(), file.read_bytes()) == (links, tidy)


def test_format_refuses_a_broken_file_and_touches_none(capfdbinary: pytest.CaptureFixture[bytes], copy: Path) -> None:
    (copy / "causes.ttl").write_text("lip:a {")
    before = {p.name: p.read_bytes() for p in copy.glob("*.ttl")}
    code, _, err = run(capfdbinary, "format", str(copy))
    assert (code, err.count("\n")) == (2, 1)
    assert {p.name: p.read_bytes() for p in copy.glob("*.ttl")} == before


def test_a_warning_fails_only_when_asked(capfdbinary: pytest.CaptureFixture[bytes], copy: Path) -> None:
    file = copy / "labels.ko.ttl"
    file.write_text(file.read_text().replace('lip:Gravity rdfs:label "중력"@ko .\n\n', ""))
    codes = [run(capfdbinary, "check", str(copy), "--fail-on", level)[0] for level in ("error", "warn", "warning")]
    assert codes == [0, 1, 1]


def test_format_writes_the_counts_into_the_readme_beside_the_folder(
    capfdbinary: pytest.CaptureFixture[bytes], copy: Path
) -> None:
    readme = copy.parent / "README.md"
    readme.write_text("# Mine\n<!-- counts: written by lipdrift format -->\nnothing\n<!-- /counts -->\nend\n")
    code, out, _ = run(capfdbinary, "check", str(copy))
    assert (code, f"{readme}:3:1: error[counts]" in out) == (1, True)
    assert run(capfdbinary, "format", str(copy))[1].split() == [str(readme)]
    assert "\n132 terms, 221 claims from 147 sources, " in readme.read_text()
    assert readme.read_text().endswith("\n<!-- /counts -->\nend\n")
    assert run(capfdbinary, "check", str(copy))[0] == 0
