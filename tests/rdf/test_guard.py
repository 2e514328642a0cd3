"""Places that the guards name, and what they let through."""

from __future__ import annotations

import pytest

from lipdrift.errors import InputError
from lipdrift.limits import Limits
from lipdrift.rdf import guard
from lipdrift.source import Document

RDF = b"http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def fault(data: bytes, syntax: str) -> str:
    try:
        guard.check(Document("f", data), syntax, Limits())
    except InputError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"abc\n\xff", "f:2:1"),
        (b"\xff", "f:1:1"),
        ("미\n미".encode() + b"\xff", "f:2:2"),
        (b"x" * (2**20 - 1) + "미".encode() + b"\xc3", f"f:1:{2**20 + 1}"),
        (b"x" * (2**20 - 1) + b"\xeb\xaf" + b"x", f"f:1:{2**20}"),
    ],
)
def test_the_first_byte_that_is_no_utf_8_is_named_by_line_and_character(data: bytes, place: str) -> None:
    assert fault(data, ".ttl").startswith(f"{place}: the text is not UTF-8 here")


@pytest.mark.parametrize(
    "before", [b"", b"'[['", b'"(("', b"'''[\n'['''", b'"""[\n"["""', b"# [[\n", b"<x:[[>", b"'\\'['"]
)
def test_brackets_are_counted_only_where_they_are_brackets(before: bytes) -> None:
    assert fault(before + b" " + b"[" * 100 + b"]" * 100, ".ttl") == ""
    assert "nested more than 100" in fault(before + b" " + b"[" * 101, ".ttl")


def test_the_place_of_too_deep_a_bracket() -> None:
    assert fault(b"x\n  " + b"(" * 101, ".ttl").startswith("f:2:103: ")
    assert fault(b"{\n" + b'"a":[' * 100, ".jsonld").startswith("f:2:500: ")


@pytest.mark.parametrize(
    "text",
    [
        b'{"@context": {"name": "http://x/name", "id": "@id"}, "id": "http://x/a", "name": "\\"@context\\": \\"x"}',
        b'{"@context": [{"@vocab": "http://x/"}], "@id": "_:b", "a": ["http://x/"]}',
        b'{"@context": {"@base": "http://x/"}, "@id": "relative"}',
        b'{"@context": {"a": {"@id": "http://x/a", "@type": "@id"}}, "@id": "x:b"}',
        b'{"@context": null, "@id": "x:b"}',
    ],
)
def test_json_ld_that_holds_its_own_context_is_let_through(text: bytes) -> None:
    assert fault(text, ".jsonld") == ""


@pytest.mark.parametrize(
    "prolog",
    [
        b"",
        b'<?xml version="1.0" encoding="utf-8"?>\n<!-- <!DOCTYPE x> <x> -->\n',
        b'<?xml version="1.0"?><!DOCTYPE rdf:RDF [ <!-- ] --> <!ENTITY a "http://x/"> ] >',
        b"<!DOCTYPE rdf:RDF>",
    ],
)
@pytest.mark.parametrize("end", [b"", b"\n<!-- </x> -->\n", b"\n<?end?>\n"])
def test_rdf_xml_of_editors_is_let_through_and_noticed_when_it_is_cut(prolog: bytes, end: bytes) -> None:
    body = b'<rdf:RDF xmlns:rdf="%s"><rdf:Description rdf:about="&a;"/></rdf:RDF>' % RDF
    assert fault(prolog + body + end, ".rdf") == ""
    assert "breaks off" in fault(prolog + body[:-10], ".rdf")
    assert "breaks off" in fault(prolog + body[:-1], ".rdf")


def test_entities_may_grow_to_the_size_of_a_file_and_no_further() -> None:
    def text(count: int) -> bytes:
        return b'<!DOCTYPE r [<!ENTITY a "%s">]><r>%s</r>' % (b"x" * 1000, b"&a;" * count)

    most = Limits().file_bytes // 1000
    assert fault(text(most), ".rdf") == ""
    assert "the entities grow to more than 64 MiB" in fault(text(most + 1), ".rdf")
