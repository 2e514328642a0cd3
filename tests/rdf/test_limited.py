"""Foreign files go through a child that may fail, hang or die, and come back with the same statements."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import lipdrift
from lipdrift import source
from lipdrift.errors import InputError
from lipdrift.limits import Limits
from lipdrift.rdf import Statements, limited, parse
from lipdrift.rdf.limited import admitted, counted
from lipdrift.source import Document

HEAD = b"@prefix x: <https://example.org/> .\n"


def foreign(text: bytes, name: str = "a.ttl", suffix: str = ".ttl") -> Document:
    return Document(name, text, suffix, foreign=True)


def test_the_shipped_ontology_read_as_a_strangers_has_the_same_statements_in_the_same_order() -> None:
    ours = source.shipped()
    theirs = admitted(replace(d, foreign=True) for d in ours)
    assert len(theirs) == len(ours) >= 15
    assert all(d.lines and d.refused is None for d in theirs)
    assert list(map(str, Statements(theirs))) == list(map(str, Statements(ours)))
    assert Statements(theirs).sha256 == Statements(ours).sha256


def test_blank_nodes_keep_their_order_and_so_the_hash() -> None:
    text = HEAD + b"x:a x:p [ x:q [ x:r 1 ] ; x:s (1 2 3) ] . _:b x:p _:c . _:c x:p _:b .\n"
    hashes = {Statements([Document("a", text)]).sha256, *(Statements([foreign(text)]).sha256 for _ in range(3))}
    assert len(hashes) == 1


def test_a_document_that_nobody_admitted_is_not_parsed_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    import lipdrift.rdf.statements as statements

    def never(document: Document) -> None:
        raise AssertionError("parsed in this process")

    monkeypatch.setattr(statements, "triples", never)
    assert len(list(parse(foreign(HEAD + b"x:a x:p 1 .")))) == 1
    with pytest.raises(InputError, match=r"a\.ttl:2:"):
        list(parse(foreign(HEAD + b"x:a x:p")))


def test_the_shipped_ontology_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*arguments: object, **options: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(subprocess, "Popen", never)
    assert len(lipdrift.load().knowledge.terms) > 100
    assert len(lipdrift.load(source.folder()).knowledge.terms) > 100
    with pytest.raises(AssertionError, match="a process"):
        admitted([foreign(HEAD + b"x:a x:p 1 .")])


def test_one_child_reads_all_files_and_each_fault_stays_with_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    real = limited._run
    monkeypatch.setattr(limited, "_run", lambda *given: started.append(1) or real(*given))  # type: ignore[func-returns-value]
    documents = [foreign(HEAD + b"x:a x:p %d .%s" % (n, b"" if n % 3 else b" x:b"), f"{n}.ttl") for n in range(30)]
    found = admitted(documents)
    assert [d.refused is not None for d in found] == [n % 3 == 0 for n in range(30)]
    assert all(str(d.refused).startswith(f"{d.name}:2:") for d in found if d.refused)
    assert len(started) == 1


def stand_in(tmp_path: Path, script: str) -> str:
    """A program in place of the child."""
    path = tmp_path / "child"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


@pytest.fixture
def instead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    return lambda script: monkeypatch.setattr(sys, "executable", stand_in(tmp_path, script))


@pytest.mark.parametrize("name", ["SEGV", "ABRT", "KILL", "BUS"])
def test_a_child_that_dies_of_a_file_is_one_line_about_this_file(instead: Callable[[str], None], name: str) -> None:
    instead(f"""echo '{{"begun": 0}}'; kill -{name} $$""")
    (document,) = admitted([foreign(b"x")])
    assert str(document.refused).startswith(f"a.ttl: the parser died of it (SIG{name})")
    assert "\n" not in str(document.refused)


def test_after_a_death_another_child_reads_what_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = limited._child, []

    def first_dies(documents: list[Document], limits: Limits, deadline: float) -> list[Document]:
        calls.append(len(documents))
        if len(calls) == 1:
            return [
                *real(documents[:1], limits, deadline),
                replace(documents[1], refused=limited._why(documents[1], -11, limits)),
            ]
        return real(documents, limits, deadline)

    monkeypatch.setattr(limited, "_child", first_dies)
    found = admitted([foreign(HEAD + b"x:a x:p %d ." % n, f"{n}.ttl") for n in range(4)])
    assert [d.refused is None for d in found] == [True, False, True, True]
    assert calls == [4, 2]


def test_a_child_that_hangs_is_killed_at_the_deadline(instead: Callable[[str], None], tmp_path: Path) -> None:
    instead(f"echo $$ > {tmp_path}/pid; exec sleep 60")
    began = time.monotonic()
    (document,) = admitted([foreign(b"x")], Limits(seconds=1))
    assert time.monotonic() - began < 3
    assert "longer than 0.8 s; give a smaller file, or raise --max-seconds" in str(document.refused)
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_a_child_that_floods_or_lies_is_not_believed(instead: Callable[[str], None]) -> None:
    instead("exec yes '{}'")
    (document,) = admitted([foreign(b"x")], Limits(seconds=5))
    assert document.refused is not None
    assert document.lines is None


def test_where_no_limit_can_be_set_a_file_is_refused_unless_it_is_trusted(instead: Callable[[str], None]) -> None:
    good = foreign(HEAD + b"x:a x:p 1 .")
    instead("exit 3")
    assert "this system sets no limits; use --trust" in str(admitted([good])[0].refused)
    (document,) = admitted([good], Limits(trust=True))
    assert (document.refused, document.foreign) == (None, False)
    assert len(Statements([document])) == 1


def test_a_trusted_file_is_still_recognised_and_guarded() -> None:
    (document,) = admitted([foreign(HEAD + b"x:a x:p " + b"(" * 200)], Limits(trust=True))
    assert "nested more than 100" in str(document.refused)


def test_the_child_can_open_neither_files_nor_sockets_and_has_its_share_of_memory() -> None:
    code = (
        "from lipdrift.limits import Limits\nfrom lipdrift.rdf import child\nimport resource, socket\n"
        "assert child._limit(Limits())\n"
        "for what in (socket.socket, lambda: open('/dev/null'), lambda: bytearray(700 << 20)):\n"
        "    try: what()\n    except (OSError, MemoryError) as error: print(type(error).__name__)\n"
        "print(resource.getrlimit(resource.RLIMIT_CPU)[0], resource.getrlimit(resource.RLIMIT_NOFILE)[0])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["OSError", "OSError", "MemoryError", "25", "0"]


def test_the_child_gets_nothing_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "x")
    monkeypatch.setenv("PYTHONFAULTHANDLER", "1")
    assert set(limited._environment()) <= {"PYTHONPATH", "PYTHONUTF8", "PYTHONNOUSERSITE", "LD_LIBRARY_PATH"}


def test_a_second_parser_counts_in_the_child_too() -> None:
    found = counted([foreign(HEAD + b"x:a x:p 1 , 2 ."), foreign(HEAD + b"x:a x:p")])
    assert found[0] == 2
    assert isinstance(found[1], str)


def test_statements_and_memory_are_counted_over_all_files() -> None:
    limits = Limits(memory=256 * 2**20)
    rows = b"".join(b"<x:%d> <x:p> <x:q> .\n" % n for n in range(limits.statements // 2 + 1))
    one, two = admitted([foreign(rows, "one.nt", ".nt"), foreign(rows, "two.nt", ".nt")], limits)
    assert one.refused is None
    assert "two.nt: there are more than 131072 statements" in str(two.refused)


def test_a_signal_has_its_name() -> None:
    assert limited._signal(signal.SIGSEGV) == "SIGSEGV"
    assert limited._signal(250) == "signal 250"
