"""The wheel holds the ontology and the pages' parts, and answers a question where nothing else of us is."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_what_the_checkout_holds(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    ontology = {f"lipdrift/ontology/{p.relative_to(ROOT / 'ontology')}" for p in (ROOT / "ontology").rglob("*.*")}
    package = ROOT / "graph" / "lipdrift"
    code = {f"lipdrift/{p.relative_to(package)}" for p in package.rglob("*.*") if "__pycache__" not in p.parts}
    assert len(ontology) >= 10
    assert len(code) >= 50
    assert ontology | code <= held | {n for n in code if Path(n).name == ".DS_Store"}


def test_an_installed_wheel_answers_and_builds(wheel: Path, tmp_path: Path) -> None:
    """Unpacked into a folder of its own, away from the checkout, with only the dependencies beside it."""
    home = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(home)
    code = "import sys; from lipdrift.app.cli import main; import lipdrift; print(lipdrift.__file__); sys.exit(main())"
    environment = {**os.environ, "PYTHONPATH": str(home)}
    ask = [sys.executable, "-c", code, "paths", "ExcessiveFillerVolume"]
    done = subprocess.run(ask, capture_output=True, text=True, cwd=tmp_path, env=environment, check=True)
    assert str(home) in done.stdout
    assert "tissue capacity exceeded" in done.stdout
    build = [sys.executable, "-c", code, "build", "-q", "-o", str(tmp_path / "out")]
    subprocess.run(build, capture_output=True, cwd=tmp_path, env=environment, check=True)
    assert len(list((tmp_path / "out" / "causes").glob("*.html"))) >= 6
