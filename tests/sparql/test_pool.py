"""The pool: others are served while one query takes its time, a crowd is told so, and a lost keeper is replaced."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

import lipdrift
from lipdrift.errors import Busy, InputError, LimitReached
from lipdrift.sparql import Engine, Limits
from lipdrift.sparql.pool import Pool

DATA = lipdrift.load().knowledge.data
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
QUICK = "SELECT ?sign { lip:LipFillerMigration lip:manifestsAs ?sign } ORDER BY ?sign"


@pytest.fixture
def pool() -> Iterator[Pool]:
    made = Pool(DATA, workers=2, waiting=1)
    yield made
    made.close()


def _slowly(pool: Pool, seconds: float) -> str:
    try:
        pool.ask(SLOW, Limits(seconds=seconds))
    except Busy:
        return "busy"
    except LimitReached as error:
        return error.reason
    return "answered"


def test_it_answers_as_the_engine_does(pool: Pool) -> None:
    for query in (QUICK, "ASK { lip:DuckLip a lip:Sign }", "DESCRIBE lip:DuckLip", "SELECT * { ?a ?b ?c } LIMIT 50"):
        assert pool.ask(query) == Engine(DATA).ask(query)
    with pytest.raises(InputError, match=r"q\.rq:1:17"):
        pool.ask("SELECT * { ?s ?p", name="q.rq")


def test_others_are_served_meanwhile(pool: Pool) -> None:
    with ThreadPoolExecutor(1) as threads:
        slow = threads.submit(_slowly, pool, 2.0)
        time.sleep(0.2)
        start = time.monotonic()
        answers = [pool.ask(QUICK) for _ in range(5)]
        assert time.monotonic() - start < 1.5
        assert not slow.done()
        assert {len(a.rows) for a in answers} == {13}
        assert slow.result() == "time"


def test_a_crowd_is_told_that_the_pool_is_busy(pool: Pool) -> None:
    with ThreadPoolExecutor(8) as threads:
        start = time.monotonic()
        ends = list(threads.map(lambda _: _slowly(pool, 1.0), range(8)))
        assert time.monotonic() - start < 4
    assert ends.count("busy") >= 5
    assert ends.count("time") >= 2
    assert len(pool.ask(QUICK).rows) == 13


def test_who_waits_too_long_is_told_so_too() -> None:
    pool = Pool(DATA, workers=1, waiting=3)
    with ThreadPoolExecutor(2) as threads:
        slow = threads.submit(_slowly, pool, 2.0)
        time.sleep(0.2)
        start = time.monotonic()
        with pytest.raises(Busy, match="all workers are at other queries"):
            pool.ask(QUICK, Limits(seconds=0.3))
        assert time.monotonic() - start < 1
        assert slow.result() == "time"
    assert len(pool.ask(QUICK).rows) == 13
    pool.close()


@pytest.mark.parametrize("when", ["idle", "at work"])
def test_a_killed_keeper_is_replaced(when: str) -> None:
    pool = Pool(DATA, workers=1)
    keeper = pool._idle.queue[0]
    if when == "at work":
        threading.Timer(0.3, os.kill, (keeper.process.pid, signal.SIGKILL)).start()
        with pytest.raises(LimitReached):
            pool.ask(SLOW, Limits(seconds=3))
    else:
        os.kill(keeper.process.pid, signal.SIGKILL)
        keeper.process.wait()
        with pytest.raises(LimitReached):
            pool.ask(QUICK)
    assert len(pool.ask(QUICK).rows) == 13
    assert pool._idle.queue[0] is not keeper
    pool.close()


def test_a_closed_pool_leaves_no_process() -> None:
    pool = Pool(DATA, workers=2)
    processes = [k.process for k in pool._idle.queue]
    pool.close()
    assert [p.returncode for p in processes] == [-signal.SIGKILL] * 2
