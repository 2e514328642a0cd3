"""The main story in Debian's Firefox, driven over WebDriver BiDi, which Playwright does not speak."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

import lipdrift

pytestmark = pytest.mark.browser

DRIVER = Path(__file__).parents[1] / "js"


def test_the_main_story_in_firefox(site: Path) -> None:
    firefox, node = shutil.which("firefox-esr"), shutil.which("node")
    if not (firefox and node and (DRIVER / "node_modules/puppeteer-core").exists()):
        if os.environ.get("CI"):
            pytest.fail("firefox-esr, node or tests/js/node_modules is missing; scripts/test.py installs them")
        pytest.skip("no firefox-esr, node or tests/js/node_modules (scripts/test.py installs them)")
    command = [node, "firefox.mjs", str(site / "explorer.html"), firefox]
    done = subprocess.run(command, cwd=DRIVER, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    kg = lipdrift.load()
    steps = kg.story("ExcessiveFillerVolume").steps
    assert len(seen["titles"]) == len(steps)
    assert all(step.title in title for step, title in zip(steps, seen["titles"], strict=True))
    assert (seen["complaints"], seen["requests"]) == ([], [])
    assert seen["textSize"] >= 12
    assert seen["canvas"] is True
    assert seen["open"] == len(kg.whatif("TissueCapacityExceeded").still_open)
    assert seen["step"] == 1
    assert seen["version"].lower().startswith("firefox")
