"""The child: it may open nothing, and however it ends, only it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from lipdrift.errors import InputError, LimitReached
from lipdrift.sparql import Limits
from lipdrift.sparql.answer import MIB
from lipdrift.sparql.child import OUT_OF_MEMORY, run
from lipdrift.sparql.engine import settled

LIMITS = Limits(seconds=5, memory=64 * MIB)


ACTIONS: dict[str, Callable[[], object]] = {
    "file": lambda: os.open("/etc/hosts", os.O_RDONLY),
    "socket": socket.socket,
    "pipe": os.pipe,
    "directory": lambda: list(Path("/").iterdir()),
    "look up": lambda: socket.getaddrinfo("localhost", 80),
    "copy": lambda: os.dup(1),
}


def tried(action: str) -> bytes:
    """What becomes of the action in a child: the kind of its error, or that it worked."""

    def job() -> bytes:
        try:
            ACTIONS[action]()
        except OSError as error:
            return type(error).__name__.encode()
        return b"worked"

    return run(job, LIMITS).data


@pytest.mark.parametrize("action", ACTIONS)
def test_a_child_can_open_nothing(action: str) -> None:
    assert tried(action) in (b"OSError", b"gaierror")


def test_a_child_inherits_no_open_file(tmp_path: Path) -> None:
    with (tmp_path / "secret").open("w") as file:
        number = file.fileno()
        ended = run(lambda: _stat(number), LIMITS)
    assert ended.data == b"closed"


def _stat(number: int) -> bytes:
    try:
        os.fstat(number)
    except OSError:
        return b"closed"
    return b"open"


def test_a_child_says_nothing_on_our_streams(capfd: pytest.CaptureFixture[str]) -> None:
    ended = run(lambda: b"%d" % (os.write(1, b"noise") + os.write(2, b"noise")), LIMITS)
    assert ended.data == b"10"
    assert capfd.readouterr() == ("", "")


def test_what_a_child_writes_comes_back_whole() -> None:
    data = os.urandom(1000) * 5000
    assert run(lambda: data, LIMITS).data == data


def _sleep() -> bytes:
    time.sleep(60)
    return b""


def _spin() -> bytes:
    while True:
        pass


def _hoard() -> bytes:
    return b"x" * (256 * MIB)


def test_a_child_is_stopped_at_its_deadline_asleep_or_at_work() -> None:
    for job in (_sleep, _spin):
        start = time.monotonic()
        ended = run(job, Limits(seconds=0.3))
        assert ended.overdue
        assert 0.3 <= time.monotonic() - start < 1.3
        with pytest.raises(LimitReached, match=r"stopped at its limit of 0\.3 s.*--query-seconds") as error:
            settled(ended, Limits(seconds=0.3), "q.rq")
        assert error.value.reason == "time"
    assert run(lambda: b"well", LIMITS).data == b"well"


def test_a_child_that_wants_too_much_memory_ends_and_it_is_said() -> None:
    ended = run(_hoard, LIMITS)
    assert ended.code == OUT_OF_MEMORY
    with pytest.raises(LimitReached, match="more than its 64 MiB") as error:
        settled(ended, LIMITS, "q.rq")
    assert error.value.reason == "memory"


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGILL, signal.SIGBUS])
def test_a_child_that_crashes_takes_nobody_along(number: int) -> None:
    def job() -> bytes:
        os.kill(os.getpid(), number)
        return b""

    ended = run(job, LIMITS)
    assert ended.signal == number
    with pytest.raises(InputError, match=r"q\.rq: .* gave up"):
        settled(ended, LIMITS, "q.rq")


def test_no_child_is_left_behind() -> None:
    before = set(_children())
    for job in (_sleep, lambda: b"x", _hoard):
        run(job, Limits(seconds=0.2, memory=64 * MIB))
    assert set(_children()) == before


def _children() -> list[str]:
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()


def test_a_killed_program_leaves_a_child_that_ends_by_itself() -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    asking = subprocess.Popen([sys.executable, "-m", "lipdrift", "sparql", query, "--query-seconds", "1"])
    children = Path(f"/proc/{asking.pid}/task/{asking.pid}/children")
    deadline = time.monotonic() + 20
    while not (found := children.read_text().split()) and time.monotonic() < deadline:
        time.sleep(0.02)
    asking.kill()
    asking.wait()
    assert len(found) == 1
    while Path(f"/proc/{found[0]}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(f"/proc/{found[0]}").exists()


def test_ctrl_c_ends_the_query_in_one_line() -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    command = [sys.executable, "-m", "lipdrift", "sparql", query, "--query-seconds", "30"]
    asking = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    children = Path(f"/proc/{asking.pid}/task/{asking.pid}/children")
    deadline = time.monotonic() + 20
    while not children.read_text().split() and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(asking.pid, signal.SIGINT)
    _, err = asking.communicate(timeout=5)
    assert (asking.returncode, err.count("\n")) == (130, 1)


def test_a_process_with_threads_does_not_fork_but_answers() -> None:
    """As in a notebook: the query goes through a process of its own."""
    code = (
        "import threading, lipdrift; from lipdrift.sparql.child import can_fork\n"
        "threading.Thread(target=threading.Event().wait, daemon=True).start()\n"
        "kg = lipdrift.load(); kg.knowledge.data; assert not can_fork()\n"
        "print(kg.sparql('ASK { lip:DuckLip a lip:Sign }').answer.truth, kg._engine._pool is not None)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]


def test_a_program_of_its_own_may_fork() -> None:
    code = (
        "import lipdrift; from lipdrift.sparql.child import can_fork\n"
        "kg = lipdrift.load(); print(kg.sparql('ASK {}').answer.truth if can_fork() else 'threads')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True"]
