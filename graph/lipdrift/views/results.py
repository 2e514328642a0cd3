"""Answers of SPARQL queries as bytes: the W3C results formats, the RDF syntaxes, and text for a terminal.

JSON starts with the receipt, beside the members "head" and "results" that the standard names; readers skip what they
do not know. CSV is for spreadsheets and defuses what they would run; TSV, JSON and XML carry every value as it is.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping

from lipdrift.errors import UsageError
from lipdrift.sparql.answer import Answer, Queried, Value
from lipdrift.sparql.graphs import GRAPHS, of_lines
from lipdrift.views.record.parts import receipt
from lipdrift.views.safe import csv_cell, printable, xml_text

NAMESPACE = "http://www.w3.org/2005/sparql-results#"


def render(found: Queried, form: str) -> bytes:
    """The answer in that form; UsageError for a form that does not fit a table or a graph."""
    answer = found.answer
    if answer.form == "graph":
        return _visible(of_lines(answer.triples, "ttl")) if form == "text" else of_lines(answer.triples, form)
    if form in GRAPHS:
        raise UsageError(f"a table cannot be written as {form}; use -O {', '.join(TABLES)} or CONSTRUCT")
    if form == "json":
        return _json(found)
    return TABLES[form](answer).encode()


def notes(found: Queried, form: str) -> Iterator[str]:
    """What is to be said beside the bytes, where the form has no room for it: that it was cut, and the caveats."""
    slip = found.receipt
    if slip.reason:
        bound = "raise --max-rows" if slip.reason == "rows" else "ask for less"
        held = len(found.answer.rows) or len(found.answer.triples)
        yield f"not complete: the answer was cut after {held} rows (bound: {slip.reason}); {bound}"
    if form != "json":
        yield from (f"to be said beside it: {caveat.text}" for caveat in slip.caveats)


def _visible(text: bytes) -> bytes:
    """Turtle with what a terminal would obey made visible; tabs only indent it."""
    return "".join(f"{printable(line.expandtabs(4))}\n" for line in text.decode().split("\n")[:-1]).encode()


def _json(found: Queried) -> bytes:
    answer = found.answer
    record = receipt(found.receipt)
    if answer.form == "truth":
        record |= {"head": {}, "boolean": answer.truth}
    else:
        bindings = [
            {name: value.record() for name, value in zip(answer.columns, row, strict=True) if value}
            for row in answer.rows
        ]
        record |= {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return (json.dumps(record, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def _truth(answer: Answer) -> str:
    return f"{str(answer.truth).lower()}\n"


def _text(answer: Answer) -> str:
    """The table as TSV with what a terminal would obey made visible."""
    if answer.form == "truth":
        return _truth(answer)
    rows = [[f"?{name}" for name in answer.columns]]
    rows += [[value.n3() if value else "" for value in row] for row in answer.rows]
    return "".join("\t".join(map(printable, row)) + "\n" for row in rows)


def _tsv(answer: Answer) -> str:
    if answer.form == "truth":
        return _truth(answer)
    head = "\t".join(f"?{name}" for name in answer.columns)
    rows = ("\t".join(value.n3() if value else "" for value in row) for row in answer.rows)
    return "".join(f"{line}\n" for line in (head, *rows))


def _csv(answer: Answer) -> str:
    if answer.form == "truth":
        return _truth(answer)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")  # the standard asks for CRLF
    writer.writerow(answer.columns)
    writer.writerows([csv_cell(_plain(value)) if value else "" for value in row] for row in answer.rows)
    return text.getvalue()


def _plain(value: Value) -> str:
    return f"_:{value.value}" if value.kind == "bnode" else value.value


def _xml(answer: Answer) -> str:
    """The results format in XML; characters that XML cannot hold are written as their code points."""
    head = "".join(f'<variable name="{xml_text(name)}"/>' for name in answer.columns)
    if answer.form == "truth":
        body = f"<boolean>{str(answer.truth).lower()}</boolean>"
    else:
        rows = ("".join(_binding(n, v) for n, v in zip(answer.columns, row, strict=True) if v) for row in answer.rows)
        body = f"<results>{''.join(f'<result>{row}</result>' for row in rows)}</results>"
    return f'<?xml version="1.0"?>\n<sparql xmlns="{NAMESPACE}"><head>{head}</head>{body}</sparql>\n'


def _binding(name: str, value: Value) -> str:
    tag = "literal" if value.kind == "triple" else value.kind
    marks = f' xml:lang="{xml_text(value.language)}"' if value.language else ""
    marks += f' datatype="{xml_text(value.datatype)}"' if value.datatype else ""
    return f'<binding name="{xml_text(name)}"><{tag}{marks}>{xml_text(value.value)}</{tag}></binding>'


TABLES: Mapping[str, Callable[[Answer], str]] = {
    "text": _text,
    "csv": _csv,
    "tsv": _tsv,
    "xml": _xml,
    "json": lambda answer: "",  # written with its receipt
}
