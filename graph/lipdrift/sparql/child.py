"""A job in a child process that may open nothing, has a deadline and a memory limit, and may die alone."""

from __future__ import annotations

import math
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from lipdrift.errors import LimitReached
from lipdrift.sparql.answer import Limits

OUT_OF_MEMORY = 3
BROKEN = 4


@dataclass(frozen=True, slots=True)
class Ended:
    """How a child ended: what it wrote, the signal or exit code it died of (0: well), whether its time was up."""

    data: bytes = b""
    signal: int = 0
    code: int = 0
    overdue: bool = False


def run(job: Callable[[], bytes], limits: Limits) -> Ended:
    """What the job returns, computed in a child within the limits. The child is gone when this returns."""
    try:
        reader, writer = os.pipe()
        pid = os.fork()
    except OSError as error:
        raise LimitReached(f"a child for the query could not start ({error.strerror}); try again", "memory") from None
    if pid == 0:
        _live(job, writer, limits)
    os.close(writer)
    try:
        data = _read(reader, time.monotonic() + limits.seconds)
    finally:  # a child closes its pipe by ending only, so the signal comes too late to hide how one ended by itself
        os.close(reader)
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        status = os.waitpid(pid, 0)[1]
    if data is None:
        return Ended(overdue=True)
    died = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else 0
    return Ended(data, died, code, overdue=died == signal.SIGXCPU)


def _read(reader: int, deadline: float) -> bytes | None:
    """All that the child writes until it closes the pipe; None where the deadline comes first."""
    parts: list[bytes] = []
    while (left := deadline - time.monotonic()) > 0:
        if select.select([reader], [], [], left)[0]:
            part = os.read(reader, 1 << 16)
            if not part:
                return b"".join(parts)
            parts.append(part)
    return None


def _live(job: Callable[[], bytes], writer: int, limits: Limits) -> None:
    """The child's whole life. It never returns, so that nothing of the parent runs twice."""
    import fcntl

    code = BROKEN
    try:
        writer = fcntl.fcntl(writer, fcntl.F_DUPFD, 3)  # above the streams that are closed next
        _confine(writer, limits)
        data = job()
        while data:
            data = data[os.write(writer, data) :]
        code = 0
    except MemoryError:
        code = OUT_OF_MEMORY
    finally:
        os._exit(code)


def _confine(writer: int, limits: Limits) -> None:
    """No files, no sockets, no messages of its own, bounded processor time and memory, no core file."""
    import resource

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.closerange(3, writer)
    os.closerange(writer + 1, max(resource.getrlimit(resource.RLIMIT_NOFILE)[0], 1024))
    seconds = math.ceil(limits.seconds) + 1
    _limit(resource.RLIMIT_AS, _address_space() + limits.memory)
    _limit(resource.RLIMIT_CPU, seconds)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, 0)


def _limit(what: int, most: int) -> None:
    """Lowers a limit for good; one that is lower already stays."""
    import resource

    hard = resource.getrlimit(what)[1]
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))


def _address_space() -> int:
    """Bytes of address space in use now: what is loaded does not count against the query."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 1 << 29


def can_fork() -> bool:
    """Whether this process may fork: it has one thread only, so that no lock can be held by another."""
    if sys.platform == "win32":
        return False
    try:
        return len(list(Path("/proc/self/task").iterdir())) == 1
    except OSError:
        return False
