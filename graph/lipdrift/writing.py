"""Files that are never half written: the old content or the new one, whatever happens in between.

1. Every folder that is written to is locked (shared): what lies there as a part is then a live writer's.
2. Everything new is written to parts with unique names in the same folders and forced to the disk.
3. Only then each part takes the place of its file, in one step; at last the folders are forced to the disk.

A writer that fails before step 3 has changed nothing. One that is killed leaves parts, which the next one sweeps away:
it knows them by their ending, and that nobody lives by the lock.
"""

from __future__ import annotations

import os
import secrets
import stat
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from io import RawIOBase
from pathlib import Path

from lipdrift.errors import OutputError

try:
    import fcntl
except ImportError:  # pragma: no cover - a system without locks never sweeps
    fcntl = None  # type: ignore[assignment]

SUFFIX = ".lipdrift-part"
PATIENCE = 1.0
"""Seconds to wait for another program's sweep of the same folder."""


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Writes the files (relative name to bytes) below the folder, each one whole; unchanged ones are left alone.

    Everything is on the disk before the first file is replaced. Raises OutputError; what was written stays whole.
    """
    _write({folder / name: files[name] for name in sorted(files)})


def write(path: Path, data: bytes) -> None:
    """Replaces one file by new content in one step, and makes its folder when it is missing.

    A link is followed, and the file behind it replaced; its mode and owner stay. A device is written to directly.
    """
    _write({path: data})


def _write(files: Mapping[Path, bytes]) -> None:
    parts: dict[Path, Path] = {}
    at = Path()
    try:
        with ExitStack() as locks:
            folders: set[Path] = set()
            for at, data in files.items():
                target = _target(at)
                if target is None:
                    _to_device(at, data)
                elif not _equal(target, data):
                    _enter(target.parent, folders, locks)
                    _stage(target, data, parts)
            for at, part in list(parts.items()):
                part.replace(at)
                del parts[at]
            for at in sorted(folders):
                _sync_folder(at)
    except (OSError, ValueError, RuntimeError) as error:
        raise _failed(at, error) from None
    finally:
        for part in parts.values():
            with suppress(OSError):
                part.unlink()


def _failed(path: Path, error: Exception) -> OutputError:
    reason = getattr(error, "strerror", None) or str(error)
    return OutputError(f"{path}: cannot be written ({reason}); free space or give another place with -o")


def _target(path: Path) -> Path | None:
    """The regular file behind the path, links followed, whether it exists or not; None for a device."""
    target = path.resolve()
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return target
    if stat.S_ISCHR(mode):
        return None
    if stat.S_ISDIR(mode):
        raise OSError(0, "it is a folder")
    if not stat.S_ISREG(mode):
        raise OSError(0, "it is no regular file; use -o - and a pipe")
    return target


def _to_device(path: Path, data: bytes) -> None:
    with path.open("wb", buffering=0) as device:
        _all(device, data)


def _all(file: RawIOBase, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[file.write(left) or 0 :]


def _equal(path: Path, data: bytes) -> bool:
    with suppress(OSError):
        return path.stat().st_size == len(data) and path.read_bytes() == data
    return False


def _enter(folder: Path, known: set[Path], locks: ExitStack) -> None:
    """Makes the folder where it is missing, sweeps it and locks it until the writer is done; once for each."""
    if folder in known:
        return
    known.add(folder)
    missing = [p for p in (folder, *folder.parents) if not p.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for made in missing:
        _sync_folder(made.parent)
    locks.enter_context(_locked(folder))


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Holds the folder so that nobody sweeps it. Where a file system knows no locks there is none, and no sweep."""
    _sweep(folder)
    with _opened(folder) as descriptor:
        until = time.monotonic() + PATIENCE
        while descriptor is not None and not _lock(descriptor, shared=True) and time.monotonic() < until:
            time.sleep(0.005)
        yield


@contextmanager
def _opened(folder: Path) -> Iterator[int | None]:
    """The folder as a descriptor, None where it cannot be had."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        yield None
        return
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _lock(descriptor: int, shared: bool) -> bool:
    if fcntl is None:
        return False
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _stage(target: Path, data: bytes, parts: dict[Path, Path]) -> None:
    """Writes a part beside the target and forces it to the disk. Its name is short: the target's may be the longest."""
    part = target.with_name(f".{secrets.token_hex(8)}{SUFFIX}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(part, flags, 0o666)
    parts[target] = part
    with os.fdopen(descriptor, "wb", buffering=0) as file:
        _all(file, data)
        _keep_mode(target, descriptor)
        os.fsync(descriptor)


def _keep_mode(target: Path, descriptor: int) -> None:
    """A new file gets the mode that the user's mask gives, an old one keeps its own, and its owner where one may."""
    with suppress(FileNotFoundError):
        old = target.stat()
        if hasattr(os, "fchown"):
            with suppress(PermissionError):
                os.fchown(descriptor, old.st_uid, old.st_gid)
            os.fchmod(descriptor, stat.S_IMODE(old.st_mode) & 0o777)


def _sync_folder(folder: Path) -> None:
    with _opened(folder) as descriptor:
        if descriptor is not None:
            os.fsync(descriptor)


def sweep(folder: Path) -> int:
    """Removes parts that killed writers left in the folder and the folders in it; how many there were.

    Only ours, by their ending, and only where no writer lives.
    """
    if not folder.is_dir():
        return 0
    inside = (p for p in folder.iterdir() if p.is_dir() and not p.is_symlink())
    return sum(_sweep(place) for place in sorted([folder, *inside]))


def _sweep(folder: Path) -> int:
    count = 0
    with _opened(folder) as descriptor, suppress(OSError):
        if descriptor is not None and _lock(descriptor, shared=False):
            for part in sorted(folder.glob(f".*{SUFFIX}")):
                with suppress(OSError):
                    part.unlink()
                    count += 1
    return count
