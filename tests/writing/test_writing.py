"""Files are replaced whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lipdrift import writing
from lipdrift.errors import OutputError
from lipdrift.writing import SUFFIX, sweep, write, write_all

NOBODY = 65534


def content(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_new_bytes_replace_old_ones_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_all(tmp_path, {"a/b.txt": b"one", "c.txt": b"two"})
    write_all(tmp_path, {"a/b.txt": b"three", "c.txt": b"two"})
    assert content(tmp_path) == {"a/b.txt": b"three", "c.txt": b"two"}


def test_an_equal_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "same"
    write(path, b"x")
    before = path.stat().st_ino
    write(path, b"x")
    assert path.stat().st_ino == before
    write(path, b"y")
    assert path.stat().st_ino != before


def test_a_folder_in_the_way_is_one_clear_error_and_nothing_was_replaced(tmp_path: Path) -> None:
    (tmp_path / "z" / "inner").mkdir(parents=True)
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(OutputError, match=r"z: cannot be written \(it is a folder\)"):
        write_all(tmp_path, {"a": b"new", "z": b"x"})
    assert content(tmp_path) == {"a": b"old"}


def test_parts_of_a_killed_writer_are_swept_and_only_these(tmp_path: Path) -> None:
    (tmp_path / "causes").mkdir()
    for part in (tmp_path / f".page.html.abc{SUFFIX}", tmp_path / f"causes/.12{SUFFIX}"):
        part.write_bytes(b"half")
    (tmp_path / ".keep").write_bytes(b"")
    (tmp_path / f"mine{SUFFIX}").write_bytes(b"no dot, not ours")
    assert sweep(tmp_path) == 2
    assert sorted(content(tmp_path)) == [".keep", f"mine{SUFFIX}"]


def test_a_single_write_sweeps_its_own_folder_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    for folder in (tmp_path, tmp_path / "other"):
        (folder / f".12{SUFFIX}").write_bytes(b"half")
    write(tmp_path / "file", b"x")
    assert sorted(content(tmp_path)) == ["file", f"other/.12{SUFFIX}"]


def test_the_parts_of_a_living_writer_are_not_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    staged, go_on = threading.Event(), threading.Event()
    stage = writing._stage

    def slow(target: Path, data: bytes, parts: dict[Path, Path]) -> None:
        stage(target, data, parts)
        staged.set()
        assert go_on.wait(10)

    monkeypatch.setattr(writing, "_stage", slow)
    worker = threading.Thread(target=write, args=(tmp_path / "slow", b"whole"))
    worker.start()
    assert staged.wait(10)
    assert len(list(tmp_path.glob(f".*{SUFFIX}"))) == 1
    assert sweep(tmp_path) == 0
    monkeypatch.setattr(writing, "_stage", stage)
    write(tmp_path / "quick", b"meanwhile")
    go_on.set()
    worker.join()
    assert content(tmp_path) == {"quick": b"meanwhile", "slow": b"whole"}


def test_a_full_disk_replaces_nothing_and_leaves_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_all(tmp_path, {"a": b"old a", "b": b"old b"})
    real = writing._all

    def full(file: Any, data: bytes) -> None:
        real(file, data[:3])
        if data == b"new b":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(file, data[3:])

    monkeypatch.setattr(writing, "_all", full)
    with pytest.raises(OutputError, match=r"b: cannot be written \(No space left on device\); free space"):
        write_all(tmp_path, {"a": b"new a", "b": b"new b"})
    assert content(tmp_path) == {"a": b"old a", "b": b"old b"}


def test_a_file_that_may_not_grow_is_an_error_and_the_old_one_stays(tmp_path: Path) -> None:
    """The same from the kernel: a limit on the size of files stands in for the disk."""
    (tmp_path / "f").write_bytes(b"old")
    code = (
        "import resource, sys; from pathlib import Path; from lipdrift.writing import write\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write(Path(sys.argv[1]), b'x' * 5000)\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "f")], capture_output=True, text=True, check=True)
    assert done.stdout.startswith(f"OutputError {tmp_path}/f: cannot be written (File too large)")
    assert content(tmp_path) == {"f": b"old"}


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A folder with one file that this process may not change, whoever runs it."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "f").write_bytes(b"old")
        folder.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(NOBODY)
        yield folder
        if root:
            os.seteuid(0)
        folder.chmod(0o755)


def test_a_read_only_folder_is_one_clear_error(read_only: Path) -> None:
    with pytest.raises(OutputError, match=r"f: cannot be written \(Permission denied\)"):
        write(read_only / "f", b"new")
    with pytest.raises(OutputError, match="Permission denied"):
        write(read_only / "sub" / "g", b"new")
    assert content(read_only) == {"f": b"old"}


def test_a_new_file_obeys_the_mask_and_an_old_one_keeps_its_mode(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(tmp_path / "new", b"x")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
    (tmp_path / "new").chmod(0o600)
    write(tmp_path / "new", b"y")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600


def test_a_link_stays_a_link_and_the_file_behind_it_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("far/real")
    (tmp_path / "dangling").symlink_to("far/new")
    write_all(tmp_path, {"link": b"new", "dangling": b"made"})
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "dangling").is_symlink()
    assert content(tmp_path / "far") == {"new": b"made", "real": b"new"}


def test_a_circle_of_links_and_a_pipe_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OutputError, match="a: cannot be written"):
        write(tmp_path / "a", b"x")
    with pytest.raises(OutputError, match="it is no regular file"):
        write(tmp_path / "pipe", b"x")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_device_stays_a_device() -> None:
    write(Path(os.devnull), b"x")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    assert not list(Path(os.devnull).parent.glob(f".*{SUFFIX}"))
    with pytest.raises(OutputError, match=r"/dev/full: cannot be written \(No space left on device\)"):
        write(Path("/dev/full"), b"x")


def test_the_longest_name_that_a_file_can_have_is_written(tmp_path: Path) -> None:
    write(tmp_path / ("n" * 255), b"x")
    with pytest.raises(OutputError, match="File name too long"):
        write(tmp_path / ("n" * 256), b"x")
    assert content(tmp_path) == {"n" * 255: b"x"}


@pytest.mark.parametrize("name", ["zero\0", "\udcff" * 3 + "/x"])
def test_a_strange_name_is_an_error_or_a_file_but_no_crash(tmp_path: Path, name: str) -> None:
    if "\0" in name:
        with pytest.raises(OutputError, match="null"):
            write(tmp_path / name, b"x")
    else:
        write(tmp_path / name, b"x")
        assert (tmp_path / name).read_bytes() == b"x"
