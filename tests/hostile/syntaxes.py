"""Files in every syntax that people confuse with one of ours, and ours under the wrong name."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zipfile

from tests.hostile.case import HEAD, LIP, ONE, RDF, Case, answered, reads, turtle

GOOD = turtle("x:a a lip:Cause ; rdfs:label 'a'@en .")
LINE = b"<https://example.org/a> <https://w3id.org/lipdrift/leadsTo> <https://example.org/b> .\n"
QUAD = LINE.replace(b" .\n", b" <https://example.org/g> .\n")
XML = (
    f'<rdf:RDF xmlns:rdf="{RDF}" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#">'
    f'<rdf:Description rdf:about="https://example.org/a"><rdf:type rdf:resource="{LIP}Cause"/>'
    "<rdfs:label>a</rdfs:label></rdf:Description></rdf:RDF>"
)
JSONLD = f'{{"@id": "https://example.org/a", "@type": "{LIP}Cause", "http://www.w3.org/2000/01/rdf-schema#label": "a"}}'
OBO = b"format-version: 1.2\nontology: x\n\n[Term]\nid: X:1\nname: one\n"
FUNCTIONAL = b"Prefix(:=<https://example.org/>)\nOntology(<https://example.org/o>\nDeclaration(Class(:A))\n)\n"
OWLXML = b'<?xml version="1.0"?>\n<Ontology xmlns="http://www.w3.org/2002/07/owl#" ontologyIRI="https://x.org/o"/>\n'
MANCHESTER = b"Prefix: x: <https://example.org/>\nOntology: <https://example.org/o>\nClass: x:A\n"
HTML = b"<!DOCTYPE html>\n<html><body><p>Not found</p></body></html>\n"
PROTEGE = (
    f'<?xml version="1.0"?>\n<!DOCTYPE rdf:RDF [\n  <!ENTITY lip "{LIP}" >\n  <!ENTITY rdf "{RDF}" >\n]>\n'
    '<rdf:RDF xmlns:rdf="&rdf;"><rdf:Description rdf:about="https://example.org/a">'
    '<rdf:type rdf:resource="&lip;Cause"/></rdf:Description></rdf:RDF>\n'
)


def zipped() -> bytes:
    """An archive with a good file in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.ttl", GOOD)
    return made.getvalue()


REFUSED = (
    reads("obo", "a.obo", OBO, "a.obo: ", "OBO format", "convert it"),
    reads("obo-named-owl", "a.owl", OBO, "a.owl: ", "OBO format"),
    reads("owl-functional", "a.owl", FUNCTIONAL, "a.owl: ", "OWL functional syntax", "convert it"),
    reads("owl-functional-named-ttl", "a.ttl", FUNCTIONAL, "a.ttl: ", "OWL functional syntax"),
    reads("owl-xml", "a.owl", OWLXML, "a.owl: ", "OWL/XML"),
    reads("owl-manchester", "a.omn", MANCHESTER, "a.omn: ", "Manchester"),
    reads("utf-16-le", "a.ttl", GOOD.decode().encode("utf-16"), "a.ttl: ", "UTF-16", "UTF-8"),
    reads("utf-16-be", "a.ttl", b"\xfe\xff" + GOOD.decode().encode("utf-16-be"), "a.ttl: ", "UTF-16"),
    reads("utf-16-unmarked", "a.ttl", GOOD.decode().encode("utf-16-le"), "a.ttl: ", "UTF-16"),
    reads("utf-32", "a.ttl", GOOD.decode().encode("utf-32"), "a.ttl: ", "UTF-32"),
    reads("gzip", "a.ttl.gz", gzip.compress(GOOD, mtime=0), "a.ttl.gz: ", "gzip", "unpack"),
    reads("gzip-named-ttl", "a.ttl", gzip.compress(GOOD, mtime=0), "a.ttl: ", "gzip"),
    reads("gzip-bomb", "a.gz", lambda: gzip.compress(bytes(50_000_000), mtime=0), "a.gz: ", "gzip"),
    reads("zip", "a.zip", zipped, "a.zip: ", "ZIP", "unpack"),
    reads("bzip2", "a.bz2", bz2.compress(GOOD), "a.bz2: ", "bzip2"),
    reads("xz", "a.xz", lzma.compress(GOOD), "a.xz: ", "xz"),
    reads("html", "a.html", HTML, "a.html: ", "web page"),
    reads("html-named-rdf", "a.rdf", b"<html><head/></html>", "a.rdf: ", "web page"),
    reads("html-named-ttl", "a.ttl", HTML, "a.ttl: ", "web page"),
    reads("pdf", "a.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a.pdf: ", "PDF"),
    reads("csv", "a.csv", b"id,label,kind\n1,a,Cause\n", "a.csv: ", "table"),
    reads("csv-named-ttl", "a.ttl", b"id,label,kind\n1,a,Cause\n", "a.ttl:1:", "syntax"),
    reads("tsv", "a.tsv", b"id\tlabel\tkind\n1\ta\tCause\n", "a.tsv: ", "table"),
    reads("empty", "a.ttl", b"", "a.ttl: ", "empty"),
    reads("only-spaces", "a.ttl", b" \n\t\n" * 40, "a.ttl: ", "empty"),
    reads("only-a-byte-order-mark", "a.ttl", b"\xef\xbb\xbf", "a.ttl: ", "empty"),
    reads("only-comments", "a.ttl", b"# nothing\n" * 9, "a.ttl: ", "no statement"),
    reads("only-prefixes", "a.ttl", HEAD.encode(), "a.ttl: ", "no statement"),
    reads("random-bytes", "a.ttl", bytes(range(256)) * 40, "a.ttl: ", "binary data"),
    reads("zero-bytes", "a.nt", bytes(5000), "a.nt: ", "binary data"),
    reads("png", "a.owl", b"\x89PNG\r\n\x1a\n" + bytes(99), "a.owl: ", "PNG"),
    reads("sqlite", "a.rdf", b"SQLite format 3\x00" + bytes(99), "a.rdf: ", "SQLite"),
    reads("json", "a.json", b'{"name": "a", "items": [1, 2]}', "a.json: ", "without any JSON-LD keyword"),
    reads("obo-graph-json", "a.json", b'{"graphs": [{"nodes": []}]}', "a.json: ", "plain JSON", "convert"),
    reads("svg", "a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "a.svg: ", "XML about <svg>"),
    reads("prose", "a.txt", b"The lip is a muscle.\nIt moves.\n", "a.txt: ", "no RDF was recognised"),
    reads("prose-named-ttl", "a.ttl", b"The lip is a muscle.\n", "a.ttl:1:", "syntax"),
    reads("notation3-rules", "a.n3", b"{ ?a ?b ?c } => { ?c ?b ?a } .\n", "a.n3:1:", "syntax"),
    reads("named-graph-trig", "a.trig", HEAD.encode() + b"x:g { x:a lip:leadsTo x:b }", "a.trig: ", "named graph"),
    reads(
        "named-graph-trig-as-ttl", "a.ttl", HEAD.encode() + b"x:g {\n x:a lip:leadsTo x:b }", "a.ttl: ", "named graph"
    ),
    reads("named-graph-nquads", "a.nq", QUAD, "a.nq: ", "named graph <https://example.org/g>", "Turtle"),
    reads("named-graph-unnamed-file", "quads", QUAD, "quads: ", "named graph"),
    reads(
        "named-graph-jsonld", "a.jsonld", f'{{"@id": "https://x.org/g", "@graph": [{JSONLD}]}}'.encode(), "named graph"
    ),
    reads("triple-term", "a.ttl", turtle("x:a x:says <<( x:b lip:leadsTo x:c )>> ."), "a.ttl:2:12: ", "triple term"),
    reads("reified-triple", "a.ttl", turtle("<< x:b lip:leadsTo x:c >> x:by x:d ."), "a.ttl:2:1: ", "triple term"),
    reads(
        "latin-1-xml",
        "a.rdf",
        f'<?xml version="1.0" encoding="ISO-8859-1"?>{XML}'.encode("latin-1"),
        "a.rdf:1:",
        "encoding ISO-8859-1",
    ),
    reads(
        "n-triples-with-turtle-in-it", "a.nt", LINE + b"<https://x.org/a> a <https://x.org/b> .", "a.nt:2:", "syntax"
    ),
)
ANSWERED = (
    answered("byte-order-mark", "a.ttl", b"\xef\xbb\xbf" + GOOD, ONE),
    answered("turtle-named-rdf", "a.rdf", GOOD, ONE),
    answered("turtle-without-an-ending", "a", GOOD, ONE),
    answered("turtle-with-carriage-returns", "a.ttl", GOOD.replace(b"\n", b"\r\n"), ONE),
    answered("turtle-in-capitals", "A.TTL", GOOD, ONE),
    answered("turtle-named-nt", "a.nt", GOOD, ONE),
    answered("rdf-xml-named-ttl", "a.ttl", XML.encode(), ONE),
    answered("rdf-xml-named-xml", "a.xml", b"\xef\xbb\xbf" + XML.encode(), ONE),
    answered("json-ld-named-txt", "a.txt", JSONLD.encode(), ONE),
    answered("json-ld-list", "a.json", f"[{JSONLD}]".encode(), ONE),
    answered("n-triples-named-txt", "a.txt", LINE, "lipdrift"),
    answered("n-quads-in-the-default-graph", "a.nq", LINE, "lipdrift"),
    answered("trig-in-the-default-graph", "a.trig", HEAD.encode() + b"{ x:a a lip:Cause }", ONE),
    answered("entities-of-an-editor", "a.owl", PROTEGE.encode(), ONE),
)
CASES: tuple[Case, ...] = (*REFUSED, *ANSWERED)
