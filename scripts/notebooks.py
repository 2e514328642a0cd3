"""Runs the notebooks of the docs in fresh kernels and writes them back with what they print.

To be run after a change of the ontology; ``tests/test_notebooks.py`` says when. Needs the extra ``dev``.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from traitlets.config import Config

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "docs" / "notebooks"
LIMIT = 300
"""Seconds that one cell may take."""


def executed(path: Path) -> nbformat.NotebookNode:
    """The notebook with the outputs of a fresh kernel: no times, no versions, nothing of the user's own settings."""
    notebook = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        own = dict.fromkeys(("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"), folder)
        os.environ.update(own)
        search = os.pathsep.join(filter(None, (str(ROOT / "graph"), os.environ.get("PYTHONPATH", ""))))
        client = NotebookClient(
            notebook,
            timeout=LIMIT,
            kernel_name="python3",
            record_timing=False,
            resources={"metadata": {"path": folder}},
            config=Config({"KernelManager": {"transport": "ipc", "ip": str(Path(folder) / "kernel")}}),  # no open port
        )
        client.execute(env={**os.environ, "PYTHONPATH": search})
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python", "file_extension": ".py", "mimetype": "text/x-python"},
        }
    )
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({})
    whole: nbformat.NotebookNode = notebook
    return whole


def main() -> int:
    """Refreshes every notebook and names it."""
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        path.write_text(nbformat.writes(executed(path)) + "\n", encoding="utf-8")
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
