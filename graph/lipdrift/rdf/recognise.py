"""Which syntax a file holds, by its content; its ending only decides where the content leaves it open.

What cannot be read is refused with the name of what was found and what to do about it.
"""

from __future__ import annotations

import re

from lipdrift.errors import InputError, Place
from lipdrift.source import Document

HEAD = 2**16
BOM = b"\xef\xbb\xbf"
RDF_NAMESPACE = b"http://www.w3.org/1999/02/22-rdf-syntax-ns#"
UNPACK = "unpack it first"
CONVERT = "convert it to Turtle, RDF/XML or JSON-LD, for example with Protégé or ROBOT"
RECODE = "save it as UTF-8"
OTHER = "give a file in Turtle, N-Triples, RDF/XML or JSON-LD"

MAGIC = (
    (b"\x1f\x8b", "gzip data", UNPACK),
    (b"PK\x03\x04", "a ZIP archive or an office document", UNPACK),
    (b"PK\x05\x06", "an empty ZIP archive", OTHER),
    (b"BZh", "bzip2 data", UNPACK),
    (b"\xfd7zXZ\x00", "xz data", UNPACK),
    (b"\x28\xb5\x2f\xfd", "zstd data", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", UNPACK),
    (b"%PDF-", "a PDF document", OTHER),
    (b"\x89PNG", "a PNG picture", OTHER),
    (b"\xff\xd8\xff", "a JPEG picture", OTHER),
    (b"GIF8", "a GIF picture", OTHER),
    (b"SQLite format 3\x00", "an SQLite database", OTHER),
    (b"\x7fELF", "a program", OTHER),
    (b"\xd0\xcf\x11\xe0", "an old office document", OTHER),
    (b"{\\rtf", "an RTF document", OTHER),
    (b"\xff\xfe\x00\x00", "UTF-32 text", RECODE),
    (b"\x00\x00\xfe\xff", "UTF-32 text", RECODE),
    (b"\xff\xfe", "UTF-16 text", RECODE),
    (b"\xfe\xff", "UTF-16 text", RECODE),
)
TEXTS = (
    (rb"(?m)^(?:format-version:|\[(?:Term|Typedef)\]\s*$)", "OBO format"),
    (rb"\A(?:Prefix|Ontology|Document)\s*\(", "OWL functional syntax"),
    (rb"\A(?:Prefix|Ontology|Class|ObjectProperty|Individual):\s", "OWL Manchester syntax"),
)
LEADING = re.compile(rb"(?:\s++|#[^\n]*+)*+")
PROLOG = re.compile(rb"(?:\s++|<\?.*?\?>|<!--.*?-->)*+", re.DOTALL)
ROOT = re.compile(rb"<(?:!DOCTYPE\s+)?([A-Za-z_][\w.:-]*)", re.IGNORECASE)
KEYWORD = re.compile(rb'"@(?:context|id|graph|type|value|list|included|reverse)"')
DIRECTIVE = re.compile(rb"(?im)^\s*(?:@prefix|@base|prefix\s|base\s)")
SUBJECT = rb"(?:<[^<>\"{}|^`\\\s]*>|_:\w[\w.-]*|[\w.-]*:[\w.-]*)"
STATEMENT = re.compile(rb"(?m)^\s*(?:" + SUBJECT + rb"|\[[^\]\n]*\])\s+(?:a|" + SUBJECT + rb")\s+\S")
QUAD = re.compile(
    rb"(?:<[^<>\s]*>|_:\S+)\s+<[^<>\s]*>\s+(?:<[^<>\s]*>|_:\S+|\"[^\"]*\"\S*)\s+(?:<[^<>\s]*>|_:\S+)\s*\."
)
GRAPH = re.compile(rb"(?im)^\s*(?:graph\s+)?(?:" + SUBJECT + rb"\s*)?\{")
LINES = (".nt", ".nq")
TURTLE = (".ttl", ".n3", ".turtle")


def recognise(document: Document) -> str:
    """The syntax as an ending: .ttl, .trig, .nt, .nq, .rdf or .jsonld; InputError for everything else."""
    data = document.data.removeprefix(BOM)
    head = data[:HEAD]
    if not head.strip():
        raise _refused(document, "the file is empty", "check that it is the right file")
    _refuse_binary(document, head)
    start = LEADING.match(data)
    offset = start.end() if start else 0
    first = data[offset : offset + HEAD]
    if first.startswith(b"<") and (found := _markup(document, data)):
        return found
    if re.match(rb'\{\s*["}]|\[\s*[\[{"]', first):
        return _json(document, data)
    for pattern, word in TEXTS:
        if re.search(pattern, first):
            raise _refused(document, f"the file holds {word}, which is not read", CONVERT)
    return _statements(document, head, first)


def _refused(document: Document, what: str, fix: str) -> InputError:
    return InputError(Place(document.name), what, fix)


def _refuse_binary(document: Document, head: bytes) -> None:
    for magic, word, fix in MAGIC:
        if head.startswith(magic):
            raise _refused(document, f"the file holds {word}, not RDF text", fix)
    zeros = head.count(0)
    if zeros * 5 > len(head) and re.match(rb"(?:\x00{0,3}[\t\r\n -~]\x00{0,3}){2}", head):
        raise _refused(document, "the file looks like UTF-16 or UTF-32 text", RECODE)
    control = len(re.findall(rb"[\x00-\x08\x0e-\x1f]", head))
    if control * 20 > len(head):
        raise _refused(document, "the file holds binary data, not RDF text", OTHER)


def _markup(document: Document, data: bytes) -> str:
    """RDF/XML, "" for what may be Turtle that begins with an IRI, InputError for other markup."""
    prolog = PROLOG.match(data)
    root = ROOT.match(data, prolog.end() if prolog else 0)
    if not root:
        return ""
    name = root.group(1).lower().rpartition(b":")[2]
    tag = data[root.start() : root.start() + HEAD].partition(b">")[0]
    declared = data[:HEAD].lstrip().startswith((b"<?xml", b"<!")) or b"xmlns" in tag
    if name in (b"html", b"head", b"body"):
        raise _refused(document, "the file holds a web page (HTML)", "download the data itself, not the page about it")
    if name == b"rdf" or (declared and RDF_NAMESPACE in data[: 16 * HEAD]):
        return ".rdf"
    if name == b"ontology" and declared:
        raise _refused(document, "the file holds OWL/XML, which is not read", CONVERT)
    if declared:
        word = root.group(1).decode("ascii", "replace")
        raise _refused(document, f"the file holds XML about <{word}>, not RDF/XML", OTHER)
    return ""


def _json(document: Document, data: bytes) -> str:
    if KEYWORD.search(data):
        return ".jsonld"
    if document.suffix == ".jsonld" or not re.search(rb'"(?:graphs|nodes|edges)"\s*:', data[:HEAD]):
        raise _refused(document, "the file holds JSON without any JSON-LD keyword", "give JSON-LD, or another RDF file")
    raise _refused(document, "the file holds a graph as plain JSON, which is not read", CONVERT)


def _statements(document: Document, head: bytes, first: bytes) -> str:
    """One of the Turtle family, or InputError for text that shows no sign of RDF."""
    directive = bool(DIRECTIVE.search(head))
    if document.suffix in LINES and not directive:
        return document.suffix
    if document.suffix == ".trig" or GRAPH.search(head):
        return ".trig"
    if document.suffix in TURTLE or directive:
        return ".ttl"
    if QUAD.match(first):
        return ".nq"
    if STATEMENT.search(head):
        return ".ttl"
    line = first.splitlines()[0] if first.splitlines() else b""
    if document.suffix in (".csv", ".tsv") or line.count(b",") > 1 or line.count(b"\t") > 1:
        raise _refused(document, "the file holds a table, not RDF", OTHER)
    if document.suffix in LINES:
        return document.suffix
    raise _refused(document, "the file holds text in which no RDF was recognised", OTHER)
