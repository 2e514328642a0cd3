"""Kills writers at seeded random moments and counts the files that are neither old nor new.

Run as a program, so that it may fork: ``python killing.py whole|naive FOLDER WRITERS ROUNDS SEED``. It prints one line
of JSON: kills, those that hit a writer at work (parts lay about, or a file was damaged), and damaged files.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from lipdrift.writing import SUFFIX, write_all

NAMES = tuple(f"{folder}page-{n}.html" for folder in ("", "causes/", "data/") for n in range(4))
LONGEST = 0.04


def naive(folder: Path, files: Mapping[str, bytes]) -> None:
    """As most programs write: in place."""
    for name, data in files.items():
        (folder / name).write_bytes(data)


WRITERS = {"whole": write_all, "naive": naive}


def version(number: int) -> dict[str, bytes]:
    """A site's files: each one of another length, each byte tells its version."""
    return {name: bytes([65 + number]) * (60_000 + 9_000 * n + 700 * number) for n, name in enumerate(NAMES)}


def damaged(folder: Path, known: list[dict[str, bytes]]) -> int:
    """How many files hold none of the known versions whole."""
    return sum((folder / name).read_bytes() not in [v[name] for v in known] for name in NAMES)


def writer(kind: str, folder: Path, pair: list[dict[str, bytes]]) -> int:
    """Starts a process that writes two versions in turn until it is killed; its number."""
    number = os.fork()
    if not number:
        _write_forever(kind, folder, pair)
    return number


def _write_forever(kind: str, folder: Path, pair: list[dict[str, bytes]]) -> NoReturn:
    try:
        while True:
            for files in pair:
                WRITERS[kind](folder, files)
    finally:
        os._exit(9)  # a writer that ends by itself has failed


def main(kind: str, folder: Path, writers: int, rounds: int, seed: int) -> dict[str, int]:
    """The counts of so many rounds; each one kills all its writers at once."""
    chance = random.Random(seed)
    versions = [version(n) for n in range(2 * writers)]
    write_all(folder, versions[0])
    counts = {"kills": 0, "at work": 0, "damaged": 0, "failed": 0}
    for _ in range(rounds):
        running = [writer(kind, folder, versions[2 * n : 2 * n + 2]) for n in range(writers)]
        time.sleep(chance.uniform(0, LONGEST))
        for number in running:
            os.kill(number, signal.SIGKILL)
        ends = [os.waitstatus_to_exitcode(os.waitpid(number, 0)[1]) for number in running]
        found = damaged(folder, versions)
        counts["kills"] += ends.count(-signal.SIGKILL)
        counts["failed"] += len(ends) - ends.count(-signal.SIGKILL)
        counts["damaged"] += found
        counts["at work"] += bool(found or list(folder.rglob(f".*{SUFFIX}")))
        if found:
            write_all(folder, versions[0])
    write_all(folder, dict.fromkeys(NAMES, b"last"))
    return counts | {"left": len(list(folder.rglob(f".*{SUFFIX}")))}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], Path(sys.argv[2]), *map(int, sys.argv[3:6]))))
