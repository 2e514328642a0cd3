"""What a query gives back, and within which limits it was asked."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from lipdrift.answers import Receipt
from lipdrift.errors import UsageError

MIB = 1 << 20
STRING = "http://www.w3.org/2001/XMLSchema#string"
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one query: wall-clock seconds, rows (or triples) given out, bytes of memory beyond the data.

    ``size`` is the most bytes that an answer may have; like ``rows`` it cuts the answer, which then says so.
    UsageError for a bound that is none.
    """

    seconds: float = 5.0
    rows: int = 10_000
    memory: int = 512 * MIB
    size: int = 32 * MIB

    def __post_init__(self) -> None:
        if not (math.isfinite(self.seconds) and 0 < self.seconds <= 86_400):
            raise UsageError("--query-seconds must be above 0 and at most 86400")
        if self.rows < 1:
            raise UsageError("--max-rows must be at least 1")


@dataclass(frozen=True, slots=True)
class Value:
    """One RDF term of a row. ``language`` and ``datatype`` belong to literals; plain strings have neither."""

    kind: Literal["uri", "literal", "bnode", "triple"]
    value: str
    language: str = ""
    datatype: str = ""

    def n3(self) -> str:
        """The term as SPARQL and Turtle write it.

        >>> Value("literal", 'a "b"', "en").n3()
        '"a \\\\"b\\\\""@en'
        """
        if self.kind != "literal":
            return {"uri": f"<{self.value}>", "bnode": f"_:{self.value}", "triple": self.value}[self.kind]
        tail = f"@{self.language}" if self.language else f"^^<{self.datatype}>" if self.datatype else ""
        return f'"{self.value.translate(ESCAPES)}"{tail}'

    def record(self) -> dict[str, str]:
        """The term as the SPARQL results format in JSON writes it."""
        found = {"type": self.kind, "value": self.value}
        if self.language:
            found["xml:lang"] = self.language
        return found | ({"datatype": self.datatype} if self.datatype else {})


Row = tuple[Value | None, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of a query: rows under their columns, or truth, or triples as sorted lines of N-Triples.

    ``reason`` is None for a whole answer, "rows" or "memory" for one that was cut there.
    """

    form: Literal["table", "truth", "graph"]
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    truth: bool = False
    triples: tuple[str, ...] = ()
    reason: str | None = None

    @property
    def complete(self) -> bool:
        """Whether nothing was cut."""
        return self.reason is None

    def iris(self) -> frozenset[str]:
        """Every IRI that the rows name; for a graph, every word in angle brackets of its triples."""
        named = {v.value for row in self.rows for v in row if v and v.kind == "uri"}
        words = (word for line in self.triples for word in line.split(" ") if word.startswith("<"))
        return frozenset(named | {word[1:-1] for word in words})


@dataclass(frozen=True, slots=True)
class Queried:
    """An answer with its receipt."""

    receipt: Receipt
    answer: Answer


def answer_of(record: Mapping[str, object]) -> Answer:
    """The answer in the record that a child wrote."""
    columns, rows = record.get("columns", ()), record.get("rows", ())
    assert isinstance(columns, list | tuple)
    assert isinstance(rows, list | tuple)
    return Answer(
        form=record["form"],  # type: ignore[arg-type]
        columns=tuple(columns),
        rows=tuple(tuple(Value(*cell) if cell else None for cell in row) for row in rows),
        truth=bool(record.get("truth", False)),
        triples=tuple(record.get("triples", ())),  # type: ignore[arg-type]
        reason=record.get("reason"),  # type: ignore[arg-type]
    )
