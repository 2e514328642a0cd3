"""Standard output as a place that can fail: full, closed, or a device that takes nothing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lipdrift.errors import OutputError


@contextmanager
def delivered() -> Iterator[None]:
    """Flushes what was given out; OutputError where standard output cannot take it. A closed pipe stays what it is."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for the rest of the process
        raise OutputError("standard output is closed; give a file with -o")
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        reason = error.strerror or str(error)
        raise OutputError(f"standard output cannot be written ({reason}); free space, or give a file with -o") from None
