"""Every hostile case, each one run with the real program in a process of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.hostile import arguments, breakers, graphs, labels, places, sizes, syntaxes
from tests.hostile.case import Case
from tests.hostile.runner import run

MODULES = (syntaxes, breakers, sizes, graphs, labels, arguments, places)
CASES: tuple[Case, ...] = tuple(case for module in MODULES for case in module.CASES)
Verdict = Callable[[Case], list[str]]


def test_there_are_more_than_a_hundred_cases_and_each_has_its_own_name() -> None:
    assert len(CASES) >= 400
    assert len({c.id for c in CASES}) == len(CASES)
    assert all(c.words for c in CASES if c.code == 2)


@pytest.fixture(scope="module")
def verdict(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Verdict]:
    """Runs all chosen cases at once, as many as there are cores, and tells the faults of each; at last their number."""
    chosen = [case for item in request.session.items if (case := _case(item))]
    pool = ThreadPoolExecutor(os.cpu_count())
    running = {case.id: pool.submit(_run, case, tmp_path_factory.mktemp(case.id)) for case in chosen}

    def faults(case: Case) -> list[str]:
        return running[case.id].result()

    yield faults
    pool.shutdown()
    _report(request, running)


def _case(item: pytest.Item) -> Case | None:
    made = getattr(getattr(item, "callspec", None), "params", {}).get("case")
    return made if isinstance(made, Case) else None


def _run(case: Case, place: Path) -> list[str]:
    (place / "case").mkdir()
    return run(case, place / "case")


def _report(request: pytest.FixtureRequest, running: dict[str, Future[list[str]]]) -> None:
    failed = sum(bool(done.exception() or done.result()) for done in running.values())
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print(f"\n  {len(running)} hostile cases, {failed} with a wrong verdict")


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=[c.id for c in CASES])
def test_the_verdict_is_the_expected_one(case: Case, verdict: Verdict) -> None:
    assert verdict(case) == []
