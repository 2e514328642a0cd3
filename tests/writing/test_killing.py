"""kill -9 at random moments: no file is half written; the same kills break a naive writer, so they prove something."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lipdrift.writing import SUFFIX

HERE = Path(__file__).parent
ROUNDS = 200
LONG = os.environ.get("LIPDRIFT_LONG") == "1"


def killed(kind: str, folder: Path, writers: int) -> dict[str, int]:
    command = [sys.executable, str(HERE / "killing.py"), kind, str(folder), str(writers), str(ROUNDS), "20"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    print(kind, writers, done.stdout)
    counts: dict[str, int] = json.loads(done.stdout)
    assert (counts["kills"], counts["failed"]) == (writers * ROUNDS, 0)
    assert counts["at work"] >= ROUNDS // 2, "too few kills hit a writer at work to prove anything"
    return counts


@pytest.mark.slow
@pytest.mark.parametrize("writers", [1, 2])
def test_no_kill_leaves_a_damaged_file_and_the_next_writer_clears_up(tmp_path: Path, writers: int) -> None:
    counts = killed("whole", tmp_path, writers)
    assert (counts["damaged"], counts["left"]) == (0, 0)


@pytest.mark.slow
@pytest.mark.parametrize("writers", [1, 2])
def test_the_same_kills_damage_what_a_naive_writer_writes(tmp_path: Path, writers: int) -> None:
    assert killed("naive", tmp_path, writers)["damaged"] >= ROUNDS // 2


def build(folder: Path, naive: bool = False) -> subprocess.Popen[str]:
    """The real command; with ``naive`` its writer is replaced by one that writes in place."""
    command = [sys.executable, "-m", "lipdrift"]
    if naive:
        code = f"import sys; sys.path.insert(0, {str(HERE)!r}); import lipdrift.site, killing; "
        code += (
            "lipdrift.site.write_all = killing.naive; from lipdrift.app.cli import main; sys.exit(main(sys.argv[1:]))"
        )
        command = [sys.executable, "-c", code]
    return subprocess.Popen([*command, "build", "-o", str(folder)], stderr=subprocess.PIPE, text=True)


def until_it_writes(running: subprocess.Popen[str]) -> None:
    for line in running.stderr or ():
        if line.startswith("writing "):
            return


class Site:
    """A site with every file marked as old, and what a build makes of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        whole = folder / "whole"
        made = build(whole)
        made.communicate()
        assert made.returncode == 0
        self.new = {str(p.relative_to(whole)): p.read_bytes() for p in sorted(whole.rglob("*")) if p.is_file()}
        self.old = {name: data + b"<!-- old -->" for name, data in self.new.items()}
        self.output = folder / "output"

    def reset(self) -> None:
        for part in self.output.rglob(f".*{SUFFIX}"):
            part.unlink()
        for name, data in self.old.items():
            (self.output / name).parent.mkdir(parents=True, exist_ok=True)
            (self.output / name).write_bytes(data)

    def damaged(self) -> int:
        found = {name: (self.output / name).read_bytes() for name in self.new}
        return sum(data not in (self.new[name], self.old[name]) for name, data in found.items())

    def kill(self, chance: random.Random, writers: int, seconds: float, naive: bool = False) -> None:
        """Kills so many builds at once: half the time anywhere in the run, half the time while it writes."""
        running = [build(self.output, naive) for _ in range(writers)]
        if chance.random() < 0.5:
            time.sleep(chance.uniform(0, seconds))
        else:
            until_it_writes(running[0])
            time.sleep(chance.uniform(0, 0.12))
        for process in running:
            process.send_signal(signal.SIGKILL)
            process.communicate()


@pytest.mark.slow
@pytest.mark.skipif(not LONG, reason="LIPDRIFT_LONG=1 kills the real build 200 times, alone and in pairs")
@pytest.mark.parametrize(
    ("writers", "naive", "rounds"),
    [(1, False, ROUNDS), (2, False, ROUNDS // 2), (1, True, 40)],
    ids=["one", "two", "naive"],
)
def test_the_real_build_is_killed(tmp_path: Path, writers: int, naive: bool, rounds: int) -> None:
    site, chance = Site(tmp_path), random.Random(20)
    began = time.monotonic()
    build(tmp_path / "timed").communicate()
    seconds = (time.monotonic() - began) * writers
    damaged = at_work = 0
    for _ in range(rounds):
        site.reset()
        site.kill(chance, writers, seconds, naive)
        damaged += site.damaged()
        at_work += bool(list(site.output.rglob(f".*{SUFFIX}")))
    print(f"real build: {rounds} rounds, {writers} at once, at work {at_work}, damaged files {damaged}")
    assert len(site.new) >= 20
    if naive:
        assert damaged > 0
        return
    assert damaged == 0
    assert at_work >= rounds // 10
    last = build(site.output)
    last.communicate()
    assert not list(site.output.rglob(f".*{SUFFIX}"))
    shutil.rmtree(site.output)
