"""Files built to break a parser: depth, entities, remote contexts, cut ends, bytes that are no text."""

from __future__ import annotations

from tests.hostile.case import HEAD, ONE, RDF, Case, answered, reads, turtle

MANY = 2**17
OPEN_XML = f'<rdf:RDF xmlns:rdf="{RDF}">'
NODE = '<rdf:Description rdf:about="https://example.org/a" rdf:value="{}"/></rdf:RDF>'


def nested(start: str, end: str, depth: int, inside: str = "") -> bytes:
    """An object nested so deep."""
    return turtle(f"x:a x:p {start * depth}{inside}{end * depth} .")


def json_nested(depth: int, closed: bool = True) -> bytes:
    """JSON-LD nested so deep."""
    return ('{"@id": "https://x.org/a", "https://x.org/p": ' * depth + '"x"' + "}" * depth * closed).encode()


def json_ld(member: str) -> bytes:
    """A small JSON-LD document with this member."""
    return f'{{\n{member},\n"https://x.org/p": "x"}}'.encode()


def doctype(inside: str, value: str = "1", outer: str = "") -> bytes:
    """RDF/XML with these declarations."""
    return f"<!DOCTYPE rdf:RDF {outer}[\n{inside}\n]>\n{OPEN_XML}{NODE.format(value)}".encode()


def laughs() -> str:
    """Ten entities, each ten times the one before."""
    rows = ['<!ENTITY e0 "ha">', *(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 11))]
    return "\n".join(rows)


def chain() -> bytes:
    """32,000 entities, each one the one before."""
    rows = ['<!ENTITY e0 "a">', *(f'<!ENTITY e{n} "&e{n - 1};">' for n in range(1, 32_000))]
    return doctype("\n".join(rows), "&e31999;")


DEPTH = (
    reads("json-4000-deep", "a.jsonld", json_nested(4000), "a.jsonld:1:", "nested more than 100"),
    reads("json-4000-deep-open", "a.jsonld", json_nested(4000, closed=False), "a.jsonld:1:", "nested more than 100"),
    reads("json-101-deep", "a.jsonld", json_nested(101), "a.jsonld:1:", "nested more than 100"),
    answered("json-100-deep", "a.jsonld", json_nested(100), "lipdrift"),
    reads("json-100000-lists", "a.jsonld", b'{"@id":' + b"[" * 100_000, "a.jsonld:1:", "nested more than 100"),
    reads("turtle-3000-braces", "a.ttl", turtle("{" * 3000), "a.ttl:2:", "nested more than 100"),
    reads("turtle-8000-parentheses", "a.ttl", nested("(", ")", 8000), "a.ttl:2:", "nested more than 100"),
    reads("turtle-8000-brackets", "a.ttl", nested("[ x:p ", "]", 8000, "1"), "a.ttl:2:", "nested more than 100"),
    reads("turtle-5000-triple-terms", "a.ttl", nested("<<( x:a x:p ", ")>>", 5000, "1"), "a.ttl:2:", "nested more"),
    answered("brackets-in-a-string", "a.ttl", turtle(f"x:a rdfs:label '{'(' * 9000}' ."), "lipdrift"),
    answered("brackets-in-a-comment", "a.ttl", turtle("# " + "[" * 9000, "x:a rdfs:label 'a' ."), "lipdrift"),
    answered("brackets-one-by-one", "a.ttl", turtle(*["x:a x:p [] , () ."] * 3000), "lipdrift"),
    answered(
        "xml-20000-deep",
        "a.rdf",
        (OPEN_XML + "<rdf:Description><rdf:value>" * 10_000 + "</rdf:value></rdf:Description>" * 10_000).encode()
        + b"</rdf:RDF>",
        "lipdrift",
    ),
)
XML = (
    reads("billion-laughs", "a.rdf", doctype(laughs(), "&e10;"), "a.rdf:3:1", "entity"),
    reads("entity-chain-32000", "a.rdf", chain, "a.rdf:3:1", "entity"),
    reads("entity-external", "a.rdf", doctype('<!ENTITY e SYSTEM "file:///etc/passwd">', "&e;"), "a.rdf:2:1", "file"),
    reads("entity-public", "a.rdf", doctype('<!ENTITY e PUBLIC "x" "http://127.0.0.1:1/">', "&e;"), "a.rdf:2:1"),
    reads("entity-parameter", "a.rdf", doctype('<!ENTITY % e "x"> %e;'), "a.rdf:2:1", "entit"),
    reads("entity-long", "a.rdf", doctype(f'<!ENTITY e "{"x" * 5000}">', "&e;"), "a.rdf:2:1", "long"),
    reads(
        "entity-quadratic", "a.rdf", lambda: doctype(f'<!ENTITY e "{"x" * 1000}">', "&e;" * 10**6), "a.rdf: ", "grow"
    ),
    reads("entity-unknown", "a.rdf", (OPEN_XML + NODE.format("&nobody;")).encode(), "a.rdf:1", "syntax"),
    reads("entity-late", "a.rdf", (OPEN_XML + '<!DOCTYPE x [<!ENTITY e "x">]>').encode(), "a.rdf:1:", "wrong place"),
    reads("doctype-elsewhere", "a.rdf", doctype("", outer='SYSTEM "http://127.0.0.1:1/x.dtd" '), "a.rdf:1:1", "file"),
    reads("doctype-open", "a.rdf", b"<!DOCTYPE rdf:RDF [\n", "a.rdf:2:1"),
    reads("rdf-xml-empty", "a.rdf", (OPEN_XML + "</rdf:RDF>").encode(), "a.rdf: ", "no statement"),
    reads("rdf-xml-empty-root", "a.rdf", OPEN_XML.replace(">", "/>").encode(), "a.rdf: ", "no statement"),
    reads("rdf-xml-cut", "a.rdf", (OPEN_XML + NODE.format("1"))[:-10].encode(), "a.rdf:1:", "breaks off"),
    reads("rdf-xml-crossed-tags", "a.rdf", f"{OPEN_XML}\n<a><b></a></b>\n</rdf:RDF>".encode(), "a.rdf:2", "syntax"),
    reads("rdf-xml-relative", "a.rdf", f"{OPEN_XML}\n\n{NODE.replace('https:', '')}".encode(), "a.rdf:3", "syntax"),
)
JSON = (
    reads(
        "json-ld-remote-context", "a.jsonld", json_ld('"@context": "http://127.0.0.1:1/c"'), "a.jsonld:2:13", "address"
    ),
    reads("json-ld-file-context", "a.jsonld", json_ld('"@context": "file:///etc/passwd"'), "a.jsonld:2:13", "address"),
    reads("json-ld-context-in-a-list", "a.jsonld", json_ld('"@context": [{}, "x.jsonld"]'), "a.jsonld:2:18", "address"),
    reads("json-ld-import", "a.jsonld", json_ld('"@context": {"@import": "http://x"}'), "a.jsonld:2:25", "address"),
    reads("json-ld-escaped-context", "a.jsonld", json_ld('"@id": "x:a", "\\u0040context": "http://x"'), "address"),
    reads("json-ld-bad-id", "a.jsonld", json_ld('"@id": "https://x.org/a b"'), "a.jsonld:2:8", "no IRI"),
    reads("json-ld-relative-id", "a.jsonld", json_ld('"@id": "a"'), "a.jsonld:2:8", "relative"),
    reads("json-ld-id-is-a-number", "a.jsonld", json_ld('"@id": 5'), "a.jsonld"),
    reads("json-ld-empty", "a.jsonld", b'{"@graph": []}', "a.jsonld: ", "no statement"),
    reads("json-ld-empty-object", "a.jsonld", b"{}", "a.jsonld: ", "keyword"),
    reads("json-ld-cut", "a.jsonld", json_ld('"@id": "x:a"')[:-4], "a.jsonld:3", "syntax"),
    reads("json-ld-not-a-number", "a.jsonld", json_ld('"@id": "x:a", "x:b": NaN'), "a.jsonld:2:", "syntax"),
    reads("json-ld-half-a-pair", "a.jsonld", json_ld('"@id": "x:a", "x:b": "\\ud800"'), "a.jsonld:2:", "syntax"),
)
TEXT = (
    reads(
        "utf-8-bad-turtle", "a.ttl", turtle("x:a", "rdfs:label '\xff' .").replace(b"\xc3\xbf", b"\xff"), "a.ttl:3:13"
    ),
    reads("utf-8-bad-n-triples", "a.nt", b"<x:a> <x:b> <x:c> .\n\xfe", "a.nt:2:1", "UTF-8"),
    reads("utf-8-bad-xml", "a.rdf", (OPEN_XML + "\n").encode() + b"\xff", "a.rdf:2:1", "UTF-8"),
    reads("utf-8-bad-json", "a.jsonld", b'{"@id": "\xff"}', "a.jsonld:1:10", "UTF-8"),
    reads("utf-8-overlong", "a.ttl", turtle("# ") + b"\xc0\xaf", "a.ttl:3:1", "UTF-8"),
    reads("utf-8-surrogate", "a.ttl", turtle("# ") + b"\xed\xa0\x80", "a.ttl:3:1", "UTF-8"),
    reads("utf-8-cut", "a.ttl", turtle("# ") + "미".encode()[:2], "a.ttl:3:1", "UTF-8"),
    reads("utf-8-bad-late", "a.ttl", turtle("#" + "x" * 2**21) + b"\n\xff", "a.ttl:4:1", "UTF-8"),
    reads("surrogate-escape", "a.ttl", turtle("x:a rdfs:label '\\uD800' ."), "a.ttl:2:", "syntax"),
    reads("zero-character-in-a-name", "a.ttl", turtle("x:a\0b x:p 1 ."), "a.ttl:2:", "syntax"),
    answered("zero-character-in-a-string", "a.ttl", turtle("x:a a lip:Cause ; rdfs:label 'a\0b' ."), ONE),
    reads("dot-missing", "a.ttl", turtle("x:a x:p x:b", "x:b x:p x:c ."), "a.ttl:3:1", "A dot is expected"),
    reads("prefix-missing", "a.ttl", b"x:a x:p x:b .", "a.ttl:1:", "syntax"),
    reads("string-open", "a.ttl", turtle("x:a x:p 'open"), "a.ttl:2:", "syntax"),
    reads("long-string-open", "a.ttl", turtle('x:a x:p """open' + "\nx" * MANY), "a.ttl:", "syntax"),
    reads("iri-with-a-space", "a.ttl", turtle("<https://x.org/a b> x:p 1 ."), "a.ttl:2:1", "syntax"),
    reads("iri-with-a-quote", "a.ttl", turtle('<https://x.org/"a> x:p 1 .'), "a.ttl:2:1", "syntax"),
    reads("iri-relative", "a.ttl", turtle("<a> x:p 1 ."), "a.ttl:2:1", "syntax"),
    reads("language-tag-bad", "a.ttl", turtle("x:a x:p 'a'@abcdefghijkl ."), "a.ttl:2:", "syntax"),
    answered("carriage-returns-only", "a.ttl", turtle("x:a a lip:Cause .").replace(b"\n", b"\r"), ONE),
    answered("prefix-declared-often", "a.ttl", HEAD.encode() * 20_000 + b"x:a a lip:Cause .", ONE),
)
CASES: tuple[Case, ...] = (*DEPTH, *XML, *JSON, *TEXT)
