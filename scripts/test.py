#!/usr/bin/env python3
"""Every check on a bare machine: sets up .venv and the test browser, then ruff, mypy, import-linter, pytest.

python3 scripts/test.py [--quick] [arguments of pytest]

--quick leaves out the tests that drive a browser or are slow, and installs no browser.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import bootstrap

FONT = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
STATIC = (
    ["ruff", "check", "."],
    ["ruff", "format", "--check", "."],
    ["mypy"],
    ["lint-imports"],
)


def browser() -> None:
    """Debian's Chromium, a font with Korean letters, and a library that the browser's driver is linked to."""
    atomic = any(Path("/usr/lib").glob("**/libatomic.so.1*"))
    chromium = shutil.which("chromium") is not None
    bootstrap.system_packages({"chromium": chromium, "fonts-noto-cjk": FONT.exists(), "libatomic1": atomic})


def static(command: list[str]) -> None:
    """One static check; its output is shown only when it fails."""
    bootstrap.run([str(bootstrap.VENV / "bin" / command[0]), *command[1:]], " ".join(command))


def main() -> int:
    """Exit code of the first check that fails, else of pytest, whose closing line comes last."""
    arguments = sys.argv[1:]
    if {"-h", "--help"} & set(arguments):
        print(__doc__)
        return 0
    quick = "--quick" in arguments
    chosen = [a for a in arguments if a != "--quick"]
    bootstrap.install("dev")
    if not quick:
        browser()
    for command in STATIC:
        static(command)
    bootstrap.say("pytest")
    leave_out = ["-m", "not browser and not slow"] if quick else []
    return subprocess.run([str(bootstrap.PYTHON), "-m", "pytest", *leave_out, *chosen], cwd=bootstrap.ROOT).returncode


if __name__ == "__main__":
    sys.exit(bootstrap.guarded(main))
