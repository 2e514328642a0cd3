"""Competency questions: SPARQL files that say what they expect, answered on the ontology under check.

A file begins with ``# question: …`` and one or more ``# expects: …`` lines: the values of the first column (of all
columns, joined by a space, where there are several), as CURIEs or text, in any order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lipdrift.check.subject import Finding, Found
from lipdrift.errors import LipdriftError, Place
from lipdrift.rdf import Statements
from lipdrift.source import Document
from lipdrift.sparql import Answer, Engine
from lipdrift.terms import curie


def questions_are_answered(data: Statements, queries: Iterable[Document]) -> Found:
    """Each question returns just what it expects. It may be a stranger's, so it is asked as any other query."""
    engine = Engine(data)
    for document in queries:
        text = document.data.decode("utf-8", "backslashreplace")
        expected = sorted(expectation(text))
        place = Place(document.name, 1, 1)
        if not expected:
            yield Finding("", "the question expects nothing", "add lines such as: # expects: lip:UpperLip", place=place)
            continue
        try:
            found = sorted(set(rows(engine.ask(text, name=document.name))))
        except LipdriftError as error:
            yield Finding("", f"the query has no answer: {error}", "correct the query", place=place)
            continue
        if found != expected:
            missing, extra = sorted(set(expected) - set(found)), sorted(set(found) - set(expected))
            parts = [f"misses {', '.join(missing)}"] * bool(missing) + [f"adds {', '.join(extra)}"] * bool(extra)
            fix = "correct the ontology, or the expected answer"
            yield Finding("", f"{title(text)} The answer {' and '.join(parts)}", fix, place=place)


def rows(answer: Answer) -> list[str]:
    """The rows of an answer, each as text: short names and plain literals, joined by a space."""
    if answer.form != "table":
        return [str(answer.truth).lower()] if answer.form == "truth" else list(answer.triples)
    return [" ".join(curie(value.value) if value else "" for value in row) for row in answer.rows]


def expectation(text: str) -> list[str]:
    """The rows that a question file expects."""
    return [row.strip() for row in re.findall(r"^# expects:(.*)$", text, flags=re.MULTILINE)]


def title(text: str) -> str:
    """The question in words."""
    found = re.search(r"^# question:(.*)$", text, flags=re.MULTILINE)
    return found.group(1).strip() if found else ""
