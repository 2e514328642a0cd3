#!/usr/bin/env python3
"""The main job on a bare machine: sets up .venv, then runs ``lipdrift build``.

python3 scripts/build.py [arguments of lipdrift build]
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import bootstrap


def main() -> int:
    """Exit code of the build; its last line is the path of the explorer."""
    if {"-h", "--help"} & set(sys.argv[1:]):
        print(__doc__)
        return 0
    bootstrap.install("runtime")
    bootstrap.say("lipdrift build")
    return subprocess.run(
        [str(bootstrap.PYTHON), "-m", "lipdrift", "build", *sys.argv[1:]], cwd=bootstrap.ROOT
    ).returncode


if __name__ == "__main__":
    sys.exit(bootstrap.guarded(main))
