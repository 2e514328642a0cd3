"""Files that are never half written: the old content or the new one, whatever happens in between."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from lipdrift.errors import OutputError

SUFFIX = ".lipdrift-part"


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes the files (relative name to bytes) below the folder, each one whole; unchanged ones are left alone.

    Everything is in memory before the first file is touched. Raises OutputError; what was written stays whole.
    """
    for name in sorted(files):
        write(folder / name, files[name])


def write(path: Path, data: bytes) -> None:
    """Replaces one file by new content in one step, and makes its folder when it is missing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.read_bytes() == data:
            return
        _replace(path, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"{path}: cannot be written ({reason}); free space or give another folder with -o") from None


def _replace(path: Path, data: bytes) -> None:
    """A unique temporary name in the same folder, so that two writers never share one; fsync before the rename."""
    handle, part = tempfile.mkstemp(prefix=f".{path.name}.", suffix=SUFFIX, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(part).chmod(0o644)
        Path(part).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(part).unlink()
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep(folder: Path) -> int:
    """Removes parts that a killed writer left below the folder; how many there were. Only ours, by their suffix."""
    parts = sorted(folder.rglob(f".*{SUFFIX}")) if folder.is_dir() else []
    for part in parts:
        with suppress(OSError):
            part.unlink()
    return len(parts)
