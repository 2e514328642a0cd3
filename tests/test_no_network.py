"""The two walls themselves: each one refuses or counts what leaves this machine."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from http.client import HTTPConnection

import pytest

from tests.tripwire import Tripwire

OUTSIDE = "192.0.2.1"  # reserved for documentation: nobody answers there


def _tcp() -> socket.socket:
    made = socket.socket()
    made.settimeout(1)
    return made


def _connect() -> None:
    with _tcp() as made:
        made.connect((OUTSIDE, 80))


def _connect_ex() -> None:
    with _tcp() as made:
        made.connect_ex((OUTSIDE, 80))


def _connect_6() -> None:
    with socket.socket(socket.AF_INET6) as made:
        made.connect(("2001:db8::1", 80))


def _send() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as made:
        made.sendto(b"x", (OUTSIDE, 53))


def _send_message() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as made:
        made.sendmsg([b"x"], [], 0, (OUTSIDE, 53))


def _loop() -> None:
    asyncio.run(asyncio.wait_for(asyncio.open_connection(OUTSIDE, 80), 1))


WAYS: dict[str, Callable[[], object]] = {
    "connect": _connect,
    "connect_ex": _connect_ex,
    "connect over IPv6": _connect_6,
    "sendto": _send,
    "sendmsg": _send_message,
    "create_connection": lambda: socket.create_connection((OUTSIDE, 80), 1),
    "getaddrinfo": lambda: socket.getaddrinfo("example.org", 80),
    "gethostbyname": lambda: socket.gethostbyname("example.org"),
    "gethostbyname_ex": lambda: socket.gethostbyname_ex("example.org"),
    "gethostbyaddr": lambda: socket.gethostbyaddr(OUTSIDE),
    "getnameinfo": lambda: socket.getnameinfo((OUTSIDE, 80), 0),
    "asyncio": _loop,
    "http.client": lambda: HTTPConnection(OUTSIDE, timeout=1).request("GET", "/"),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_guard_refuses_every_way_out(way: str) -> None:
    with pytest.raises(RuntimeError, match="tried to reach"):
        WAYS[way]()


def test_the_guard_lets_this_machine_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()[:2]) as made:
        assert made.getpeername() == server.getsockname()
    assert socket.getaddrinfo("localhost", 80)


def test_the_tripwire_counts_who_calls() -> None:
    with Tripwire() as wire:
        for word in (b"one", b"two"):
            with socket.create_connection(("127.0.0.1", wire.port)) as caller:
                caller.sendall(word)
        assert wire.calls() == ["b'one'", "b'two'"]


def test_the_tripwire_counts_a_program_that_asks_for_an_address_outside() -> None:
    code = "import urllib.request; urllib.request.urlopen('http://example.org/secret', timeout=5)"
    with Tripwire() as wire:
        environment = {**os.environ, **wire.environment}
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True)
        heard = wire.calls()
    assert done.returncode != 0
    assert len(heard) == 1
    assert "GET http://example.org/secret" in heard[0]


def test_this_process_and_all_that_it_starts_point_at_the_tripwire(tripwire: Tripwire) -> None:
    address = f"http://127.0.0.1:{tripwire.port}"
    assert {urllib.request.getproxies()[kind] for kind in ("http", "https", "all")} == {address}
    code = "import os; print(os.environ['https_proxy'])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == address
