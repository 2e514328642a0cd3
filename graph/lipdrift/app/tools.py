"""The commands that build, check, format and verify."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from lipdrift.app.bounds import limits
from lipdrift.app.command import Tool, forms, ontology, output
from lipdrift.app.giving import give, rendered
from lipdrift.errors import UsageError


def _build_arguments(parser: ArgumentParser) -> None:
    ontology(parser)
    parser.add_argument("-o", "--output", dest="folder", default="output", metavar="FOLDER", help="default: output")


def _build(options: Namespace) -> int:
    from lipdrift.atlas import load

    atlas = load(*options.ontology, limits=limits(options))
    if not options.ontology and _has_errors():
        return 1
    say = (lambda line: None) if options.quiet else (lambda line: print(line, file=sys.stderr))
    site = atlas.build(options.folder, say)
    print(site.explorer)
    return 0


def _has_errors() -> bool:
    """Whether the shipped ontology breaks a rule; its errors go to stderr and nothing is built."""
    from lipdrift.atlas import check_files

    report = check_files()
    if report.count("error"):
        sys.stderr.write(report.to_text())
    return bool(report.count("error"))


def _check_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; default: the shipped ontology")
    forms(parser, ("text", "json", "csv", "sarif", "github"))
    output(parser)
    parser.add_argument(
        "--fail-on", choices=("error", "warning", "warn", "none"), default="error", help="default: error"
    )
    parser.add_argument("--off", action="append", default=[], metavar="RULE=REASON", help="leave a rule out, say why")
    parser.add_argument("--profile", action="append", default=[], metavar="FILE", help="rules left out, with reasons")


def _check(options: Namespace) -> int:
    """Exit code 1 where a problem is as grave as --fail-on."""
    from lipdrift.atlas import check_files
    from lipdrift.check.profile import switched_off

    off = switched_off(options.profile) | dict(_switched_off(text) for text in options.off)
    report = check_files(*options.paths, off=off, limits=limits(options))
    give(rendered(report, options.format), options.output)
    levels = {"error": ("error",), "none": ()}.get(options.fail_on, ("error", "warning"))
    return 1 if any(report.count(level) for level in levels) else 0


def _switched_off(text: str) -> tuple[str, str]:
    rule, equals, reason = text.partition("=")
    if not equals or not reason.strip():
        raise UsageError(f"--off {text} gives no reason; write --off RULE=REASON")
    return rule, reason.strip()


def _format_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders; default: the shipped ontology")
    parser.add_argument("--check", action="store_true", help="change nothing; exit code 1 where something would change")


def _format(options: Namespace) -> int:
    from lipdrift.formatting import format_files

    changed = format_files(options.paths, write_them=not options.check, limits=limits(options))
    for name in changed:
        print(name)
    return 1 if options.check and changed else 0


def _verify_arguments(parser: ArgumentParser) -> None:
    ontology(parser)
    parser.add_argument("file", metavar="FILE", help="an answer as JSON, CSV, SVG or PNG")
    forms(parser, ("text", "json", "csv"))
    output(parser)


def _verify(options: Namespace) -> int:
    """Exit code 0 where the answer is the same, 1 where it changed or cannot be repeated."""
    from lipdrift.atlas import load

    verdict = load(*options.ontology, limits=limits(options)).verify(options.file)
    give(rendered(verdict, options.format), options.output)
    return 0 if verdict.outcome == "same" else 1


TOOLS = (
    Tool("build", "Writes the site: the explorer and a page for each cause.", _build_arguments, _build),
    Tool("check", "What is wrong with the ontology, where, and what to do.", _check_arguments, _check),
    Tool(
        "format",
        "Brings Turtle files into their stable form and derives links.ttl.",
        _format_arguments,
        _format,
    ),
    Tool("verify", "Whether an answer in a file can be had again, from its receipt.", _verify_arguments, _verify),
)
