"""The ``lipdrift`` command: reads the arguments, asks the atlas, prints the answer.

Exit codes: 0 answered, 2 wrong usage or bad input, 130 interrupted. Data goes to stdout, messages to stderr.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lipdrift.app.arguments import parse
from lipdrift.errors import LipdriftError

if TYPE_CHECKING:
    from argparse import Namespace

    from lipdrift.atlas import Atlas


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; never a traceback for what a user can cause."""
    try:
        options = parse(sys.argv[1:] if arguments is None else list(arguments))
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
    from lipdrift.atlas import load

    atlas = load(*options.ontology)
    if options.command == "build":
        return _build(atlas, options)
    answer = ASK[options.command](atlas, options)
    _give(_rendered(answer, options.format), options.output)
    return 0


def _build(atlas: Atlas, options: Namespace) -> int:
    say = (lambda line: None) if options.quiet else (lambda line: print(line, file=sys.stderr))
    site = atlas.build(options.folder, say)
    print(site.explorer)
    return 0


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


def _rendered(answer: object, form: str) -> str:
    if form == "json":
        from lipdrift.views.record import to_json

        return to_json(answer)
    from lipdrift.views.text import to_text

    return to_text(answer)


def _give(text: str, output: str) -> None:
    """To stdout as UTF-8 whatever the locale says, or to a file that is replaced in one step."""
    data = text.encode("utf-8", "backslashreplace")
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
