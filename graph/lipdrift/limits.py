"""How much a stranger's file may take: time, memory, and what follows from the memory."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lipdrift.errors import UsageError

MIB = 2**20
SMALLEST = 256 * MIB
UNITS = {"": 1, "K": 2**10, "M": MIB, "G": 2**30}


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for one command that reads foreign files; ``trust`` reads them without a limited child process.

    Seconds are wall clock for the whole command, bytes are for the program and its child together. The parts were
    measured: an indexed statement takes 1.2 KiB, text is held in up to six copies at once.

    >>> Limits().statements, Limits().file_bytes // MIB
    (524288, 64)
    """

    seconds: float = 30.0
    memory: int = 1024 * MIB
    trust: bool = False

    @property
    def reading_seconds(self) -> float:
        """For the child; the rest of the time is for the answer."""
        return self.seconds * 0.8

    @property
    def whole_seconds(self) -> float:
        """When the command gives up, early enough to end within the limit."""
        return self.seconds * 0.95

    @property
    def child_memory(self) -> int:
        """Address space of the child, so that both processes together stay below the limit."""
        return self.memory * 5 // 8

    @property
    def file_bytes(self) -> int:
        """All files of one command together."""
        return self.memory // 16

    @property
    def line_bytes(self) -> int:
        """The same statements written out as N-Triples."""
        return self.memory // 8

    @property
    def statements(self) -> int:
        """All statements of one command."""
        return self.memory // 2048


def seconds(text: str) -> float:
    """A number of seconds from the command line.

    >>> seconds("90")
    90.0
    """
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,3})?", text) or not float(text):
        raise UsageError(f"--max-seconds {text[:40]!r} is no number of seconds; write for example 120")
    return float(text)


def size(text: str) -> int:
    """A number of bytes from the command line, with K, M or G.

    >>> size("2G") // MIB
    2048
    """
    found = re.fullmatch(r"([0-9]{1,12})([KMG]?)i?B?", text)
    if not found:
        raise UsageError(f"--max-memory {text[:40]!r} is no size; write for example 2G or 512M")
    wanted = int(found.group(1)) * UNITS[found.group(2)]
    if not SMALLEST <= wanted <= 2**40:
        raise UsageError(f"--max-memory {text} is out of range; give {SMALLEST // MIB}M or more, 1024G at most")
    return wanted


def shown(count: int) -> str:
    """A number of bytes as people write it.

    >>> shown(64 * MIB), shown(2**30)
    ('64 MiB', '1 GiB')
    """
    for unit, name in ((2**30, "GiB"), (MIB, "MiB"), (2**10, "KiB")):
        if count >= unit:
            return f"{count / unit:.4g} {name}"
    return f"{count} bytes"
