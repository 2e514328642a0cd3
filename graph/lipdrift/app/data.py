"""The commands that hand out data: queries, exports, citations."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from lipdrift.app.bounds import limits
from lipdrift.app.command import Tool, forms, ontology, output
from lipdrift.app.giving import give

QUERY_FORMS = ("text", "json", "csv", "tsv", "xml", "ttl", "nt", "jsonld", "rdfxml")


def _sparql_arguments(parser: ArgumentParser) -> None:
    ontology(parser)
    parser.add_argument("query", metavar="QUERY|FILE", help="the query, or a file that holds it; - is stdin")
    forms(parser, QUERY_FORMS, "text is a table with tabs, or Turtle")
    output(parser)
    parser.add_argument("--query-seconds", type=float, default=5.0, metavar="S", help="stop the query then; default: 5")
    parser.add_argument("--max-rows", type=int, default=10_000, metavar="N", help="most rows; default: 10000")


def _sparql(options: Namespace) -> int:
    """Gives the answer out; that it was cut and its caveats go to stderr."""
    from lipdrift.atlas import load
    from lipdrift.sparql import Limits, text_of
    from lipdrift.views.results import notes, render
    from lipdrift.views.safe import one_line

    text, name = text_of(options.query, sys.stdin.buffer if sys.stdin else None)
    query = Limits(options.query_seconds, options.max_rows)
    found = load(*options.ontology, limits=limits(options)).sparql(text, query, name)
    give(render(found, options.format), options.output)
    for note in notes(found, options.format):
        print(f"lipdrift: {one_line(note)}", file=sys.stderr)
    return 0


def _export_arguments(parser: ArgumentParser) -> None:
    ontology(parser)
    parser.add_argument("format", choices=("ttl", "nt", "jsonld", "rdfxml", "csv", "bibtex", "ris", "csl-json"))
    parser.add_argument("--table", choices=("claims", "terms", "sources"), default="claims", help="which table as csv")
    output(parser)


def _export(options: Namespace) -> int:
    from lipdrift.atlas import load

    give(load(*options.ontology, limits=limits(options)).export(options.format, options.table), options.output)
    return 0


def _cite_arguments(parser: ArgumentParser) -> None:
    ontology(parser)
    forms(parser, ("text", "bibtex", "ris", "csl-json"))
    output(parser)


def _cite(options: Namespace) -> int:
    from lipdrift.atlas import load

    atlas = load(*options.ontology, limits=limits(options))
    give(f"{atlas.cite()}\n" if options.format == "text" else atlas.export(options.format), options.output)
    return 0


def _schema_arguments(parser: ArgumentParser) -> None:
    from lipdrift.views.schemas import FORMS

    parser.add_argument("form", choices=FORMS, metavar="QUESTION", help=", ".join(FORMS))
    output(parser)


def _schema(options: Namespace) -> int:
    from lipdrift.views import schemas

    give(schemas.to_json(options.form), options.output)
    return 0


DATA = (
    Tool(
        "sparql",
        "A read-only SPARQL 1.1 query; prefixes lip:, src:, skos:, rdfs: are known.",
        _sparql_arguments,
        _sparql,
    ),
    Tool("export", "The whole ontology in a form that other programs read.", _export_arguments, _export),
    Tool("cite", "How to cite the ontology, or its sources as a reference list.", _cite_arguments, _cite),
    Tool("schema", "The JSON Schema that the JSON answer of a question keeps.", _schema_arguments, _schema),
)
