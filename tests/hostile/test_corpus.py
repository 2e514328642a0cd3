"""Every hostile case, each one run with the real program in a process of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile import arguments, breakers, graphs, labels, places, sizes, syntaxes
from hostile.case import Case
from hostile.runner import run

MODULES = (syntaxes, breakers, sizes, graphs, labels, arguments, places)
CASES: tuple[Case, ...] = tuple(case for module in MODULES for case in module.CASES)


def test_there_are_more_than_a_hundred_cases_and_each_has_its_own_name(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n  {len(CASES)} hostile cases: {sum(c.code == 2 for c in CASES)} to refuse, the others to answer")
    assert len(CASES) >= 100
    assert len({c.id for c in CASES}) == len(CASES)
    assert all(c.words for c in CASES if c.code == 2)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=[c.id for c in CASES])
def test_the_verdict_is_the_expected_one(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    assert run(case, folder) == []
