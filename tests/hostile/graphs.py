"""Graphs that are well written and mean to hurt: circles, dead ends, stars, claims that contradict the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable

from tests.hostile.case import HEAD, LIP, Case, answered, reads, turtle

A, Z = "https://example.org/n0", "https://example.org/z"
CLAIM = "x:c1 a lip:Claim ; "


def edges(pairs: Iterable[tuple[object, object]]) -> bytes:
    """Direct causal triples between numbered nodes."""
    return HEAD.encode() + "".join(f"x:n{a} lip:leadsTo x:n{b} .\n" for a, b in pairs).encode()


def complete(size: int) -> bytes:
    """Everything leads to everything, and nothing to the target."""
    return edges((a, b) for a in range(size) for b in range(size) if a != b) + b"x:y lip:leadsTo x:z .\n"


def dead_end() -> bytes:
    """A chain to the target beside 10,000 nodes from which none comes back."""
    return edges([(n, n + 1) for n in range(10_000)]) + b"x:n0 lip:leadsTo x:m . x:m lip:leadsTo x:z .\n"


def asks(id: str, content: object, *words: str, code: int = 0, more: tuple[str, ...] = ()) -> Case:
    """The routes from the first node to the target."""
    return reads(id, "a.ttl", content, *words, code=code, command=("paths", A, Z, *more))  # type: ignore[arg-type]


def claim(id: str, body: str, *words: str, code: int = 2) -> Case:
    """One claim that is not well formed."""
    return reads(id, "a.ttl", turtle(CLAIM + body), *words, code=code)


SEARCHES = (
    asks("complete-10-unreachable", lambda: complete(10), "no route"),
    asks("complete-40-unreachable", lambda: complete(40), "no route"),
    asks("complete-40-reachable", lambda: complete(40) + b"x:n39 lip:leadsTo x:z .\n", "20 routes"),
    asks(
        "complete-40-far",
        lambda: complete(40) + b"x:n39 lip:leadsTo x:z .\n",
        more=("--limit", "1000", "--max-steps", "30"),
    ),
    asks("dead-end-of-10000", dead_end, "1 route"),
    asks("chain-too-long", lambda: edges((n, n + 1) for n in range(10_000)) + b"x:n9999 lip:leadsTo x:z .\n", "route"),
    asks(
        "ladder",
        lambda: (
            edges((2 * n + a, 2 * n + 2 + b) for n in range(200) for a in (0, 1) for b in (0, 1))
            + b"x:n400 lip:leadsTo x:z .\n"
        ),
    ),
    asks("star-of-50000", lambda: edges((0, n) for n in range(1, 50_000)) + b"x:n0 lip:leadsTo x:z .\n", "1 route"),
    asks(
        "ring-of-5000", lambda: edges((n, (n + 1) % 5000) for n in range(5000)) + b"x:n3 lip:leadsTo x:z .\n", "1 route"
    ),
    asks("loops-to-itself", turtle("x:n0 lip:leadsTo x:n0 , x:z . x:z lip:causes x:z ."), "1 route"),
    asks("the-same-edge-9000-times", lambda: turtle(*["x:n0 lip:leadsTo x:z ."] * 9000), "1 route"),
    asks("target-unknown", turtle("x:n0 lip:leadsTo x:b ."), "no term is called", code=2),
)
CIRCLES = (
    answered(
        "circle-of-kinds", "a.ttl", turtle("x:a lip:kindOf x:b . x:b lip:kindOf x:a . x:a a lip:Cause ."), "lipdrift"
    ),
    answered(
        "circle-of-kinds-shown",
        "a.ttl",
        turtle("x:n0 lip:kindOf x:b . x:b lip:kindOf x:n0 . x:n0 lip:leadsTo x:z ."),
        "n0",
        command=("show", A),
    ),
    asks(
        "circle-of-kinds-walked",
        turtle("x:n0 lip:kindOf x:b . x:b lip:kindOf x:n0 . x:n0 a lip:Cause . x:b lip:leadsTo x:z ."),
        "route",
    ),
    answered(
        "circle-of-classes", "a.ttl", turtle("x:a rdfs:subClassOf x:b . x:b rdfs:subClassOf x:a , x:b ."), "lipdrift"
    ),
    answered(
        "circle-of-properties",
        "a.ttl",
        turtle("x:p rdfs:subPropertyOf lip:leadsTo . lip:leadsTo rdfs:subPropertyOf x:p . x:n0 x:p x:z ."),
        "1 route",
        command=("paths", A, Z),
    ),
    answered(
        "deep-properties",
        "a.ttl",
        lambda: turtle(
            "x:p0 rdfs:subPropertyOf lip:leadsTo .",
            *(f"x:p{n + 1} rdfs:subPropertyOf x:p{n} ." for n in range(3000)),
            "x:n0 x:p3000 x:z .",
        ),
        "1 route",
        command=("paths", A, Z),
    ),
    answered(
        "deep-kinds",
        "a.ttl",
        lambda: turtle("x:n0 a lip:Cause .", *(f"x:n{n + 1} lip:kindOf x:n{n} ." for n in range(3000))),
        "n0",
        command=("show", A),
    ),
)
CLAIMS = (
    claim("claim-without-anything", ".", "a.ttl:2:1", "no lip:subject"),
    claim(
        "claim-with-two-subjects",
        "lip:subject x:a , x:b ; lip:relation lip:causes ; lip:object x:c .",
        "a.ttl:2:",
        "2 lip:subject",
    ),
    claim(
        "claim-with-two-relations",
        "lip:subject x:a ; lip:relation lip:causes , lip:leadsTo ; lip:object x:c .",
        "a.ttl:2:",
        "2 lip:relation",
    ),
    claim(
        "claim-with-a-text-as-subject",
        "lip:subject 'a' ; lip:relation lip:causes ; lip:object x:c .",
        "a.ttl:2:",
        "no lip:subject",
    ),
    claim(
        "claim-with-an-undeclared-relation",
        "lip:subject x:a ; lip:relation x:nothing ; lip:object x:c .",
        "a.ttl:2:",
        "no declared property",
    ),
    claim(
        "claim-without-object", "lip:subject x:a ; lip:relation lip:causes .", "a.ttl:2:1", "neither object nor value"
    ),
    claim(
        "claim-with-an-unknown-stance",
        "lip:subject x:a ; lip:relation lip:causes ; lip:object x:c ; lip:evidence x:e . x:e lip:stance x:maybe .",
        "a.ttl:2:",
        "unknown stance",
    ),
    claim(
        "claim-that-is-its-own-evidence",
        "lip:subject x:a ; lip:relation lip:causes ; lip:object x:c ; lip:evidence x:c1 ; lip:stance lip:Supports .",
        "claims         1",
        code=0,
    ),
    claim(
        "claim-about-itself",
        "lip:subject x:c1 ; lip:relation lip:causes ; lip:object x:c1 .",
        "claims         1",
        code=0,
    ),
    claim(
        "claim-on-a-blank-node",
        "lip:subject [] ; lip:relation lip:causes ; lip:object [] .",
        "claims         1",
        code=0,
    ),
    claim(
        "claim-with-two-objects",
        "lip:subject x:a ; lip:relation lip:causes ; lip:object x:b , x:c .",
        "claims         1",
        code=0,
    ),
)
NAMES = (
    asks(
        "name-borne-by-two",
        turtle("x:n1 a lip:Cause ; rdfs:label 'same' . x:n2 a lip:Cause ; rdfs:label 'same' ."),
        "no term is called",
        code=2,
    ),
    reads(
        "name-ambiguous",
        "a.ttl",
        turtle("x:n1 a lip:Cause ; rdfs:label 'same' . x:n2 a lip:Cause ; rdfs:label 'SAME' ."),
        "'same' can mean",
        command=("show", "same"),
    ),
    reads(
        "name-borne-by-9000",
        "a.ttl",
        lambda: turtle(*(f"x:n{n} a lip:Cause ; rdfs:label 'same' ." for n in range(9000))),
        "'same' can mean",
        command=("show", "same"),
    ),
    answered(
        "two-headers",
        "a.ttl",
        turtle("x:o a <http://www.w3.org/2002/07/owl#Ontology> . x:p a <http://www.w3.org/2002/07/owl#Ontology> ."),
        "triples",
    ),
    answered(
        "imports-from-elsewhere",
        "a.ttl",
        turtle(
            "x:o a <http://www.w3.org/2002/07/owl#Ontology> .",
            "x:o <http://www.w3.org/2002/07/owl#imports> <http://127.0.0.1:1/o> .",
        ),
        "triples",
    ),
    answered(
        "all-kinds-at-once",
        "a.ttl",
        turtle("x:n0 a lip:Cause , lip:Sign , lip:Treatment , lip:Claimant , lip:MechanismStep ."),
        "n0",
        command=("show", A),
    ),
    answered(
        "vocabulary-redefined",
        "a.ttl",
        turtle("lip:leadsTo a lip:Cause ; rdfs:label 'leads' ; lip:leadsTo lip:leadsTo ."),
        "triples",
    ),
    answered(
        "site-of-two-causes-of-one-name",
        "a.ttl",
        turtle(
            *(f"<https://{h}.org/Same> a lip:Cause ; lip:leadsTo lip:LipFillerMigration ." for h in "ab"),
            "lip:LipFillerMigration a lip:Outcome .",
        ),
        "2 Cause",
    ),
    Case(
        "check-of-a-circle", ("check", "a.ttl"), ("errors",), 1, {"a.ttl": edges((n, (n + 1) % 60) for n in range(60))}
    ),
    Case("check-of-a-complete-graph", ("check", "a.ttl"), ("errors",), 1, {"a.ttl": lambda: complete(12)}),
    Case("format-of-a-broken-file", ("format", "a.ttl"), ("a.ttl:3:1", "syntax"), files={"a.ttl": turtle("x:a x:p")}),
    Case(
        "format-of-json-ld",
        ("format", "a.jsonld"),
        ("a.jsonld: ", "only Turtle"),
        files={"a.jsonld": f'{{"@id": "{LIP}x", "{LIP}y": 1}}'.encode()},
    ),
    Case("format-of-a-missing-file", ("format", "nowhere.ttl"), ("nowhere.ttl: cannot be read",)),
    Case("check-of-a-missing-file", ("check", "nowhere.ttl"), ("nowhere.ttl: cannot be read",)),
)
CASES: tuple[Case, ...] = (*SEARCHES, *CIRCLES, *CLAIMS, *NAMES)
