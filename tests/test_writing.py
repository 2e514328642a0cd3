"""Files are replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from lipdrift.errors import OutputError
from lipdrift.writing import SUFFIX, sweep, write, write_all


def test_new_bytes_replace_old_ones_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_all(tmp_path, {"a/b.txt": b"one", "c.txt": b"two"})
    write_all(tmp_path, {"a/b.txt": b"three", "c.txt": b"two"})
    assert (tmp_path / "a/b.txt").read_bytes() == b"three"
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a", "b.txt", "c.txt"]


def test_an_equal_file_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "same"
    write(path, b"x")
    before = path.stat().st_ino
    write(path, b"x")
    assert path.stat().st_ino == before


def test_a_folder_in_the_way_is_one_clear_error_and_the_old_content_stays(tmp_path: Path) -> None:
    (tmp_path / "f" / "inner").mkdir(parents=True)
    with pytest.raises(OutputError, match="cannot be written"):
        write(tmp_path / "f", b"x")
    assert [p.name for p in tmp_path.iterdir()] == ["f"]


def test_parts_of_a_killed_writer_are_swept_and_only_these(tmp_path: Path) -> None:
    (tmp_path / f".page.html.abc{SUFFIX}").write_bytes(b"half")
    (tmp_path / ".keep").write_bytes(b"")
    assert sweep(tmp_path) == 1
    assert [p.name for p in tmp_path.iterdir()] == [".keep"]
