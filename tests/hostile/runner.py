"""Runs one case with the real program and says what was wrong with what it did."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.case import Case

SECONDS = 30
MEMORY = 2**30
POLL = 0.01
CLOSED = "closed"
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True)
class Outcome:
    """What one run did: its ends, its time, and the most memory of it and its children at one moment."""

    code: int
    out: bytes
    err: bytes
    seconds: float
    memory: int


def run(case: Case, folder: Path) -> list[str]:
    """The faults of one run in the folder, in words; none when the verdict is the expected one."""
    _lay_out(case, folder)
    before = state(folder)
    outcome = call(case, folder)
    return [*_faults(case, outcome), *_touched(case, before, state(folder))]


def _lay_out(case: Case, folder: Path) -> None:
    (folder / "output").mkdir()
    (folder / "output" / "explorer.html").write_bytes(b"old")
    for name, content in case.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content() if callable(content) else content)
    if case.prepare:
        case.prepare(folder)


def state(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Every file below the folder with its size, number and time of change."""
    found = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        if not path.is_dir():
            found[str(path.relative_to(folder))] = (status.st_size, status.st_ino, status.st_mtime_ns)
    return found


def call(case: Case, folder: Path) -> Outcome:
    """The program called as the case says; killed where it hangs."""
    began = time.monotonic()
    written, said = folder.with_suffix(".out"), folder.with_suffix(".err")
    command = [sys.executable, "-m", "lipdrift", *case.arguments]
    if case.stdout == CLOSED:
        command = ["/bin/sh", "-c", 'exec "$@" >&-', "sh", *command]
    target = Path(case.stdout) if case.stdout and case.stdout != CLOSED else written
    with target.open("wb") as out, said.open("wb") as err:
        running = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, cwd=folder, env=environment()
        )
        peak = [0]
        watch = threading.Thread(target=_watch, args=(running, peak))
        watch.start()
        try:
            running.wait(SECONDS + 10)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
        watch.join()
    seconds = time.monotonic() - began
    answer = written.read_bytes() if target == written else b""
    return Outcome(running.returncode, answer, said.read_bytes(), seconds, peak[0])


def environment() -> dict[str, str]:
    """The same for everyone; the tree under test stays on the path."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "HOME") if name in os.environ}
    if "PYTHONPATH" in kept:
        kept["PYTHONPATH"] = str(Path(kept["PYTHONPATH"]).resolve())
    return kept | {"LANG": "C.UTF-8", "PYTHONWARNINGS": "ignore"}


def _watch(running: subprocess.Popen[bytes], peak: list[int]) -> None:
    while running.returncode is None:
        peak[0] = max(peak[0], sum(_resident(number) for number in _family(running.pid)))
        time.sleep(POLL)


def _family(number: int) -> Iterator[int]:
    yield number
    try:
        children = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _resident(number: int) -> int:
    try:
        return int(Path(f"/proc/{number}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


def _faults(case: Case, outcome: Outcome) -> Iterator[str]:
    err, out = outcome.err.decode("utf-8", "replace"), outcome.out.decode("utf-8", "replace")
    if outcome.code != case.code:
        yield f"exit code {outcome.code}, not {case.code}: {err[:300]}"
    if "Traceback" in err or "panicked" in err:
        yield f"a traceback: {err[-400:]}"
    if outcome.seconds > SECONDS:
        yield f"{outcome.seconds:.1f} s"
    if outcome.memory > MEMORY:
        yield f"{outcome.memory >> 20} MiB"
    if case.code == 2:
        if err.count("\n") != 1 or not err.startswith("lipdrift: "):
            yield f"{err.count(chr(10))} lines on standard error: {err[:300]}"
        if out:
            yield f"something on standard output: {out[:100]}"
    said = err if case.code == 2 else out
    for word in case.words:
        if word not in said:
            yield f"{word!r} is not in: {said[:400]}"
    if not case.binary and (raw := RAW.search(err + out)):
        yield f"a raw {raw.group()!r} on the terminal"


def _touched(
    case: Case, before: dict[str, tuple[int, int, int]], after: dict[str, tuple[int, int, int]]
) -> Iterator[str]:
    if not case.makes and before != after:
        yield f"files changed: {sorted(set(before.items()) ^ set(after.items()))[:3]}"
    parts = [name for name in after if name.endswith(".lipdrift-part")]
    if parts:
        yield f"parts were left: {parts[:3]}"
