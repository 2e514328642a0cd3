"""The ``lipdrift`` command: reads the arguments, asks the atlas, prints the answer.

Exit codes: 0 answered, 1 findings, 2 wrong usage or bad input, 130 interrupted.
Data goes to stdout, messages to stderr.
"""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence

from lipdrift.app.arguments import parse
from lipdrift.app.bounds import bounded, limits
from lipdrift.app.command import Question
from lipdrift.app.delivery import delivered
from lipdrift.app.giving import give, rendered
from lipdrift.errors import LipdriftError


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
    """Does what the command says, or loads the ontology, asks the question and gives out the answer."""
    if not isinstance(options.chosen, Question):
        return int(options.chosen.run(options))
    from lipdrift.atlas import load

    answer = options.chosen.ask(load(*options.ontology, limits=limits(options)), options)
    give(rendered(answer, options.format), options.output)
    return 0


def _one_line(error: LipdriftError) -> str:
    from lipdrift.views.safe import one_line

    return one_line(str(error))
