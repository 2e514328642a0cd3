"""A process that keeps the statements and answers each query in a child of its own.

It has one thread and so may fork, whatever its parent does. On stdin: the statements as N-Triples, then one request
after the other. On stdout: how each one ended. It ends with its stdin.
"""

from __future__ import annotations

import json
import signal
import struct
import sys
from functools import partial
from typing import IO

from lipdrift.sparql.answer import Limits
from lipdrift.sparql.child import Ended, run

HEAD = struct.Struct(">Q")


def send(stream: IO[bytes] | None, data: bytes) -> None:
    """One frame: its length, then its bytes."""
    assert stream
    stream.write(HEAD.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes] | None) -> bytes | None:
    """The next frame, None at the end."""
    assert stream
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    (length,) = HEAD.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


def packed(ended: Ended) -> bytes:
    """How a child ended, as a frame."""
    return json.dumps([ended.signal, ended.code, ended.overdue]).encode() + b"\n" + ended.data


def unpacked(frame: bytes) -> Ended:
    """The other way round.

    >>> unpacked(packed(Ended(b"x", 11)))
    Ended(data=b'x', signal=11, code=0, overdue=False)
    """
    head, _, data = frame.partition(b"\n")
    died, code, overdue = json.loads(head)
    return Ended(data, died, code, overdue)


def main() -> None:
    """Reads the statements, says that it is ready, and answers until stdin ends."""
    from lipdrift.sparql.engine import evaluate, loaded

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    store = loaded(receive(sys.stdin.buffer) or b"")
    send(sys.stdout.buffer, b"ready")
    while (frame := receive(sys.stdin.buffer)) is not None:
        request = json.loads(frame)
        limits = Limits(**request["limits"])
        send(sys.stdout.buffer, packed(run(partial(evaluate, store, request["query"], limits), limits)))
