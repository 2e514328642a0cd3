"""The ``lipdrift`` command: reads the arguments, asks the atlas, prints the answer.

Exit codes: 0 answered, 1 findings, 2 wrong usage or bad input, 130 interrupted.
Data goes to stdout, messages to stderr.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lipdrift.app.arguments import parse
from lipdrift.app.bounds import bounded, limits
from lipdrift.app.delivery import delivered
from lipdrift.errors import LipdriftError, UsageError

if TYPE_CHECKING:
    from argparse import Namespace

    from lipdrift.atlas import Atlas


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; never a traceback for what a user can cause."""
    try:
        options = parse(sys.argv[1:] if arguments is None else list(arguments))
        with bounded(options), delivered():
            return run(options)
    except LipdriftError as error:
        print(f"lipdrift: {_one_line(error)}", file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("lipdrift: interrupted; nothing was left half written", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def run(options: Namespace) -> int:
    """Loads what the options name, asks their question and gives out the answer."""
    if options.command in TOOLS:
        return TOOLS[options.command](options)
    from lipdrift.atlas import load

    atlas = load(*options.ontology, limits=limits(options))
    if options.command == "build":
        return _build(atlas, options)
    if options.command in BYTES:
        _give(BYTES[options.command](atlas, options), options.output)
        return 0
    answer = ASK[options.command](atlas, options)
    _give(_rendered(answer, options.format), options.output)
    return 0


def _build(atlas: Atlas, options: Namespace) -> int:
    if not options.ontology and _has_errors():
        return 1
    say = (lambda line: None) if options.quiet else (lambda line: print(line, file=sys.stderr))
    site = atlas.build(options.folder, say)
    print(site.explorer)
    return 0


def _has_errors() -> bool:
    """Whether the shipped ontology breaks a rule; its errors go to stderr and nothing is built."""
    from lipdrift.atlas import check_files
    from lipdrift.views.text import to_text

    report = check_files()
    if report.count("error"):
        sys.stderr.write(to_text(report))
    return bool(report.count("error"))


def _paths(atlas: Atlas, options: Namespace) -> object:
    from lipdrift.questions.paths import Bounds
    from lipdrift.terms import Strength

    weakest = Strength.of(options.min_strength) if options.min_strength else None
    bounds = Bounds(options.max_steps, options.limit, weakest, not options.no_inferred)
    return atlas.paths(options.cause, options.target, bounds)


ASK: dict[str, Callable[[Any, Any], object]] = {
    "info": lambda atlas, options: atlas.info(),
    "find": lambda atlas, options: atlas.find(" ".join(options.text)),
    "show": lambda atlas, options: atlas.show(options.term),
    "paths": _paths,
    "evidence": lambda atlas, options: atlas.evidence(options.term, options.other),
}


def _check(options: Namespace) -> int:
    """Exit code 1 where a problem is as grave as --fail-on."""
    from lipdrift.atlas import check_files

    off = dict(_switched_off(text) for text in options.off)
    report = check_files(*options.paths, off=off, limits=limits(options))
    _give(_rendered(report, options.format), options.output)
    levels = {"error": ("error",), "warning": ("error", "warning"), "none": ()}[options.fail_on]
    return 1 if any(report.count(level) for level in levels) else 0


def _switched_off(text: str) -> tuple[str, str]:
    rule, equals, reason = text.partition("=")
    if not equals or not reason.strip():
        raise UsageError(f"--off {text} gives no reason; write --off RULE=REASON")
    return rule, reason.strip()


def _format(options: Namespace) -> int:
    from lipdrift.formatting import format_files

    changed = format_files(options.paths, write_them=not options.check, limits=limits(options))
    for name in changed:
        print(name)
    return 1 if options.check and changed else 0


TOOLS: dict[str, Callable[[Any], int]] = {"check": _check, "format": _format}


def _sparql(atlas: Atlas, options: Namespace) -> bytes:
    text, name = options.query, "query"
    if text == "-":
        text, name = sys.stdin.read(), "stdin"
    elif "{" not in text:
        from lipdrift.source import local

        name = text
        try:
            text = local(text).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            raise UsageError(f"{name} is neither a query nor a file that can be read") from None
    return atlas.sparql(text, options.format, name)


def _cite(atlas: Atlas, options: Namespace) -> bytes:
    return f"{atlas.cite()}\n".encode() if options.format == "text" else atlas.export(options.format)


BYTES: dict[str, Callable[[Any, Any], bytes]] = {
    "sparql": _sparql,
    "export": lambda atlas, options: atlas.export(options.format, options.table),
    "cite": _cite,
}


def _rendered(answer: object, form: str) -> str:
    if form == "json":
        from lipdrift.views.record import to_json

        return to_json(answer)
    if form in ("sarif", "github"):
        from lipdrift.views import annotations

        return annotations.to_sarif(answer) if form == "sarif" else annotations.to_github(answer)  # type: ignore[arg-type]
    from lipdrift.views.text import to_text

    return to_text(answer)


def _give(answer: str | bytes, output: str) -> None:
    """To stdout as UTF-8 whatever the locale says, or to a file that is replaced in one step."""
    data = answer if isinstance(answer, bytes) else answer.encode("utf-8", "backslashreplace")
    if output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from lipdrift.writing import write

    write(Path(output), data)


def _one_line(error: LipdriftError) -> str:
    from lipdrift.views.safe import printable

    return printable(" ".join(str(error).split()))
