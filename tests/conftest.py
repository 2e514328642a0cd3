"""No test reaches the network.

Two walls: Python itself reports every socket call to the guard, which refuses those that leave this machine; and a
tripwire, which the whole environment points at as a proxy, counts who calls there. It must have been nobody.
"""

from __future__ import annotations

import ipaddress
import socket
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from tests.tripwire import Tripwire

NAMES = {"localhost", "localhost.localdomain", "ip6-localhost", ""}
CONNECTS = {"socket.connect", "socket.sendto", "socket.sendmsg"}
LOOKS_UP = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"}
HEARD = pytest.StashKey[list[str]]()


class LeftTheMachine(RuntimeError):
    """A test tried to reach another machine."""


def is_local(host: object) -> bool:
    """Whether a host is this machine."""
    name = host.decode() if isinstance(host, bytes) else host
    if name is None or name in NAMES:
        return True
    try:
        return ipaddress.ip_address(str(name).partition("%")[0]).is_loopback
    except ValueError:
        return False


def guard(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuses what leaves this machine: connecting, sending to an address, and asking for one."""
    if event in CONNECTS:
        made, address = arguments
        if made.family in (socket.AF_INET, socket.AF_INET6) and address and not is_local(address[0]):
            raise LeftTheMachine(f"a test tried to reach {address!r}")
    elif event in LOOKS_UP:
        asked = arguments[0][0] if event == "socket.getnameinfo" else arguments[0]
        if not is_local(asked):
            raise LeftTheMachine(f"a test tried to reach {asked!r}")


sys.addaudithook(guard)


@pytest.fixture(autouse=True, scope="session")
def tripwire(request: pytest.FixtureRequest) -> Iterator[Tripwire]:
    """Points this process and all that it starts at a tripwire, which nobody may have called at the end."""
    with Tripwire() as wire, pytest.MonkeyPatch.context() as patch:
        for name, value in wire.environment.items():
            patch.setenv(name, value)
        yield wire
        heard = wire.calls()
        request.config.stash[HEARD] = heard
    assert heard == [], f"something tried to leave this machine: {heard}"


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Says how many calls the tripwire counted."""
    heard = config.stash.get(HEARD, None)
    if heard is not None:
        terminalreporter.write_line(f"tripwire: {len(heard)} connections to anywhere outside this machine")
