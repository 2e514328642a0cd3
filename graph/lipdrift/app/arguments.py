"""The arguments of every command, and what ``--help`` says about them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter, _SubParsersAction
from typing import TYPE_CHECKING, NoReturn, TypeAlias

from lipdrift.app import bounds
from lipdrift.errors import UsageError
from lipdrift.version import __version__

STRENGTHS = ("established", "reported", "suggested", "disputed")
NOTICE = "For teaching only. Not medical advice."


class Parser(ArgumentParser):
    """An argument parser whose complaints are ours: one line, with what to do."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; try: {self.prog} --help")


def parse(arguments: list[str]) -> Namespace:
    """The options of one call; UsageError for what cannot be understood."""
    options = parser().parse_args(arguments)
    if options.command is None:
        raise UsageError("no command was given; try: lipdrift --help")
    return options


def parser() -> Parser:
    """The whole command line."""
    top = Parser(prog="lipdrift", description=f"How each cause leads to lip filler migration. {NOTICE}")
    top.add_argument("--version", action="version", version=f"lipdrift {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    _build(commands)
    _info(commands)
    _find(commands)
    _show(commands)
    _paths(commands)
    _evidence(commands)
    _sparql(commands)
    _export(commands)
    _cite(commands)
    _check(commands)
    _format(commands)
    for command in commands.choices.values():
        bounds.add_options(command)
    return top


if TYPE_CHECKING:
    Commands: TypeAlias = _SubParsersAction["Parser"]


def _command(commands: Commands, name: str, text: str) -> ArgumentParser:
    made: ArgumentParser = commands.add_parser(
        name, help=text, description=f"{text} {NOTICE}", formatter_class=RawDescriptionHelpFormatter
    )
    made.add_argument(
        "--ontology", action="append", default=[], metavar="PATH", help="read this instead of the shipped ontology"
    )
    made.add_argument("-q", "--quiet", action="store_true", help="no progress")
    return made


def _question(commands: Commands, name: str, text: str) -> ArgumentParser:
    made = _command(commands, name, text)
    made.add_argument("-O", "--format", choices=("text", "json"), default="text", help="how the answer is written")
    made.add_argument("--json", dest="format", action="store_const", const="json", help="the same as -O json")
    made.add_argument("-o", "--output", default="-", metavar="FILE", help="write to a file; - is stdout")
    return made


def _build(commands: Commands) -> None:
    made = _command(commands, "build", "Writes the site: the explorer and a page for each cause.")
    made.add_argument("-o", "--output", dest="folder", default="output", metavar="FOLDER", help="default: output")


def _info(commands: Commands) -> None:
    _question(commands, "info", "Version, counts, licence, hash of the ontology, how to cite it.")


def _find(commands: Commands) -> None:
    made = _question(commands, "find", "Terms by label, synonym or lay word, in any language.")
    made.add_argument("text", nargs="+", metavar="TEXT")


def _show(commands: Commands) -> None:
    made = _question(commands, "show", "One term with everything that is said of it.")
    made.add_argument("term", metavar="TERM")


def _paths(commands: Commands) -> None:
    made = _question(commands, "paths", "How a cause leads to an outcome, best supported first.")
    made.add_argument("cause", metavar="CAUSE")
    made.add_argument("target", nargs="?", metavar="OUTCOME", help="default: lip filler migration")
    made.add_argument("--max-steps", type=int, default=12, metavar="N", help="causal steps in a route; default 12")
    made.add_argument("--limit", type=int, default=20, metavar="N", help="routes in the answer; default 20")
    made.add_argument("--min-strength", choices=STRENGTHS, help="walk only steps that are at least so well supported")
    made.add_argument("--no-inferred", action="store_true", help="walk no step that a curator inferred")


def _evidence(commands: Commands) -> None:
    made = _question(commands, "evidence", "The claims about a term, or between two, for and against.")
    made.add_argument("term", metavar="A")
    made.add_argument("other", nargs="?", metavar="B")


def _check(commands: Commands) -> None:
    made = commands.add_parser("check", help="What is wrong with the ontology, where, and what to do.")
    made.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; default: the shipped ontology")
    made.add_argument("-O", "--format", choices=("text", "json", "sarif", "github"), default="text")
    made.add_argument("--json", dest="format", action="store_const", const="json", help="the same as -O json")
    made.add_argument("-o", "--output", default="-", metavar="FILE", help="write to a file; - is stdout")
    made.add_argument("--fail-on", choices=("error", "warning", "none"), default="error", help="default: error")
    made.add_argument("--off", action="append", default=[], metavar="RULE=REASON", help="leave a rule out, and say why")


def _format(commands: Commands) -> None:
    made = commands.add_parser("format", help="Brings Turtle files into their stable form and derives links.ttl.")
    made.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; default: the shipped ontology")
    made.add_argument("--check", action="store_true", help="change nothing; exit code 1 where something would change")


def _sparql(commands: Commands) -> None:
    made = _command(commands, "sparql", "A read-only SPARQL 1.1 query; prefixes lip:, src:, skos:, rdfs: are known.")
    made.add_argument("query", metavar="QUERY|FILE", help="the query, or a file that holds it; - is stdin")
    forms = ("text", "json", "csv", "tsv", "xml", "ttl", "nt", "jsonld", "rdfxml")
    made.add_argument("-O", "--format", choices=forms, default="text", help="text is a table with tabs, or Turtle")
    made.add_argument("--json", dest="format", action="store_const", const="json", help="the same as -O json")
    made.add_argument("-o", "--output", default="-", metavar="FILE", help="write to a file; - is stdout")


def _export(commands: Commands) -> None:
    made = _command(commands, "export", "The whole ontology in a form that other programs read.")
    made.add_argument("format", choices=("ttl", "nt", "jsonld", "rdfxml", "csv", "bibtex", "ris", "csl-json"))
    made.add_argument("--table", choices=("claims", "terms", "sources"), default="claims", help="which table as csv")
    made.add_argument("-o", "--output", default="-", metavar="FILE", help="write to a file; - is stdout")


def _cite(commands: Commands) -> None:
    made = _command(commands, "cite", "How to cite the ontology, or its sources as a reference list.")
    made.add_argument("-O", "--format", choices=("text", "bibtex", "ris", "csl-json"), default="text")
    made.add_argument("-o", "--output", default="-", metavar="FILE", help="write to a file; - is stdout")
