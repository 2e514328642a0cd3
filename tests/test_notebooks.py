"""The notebooks of the docs print what they show, in a fresh kernel; converted to HTML, nothing of it is lost."""

from __future__ import annotations

import importlib.util
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.test_docs import FORBIDDEN

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
REFRESH = "run: python scripts/notebooks.py"
nbformat: Any = import_module("nbformat")


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("notebooks_under_test", ROOT / "scripts" / "notebooks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def outputs(notebook: Any) -> dict[str, list[Any]]:
    return {cell.id: cell.outputs for cell in notebook.cells if cell.cell_type == "code"}


def test_the_notebook_is_there() -> None:
    assert [p.name for p in NOTEBOOKS] == ["researcher.ipynb"]


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_a_fresh_kernel_prints_what_the_notebook_shows(path: Path) -> None:
    committed, fresh = nbformat.read(path, as_version=4), script().executed(path)
    assert len(outputs(committed)) >= 10
    for cell, shown in outputs(fresh).items():
        assert outputs(committed)[cell] == shown, f"cell {cell} of {path.name} prints something else; {REFRESH}"
    assert nbformat.writes(fresh) + "\n" == path.read_text(encoding="utf-8"), REFRESH


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_a_committed_notebook_is_small_and_tells_nothing_of_a_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text) < 300_000
    assert not FORBIDDEN.search(text)
    assert "Traceback" not in text
    assert '"execution"' not in text
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert {o.output_type for shown in outputs(notebook).values() for o in shown} == {"stream", "execute_result"}
    assert {o.name for shown in outputs(notebook).values() for o in shown if "name" in o} == {"stdout"}
    assert "not medical advice" in text.lower()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_picture_and_table_survive_the_conversion_to_html(path: Path) -> None:
    exporter = import_module("nbconvert").HTMLExporter()
    html, _ = exporter.from_filename(str(path))
    body = html[html.index("<body") :]
    shown = nbformat.read(path, as_version=4)
    sources = [re.findall(r"data:image/svg\+xml;base64,[^\"]+", str(o)) for s in outputs(shown).values() for o in s]
    pictures = [p for found in sources for p in found]
    assert len(pictures) >= 2
    assert all(p in body for p in pictures)
    assert '<th scope="col"' in body
    assert "repeated filler procedures" in body
    assert "For teaching only. Not medical advice." in body
