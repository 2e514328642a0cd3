"""The guard itself: it refuses what leaves this machine."""

import socket

import pytest


def test_the_guard_refuses_an_address_outside() -> None:
    with socket.socket() as made, pytest.raises(RuntimeError, match="tried to reach"):
        made.connect(("192.0.2.1", 80))
