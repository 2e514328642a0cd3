"""A query on a store, inside a child: bytes in, bytes out, nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pyoxigraph as ox

from lipdrift.errors import InputError, LimitReached, Place, UsageError
from lipdrift.sparql import gate
from lipdrift.sparql.answer import MIB, STRING, Answer, Limits, answer_of
from lipdrift.sparql.child import OUT_OF_MEMORY, Ended
from lipdrift.terms import PREFIXES

Record = dict[str, Any]
MEMORY_SIGNALS = (6, 9)  # SIGABRT: an allocation failed; SIGKILL that was not ours: the system was out of memory
FIX = "correct it there, or just before; only SELECT, ASK, CONSTRUCT and DESCRIBE are answered"


def loaded(statements: bytes) -> ox.Store:
    """A store with the N-Triples. Their order is the order of answers that ask for none."""
    store = ox.Store()
    store.bulk_load(statements, format=ox.RdfFormat.N_TRIPLES)
    return store


def evaluate(store: ox.Store, query: str, limits: Limits) -> bytes:
    """The answer, or why there is none, as JSON. To be called in a child only: it may take all that it is given."""
    try:
        why = gate.refusal(query, _fault)
        record = {"refused": why} if why else _found(store, query, limits)
    except SyntaxError as error:
        record = {"syntax": str(error)}
    except (ValueError, OSError, RuntimeError) as error:
        record = {"failed": " ".join(str(error).split())}
    return json.dumps(record, ensure_ascii=False).encode()


def _fault(query: str) -> SyntaxError | None:
    """What hinders the engine from reading the text; nothing is loaded that it could be answered from."""
    try:
        ox.Store().query(query, prefixes=PREFIXES)
    except SyntaxError as error:
        return error
    except (ValueError, OSError, RuntimeError):
        return None
    return None


def _found(store: ox.Store, query: str, limits: Limits) -> Record:
    found = store.query(query, prefixes=PREFIXES)
    blanks = _Blanks()
    if isinstance(found, ox.QueryBoolean):
        return {"form": "truth", "truth": bool(found)}
    if isinstance(found, ox.QueryTriples):
        lines, reason = _cut(_distinct(f"{blanks.stable(t)} ." for t in found), limits, len)
        return {"form": "graph", "triples": sorted(lines), "reason": reason}
    rows, reason = _cut(([blanks.cell(v) for v in row] for row in found), limits, _weight)
    return {"form": "table", "columns": [v.value for v in found.variables], "rows": rows, "reason": reason}


def _distinct(lines: Iterable[str]) -> Iterator[str]:
    """Each line once: an engine may hand out a triple as often as it finds it."""
    seen: set[str] = set()
    for line in lines:
        if line not in seen:
            seen.add(line)
            yield line


def _cut(found: Iterable[Any], limits: Limits, weight: Any) -> tuple[list[Any], str | None]:
    """What fits into the limits, and which of them was reached."""
    kept: list[Any] = []
    size = 0
    for item in found:
        if len(kept) == limits.rows:
            return kept, "rows"
        size += weight(item)
        if size > limits.size:
            return kept, "memory"
        kept.append(item)
    return kept, None


def _weight(row: list[list[str] | None]) -> int:
    return sum(len(part) for cell in row if cell for part in cell) + 8 * len(row)


class _Blanks:
    """Blank nodes by order of appearance, so that the same answer has the same bytes."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def name(self, node: ox.BlankNode) -> str:
        """The name that the answer gives the node."""
        return self.known.setdefault(node.value, f"b{len(self.known)}")

    def stable(self, node: Any) -> Any:
        """The term or triple with its blank nodes renamed."""
        if isinstance(node, ox.BlankNode):
            return ox.BlankNode(self.name(node))
        if isinstance(node, ox.Triple):
            return ox.Triple(self.stable(node.subject), node.predicate, self.stable(node.object))
        return node

    def cell(self, node: Any) -> list[str] | None:
        """The fields of a `Value`."""
        if node is None:
            return None
        if isinstance(node, ox.NamedNode):
            return ["uri", node.value]
        if isinstance(node, ox.BlankNode):
            return ["bnode", self.name(node)]
        if isinstance(node, ox.Triple):
            return ["triple", f"<<( {self.stable(node)} )>>"]
        datatype = "" if node.language or node.datatype.value == STRING else node.datatype.value
        return ["literal", node.value, node.language or "", datatype]


def settled(ended: Ended, limits: Limits, name: str) -> Answer:
    """The answer that a child wrote; the error that says in one line why there is none."""
    if ended.overdue:
        what = f"{name}: the query was stopped at its limit of {limits.seconds:g} s"
        raise LimitReached(f"{what}; narrow it, or raise --query-seconds", "time")
    if ended.code == OUT_OF_MEMORY or ended.signal in MEMORY_SIGNALS:
        what = f"{name}: the query needs more than its {limits.memory // MIB} MiB of memory"
        raise LimitReached(f"{what}; narrow it", "memory")
    if ended.signal or ended.code or not ended.data:
        raise InputError(Place(name), "the query is nested too deeply for the engine, which gave up", "split it")
    record = json.loads(ended.data)
    if "refused" in record:
        raise UsageError(record["refused"])
    if "syntax" in record:
        what = "the query breaks off or holds something unexpected here"
        raise InputError(_place(name, record["syntax"]), what, FIX)
    if "failed" in record:
        raise InputError(Place(name), f"the query cannot be answered: {record['failed']}", "change it")
    return answer_of(record)


def _place(name: str, message: str) -> Place:
    found = re.search(r"(?:line |at )(\d+):(\d+)", message)
    return Place(name, int(found.group(1)), int(found.group(2))) if found else Place(name)
