"""Arguments that people and programs get wrong, and those that are meant to."""

from __future__ import annotations

from tests.hostile.case import Case, turtle

PATHS = ("paths", "ExcessiveFillerVolume")
BIG = "9" * 5000
LARGE = "x" * 100_000


def refused(id: str, *arguments: str, words: tuple[str, ...]) -> Case:
    """A call that is refused with these words."""
    return Case(id, arguments, words)


def fine(id: str, *arguments: str, words: tuple[str, ...] = ()) -> Case:
    """A strange call that has an answer."""
    return Case(id, arguments, words, 0)


CASES: tuple[Case, ...] = (
    refused("nothing", words=("no command",)),
    refused("command-unknown", "explode", words=("--help",)),
    refused("command-empty", "", words=("--help",)),
    refused("command-with-an-escape", "\x1b[31m", words=("\\x1b",)),
    refused("option-unknown", "info", "--explode", words=("--explode",)),
    refused("option-without-value", "info", "--ontology", words=("--ontology",)),
    refused("find-nothing", "find", "", words=("needs some text",)),
    refused("find-spaces", "find", " \t\n ", words=("needs some text",)),
    fine("find-one-megabyte", "find", *[LARGE] * 10),
    fine("find-control-characters", "find", "\x01\x02\x1b[2J"),
    fine("find-broken-bytes", "find", "\udcff\udcfe"),
    fine("find-broken-bytes-as-json", "find", "\udcff\udcfe", "--json"),
    fine("find-a-pattern", "find", "(a+)+$", ".*", "[", "\\"),
    fine("find-bidi", "find", "\u202eabc\u2066"),
    fine("find-like-an-option", "find", "--", "--help"),
    refused("show-nothing", "show", "", words=("no term is called",)),
    refused("show-a-megabyte", "show", LARGE, words=("no term is called",)),
    refused("show-control-characters", "show", "\x1b]0;x\x07", words=("\\x1b",)),
    refused("show-broken-bytes", "show", "\udcff", words=("no term is called",)),
    refused("show-a-line-break", "show", "a\nb", words=("no term is called",)),
    refused("show-an-option", "show", "-1", words=("lipdrift",)),
    refused("show-a-path", "show", "../../etc/passwd", words=("no term is called",)),
    refused("show-markup", "show", "<script>", words=("no term is called",)),
    refused("show-an-address", "show", "http://127.0.0.1:1/", words=("no term is called",)),
    refused("paths-nowhere", *PATHS, "Nowhere", words=("no term is called",)),
    refused("paths-too-many", *PATHS, "a", "b", "c", words=("--help",)),
    fine("paths-to-itself", *PATHS, "ExcessiveFillerVolume", words=("no route",)),
    refused("limit-zero", *PATHS, "--limit", "0", words=("1 or more",)),
    refused("limit-negative", *PATHS, "--limit", "-5", words=("1 or more",)),
    refused("limit-no-number", *PATHS, "--limit", "many", words=("--limit", "many")),
    refused("limit-not-whole", *PATHS, "--limit", "1.5", words=("--limit",)),
    refused("limit-of-5000-digits", *PATHS, "--limit", BIG, words=("--limit",)),
    fine("limit-large", *PATHS, "--limit", "999999999999", words=("1 route",)),
    refused("steps-zero", *PATHS, "--max-steps", "0", words=("1 or more",)),
    refused("steps-negative", *PATHS, "--max-steps", "-1", words=("1 or more",)),
    fine("steps-large", *PATHS, "--max-steps", "1000", words=("1 route",)),
    fine("steps-beyond-all", *PATHS, "--max-steps", "999999999999", words=("1 route",)),
    refused("strength-unknown", *PATHS, "--min-strength", "sure", words=("--min-strength",)),
    refused("format-unknown", "info", "-O", "exe", words=("exe",)),
    refused("ontology-empty", "info", "--ontology", "", words=("empty name",)),
    refused("ontology-https", "info", "--ontology", "https://127.0.0.1:1/x.ttl", words=("addresses are not opened",)),
    refused("ontology-file-scheme", "info", "--ontology", "file:///etc/passwd", words=("addresses are not opened",)),
    refused("ontology-file-short", "info", "--ontology", "FILE:/etc/passwd", words=("addresses are not opened",)),
    refused("ontology-data", "info", "--ontology", "data:text/turtle,x", words=("addresses are not opened",)),
    refused("ontology-ftp", "check", "ftp://127.0.0.1/x", words=("addresses are not opened",)),
    refused("ontology-missing", "info", "--ontology", "no.ttl", words=("no.ttl: cannot be read",)),
    refused("ontology-with-an-escape", "info", "--ontology", "\x1b[31m.ttl", words=("<U+001B>", "cannot be read")),
    refused("ontology-with-a-line-break", "info", "--ontology", "a\nb.ttl", words=("cannot be read",)),
    refused("ontology-with-broken-bytes", "info", "--ontology", "\udcff.ttl", words=("cannot be read",)),
    refused("ontology-of-a-long-name", "info", "--ontology", "n" * 5000, words=("too long",)),
    refused("ontology-secret", "info", "--ontology", "/etc/passwd", words=("/etc/passwd", "no RDF")),
    refused("seconds-zero", "info", "--max-seconds", "0", words=("--max-seconds",)),
    refused("seconds-negative", "info", "--max-seconds=-1", words=("--max-seconds",)),
    refused("seconds-no-number", "info", "--max-seconds", "nan", words=("--max-seconds",)),
    refused("seconds-endless", "info", "--max-seconds", "inf", words=("--max-seconds",)),
    refused("memory-small", "info", "--max-memory", "1", words=("out of range",)),
    refused("memory-no-size", "info", "--max-memory", "lots", words=("--max-memory",)),
    refused("memory-beyond-all", "info", "--max-memory", "999999999999G", words=("out of range",)),
    refused("rule-unknown", "check", "--off", "nothing=because", words=("no rule is called",)),
    refused("rule-without-reason", "check", "--off", "label", words=("no reason",)),
    refused("query-missing", "sparql", "no.rq", words=("neither a query nor a file",)),
    refused("query-file-scheme", "sparql", "file:///etc/passwd", words=("lipdrift",)),
    Case(
        "file-name-like-an-option",
        ("info", "--ontology=--help.ttl"),
        ("kinds: 1 Cause",),
        0,
        {"--help.ttl": turtle("x:a a lip:Cause .")},
    ),
)
