"""Several keepers for many askers: a query that takes its time keeps nobody waiting, a crowd is told so."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import weakref
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from lipdrift.errors import Busy, LimitReached
from lipdrift.rdf import Statements
from lipdrift.sparql import engine
from lipdrift.sparql.answer import Answer, Limits
from lipdrift.sparql.child import Ended
from lipdrift.sparql.gate import refuse_unreadable
from lipdrift.sparql.keeper import receive, send, unpacked

GRACE = 2.0


class Pool:
    """Two to four processes that hold the statements. `ask` may be called from any thread."""

    def __init__(self, data: Statements, workers: int = 2, waiting: int = 8) -> None:
        self.statements = data.to_ntriples()
        self.waiting = waiting
        self._askers = threading.Semaphore(workers + waiting)
        self._idle: queue.LifoQueue[_Keeper] = queue.LifoQueue()
        for keeper in [_Keeper(self.statements) for _ in range(workers)]:
            keeper.wake()
            self._idle.put(keeper)

    def ask(self, query: str, limits: Limits | None = None, name: str = "query") -> Answer:
        """The answer, with the errors of `Engine.ask`; Busy where too many ask, or no keeper is free in time."""
        refuse_unreadable(query, name)
        limits = limits or Limits()
        return engine.settled(self._ended(query, limits), limits, name)

    def _ended(self, query: str, limits: Limits) -> Ended:
        if not self._askers.acquire(blocking=False):
            raise Busy("too many queries at once; ask again in a few seconds")
        try:
            keeper = self._free(limits)
            try:
                return keeper.ask(query, limits)
            finally:
                self._idle.put(keeper if keeper.alive else _Keeper(self.statements))
        finally:
            self._askers.release()

    def _free(self, limits: Limits) -> _Keeper:
        try:
            return self._idle.get(timeout=limits.seconds)
        except queue.Empty:
            raise Busy("all workers are at other queries; ask again in a few seconds") from None

    def close(self) -> None:
        """Ends the keepers that are not at work; the others end with this process."""
        with suppress(queue.Empty):
            while True:
                self._idle.get_nowait().end()


class _Keeper:
    """One keeper as its owner sees it."""

    def __init__(self, statements: bytes) -> None:
        root = str(Path(__file__).parents[2])
        path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH", "")]))
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", "from lipdrift.sparql.keeper import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )
        self.end = weakref.finalize(self, _end, self.process)
        self.awake = False
        with suppress(BrokenPipeError):
            send(self.process.stdin, statements)

    def wake(self) -> None:
        """Waits until it has read the statements."""
        if not self.awake and receive(self.process.stdout) is None:
            self.end()
            raise LimitReached("a worker for queries could not start; free memory, or load less", "memory")
        self.awake = True

    @property
    def alive(self) -> bool:
        """Whether it can be asked again."""
        return self.process.poll() is None

    def ask(self, query: str, limits: Limits) -> Ended:
        """How the query ended. A keeper that does not come back in time is ended, so that no asker waits for ever."""
        self.wake()
        watch = threading.Timer(limits.seconds + GRACE, self.process.kill)
        watch.daemon = True
        watch.start()
        try:
            send(self.process.stdin, json.dumps({"query": query, "limits": asdict(limits)}).encode())
            frame = receive(self.process.stdout)
        except BrokenPipeError:
            frame = None
        finally:
            watch.cancel()
        if frame is None:
            self.end()
            return Ended(overdue=True)
        return unpacked(frame)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    for stream in (process.stdin, process.stdout):
        if stream:
            with suppress(OSError):
                stream.close()
    process.wait()
