"""The commands that hand out data: queries, exports, citations."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from lipdrift.app.command import Tool, forms, ontology, output
from lipdrift.app.giving import give
from lipdrift.errors import UsageError

QUERY_FORMS = ("text", "json", "csv", "tsv", "xml", "ttl", "nt", "jsonld", "rdfxml")


def _sparql_arguments(parser: ArgumentParser) -> None:
    ontology(parser)
    parser.add_argument("query", metavar="QUERY|FILE", help="the query, or a file that holds it; - is stdin")
    forms(parser, QUERY_FORMS, "text is a table with tabs, or Turtle")
    output(parser)


def _sparql(options: Namespace) -> int:
    from lipdrift.atlas import load

    text, name = _query(options.query)
    give(load(*options.ontology).sparql(text, options.format, name), options.output)
    return 0


def _query(given: str) -> tuple[str, str]:
    """The text of a query and the name that messages give it."""
    if given == "-":
        return sys.stdin.read(), "stdin"
    if "{" in given:
        return given, "query"
    from lipdrift.source import local

    try:
        return local(given).read_text(encoding="utf-8"), given
    except (OSError, UnicodeDecodeError, ValueError):
        raise UsageError(f"{given} is neither a query nor a file that can be read") from None


def _export_arguments(parser: ArgumentParser) -> None:
    ontology(parser)
    parser.add_argument("format", choices=("ttl", "nt", "jsonld", "rdfxml", "csv", "bibtex", "ris", "csl-json"))
    parser.add_argument("--table", choices=("claims", "terms", "sources"), default="claims", help="which table as csv")
    output(parser)


def _export(options: Namespace) -> int:
    from lipdrift.atlas import load

    give(load(*options.ontology).export(options.format, options.table), options.output)
    return 0


def _cite_arguments(parser: ArgumentParser) -> None:
    ontology(parser)
    forms(parser, ("text", "bibtex", "ris", "csl-json"))
    output(parser)


def _cite(options: Namespace) -> int:
    from lipdrift.atlas import load

    atlas = load(*options.ontology)
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
