"""Text and names that are code somewhere: in a page, a terminal, a spreadsheet, a template, a file name."""

from __future__ import annotations

from tests.hostile.case import Case, answered, reads, turtle

TEXTS = {
    "script": "<script>alert(1)</script>",
    "script-end": "</script><script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "link": "<a href='javascript:alert(1)'>href</a>",
    "comment": "<!-- --!> <![CDATA[ ]]>",
    "formula": '=HYPERLINK(\\"http://127.0.0.1:1/\\")',
    "formula-plus": "+1+cmd|' /C calc'!A0",
    "formula-tab": "\\t=1+1",
    "escape": "a\\u001B[31mred\\u001B]0;title\\u0007",
    "c1": "a\\u009B31mred",
    "bell-and-backspace": "safe\\u0008\\u0008\\u0008\\u0008evil\\u0007",
    "carriage-return": "shown\\rhidden",
    "lines": "one\\ntwo\\n\\nthree",
    "right-to-left": "a\\u202Egnp.exe",
    "isolates": "a\\u2066\\u2067\\u2069b",
    "arabic-mark": "a\\u061Cb",
    "separators": "a\\u2028b\\u2029c",
    "zero": "a\\u0000b",
    "zero-width": "a\\u200B\\u200D\\uFEFFb",
    "combining": "a" + "\\u0301" * 500,
    "template": "{{ 7*7 }}{% for x in y %}${7*7}#{7*7}",
    "format": "%s%n%x{0}{name!r}",
    "quotes": "a\\\"b'c`d\\\\",
    "json": '\\"}],\\"x\\":[{',
    "latex": "\\\\input{/etc/passwd}$\\\\%&_#{}@misc{x,",
    "long": "long " * 4000,
    "no-space": "x" * 20_000,
    "spaces": "   ",
    "empty": "",
    "emoji": "\\U0001F469\\u200D\\U0001F52C\\uFE0F",
    "beyond": "\\U0010FFFF\\uFFFE\\uFFFF",
}
IRIS = {
    "javascript": "javascript:alert(1)",
    "data": "data:text/html,<script>".replace("<", "%3C").replace(">", "%3E"),
    "quote": "https://x.org/a'b",
    "percent": "https://x.org/%22%3E%3Cscript%3E",
    "letters": "https://x.org/원인/ä",
    "look-alike": "https://w3id.org/lipdrіft/Cause",
    "bidi": "https://x.org/\\u202Eevil",
    "dots": "https://x.org/../../../etc/passwd",
    "only-slashes": "https://x.org////",
    "fragment": "https://x.org/#",
    "long": "https://x.org/" + "n" * 3000,
    "urn": "urn:uuid:00000000-0000-0000-0000-000000000000",
}
PREDICATES = ("rdfs:label", "lip:layLabel", "lip:draftLabel", "<http://www.w3.org/2004/02/skos/core#definition>")


def graph(text: str, iri: str = "https://example.org/n0") -> bytes:
    """A cause and an outcome, a claim, its source and a caveat, all with this text, the cause with this IRI."""
    said = " ; ".join(f'{p} "{text}"@en' for p in PREDICATES)
    skos = "<http://www.w3.org/2004/02/skos/core#note>"
    title, creator = "<http://purl.org/dc/terms/title>", "<http://purl.org/dc/terms/creator>"
    return turtle(
        f'<{iri}> a lip:Cause ; {said} ; {skos} "{text}" .',
        f'lip:LipFillerMigration a lip:Outcome ; rdfs:label "{text}"@ko , "migration"@en .',
        f"lip:C1 a lip:Claim ; lip:subject <{iri}> ; lip:relation lip:leadsTo ; lip:object lip:LipFillerMigration ;",
        f'  lip:strength lip:Reported ; rdfs:comment "{text}"@en ; lip:qualifier "{text}" ; lip:evidence lip:C1-1 .',
        f'lip:C1-1 a lip:Evidence ; lip:stance lip:Supports ; lip:from x:s ; lip:locator "{text}" .',
        f'x:s a lip:Source ; {title} "{text}" ; {creator} "{text}" ; lip:url "javascript:{text}" .',
        f'x:v a lip:Caveat ; rdfs:comment "{text}"@en ; lip:onTerm <{iri}> .',
    )


def asked(name: str, text: str) -> tuple[Case, ...]:
    """Every question about a graph in which everything bears this text."""
    node, content = "https://example.org/n0", graph(text)
    return (
        answered(f"text-{name}-show", "a.ttl", content, "reported", command=("show", node)),
        answered(f"text-{name}-paths", "a.ttl", content, "1 route", command=("paths", node)),
        answered(f"text-{name}-evidence", "a.ttl", content, "C1", command=("evidence", node)),
    )


def built(name: str, content: bytes) -> Case:
    """The site of a graph."""
    return Case(
        f"site-{name}",
        ("build", "-q", "-o", "output", "--ontology", "a.ttl"),
        ("explorer.html",),
        0,
        {"a.ttl": content},
        makes=True,
    )


def exported(name: str, text: str, form: tuple[str, ...]) -> Case:
    """An export of a graph; its bytes may hold what its form allows."""
    case = answered(f"export-{name}-{form[-1]}", "a.ttl", graph(text), command=("export", *form))
    return Case(case.id, case.arguments, case.words, 0, case.files, binary=True)


SHORT = ("script-end", "formula", "escape", "separators", "latex")
CASES: tuple[Case, ...] = (
    *(case for name, text in TEXTS.items() for case in asked(name, text)),
    *(built(f"text-{name}", graph(text)) for name, text in TEXTS.items()),
    *(built(f"iri-{name}", graph("a", iri)) for name, iri in IRIS.items()),
    *(answered(f"iri-{name}-info", "a.ttl", graph("a", iri), "1 Cause") for name, iri in IRIS.items()),
    *(
        exported(name, TEXTS[name], form)
        for name in SHORT
        for form in (("csv",), ("bibtex",), ("csl-json",), ("jsonld",))
    ),
    reads("find-an-escape", "a.ttl", graph(TEXTS["escape"]), "<U+001B>", code=0, command=("find", "red")),
)
