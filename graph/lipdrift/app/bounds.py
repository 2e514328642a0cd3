"""The limits of one command that reads foreign files: its options, and the clock that ends it."""

from __future__ import annotations

import signal
import threading
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from lipdrift.errors import InputError, Place
from lipdrift.limits import Limits, seconds, size


def add_options(command: ArgumentParser) -> None:
    """The options that raise the limits, for every command that reads files."""
    group = command.add_argument_group("limits for files that are not shipped")
    group.add_argument("--max-seconds", metavar="N", help="for the whole command; default: 30")
    group.add_argument("--max-memory", metavar="SIZE", help="for the program and its reader together; default: 1G")
    group.add_argument("--trust", action="store_true", help="read the files without a limited process")


def limits(options: Namespace) -> Limits:
    """What the options say, the defaults where they say nothing. UsageError for what is no number or size."""
    usual = Limits()
    wanted_seconds, wanted_memory = getattr(options, "max_seconds", None), getattr(options, "max_memory", None)
    return Limits(
        usual.seconds if wanted_seconds is None else seconds(wanted_seconds),
        usual.memory if wanted_memory is None else size(wanted_memory),
        bool(getattr(options, "trust", False)),
    )


@contextmanager
def bounded(options: Namespace) -> Iterator[None]:
    """Ends a command on foreign files with an InputError when its time is over; the shipped ontology has no clock."""
    named = list(getattr(options, "ontology", None) or getattr(options, "paths", None) or ())
    chosen = limits(options)
    can = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not named or chosen.trust or not can:
        yield
        return

    def over(number: int, frame: FrameType | None) -> None:
        what = f"the answer takes longer than {chosen.seconds:g} s"
        raise InputError(Place(str(named[0])), what, "give a smaller file, or raise --max-seconds")

    before = signal.signal(signal.SIGALRM, over)
    signal.setitimer(signal.ITIMER_REAL, chosen.whole_seconds, 1.0)  # again, should a library swallow it
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
