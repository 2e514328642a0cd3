"""The notebooks of the docs: they print what they show, and survive the conversion to HTML."""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from base64 import b64decode
from pathlib import Path
from tempfile import gettempdir
from types import ModuleType
from typing import Any

import nbformat
import pytest

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
REFRESH = "run: python scripts/notebooks.py"


@pytest.fixture
def notebooks(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(os, "environ", os.environ.copy())
    spec = importlib.util.spec_from_file_location("notebooks_under_test", ROOT / "scripts" / "notebooks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def printed(notebook: Any) -> dict[str, list[str]]:
    """What each cell prints as text, by the cell's id."""
    cells = [c for c in notebook.cells if c.cell_type == "code"]
    return {c.id: [o.get("text") or o.data["text/plain"] for o in c.outputs] for c in cells}


def test_there_are_notebooks() -> None:
    assert [p.name for p in NOTEBOOKS] == ["researcher.ipynb"]


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_a_fresh_kernel_prints_what_is_committed(path: Path, notebooks: ModuleType) -> None:
    kept = printed(nbformat.read(path, as_version=4))
    assert len(kept) >= 12
    assert all(kept.values()), "every cell shows something"
    assert printed(notebooks.executed(path)) == kept, REFRESH


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_a_committed_notebook_is_small_and_says_nothing_of_when_and_where(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert path.stat().st_size < 300_000
    assert all(re.fullmatch(r"[a-z-]+", c.id) for c in notebook.cells)
    assert [c.execution_count for c in notebook.cells if c.cell_type == "code"] == list(
        range(1, len(printed(notebook)) + 1)
    )
    assert not any(c.metadata for c in notebook.cells)
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert "version" not in notebook.metadata.language_info
    text = path.read_text(encoding="utf-8")
    assert not [place for place in (str(ROOT), str(Path.home()), gettempdir(), sys.prefix) if place in text]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.name)
def test_pictures_and_tables_survive_the_conversion_to_html(path: Path) -> None:
    from nbconvert import HTMLExporter

    html, _ = HTMLExporter().from_filename(str(path))
    pictures = [b64decode(data) for data in re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', html)]
    assert len(pictures) == 3
    assert all(svg.startswith(b"<svg ") and b"lip filler migration" in svg for svg in pictures)
    assert len(re.findall(r'<th scope="col">independent_sources</th>', html)) == 1
    assert "tissue stretching</td>" in html
    assert "For teaching only. Not medical advice." in html
