"""The set-up steps: what they say when something is missing, and that a second run asks for nothing."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap_under_test", ROOT / "scripts" / "bootstrap.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_without_root_it_says_what_to_install(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(bootstrap.SetUpError, match=r"as root: apt-get install -y .* chromium python3-venv"):
        bootstrap.system_packages({"python3-venv": False, "chromium": False, "git": True})


def test_a_failed_step_shows_its_last_lines(bootstrap: ModuleType) -> None:
    with pytest.raises(bootstrap.SetUpError, match=r"a step failed \(exit 3\):\nwhy"):
        bootstrap.run([sys.executable, "-c", "print('why'); raise SystemExit(3)"], "a step")


def test_an_up_to_date_environment_is_left_alone(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(bootstrap, "virtual_environment", lambda: None)
    ran: list[str] = []
    monkeypatch.setattr(bootstrap, "run", lambda command, what: ran.append(what))
    bootstrap.install("dev")
    assert len(ran) == 2
    bootstrap.install("dev")
    bootstrap.install("runtime")
    assert len(ran) == 2


def test_a_changed_lock_is_noticed(bootstrap: ModuleType) -> None:
    assert bootstrap.fingerprint("dev") != bootstrap.fingerprint("runtime")


@pytest.mark.parametrize("script", ["build.py", "test.py"])
def test_help_installs_nothing(script: str) -> None:
    command = [sys.executable, str(ROOT / "scripts" / script), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert f"python3 scripts/{script}" in done.stdout


def test_the_locks_name_no_place_and_carry_hashes() -> None:
    for name in ("runtime", "dev"):
        text = (ROOT / "locks" / f"{name}.txt").read_text()
        pinned = [line for line in text.splitlines() if "==" in line]
        assert len(pinned) >= 25
        assert "://" not in text
        assert "--index-url" not in text
        assert text.count("--hash=sha256:") > len(pinned)
