"""Tokens and places: what pyoxigraph reads, we can find again."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lipdrift import source
from lipdrift.errors import InputError
from lipdrift.turtle.blocks import locate
from lipdrift.turtle.tokens import tokens


@pytest.mark.parametrize("document", source.shipped(), ids=lambda d: d.name)
def test_every_shipped_statement_has_a_place_where_it_is_written(document: source.Document) -> None:
    text = document.data.decode()
    index, lines = locate(text, document.name), text.splitlines()
    found = 0
    for quad in ox.parse(document.data, format=ox.RdfFormat.TURTLE):
        assert isinstance(quad.subject, ox.NamedNode)
        place = index.place(quad.subject.value, quad.predicate.value, getattr(quad.object, "value", ""))
        assert place is not None, quad
        written = lines[place.line - 1][place.column - 1 :]
        assert written[0] in "<\"'" or written[0].isalnum()
        found += 1
    assert found == len(index.objects)


DOCUMENT = """PREFIX x: <http://x/>
@base <http://b/> .
x:a\\-b a x:C ; # why
   x:p '''long "text"
over lines'''@en-GB , 4.5e3 , true , <rel> , [ x:q ( 1 2 ) ; x:r "in" ] ;
   x:z "1"^^x:D .
_:n x:p x:o.
"""


def test_the_forms_of_turtle_are_told_apart() -> None:
    kinds = [t.kind for t in tokens(DOCUMENT)]
    assert kinds.count("COMMENT") == 1
    assert kinds.count("STRING") == 3
    assert kinds.count("NUMBER") == 3
    assert kinds.count("BOOLEAN") == 1
    index = locate(DOCUMENT, "d.ttl")
    assert str(index.place("http://x/a-b", "http://x/z")) == "d.ttl:6:4"
    assert str(index.place("http://x/a-b", "http://x/p", "http://b/rel")) == "d.ttl:5:38"
    assert index.place("http://x/a-b", "http://x/p", "in") is None
    assert str(index.place("_:n", "http://x/p", "http://x/o")) == "d.ttl:7:9"


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ('x:a x:b "open', "t:1:9", "not closed"),
        ("x:a\n  x:b <no close .", "t:2:7", "IRI"),
        ("x:a x:b {", "t:1:9", "no Turtle"),
    ],
)
def test_a_wrong_character_is_named_with_its_place(text: str, place: str, what: str) -> None:
    with pytest.raises(InputError, match=what) as caught:
        list(tokens(text, "t"))
    assert str(caught.value.place) == place


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab:<>\"'\\@^.;,()[]#_-%0 1\n\u00e9\ud7ff", max_size=60))
def test_any_text_gives_tokens_or_one_error(text: str) -> None:
    try:
        found = list(tokens(text))
    except InputError:
        return
    assert "".join(t.text for t in found) == "".join(text.split()) or any(
        t.kind in ("COMMENT", "STRING") for t in found
    )


def test_long_input_takes_linear_time() -> None:
    text = "".join(f'<http://x/{n}> <http://x/p> "v{n}" .\n' for n in range(20_000))
    assert sum(1 for _ in tokens(text)) == 80_000
