"""Every hostile query ends within its limits, alone, in one line, and changes nothing: by command line and pool."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

import lipdrift
from lipdrift.errors import LimitReached, LipdriftError
from lipdrift.sparql import Limits
from lipdrift.sparql.pool import Pool
from tests.tripwire import Tripwire

from .corpus import CASES, ROWS, Case

pytestmark = pytest.mark.slow
GRACE = 4.0
GIB = 1 << 30
KG = lipdrift.load()
WORDS = {
    "syntax": ("breaks off or holds something unexpected",),
    "failed": ("cannot be answered",),
    "refused": ("is refused", "nested more than", "longer than", "not UTF-8"),
    "stopped": ("stopped at its limit", "of memory", "gave up"),
    "cut": ("not complete",),
}


@dataclass(frozen=True)
class Run:
    """How a program ended: exit code (negative: a signal), what it said, seconds, bytes of its largest process."""

    code: int
    out: bytes
    err: str
    seconds: float
    peak: int


def run(arguments: list[str], folder: Path) -> Run:
    """Runs the command line as a user does, and measures it and its children."""
    out, err = folder / "out", folder / "err"
    command = [os.fsencode(a) for a in [sys.executable, "-m", "lipdrift", *arguments]]
    start = time.monotonic()
    with out.open("wb") as stdout, err.open("wb") as stderr:
        actions = [(os.POSIX_SPAWN_DUP2, stdout.fileno(), 1), (os.POSIX_SPAWN_DUP2, stderr.fileno(), 2)]
        pid = os.posix_spawn(sys.executable, command, os.environ, file_actions=actions)
    watch = threading.Timer(30, os.kill, (pid, signal.SIGKILL))
    watch.start()
    _, status, usage = os.wait4(pid, 0)
    watch.cancel()
    watch.join()
    said = err.read_text(encoding="utf-8")
    seconds = time.monotonic() - start
    return Run(os.waitstatus_to_exitcode(status), out.read_bytes(), said, seconds, usage.ru_maxrss * 1024)


@pytest.fixture(scope="module")
def wire() -> Iterator[Tripwire]:
    """The address that the queries want to reach."""
    with Tripwire() as made:
        yield made
        assert made.calls() == []


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    made = Pool(KG.knowledge.data)
    yield made
    made.close()


def test_ids_are_unique_and_there_are_enough(capsys: pytest.CaptureFixture[str]) -> None:
    assert len({c.id for c in CASES}) == len(CASES) >= 115
    verdicts = Counter(c.verdict for c in CASES)
    assert set(verdicts) == {"answered", "cut", "refused", "syntax", "failed", "stopped"}
    with capsys.disabled():
        print(f"\n{len(CASES)} hostile queries, each by command line and pool: {dict(sorted(verdicts.items()))}")


@pytest.fixture(scope="module")
def runs(wire: Tripwire, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Future[Run]]]:
    """Every case by command line, two at a time, beside the tests that look at them."""

    def one(case: Case) -> Run:
        folder = tmp_path_factory.mktemp("case")
        (folder / "hostile.rq").write_bytes(case.aimed_at(wire.port).encode(errors="surrogateescape"))
        bounds = ["--query-seconds", str(case.seconds), "--max-rows", str(ROWS)]
        return run(["sparql", str(folder / "hostile.rq"), *bounds], folder)

    with ThreadPoolExecutor(2) as threads:
        yield {case.id: threads.submit(one, case) for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_by_command_line(case: Case, runs: dict[str, Future[Run]]) -> None:
    done = runs[case.id].result()
    assert done.seconds <= case.seconds + GRACE
    assert done.peak <= GIB
    assert "Traceback" not in done.err
    assert done.code == (0 if case.verdict in ("answered", "cut") else 2), done.err
    lines = [line for line in done.err.splitlines() if "to be said beside it" not in line]
    assert len(lines) == (0 if case.verdict == "answered" else 1), done.err
    if case.verdict != "answered":
        assert any(words in lines[0] for words in WORDS[case.verdict]), lines[0]
    if case.verdict not in ("answered", "cut"):
        assert done.out == b""
        assert case.verdict == "refused" or "hostile.rq" in lines[0]
    if case.verdict == "syntax":
        assert re.search(r"hostile\.rq:\d+:\d+: ", lines[0])


def verdict(pool: Pool, query: str, limits: Limits) -> str:
    """What the pool makes of a query."""
    try:
        answer = pool.ask(query, limits)
    except LimitReached:
        return "stopped"
    except LipdriftError as error:
        said = [v for v, words in WORDS.items() if any(w in str(error) for w in words)]
        return said[0] if len(said) == 1 else f"said {error}"
    assert len(answer.rows) <= ROWS
    assert len(answer.triples) <= ROWS
    return "answered" if answer.complete else "cut"


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.id)
def test_by_pool(case: Case, wire: Tripwire, pool: Pool) -> None:
    start = time.monotonic()
    assert verdict(pool, case.aimed_at(wire.port), Limits(case.seconds, ROWS)) == case.verdict
    assert time.monotonic() - start <= case.seconds + 1


def test_the_data_is_the_same_after_all_of_them(pool: Pool) -> None:
    """The last test of this file: what the processes of the pool hold is what was loaded."""
    limits = Limits(rows=1_000_000)
    held = pool.ask("CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }", limits).triples
    loaded = "".join(f"{line}\n" for line in held).encode()
    assert hashlib.sha256(loaded).hexdigest() == KG.knowledge.data.sha256 == lipdrift.load().knowledge.data.sha256
