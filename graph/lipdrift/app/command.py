"""What a command is, and the options that many share."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lipdrift.answers import Answer
    from lipdrift.atlas import Atlas
    from lipdrift.questions.bounds import Bounds

STRENGTHS = ("established", "reported", "suggested", "disputed")
FORMS = ("text", "json", "csv", "svg", "png")


@dataclass(frozen=True, slots=True)
class Question:
    """A command that asks the loaded ontology: its arguments, and how they become an answer."""

    name: str
    text: str
    arguments: Callable[[ArgumentParser], None]
    ask: Callable[[Atlas, Namespace], Answer]
    forms: tuple[str, ...] = ("text", "json", "csv")


@dataclass(frozen=True, slots=True)
class Tool:
    """A command that does something else; ``run`` returns the exit code."""

    name: str
    text: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


def nothing(parser: ArgumentParser) -> None:
    """No arguments of its own."""


def ontology(parser: ArgumentParser) -> None:
    """What is read."""
    parser.add_argument(
        "--ontology", action="append", default=[], metavar="PATH", help="read this instead of the shipped ontology"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress")


def output(parser: ArgumentParser) -> None:
    """Where the answer goes."""
    parser.add_argument("-o", "--output", default="-", metavar="FILE", help="write to a file; - is stdout")


def forms(parser: ArgumentParser, choices: tuple[str, ...], what: str = "how the answer is written") -> None:
    """How the answer is written."""
    parser.add_argument("-O", "--format", choices=choices, default=choices[0], help=what)
    if "json" in choices:
        parser.add_argument("--json", dest="format", action="store_const", const="json", help="the same as -O json")


def sifting(parser: ArgumentParser) -> None:
    """Which claims count."""
    parser.add_argument("--min-strength", choices=STRENGTHS, help="use only claims that are at least so well supported")
    parser.add_argument("--no-inferred", action="store_true", help="use no claim that a curator inferred")


def walking(parser: ArgumentParser) -> None:
    """What a search may walk."""
    parser.add_argument("--max-steps", type=int, default=12, metavar="N", help="causal steps in a route; default 12")
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="routes, sets or circles; default 20")
    sifting(parser)
    parser.add_argument("--signed", action="store_true", help="give each route its sign (+ or -)")


def bounds(options: Namespace) -> Bounds:
    """The bounds that the options of `walking` or `sifting` name."""
    from lipdrift.questions.bounds import Bounds
    from lipdrift.terms import Strength

    weakest = Strength.of(options.min_strength) if options.min_strength else None
    usual = Bounds()
    return Bounds(
        getattr(options, "max_steps", usual.max_steps),
        getattr(options, "limit", usual.limit),
        weakest,
        not options.no_inferred,
        getattr(options, "signed", False),
    )
