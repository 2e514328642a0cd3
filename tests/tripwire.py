"""A listener on this machine that notes everybody who calls, in a process of its own.

Environment variables that programs take for a proxy point at it, so that a program that asks for any address outside
calls here instead, also one written in another language, which no guard inside Python would see.
"""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Mapping

VARIABLES = tuple(f"{name}_proxy" for name in ("http", "https", "ftp", "all"))
LISTEN = """
import socket
with socket.create_server(("127.0.0.1", 0), backlog=128) as server:
    print(server.getsockname()[1], flush=True)
    while True:
        caller, _ = server.accept()
        caller.settimeout(1)
        try:
            said = caller.recv(200)
        except OSError:
            said = b""
        if said == b"how many?":
            caller.sendall(b"asked")
            caller.close()
            break
        print(repr(said), flush=True)
        caller.close()
"""


class Tripwire:
    """Counts calls from its making until `calls`, which ends it."""

    def __init__(self) -> None:
        self.process = subprocess.Popen([sys.executable, "-c", LISTEN], stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        self.port = int(self.process.stdout.readline())

    @property
    def environment(self) -> Mapping[str, str]:
        """What makes programs call here when they want to leave this machine."""
        address = f"http://127.0.0.1:{self.port}"
        names = [form for name in VARIABLES for form in (name, name.upper())]
        local = "127.0.0.1,localhost,::1"
        return dict.fromkeys(names, address) | {"no_proxy": local, "NO_PROXY": local}

    def calls(self) -> list[str]:
        """What each caller said first. Callers are served in order, so the last question comes after all of them."""
        assert self.process.stdout
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as caller:
            caller.sendall(b"how many?")
            caller.recv(10)
        heard = self.process.stdout.read().splitlines()
        self.process.stdout.close()
        self.process.wait(timeout=30)
        return heard

    def __enter__(self) -> Tripwire:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self.process.stdout and not self.process.stdout.closed:
            self.process.stdout.close()
