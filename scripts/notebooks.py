#!/usr/bin/env python3
"""Runs the notebooks of docs/notebooks in a fresh kernel and writes what they print back into them.

python scripts/notebooks.py

Nothing that differs from run to run is kept: no times, no versions of the machine's software.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "notebooks"
SECONDS = 120


def executed(path: Path) -> Any:
    """The notebook with its outputs as this checkout gives them; the first cell that fails raises."""
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient

    nbformat = import_module("nbformat")
    notebook = nbformat.read(path, as_version=4)
    search = os.pathsep.join(filter(None, [str(ROOT / "graph"), os.environ.get("PYTHONPATH", "")]))
    with TemporaryDirectory() as folder:  # sockets in a folder of our own, no port that others could reach
        kernel = AsyncKernelManager(kernel_name="python3", transport="ipc", ip=str(Path(folder, "kernel")))
        client = NotebookClient(notebook, km=kernel, timeout=SECONDS, record_timing=False, coalesce_streams=True)
        client.execute(cleanup_kc=True, cwd=folder, env={**os.environ, "PYTHONPATH": search})
        left = [p.name for p in Path(folder).iterdir() if not p.is_socket()]
    if left:
        raise RuntimeError(f"{path.name} left files behind: {', '.join(left)}")
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
        }
    )
    return notebook


def main() -> int:
    """Writes every notebook anew; exit code 0."""
    nbformat = import_module("nbformat")
    for path in sorted(FOLDER.glob("*.ipynb")):
        notebook = executed(path)
        path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
