"""What is looked at before a parser sees a foreign file: encoding, nesting, entities, contexts from elsewhere.

The guards only refuse. They change nothing, so that one parser alone says what a file means.
"""

from __future__ import annotations

import codecs
import re

from lipdrift.errors import InputError, Place
from lipdrift.limits import Limits, shown
from lipdrift.source import Document

DEPTH = 100
ENTITIES = 1000
ENTITY_BYTES = 1000
BRACKETS = re.compile(
    rb'\\.|"""(?:[^"\\]++|\\.|"(?!""))*+"""|\'\'\'(?:[^\'\\]++|\\.|\'(?!\'\'))*+\'\'\''
    rb'|"(?:[^"\\\n]++|\\.)*+"|\'(?:[^\'\\\n]++|\\.)*+\'|<[^<>"{}|^`\\\s]*+>|#[^\n]*+|(?P<open>[\[({]|<<)|(?P<close>[\])}]|>>)',
    re.DOTALL,
)
JSON = re.compile(rb'(?P<text>"(?:[^"\\]++|\\.)*+")(?P<key>\s*+:)?|(?P<open>[\[{])|(?P<close>[\]}])', re.DOTALL)
DOCTYPE = re.compile(rb"<!DOCTYPE\s+[\w.:-]+\s*", re.IGNORECASE)
ENTITY = re.compile(rb"<!ENTITY\s+([\w.-]+)\s+(\"[^\"]*+\"|'[^']*+')\s*>")
SPACES = re.compile(rb"(?:\s++|<!--.*?-->)*+", re.DOTALL)
PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
ROOT = re.compile(rb"<([A-Za-z_][\w.:-]*)")
REFERENCE = re.compile(rb"&([A-Za-z_][\w.-]*+);")
ENCODING = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.-]+)")
NO_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def check(document: Document, syntax: str, limits: Limits) -> None:
    """InputError with its place for what would break or mislead the parser of the syntax."""
    _utf8(document)
    if syntax == ".rdf":
        _xml(document, limits)
    elif syntax == ".jsonld":
        _json(document)
    else:
        _nesting(document, BRACKETS)


def place(document: Document, offset: int) -> Place:
    """Line and column (in characters) of an offset in bytes."""
    before = document.data[:offset]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    return Place(document.name, before.count(b"\n") + 1, column)


def _utf8(document: Document) -> None:
    decoder, offset = codecs.getincrementaldecoder("utf-8")(), 0
    declared = ENCODING.match(document.data)
    if declared and declared.group(1).lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii"):
        what = f"the encoding {declared.group(1).decode('ascii', 'replace')} is not read"
        raise InputError(place(document, declared.start(1)), what, "save the file as UTF-8")
    step = 2**20
    for offset in range(0, len(document.data), step):
        pending = len(decoder.getstate()[0])
        try:
            decoder.decode(document.data[offset : offset + step], offset + step >= len(document.data))
        except UnicodeDecodeError as error:
            at = place(document, offset - pending + error.start)
            raise InputError(at, "the text is not UTF-8 here", "save the file as UTF-8") from None


def _nesting(document: Document, pattern: re.Pattern[bytes]) -> None:
    data = document.data
    if sum(data.count(mark) for mark in (b"[", b"(", b"{", b"<<")) <= DEPTH:
        return
    depth = 0
    for match in pattern.finditer(data):
        depth += (match.lastgroup == "open") - (match.lastgroup == "close")
        if depth > DEPTH:
            raise _deep(document, match.start())


def _deep(document: Document, offset: int) -> InputError:
    what = f"brackets are nested more than {DEPTH} levels deep"
    return InputError(place(document, offset), what, "name the inner nodes and state them one by one")


def _json(document: Document) -> None:
    """Depth, contexts from elsewhere, and identifiers that the parser would drop without a word."""
    rooted = any(word in document.data for word in (b'"@base"', b'"@vocab"'))
    opened: list[bool] = []  # whether the open array is the value of @context
    key = ""
    for match in JSON.finditer(document.data):
        if match.lastgroup == "open":
            opened.append(key == "@context" and match.group() == b"[")
            key = ""
            if len(opened) > DEPTH:
                raise _deep(document, match.start())
        elif match.lastgroup == "close":
            del opened[-1:]
        elif match.group("key"):
            key = _text(match.group("text"))
        else:
            _value(document, match, key, bool(opened and opened[-1]), rooted)
            key = ""


def _value(document: Document, match: re.Match[bytes], key: str, in_context: bool, rooted: bool) -> None:
    if key in ("@context", "@import") or in_context:
        fix = "put the context into the file itself; nothing is fetched"
        raise InputError(place(document, match.start()), "the context stands at another address", fix)
    if key == "@id":
        text = _text(match.group("text"))
        if NO_IRI.search(text):
            raise InputError(place(document, match.start()), "the @id is no IRI", "write %20 for a space")
        if ":" not in text and not text.startswith("@") and not rooted:
            fix = "write the whole IRI, or give an @base"
            raise InputError(place(document, match.start()), "the @id is relative and there is no @base", fix)


def _text(raw: bytes) -> str:
    """A JSON string as text, its escapes resolved, so that no keyword is spelled around."""
    plain = raw[1:-1].decode("utf-8", "replace")
    if "\\" not in plain:
        return plain
    return re.sub(r"\\u([0-9A-Fa-f]{4})|\\(.)", lambda m: chr(int(m[1], 16)) if m[1] else m[2], plain, flags=re.DOTALL)


def _xml(document: Document, limits: Limits) -> None:
    data = document.data
    values: dict[bytes, bytes] = {}
    end = _doctype(document, values)
    for word in (b"<!DOCTYPE", b"<!ENTITY"):
        again = data.find(word, end)
        if again >= 0:
            raise InputError(place(document, again), "a declaration stands in the wrong place", "remove it")
    grown = sum(len(values.get(match[1], b"")) for match in REFERENCE.finditer(data, end)) if values else 0
    if grown > limits.file_bytes:
        what = f"the entities grow to more than {shown(limits.file_bytes)}"
        raise InputError(Place(document.name), what, "write the text out, or use fewer entities")
    _closed(document, end)


def _doctype(document: Document, values: dict[bytes, bytes]) -> int:
    """Where the document type ends; its entities go into the values. The beginning where there is none."""
    data = document.data
    start = _after(PROLOG, data, 0)
    doctype = DOCTYPE.match(data, start)
    if not doctype:
        return start
    end = doctype.end()
    if data[end : end + 1] == b"[":
        end = _after(re.compile(rb"\]\s*"), data, _entities(document, end + 1, values))
    if data[end : end + 1] != b">":
        what = "the document type names another file, which is not read, or is not closed"
        raise InputError(place(document, start), what, "write the RDF without it")
    return end + 1


def _after(pattern: re.Pattern[bytes], data: bytes, offset: int) -> int:
    found = pattern.match(data, offset)
    return found.end() if found else offset


def _entities(document: Document, offset: int, values: dict[bytes, bytes]) -> int:
    """Collects short internal entities, which editors write for namespaces; the offset of the closing bracket."""
    data = document.data
    while data[(offset := _after(SPACES, data, offset)) : offset + 1] != b"]":
        found = ENTITY.match(data, offset)
        if not found:
            external = re.match(rb"<!ENTITY[^>]*\b(?:SYSTEM|PUBLIC)\b", data[offset : offset + 4096])
            what = "an entity names another file" if external else "only short entities of the file itself are read"
            raise InputError(place(document, offset), what, "write the RDF without this declaration")
        value = found.group(2)[1:-1]
        if len(value) > ENTITY_BYTES or len(values) >= ENTITIES or re.search(rb"[&%<]", value):
            what = "an entity is long, one of too many, or built of others"
            raise InputError(place(document, offset), what, "write the RDF without entities")
        values.setdefault(found.group(1), value)
        offset = found.end()
    return offset


def _closed(document: Document, offset: int) -> None:
    """A file that was cut off would be read as if it were whole: the root element must end it."""
    data, tail = document.data, document.data.rstrip()
    for begin, finish in ((b"<!--", b"-->"), (b"<?", b"?>")):
        while tail.endswith(finish) and begin in tail:
            tail = tail[: tail.rfind(begin)].rstrip()
    start = _after(PROLOG, data, offset)
    root = ROOT.match(data, start)
    if root is None or re.search(rb"</" + re.escape(root.group(1)) + rb"\s*>\Z", tail[-1000:]):
        return  # what has no root element is the parser's to refuse
    if tail.endswith(b"/>") and tail.rfind(b"<") == start:
        return
    what = "the file breaks off: its root element is not closed"
    raise InputError(place(document, len(data)), what, "fetch or save the whole file again")
