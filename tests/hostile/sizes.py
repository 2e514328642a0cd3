"""Files and values that are too large: lines, literals, numbers, names, statements."""

from __future__ import annotations

from pathlib import Path

from tests.hostile.case import HEAD, LIP, ONE, Case, answered, reads, turtle

MB = 10**6
HASTY = ("info", "--max-seconds", "3")
CAUSE = "x:a a lip:Cause ; "


def statements(count: int) -> bytes:
    """So many short statements."""
    return b"".join(b"<x:%d> <x:p> <x:%d> .\n" % (n, n + 1) for n in range(count))


def large(text: str) -> bytes:
    """A cause with this comment, which may run over lines."""
    return turtle(f"{CAUSE} rdfs:comment '''{text}''' .")


def sparse(folder: Path) -> None:
    """Ten gigabytes that take no room."""
    with (folder / "a.ttl").open("wb") as file:
        file.write(b"# large\n")
        file.truncate(10 * 2**30)


def many_files(folder: Path) -> None:
    """A folder of 400 good files, of which the last but one is broken."""
    (folder / "many").mkdir()
    for number in range(400):
        (folder / "many" / f"{number:03}.ttl").write_bytes(turtle(f"x:c{number} a lip:Cause ."))
    (folder / "many" / "398.ttl").write_bytes(turtle("x:a x:p"))


def large_files(folder: Path) -> None:
    """Files that are small enough one by one, not together."""
    (folder / "many").mkdir()
    for number in range(4):
        (folder / "many" / f"{number}.ttl").write_bytes(b"#" * (20 * MB) + b"\n" + turtle("x:a x:p 1 ."))


CASES: tuple[Case, ...] = (
    reads("line-of-100-mb", "a.ttl", lambda: turtle(f"x:a rdfs:label '{'x' * 100 * MB}' ."), "a.ttl: ", "64 MiB"),
    reads("line-of-60-mb", "a.ttl", lambda: turtle(CAUSE + f"rdfs:comment '{'x' * 60 * MB}' ."), "a.ttl: ", "16 MiB"),
    answered("line-of-15-mb", "a.ttl", lambda: turtle(CAUSE + f"rdfs:comment '{'x' * 15 * MB}' ."), ONE),
    reads("lines-in-a-string", "a.ttl", lambda: large("\n" * 9 * MB), "longer than 2.4 s", command=HASTY),
    reads("zeros-in-a-string", "a.ttl", lambda: large("x" * 70_000 + "\0" * 3 * MB), "a.ttl: ", "16 MiB"),
    answered("literal-of-8-mb-as-a-label", "a.ttl", lambda: turtle(CAUSE + f"rdfs:label '{'x' * 8 * MB}' ."), ONE),
    Case("sparse-10-gib", ("info", "--ontology", "a.ttl"), ("a.ttl: ", "larger than"), prepare=sparse),
    Case("many-files-one-broken", ("info", "--ontology", "many"), ("many/398.ttl:3:", "syntax"), prepare=many_files),
    Case("files-too-large-together", ("info", "--ontology", "many"), ("many/3.ttl: ", "left"), prepare=large_files),
    reads("million-statements", "a.nt", lambda: statements(10**6), "a.nt: ", "more than 524288 statements"),
    answered("quarter-of-a-million-statements", "a.nt", lambda: statements(250_000), "lipdrift"),
    reads("small-memory", "a.nt", lambda: statements(200_000), "131072", command=("info", "--max-memory", "256M")),
    reads("short-time", "a.nt", lambda: statements(500_000), "a.nt: ", "s;", command=("info", "--max-seconds", "1")),
    answered("iri-of-1-mb", "a.ttl", lambda: turtle(f"<https://x.org/{'a' * MB}> a lip:Cause ."), ONE),
    answered("local-name-of-1-mb", "a.ttl", lambda: turtle(f"x:{'a.' * (MB // 2)}a a lip:Cause ."), ONE),
    answered(
        "prefix-of-1-mb", "a.ttl", lambda: f"@prefix {'p' * MB}: <{LIP}> . <x:a> a {'p' * MB}:Cause .".encode(), ONE
    ),
    answered(
        "prefixes-100000",
        "a.ttl",
        lambda: (
            "".join(f"@prefix p{n}: <https://x.org/{n}/> .\n" for n in range(100_000)).encode() + turtle(CAUSE + ".")
        ),
        ONE,
    ),
    answered("comments-1000000", "a.ttl", lambda: b"# x\n" * MB + turtle(CAUSE + "."), ONE),
    answered("blank-nodes-100000", "a.ttl", lambda: turtle(*["[] x:p [] ."] * 100_000), "triples"),
    answered("list-of-30000", "a.ttl", lambda: turtle(f"x:a x:p ({'1 ' * 30_000}) ."), "triples"),
    answered(
        "languages-5000", "a.ttl", lambda: turtle(*(f"x:a rdfs:label 'a'@x-l{n} ." for n in range(5000))), "triples"
    ),
    answered("decimal-of-11-characters", "a.ttl", turtle(CAUSE + "lip:layerOrder '1e999999999'^^xsd:decimal ."), ONE),
    answered("double-beyond-all", "a.ttl", turtle(CAUSE + "lip:layerOrder '1e999999999'^^xsd:double ."), ONE),
    answered("integer-of-100000-digits", "a.ttl", turtle(CAUSE + f"lip:layerOrder {'9' * 100_000} ."), ONE),
    answered("integer-as-a-square", "a.ttl", turtle(CAUSE + "lip:layerOrder '²'^^xsd:integer ."), ONE),
    answered("date-beyond-all", "a.ttl", turtle(CAUSE + "lip:statusDate '999999999-99-99'^^xsd:date ."), ONE),
    answered(
        "number-in-every-question",
        "a.ttl",
        turtle(CAUSE + "lip:layerOrder '1e999999999'^^xsd:decimal ; rdfs:label 'a' ."),
        "<https://example.org/a>",
        command=("export", "nt"),
    ),
    Case(
        "number-checked",
        ("check", "a.ttl"),
        ("errors",),
        1,
        {"a.ttl": HEAD.encode() + f"{CAUSE} lip:layerOrder {'9' * 5000} , '1e999999999'^^xsd:decimal .".encode()},
    ),
    Case(
        "label-of-8-mb-checked",
        ("check", "a.ttl"),
        ("errors",),
        1,
        {"a.ttl": lambda: turtle(CAUSE + f"rdfs:label '{'x' * 8 * 10**6}' .")},
    ),
)
