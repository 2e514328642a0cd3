"""The commands that ask a question of the ontology, one entry each."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from lipdrift.app.command import FORMS, Question, bounds, nothing, sifting, walking

if TYPE_CHECKING:
    from lipdrift.answers import Answer
    from lipdrift.atlas import Atlas


def _find(parser: ArgumentParser) -> None:
    parser.add_argument("text", nargs="+", metavar="TEXT")


def _term(parser: ArgumentParser) -> None:
    parser.add_argument("term", metavar="TERM")


def _paths(parser: ArgumentParser) -> None:
    parser.add_argument("cause", metavar="CAUSE")
    parser.add_argument("target", nargs="?", metavar="OUTCOME", help="default: lip filler migration")
    parser.add_argument("--kinds", action="store_true", help="which kinds of explanation exist, with counts")
    walking(parser)


def _ask_paths(atlas: Atlas, options: Namespace) -> Answer:
    ask = atlas.kinds if options.kinds else atlas.paths
    return ask(options.cause, options.target, bounds(options))


def _explain(parser: ArgumentParser) -> None:
    parser.add_argument("signs", nargs="+", metavar="SIGN")
    parser.add_argument("--absent", action="append", default=[], metavar="SIGN", help="looked for and not there")
    walking(parser)


def _whatif(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--without", action="extend", nargs="+", required=True, metavar="TERM", help="what is taken away"
    )
    parser.add_argument("--to", metavar="OUTCOME", help="default: lip filler migration")
    parser.add_argument("--from", dest="sources", action="append", default=[], metavar="CAUSE", help="default: all")
    walking(parser)


def _cuts(parser: ArgumentParser) -> None:
    parser.add_argument("target", metavar="TARGET")
    parser.add_argument("--from", dest="sources", action="append", default=[], metavar="CAUSE", help="default: all")
    walking(parser)


def _compare(parser: ArgumentParser) -> None:
    parser.add_argument("first", metavar="A")
    parser.add_argument("second", metavar="B")
    parser.add_argument("target", nargs="?", metavar="OUTCOME", help="default: lip filler migration")
    walking(parser)


def _loops(parser: ArgumentParser) -> None:
    walking(parser)


def _treatments(parser: ArgumentParser) -> None:
    parser.add_argument("target", metavar="TARGET")
    walking(parser)


def _evidence(parser: ArgumentParser) -> None:
    parser.add_argument("term", metavar="A")
    parser.add_argument("other", nargs="?", metavar="B")
    sifting(parser)


QUESTIONS = (
    Question("info", "Version, counts, licence, hash of the ontology, how to cite it.", nothing, lambda a, o: a.info()),
    Question(
        "find",
        "Terms by label, synonym or lay word, in any language.",
        _find,
        lambda a, o: a.find(" ".join(o.text)),
    ),
    Question("show", "One term with everything that is said of it.", _term, lambda a, o: a.show(o.term)),
    Question("paths", "How a cause leads to an outcome, best supported first.", _paths, _ask_paths, FORMS),
    Question(
        "explain",
        "Which explanations the literature gives for signs: conditions side by side, then causes.",
        _explain,
        lambda a, o: a.explain(*o.signs, absent=o.absent, bounds=bounds(o)),
        FORMS,
    ),
    Question(
        "whatif",
        "What is no longer reached if something is taken away, and which routes stay open.",
        _whatif,
        lambda a, o: a.whatif(*o.without, target=o.to, sources=o.sources, bounds=bounds(o)),
        FORMS,
    ),
    Question(
        "cuts",
        "Every smallest set of modifiable things that stops all routes to a target.",
        _cuts,
        lambda a, o: a.cuts(o.target, sources=o.sources, bounds=bounds(o)),
    ),
    Question(
        "compare",
        "What the routes of two causes share, and where they meet and part.",
        _compare,
        lambda a, o: a.compare(o.first, o.second, o.target, bounds(o)),
        FORMS,
    ),
    Question("loops", "Vicious circles, each with its evidence.", _loops, lambda a, o: a.loops(bounds(o)), FORMS),
    Question(
        "gaps",
        "Which cause is tied to which sign, and how: what rests on migration alone is an open question.",
        walking,
        lambda a, o: a.gaps(bounds(o)),
    ),
    Question(
        "treatments",
        "What acts on a target, at which step, what it leaves untouched, risks and approvals.",
        _treatments,
        lambda a, o: a.treatments(o.target, bounds(o)),
    ),
    Question(
        "evidence",
        "The claims about a term, or between two, for and against.",
        _evidence,
        lambda a, o: a.evidence(o.term, o.other, bounds(o)),
    ),
)
