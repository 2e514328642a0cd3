"""The commands in the README and in docs/ give what is printed there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

import lipdrift
from lipdrift.app.cli import main
from lipdrift.check.run import OUTSIDE, RULES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SESSION = (ROOT / "docs" / "researcher.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"^\$ (lipdrift [^\n]*)\n(.*?)^```", flags=re.MULTILINE | re.DOTALL)
SHOWN = EXAMPLE.findall(README) + EXAMPLE.findall(SESSION)


def test_how_many_examples_there_are() -> None:
    assert len(EXAMPLE.findall(README)) >= 5
    assert len(EXAMPLE.findall(SESSION)) == SESSION.count("```console") == SESSION.count("```") / 2 >= 12


def test_the_session_shows_each_question_of_a_researcher() -> None:
    asked = {command.split()[1] for command, _ in EXAMPLE.findall(SESSION)}
    assert asked >= {"find", "paths", "explain", "cuts", "gaps", "whatif", "compare", "evidence", "export", "cite"}
    assert "no route is known" in SESSION


@pytest.mark.parametrize(("command", "printed"), SHOWN, ids=[c for c, _ in SHOWN])
def test_an_example_prints_what_is_shown(capsys: pytest.CaptureFixture[str], command: str, printed: str) -> None:
    assert main(shlex.split(command)[1:]) == 0
    out = capsys.readouterr().out
    expected = printed.removesuffix("…\n")
    assert out.startswith(expected) if printed.endswith("…\n") else out == expected


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    code = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    assert len(code) == 1
    exec(compile(code[0], "README.md", "exec"), {})
    assert "suggested" in capsys.readouterr().out


def test_the_counts_are_those_of_the_ontology() -> None:
    counts = lipdrift.load().info().counts
    questions = len(list((ROOT / "ontology" / "questions").glob("*.rq")))
    parts = [
        "{terms} terms, {claims} claims from {sources} sources, {inferences} inferences of the curators",
        "{disputed} disputed claims, {myths} myths, {caveats} caveats",
    ]
    for part in parts:
        assert part.format(**counts) in README
    assert f"{questions} competency questions" in README
    assert f"({len(RULES) + len(OUTSIDE)} rules" in README


def test_every_linked_file_exists() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert len(links) >= 3
    assert [link for link in links if not (ROOT / link).exists()] == []


FORBIDDEN = re.compile(r"/(?:work|farm)/|file:///opt|pypi\.org/simple|\.\./shared(?!/data)")


def test_no_text_of_the_project_carries_a_path_of_somebodys_machine() -> None:
    suffixes = {".py", ".md", ".ttl", ".toml", ".txt", ".js", ".css", ".j2", ".cff", ".in", ".sh"}
    skipped = {".venv", ".git", "node_modules", ".hypothesis"}
    files = [p for p in ROOT.rglob("*") if p.suffix in suffixes and not skipped & set(p.parts) and p != Path(__file__)]
    assert len(files) >= 60
    assert [p.name for p in files if FORBIDDEN.search(p.read_text(encoding="utf-8"))] == []
