"""Which bytes are read: what is ours, what is foreign, what is no file at all."""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path

import pytest

from lipdrift import source
from lipdrift.errors import InputError, UsageError
from lipdrift.limits import Limits


def test_only_the_folder_of_the_shipped_ontology_is_ours_however_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(source.folder())
    for name in (str(source.folder()), f"{source.folder()}/../ontology", str(tmp_path / "link")):
        found = source.read([name])
        assert len(found) >= 15
        assert not any(d.foreign for d in found)
    shutil.copytree(source.folder(), tmp_path / "copy")
    assert all(d.foreign for d in source.read([str(tmp_path / "copy")]))


def test_a_link_out_of_the_shipped_folder_is_foreign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "theirs.ttl").write_bytes(b"x")
    (tmp_path / "ours" / "a.ttl").symlink_to(tmp_path / "theirs.ttl")
    (tmp_path / "ours" / "b.ttl").write_bytes(b"x")
    monkeypatch.setattr(source, "folder", lambda: tmp_path / "ours")
    assert [d.foreign for d in source.read([str(tmp_path / "ours")])] == [True, False]


def test_the_size_is_bounded_before_a_byte_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.ttl"
    with path.open("wb") as file:
        file.truncate(Limits().file_bytes + 1)
    monkeypatch.setattr(source, "STEP", None)  # a read would fail
    with pytest.raises(InputError, match=r"large\.ttl: it is larger than the 64 MiB"):
        source.read([str(path)])


def test_all_files_together_have_one_bound(tmp_path: Path) -> None:
    for name in ("a.ttl", "b.ttl"):
        (tmp_path / name).write_bytes(b"#" * (9 * 2**20))
    limits = Limits(memory=256 * 2**20)
    assert len(source.read([str(tmp_path / "a.ttl")], limits)) == 1
    with pytest.raises(InputError, match=r"b\.ttl: it is larger than the 7 MiB that are left"):
        source.read([str(tmp_path)], limits)


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "growing.ttl"
    path.write_bytes(b"x" * 100)
    real = os.fstat
    seen: list[int] = []

    def fstat(descriptor: int) -> os.stat_result:
        status = real(descriptor)
        if not seen:
            with path.open("ab") as file:
                file.write(b"more")
        seen.append(descriptor)
        return status

    monkeypatch.setattr(os, "fstat", fstat)
    with pytest.raises(InputError, match=r"growing\.ttl: it changed while it was read; try again"):
        source.read([str(path)])
    assert len(source.read([str(path)])[0].data) == 104


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "p.ttl")
    done = threading.Event()

    def read() -> None:
        with pytest.raises(InputError, match="it is a named pipe"):
            source.read([str(tmp_path / "p.ttl")])
        done.set()

    threading.Thread(target=read, daemon=True).start()
    assert done.wait(5)


@pytest.mark.parametrize(
    "name", ["https://x.org/a", "file:///etc/passwd", "FILE:/etc/passwd", "data:,x", "a://b", "", "a\0b"]
)
def test_what_is_no_path_is_wrong_usage(name: str) -> None:
    with pytest.raises(UsageError):
        source.read([name])


def test_any_ending_is_read_and_what_it_holds_is_decided_later(tmp_path: Path) -> None:
    (tmp_path / "a.anything").write_bytes(b"x")
    (found,) = source.read([str(tmp_path / "a.anything")])
    assert (found.suffix, found.foreign, found.lines, found.refused) == (".anything", True, None, None)
