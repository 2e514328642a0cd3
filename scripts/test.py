#!/usr/bin/env python3
"""Every check on a bare machine: sets up .venv, the test browsers and node, then ruff, mypy, import-linter, pytest.

python3 scripts/test.py [--quick] [arguments of pytest]

--quick leaves out the tests that drive a browser, need node or are slow, and installs neither.
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


def browsers() -> None:
    """Debian's Chromium and Firefox, a font with Korean letters, a library of the browser's driver, node."""
    found = {name: shutil.which(name) is not None for name in ("chromium", "firefox-esr", "npm")}
    found |= {"nodejs": shutil.which("node") is not None, "fonts-noto-cjk": FONT.exists()}
    found["libatomic1"] = any(Path("/usr/lib").glob("**/libatomic.so.1*"))
    bootstrap.system_packages(found)
    bootstrap.node_packages(bootstrap.ROOT / "tests" / "js")


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
        browsers()
    for command in STATIC:
        static(command)
    bootstrap.say("pytest")
    leave_out = ["-m", "not browser and not slow"] if quick else []
    return subprocess.run([str(bootstrap.PYTHON), "-m", "pytest", *leave_out, *chosen], cwd=bootstrap.ROOT).returncode


if __name__ == "__main__":
    sys.exit(bootstrap.guarded(main))
