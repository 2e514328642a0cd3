"""The command line, put together from the tables of commands."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from typing import NoReturn

from lipdrift.app import bounds
from lipdrift.app.asking import QUESTIONS
from lipdrift.app.command import Question, Tool, forms, ontology, output
from lipdrift.app.data import DATA
from lipdrift.app.tools import TOOLS
from lipdrift.errors import UsageError
from lipdrift.version import __version__

NOTICE = "For teaching only. Not medical advice."
COMMANDS: tuple[Question | Tool, ...] = (*TOOLS, *QUESTIONS, *DATA)


class Parser(ArgumentParser):
    """An argument parser whose complaints are ours: one line, with what to do."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; try: {self.prog} --help")


def parse(arguments: list[str]) -> Namespace:
    """The options of one call; ``options.chosen`` is its command. UsageError for what cannot be understood."""
    options = parser().parse_args(arguments)
    if options.command is None:
        raise UsageError("no command was given; try: lipdrift --help")
    return options


def parser() -> Parser:
    """The whole command line."""
    top = Parser(prog="lipdrift", description="How each cause leads to lip filler migration.", epilog=NOTICE)
    top.add_argument("--version", action="version", version=f"lipdrift {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    for command in COMMANDS:
        made = commands.add_parser(
            command.name,
            help=command.text,
            description=command.text,
            epilog=NOTICE,
            formatter_class=RawDescriptionHelpFormatter,
        )
        made.set_defaults(chosen=command)
        if isinstance(command, Question):
            ontology(made)
            forms(made, command.forms)
            output(made)
        command.arguments(made)
        bounds.add_options(made)
    return top
