"""Makes what the two commands stand on: Debian's split-off packages, .venv, the locked dependencies.

Only the standard library; works with the Python of a bare Debian 12. Each step is skipped when it is done already.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / ".lipdrift-setup"


class SetUpError(Exception):
    """A step of the set-up failed; the text says what to do."""


def say(line: str) -> None:
    """One line of progress, at once."""
    print(f"· {line}", flush=True)


def run(command: Sequence[str], what: str, **environment: str) -> None:
    """Runs a command quietly; what it printed is shown only when it fails."""
    say(what)
    done = subprocess.run(
        list(command),
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if done.returncode:
        tail = "\n".join(done.stdout.strip().splitlines()[-15:])
        raise SetUpError(f"{what} failed (exit {done.returncode}):\n{tail}")


def system_packages(needed: dict[str, bool]) -> None:
    """Installs the Debian packages whose value is False, as root; otherwise says what to install."""
    missing = sorted(name for name, there in needed.items() if not there)
    if not missing:
        return
    install = f"apt-get install -y --no-install-recommends {' '.join(missing)}"
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise SetUpError(f"missing on this machine: {', '.join(missing)}; as root: {install}")
    run(["apt-get", "update"], "apt-get update", DEBIAN_FRONTEND="noninteractive")
    run(install.split(), f"apt-get install {' '.join(missing)}", DEBIAN_FRONTEND="noninteractive")


def has_venv() -> bool:
    """Whether this Python can make a virtual environment with pip (Debian splits both off)."""
    return subprocess.run([sys.executable, "-c", "import venv, ensurepip"], capture_output=True).returncode == 0


def virtual_environment() -> None:
    """A working .venv; a broken or moved one is made anew."""
    if PYTHON.exists() and subprocess.run([str(PYTHON), "-c", "import pip"], capture_output=True).returncode == 0:
        return
    system_packages({"python3-venv": has_venv()})
    run([sys.executable, "-m", "venv", "--clear", str(VENV)], "making .venv")


def install(lock: str) -> None:
    """The locked dependencies and this project in .venv; nothing is asked of the network when they are there."""
    if sys.version_info < (3, 11):
        raise SetUpError(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}")
    virtual_environment()
    wanted = fingerprint(lock)
    if STAMP.exists() and wanted in STAMP.read_text().split():
        return
    pip = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input"]
    run([*pip, "--require-hashes", "-r", f"locks/{lock}.txt"], f"installing locks/{lock}.txt (a minute or two)")
    run([*pip, "--no-deps", "--no-build-isolation", "--no-index", "-e", "."], "installing lipdrift itself, editable")
    done = {wanted, fingerprint("runtime")}
    STAMP.write_text("\n".join(sorted(done)) + "\n")


def node_packages(folder: Path) -> None:
    """The locked node packages of a folder; nothing is asked of the network when they are there."""
    lock = hashlib.sha256((folder / "package-lock.json").read_bytes()).hexdigest()
    stamp = folder / "node_modules" / ".lipdrift-setup"
    if stamp.exists() and stamp.read_text() == lock:
        return
    run(["npm", "ci", "--no-audit", "--no-fund", "--prefix", str(folder)], f"npm ci in {folder.relative_to(ROOT)}")
    stamp.write_text(lock)


def fingerprint(lock: str) -> str:
    """What decides whether an installation is up to date: the lock, the project file, the folder, the Python."""
    parts = [(ROOT / "locks" / f"{lock}.txt").read_bytes(), (ROOT / "pyproject.toml").read_bytes()]
    parts += [str(ROOT).encode(), str(sys.version_info[:2]).encode(), lock.encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def guarded(main: Callable[[], int]) -> int:
    """Runs a script's main and turns a failed step into one message and exit code 1."""
    try:
        return main()
    except SetUpError as error:
        print(f"set-up: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted; run the command again to go on", file=sys.stderr)
        return 130
