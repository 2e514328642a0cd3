"""The scripts of the pages outside a browser: their types, their pure parts, and their lock file."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SCRIPTS = HERE.parents[1] / "graph/lipdrift/views/page/js"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def node() -> str:
    """Node with the locked packages; without them CI fails and other machines skip by name."""
    found = shutil.which("node")
    if found and (HERE / "node_modules/typescript/bin/tsc").exists():
        return found
    if os.environ.get("CI"):
        pytest.fail("node or tests/js/node_modules is missing; scripts/test.py installs both")
    pytest.skip("no node or no tests/js/node_modules (scripts/test.py installs both)")


def run(command: list[str]) -> str:
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_types_hold_in_every_module(node: str) -> None:
    listed = run([node, "node_modules/typescript/bin/tsc", "-p", "tsconfig.json", "--listFilesOnly"])
    checked = {Path(line).name for line in listed.splitlines() if "views/page/js" in line}
    assert checked == {p.name for p in SCRIPTS.glob("*.js")}
    assert len(checked) >= 20
    run([node, "node_modules/typescript/bin/tsc", "-p", "tsconfig.json"])


def test_a_wrong_type_is_noticed(node: str, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.js"
    wrong.write_text("/** @param {number} n */\nexport function half(n) { return n / 2; }\nhalf('two');\n")
    command = [node, "node_modules/typescript/bin/tsc", "--checkJs", "--noEmit", "--strict", str(wrong)]
    assert subprocess.run(command, cwd=HERE, capture_output=True, timeout=120).returncode != 0


def test_the_pure_modules_pass_their_unit_tests(node: str) -> None:
    told = run([node, "--test"])
    passed = re.search(r"^[#ℹ] pass (\d+)", told, flags=re.MULTILINE)
    assert passed is not None
    assert int(passed.group(1)) >= 15
    assert re.search(r"^[#ℹ] (?:skipped|todo) 0", told, flags=re.MULTILINE)


def test_the_lock_names_no_registry_and_pins_every_package() -> None:
    lock = json.loads((HERE / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert len(packages) >= 50
    assert [n for n, p in packages.items() if "resolved" in p or not p["integrity"].startswith("sha512-")] == []
    wanted = json.loads((HERE / "package.json").read_text())["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
