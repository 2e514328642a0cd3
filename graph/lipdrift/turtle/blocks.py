"""Where the statements of a Turtle file stand: the place of each subject, predicate and object at the top level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lipdrift.errors import Place
from lipdrift.terms import RDF
from lipdrift.turtle.tokens import Token, tokens

ESCAPES = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}
OPEN, CLOSE = {"[", "("}, {"]", ")"}


class Index:
    """The places of one file's statements, by subject, predicate and object. The first mention wins."""

    def __init__(self) -> None:
        self.subjects: dict[str, Place] = {}
        self.predicates: dict[tuple[str, str], Place] = {}
        self.objects: dict[tuple[str, str, str], Place] = {}

    def place(self, subject: str, predicate: str | None = None, obj: str | None = None) -> Place | None:
        """Where it stands; None where the file does not say it. Objects are IRIs or the text of a literal."""
        if predicate is None:
            return self.subjects.get(subject)
        if obj is None:
            return self.predicates.get((subject, predicate))
        return self.objects.get((subject, predicate, obj))


def locate(text: str, file: str = "<text>") -> Index:
    """The index of a document that a parser has accepted.

    >>> index = locate("@prefix x: <http://x/> .\\nx:a x:p x:b ;\\n  x:q 'c' .")
    >>> str(index.place("http://x/a", "http://x/q", "c"))
    '<text>:3:7'
    """
    index, names = Index(), _Names()
    for statement in _statements(tokens(text, file)):
        if statement[0].kind == "PREFIX":
            names.declare(statement)
        else:
            _read(statement, names, index, file)
    return index


class _Names:
    """The prefixes in force, and what a token means under them."""

    def __init__(self) -> None:
        self.prefixes: dict[str, str] = {}
        self.base = ""

    def declare(self, statement: Sequence[Token]) -> None:
        if len(statement) > 2 and statement[1].kind == "NAME":
            self.prefixes[statement[1].text[:-1]] = self.meaning(statement[2])
        elif len(statement) > 1:
            self.base = self.meaning(statement[1])

    def meaning(self, token: Token) -> str:
        """The IRI of a name, the text of a literal, the label of a blank node."""
        if token.kind == "A":
            return RDF + "type"
        if token.kind == "IRI":
            iri = _unescaped(token.text[1:-1])
            return iri if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", iri) else self.base + iri
        if token.kind == "NAME":
            prefix, _, local = token.text.partition(":")
            return self.prefixes.get(prefix, prefix + ":") + re.sub(r"\\(.)", r"\1", local)
        if token.kind == "STRING":
            quotes = 3 if token.text[:3] in ('"""', "'''") else 1
            return _unescaped(token.text[quotes:-quotes])
        return token.text


def _unescaped(text: str) -> str:
    def plain(match: re.Match[str]) -> str:
        code = match.group()
        return chr(int(code[2:], 16)) if code[1] in "uU" else ESCAPES[code[1]]

    return re.sub(r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\[tbnrf\"'\\]", plain, text)


def _statements(stream: Iterator[Token]) -> Iterator[list[Token]]:
    """The tokens of each top-level statement, without its dot and without comments."""
    found: list[Token] = []
    for token in stream:
        if token.kind == "COMMENT":
            continue
        if token.text == "." and token.kind == "MARK":
            if found:
                yield found
            found = []
            continue
        found.append(token)
        if found[0].kind == "PREFIX" and not found[0].text.startswith("@") and token.kind == "IRI":
            yield found
            found = []
    if found:
        yield found


def _read(statement: Sequence[Token], names: _Names, index: Index, file: str) -> None:
    subject = names.meaning(statement[0])
    index.subjects.setdefault(subject, _at(statement[0], file))
    depth, predicate = 0, ""
    for before, token in pairwise(statement):
        if token.text in OPEN or token.text in CLOSE:
            depth += 1 if token.text in OPEN else -1
        if depth or token.kind in ("MARK", "LANG", "DATATYPE") or before.kind == "DATATYPE":
            continue
        if before is statement[0] or before.text == ";":
            predicate = names.meaning(token)
            index.predicates.setdefault((subject, predicate), _at(token, file))
        else:
            index.objects.setdefault((subject, predicate, names.meaning(token)), _at(token, file))


def _at(token: Token, file: str) -> Place:
    return Place(file, token.line, token.column)
