"""Queries that want too much, go elsewhere, or are no queries: each with an id and the verdict expected.

answered   whole, exit 0
cut        some rows, exit 0, and stderr says that there are more
refused    a rule of ours, exit 2
syntax     line and column, exit 2
failed     the engine says why it cannot, exit 2
stopped    its time, its memory or its stack ran out, exit 2; which one depends on the machine
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """One hostile query."""

    id: str
    verdict: str
    query: str

    def aimed_at(self, port: int) -> str:
        """The query, reaching for that port of this machine."""
        return self.query.replace("{port}", str(port))

    @property
    def seconds(self) -> float:
        """The time limit that it gets: short where it is to run out, generous where an answer is expected."""
        return 0.25 if self.verdict == "stopped" else 10.0


ROWS = 500
ALL = "?a ?b ?c"
ANY = "(<x:y>|!<x:y>)"
ELSEWHERE = "<http://127.0.0.1:{port}/>"


def _nested(open_: str, inner: str, close: str, depth: int) -> str:
    return open_ * depth + inner + close * depth


def _doubled(function: str, result: str, times: int = 40) -> str:
    steps = " ".join(f"BIND({function.format(f'?v{i}')} AS ?v{i + 1})" for i in range(times))
    return f"SELECT ({result.format(f'?v{times}')} AS ?n) {{ BIND('{'x' * 64}' AS ?v0) {steps} }}"


def _values(name: str, count: int) -> str:
    return f"VALUES {name} {{ {' '.join(map(str, range(count)))} }}"


PRODUCTS = [
    Case("product-of-three-counted", "stopped", f"SELECT (COUNT(*) AS ?n) {{ {ALL} . ?d ?e ?f . ?g ?h ?i }}"),
    Case("product-of-two-rows", "cut", f"SELECT * {{ {ALL} . ?d ?e ?f }}"),
    Case("product-of-three-distinct", "cut", f"SELECT DISTINCT * {{ {ALL} . ?d ?e ?f . ?g ?h ?i }}"),
    Case("product-sorted", "stopped", f"SELECT * {{ {ALL} . ?d ?e ?f }} ORDER BY ?f ?c"),
    Case("product-grouped", "stopped", f"SELECT ?a ?d (COUNT(*) AS ?n) {{ {ALL} . ?d ?e ?f }} GROUP BY ?a ?d"),
    Case(
        "product-of-values",
        "stopped",
        f"ASK {{ {' '.join(_values(f'?v{i}', 200) for i in range(6))} FILTER({' + '.join(f'?v{i}' for i in range(6))} < 0) }}",
    ),
    Case("product-offset", "stopped", f"SELECT * {{ {ALL} . ?d ?e ?f . ?g ?h ?i }} OFFSET 99999999999"),
    Case("product-hashed", "stopped", f"SELECT (MAX(SHA512(CONCAT(STR(?c), STR(?f)))) AS ?n) {{ {ALL} . ?d ?e ?f }}"),
    Case(
        "product-of-fresh-ids",
        "stopped",
        f"SELECT (COUNT(DISTINCT ?u) AS ?n) {{ {ALL} . ?d ?e ?f BIND(UUID() AS ?u) }}",
    ),
    Case(
        "not-exists-product",
        "stopped",
        f"ASK {{ {ALL} FILTER NOT EXISTS {{ ?d ?e ?f . ?g ?h ?i FILTER(?i = ?z) }} FILTER(1=2) }}",
    ),
    Case("minus-product", "stopped", f"SELECT * {{ {ALL} MINUS {{ ?d ?e ?f . ?g ?h ?i }} }}"),
    Case(
        "join-of-2000-variables", "stopped", f"SELECT * {{ {' '.join(f'?a{i} ?b{i} ?c{i} .' for i in range(2000))} }}"
    ),
    Case(
        "chain-of-2000-joins",
        "stopped",
        f"SELECT * {{ {' '.join(f'?a{i} lip:leadsTo ?a{i + 1} .' for i in range(2000))} }}",
    ),
]
PATHS = [
    Case("path-closure-twice", "stopped", f"SELECT (COUNT(*) AS ?n) {{ ?a {ANY}* ?b . ?c {ANY}* ?d }}"),
    Case("path-both-ways", "stopped", "SELECT (COUNT(*) AS ?n) { ?a (<x:y>|!<x:y>|^<x:y>|^!<x:y>)* ?b }"),
    Case("path-nested-stars", "stopped", f"SELECT * {{ ?a {_nested('(', '<x:y>', ')*', 150)} ?b }}"),
    Case("path-of-200-closures", "stopped", f"SELECT (COUNT(*) AS ?n) {{ ?a {'/'.join([ANY + '*'] * 200)} ?b }}"),
    Case("path-of-20000-steps", "stopped", f"ASK {{ ?a {'/'.join(['^!<x:y>'] * 20_000)} ?b }}"),
    Case("path-of-20000-choices", "stopped", f"ASK {{ ?a {'|'.join(['<x:y>'] * 20_000)} ?b }}"),
    Case("path-of-carets", "syntax", f"ASK {{ ?a {'^' * 50_000}<x:y> ?b }}"),
]
STRINGS = [
    Case("concat-doubling", "stopped", _doubled("CONCAT({0}, {0})", "STRLEN({})")),
    Case("concat-doubling-given-out", "stopped", _doubled("CONCAT({0}, {0})", "{}")),
    Case("replace-doubling", "stopped", _doubled("REPLACE({0}, 'x', 'xx')", "STRLEN({})")),
    Case("encode-doubling", "stopped", _doubled("ENCODE_FOR_URI(CONCAT({0}, '%', {0}))", "STRLEN({})")),
    Case("group-concat-product", "stopped", f"SELECT (GROUP_CONCAT(?c) AS ?n) {{ {ALL} . ?d ?e ?f . ?g ?h ?i }}"),
    Case(
        "big-rows",
        "cut",
        f"SELECT ?c ?v20 {{ ?a ?b ?c BIND('{'x' * 4}' AS ?v0) {' '.join(f'BIND(CONCAT(?v{i}, ?v{i}) AS ?v{i + 1})' for i in range(20))} }}",
    ),
    Case("regex-nested-plus", "answered", f"SELECT (REGEX('{'a' * 20_000}!', '^(a+)+$') AS ?n) {{}}"),
    Case("regex-nested-counts", "answered", "SELECT (REGEX('a', '((a{0,1000}){0,1000}){0,1000}') AS ?n) {}"),
    Case(
        "regex-on-product",
        "stopped",
        f"ASK {{ {ALL} . ?d ?e ?f FILTER(REGEX(CONCAT(STR(?c), STR(?f)), '(.*)(.*)(.*)zzz$')) }}",
    ),
    Case("regex-broken", "answered", "SELECT (REGEX('a', '(((') AS ?n) {}"),
]
ELSEWHERES = [
    Case("service", "refused", f"SELECT * {{ SERVICE {ELSEWHERE} {{ {ALL} }} }}"),
    Case("service-silent", "refused", f"SELECT * {{ SERVICE SILENT {ELSEWHERE} {{ {ALL} }} }}"),
    Case("service-mixed-case-no-space", "refused", f"ASK {{ sErViCe{ELSEWHERE}{{{ALL}}} }}"),
    Case("service-variable", "refused", f"ASK {{ VALUES ?x {{ {ELSEWHERE} }} SERVICE ?x {{ {ALL} }} }}"),
    Case("service-by-name", "refused", f"PREFIX x: {ELSEWHERE} ASK {{ SERVICE x: {{ {ALL} }} }}"),
    Case(
        "service-as-prefix-too", "refused", f"PREFIX service: {ELSEWHERE} ASK {{ SERVICE service:service {{ {ALL} }} }}"
    ),
    Case("service-name-without-space", "refused", f"PREFIX : {ELSEWHERE} ASK {{ SERVICE:x {{ {ALL} }} }}"),
    Case(
        "service-after-a-comment-ended-by-cr", "refused", f"SELECT * {{ #\rSERVICE SILENT {ELSEWHERE} {{ {ALL} }}\n }}"
    ),
    Case(
        "service-after-a-quote-in-a-comment",
        "refused",
        f"SELECT * {{ # it's\n SERVICE {ELSEWHERE} {{ {ALL} }} # it's\n }}",
    ),
    Case("service-after-a-number", "refused", f"SELECT * {{ ?a ?b 1SERVICE SILENT {ELSEWHERE} {{ {ALL} }} }}"),
    Case(
        "service-after-a-string-with-escapes",
        "refused",
        f"ASK {{ ?a ?b '\\\\' . SERVICE {ELSEWHERE} {{ {ALL} }} FILTER(?a = '\\'') }}",
    ),
    Case("service-in-exists", "refused", f"ASK {{ {ALL} FILTER EXISTS {{ SERVICE SILENT {ELSEWHERE} {{ {ALL} }} }} }}"),
    Case(
        "service-in-a-subquery",
        "refused",
        f"SELECT * {{ {{ SELECT * {{ OPTIONAL {{ SERVICE SILENT {ELSEWHERE} {{}} }} }} }} }}",
    ),
    Case("service-in-construct", "refused", f"CONSTRUCT {{ {ALL} }} WHERE {{ SERVICE {ELSEWHERE} {{ {ALL} }} }}"),
    Case(
        "service-beside-a-name",
        "refused",
        f"SELECT ?service {{ ?service ?Service 'SERVICE' . SERVICE {ELSEWHERE} {{}} }}",
    ),
    Case(
        "service-every-stand-in-used",
        "refused",
        f"ASK {{ SERVICE {ELSEWHERE} {{}} }} # {' '.join(c * 7 for c in 'qzjkxvwyhg')}",
    ),
    Case("service-spelled-with-an-escape", "syntax", f"SELECT * {{ SERV\\u0049CE {ELSEWHERE} {{ {ALL} }} }}"),
    Case("service-spelled-with-a-long-escape", "syntax", f"SELECT * {{ \\U00000053ERVICE {ELSEWHERE} {{ {ALL} }} }}"),
    Case("service-spelled-with-a-long-s", "syntax", f"SELECT * {{ ſERVICE {ELSEWHERE} {{ {ALL} }} }}"),
    Case("service-full-width", "syntax", f"SELECT * {{ ＳＥＲＶＩＣＥ {ELSEWHERE} {{ {ALL} }} }}"),
    Case("service-with-a-joiner", "syntax", f"SELECT * {{ SER\u200dVICE {ELSEWHERE} {{ {ALL} }} }}"),
    Case("from", "refused", f"SELECT * FROM {ELSEWHERE} {{ {ALL} }}"),
    Case("from-named", "refused", f"SELECT * FROM NAMED {ELSEWHERE} {{ GRAPH ?g {{ {ALL} }} }}"),
    Case("from-mixed-case-no-space", "refused", f"ASK fRoM{ELSEWHERE}{{{ALL}}}"),
    Case("from-after-a-comment-ended-by-cr", "refused", f"SELECT ?from #\rFROM {ELSEWHERE} {{ ?from ?b ?c }}"),
    Case("from-in-describe", "refused", f"DESCRIBE lip:DuckLip FROM {ELSEWHERE}"),
    Case("from-in-construct-where", "refused", f"CONSTRUCT FROM {ELSEWHERE} WHERE {{ {ALL} }}"),
    Case("from-a-file", "refused", "SELECT * FROM <file:///etc/passwd> { ?a ?b ?c }"),
    Case("graph-elsewhere", "answered", f"SELECT * {{ GRAPH {ELSEWHERE} {{ {ALL} }} }}"),
    Case("base-elsewhere", "answered", f"BASE {ELSEWHERE} SELECT * {{ <a> <b> ?c }}"),
    Case("function-elsewhere", "failed", f"SELECT ({ELSEWHERE}(1) AS ?n) {{}}"),
]
UPDATES = [
    Case(f"update-{text.split()[0].lower()}-{number}", "syntax", text)
    for number, text in enumerate(
        (
            "INSERT DATA { lip:a lip:b lip:c }",
            "DELETE WHERE { ?a ?b ?c }",
            "DELETE { ?a ?b ?c } INSERT { ?c ?b ?a } WHERE { ?a ?b ?c }",
            f"LOAD {ELSEWHERE}",
            "CLEAR ALL",
            "DROP DEFAULT",
            "CREATE GRAPH <x:y>",
            "ASK {} ; INSERT DATA { lip:a lip:b lip:c }",
        )
    )
]
NESTING = [
    Case("nested-braces", "refused", "SELECT * " + "{" * 3000),
    Case("nested-braces-closed", "refused", f"SELECT * {_nested('{', ALL, '}', 3000)}"),
    Case("nested-parentheses", "refused", f"SELECT ({_nested('(', '1', ')', 8000)} AS ?n) {{}}"),
    Case("nested-lists", "refused", f"ASK {{ ?a ?b {_nested('(', '', ')', 5000)} }}"),
    Case("nested-lists-below-the-cap", "stopped", f"ASK {{ ?a ?b {_nested('(', '', ')', 190)} }}"),
    Case("nested-calls-below-the-cap", "answered", f"SELECT ({_nested('IF(true,', '1', ',2)', 60)} AS ?n) {{}}"),
    Case("nested-subqueries", "cut", f"SELECT * {{ {_nested('{ SELECT * { ', ALL, ' } }', 90)} }}"),
    Case("nesting-hidden-by-strings", "stopped", f"ASK {_nested('{', ALL, '}', 20_000)}".replace("{", "{#}\n")),
    Case("nested-annotations", "stopped", f"ASK {{ {ALL} {_nested('{| ?b ?c ', '', ' |}', 150)} }}"),
    Case("nested-reified", "stopped", f"ASK {{ {_nested('<< ', ALL, ' >> ?b ?c ', 1500)} }}"),
    Case("fifty-thousand-nots", "stopped", f"ASK {{ FILTER({'!' * 50_000}true) }}"),
    Case("sum-of-20000", "stopped", f"SELECT ({'+'.join(['1'] * 20_000)} AS ?n) {{}}"),
    Case("or-of-20000", "stopped", f"ASK {{ FILTER({'||'.join(['?a'] * 20_000)}) }}"),
    Case("union-of-4000", "stopped", f"SELECT * {{ {' UNION '.join(['{ ?a ?b ?c }'] * 4000)} }}"),
    Case("optional-4000", "stopped", f"SELECT * {{ {ALL} {'OPTIONAL { ?a ?b ?c } ' * 4000} }}"),
    Case("bind-4000", "stopped", f"SELECT * {{ {' '.join(f'BIND({i} AS ?v{i})' for i in range(4000))} }}"),
    Case("minus-4000", "stopped", f"SELECT * {{ {ALL} {'MINUS { ?a ?b ?d } ' * 4000} }}"),
]
SIZES = [
    Case("megabyte-of-text", "refused", f"ASK {{}} # {'x' * (1 << 20)}"),
    Case("megabyte-of-values", "refused", f"SELECT * {{ {_values('?v', 170_000)} }}"),
    Case("values-30000", "cut", f"SELECT * {{ {_values('?v', 30_000)} }}"),
    Case("prefixes-5000", "answered", f"{''.join(f'PREFIX p{i}: <x:{i}> ' for i in range(5000))} ASK {{}}"),
    Case("integer-of-20000-digits", "answered", f"SELECT ({'9' * 20_000} * {'9' * 20_000} AS ?n) {{}}"),
    Case("decimal-of-20000-digits", "answered", f"SELECT (0.{'1' * 20_000} AS ?n) {{}}"),
    Case(
        "double-beyond-infinity",
        "answered",
        "SELECT (1e308 * 1e308 AS ?x) (1e999 AS ?y) (1 / 0 AS ?z) (-1e-999 AS ?w) {}",
    ),
    Case("date-beyond-time", "answered", "SELECT (YEAR('999999999999-13-45T99:99:99'^^xsd:dateTime) AS ?n) {}"),
    Case("limit-beyond-integers", "syntax", f"SELECT * {{ {ALL} }} LIMIT {'9' * 40}"),
    Case(
        "substring-beyond-integers",
        "answered",
        "SELECT (SUBSTR('abc', -9223372036854775808, 9223372036854775807) AS ?n) {}",
    ),
    Case(
        "smallest-integer-negated",
        "answered",
        "SELECT (ABS(-9223372036854775808) AS ?n) (-9223372036854775808 / -1 AS ?m) {}",
    ),
    Case("construct-product", "cut", f"CONSTRUCT {{ ?a ?b ?f . ?d ?e ?c }} WHERE {{ {ALL} . ?d ?e ?f }}"),
    Case("construct-blank-nodes", "cut", f"CONSTRUCT {{ [] ?b [ ?e [] ] }} WHERE {{ {ALL} . ?d ?e ?f }}"),
    Case(
        "construct-one-triple-for-ever",
        "stopped",
        f"CONSTRUCT {{ <x:a> <x:b> <x:c> }} WHERE {{ {ALL} . ?d ?e ?f . ?g ?h ?i }}",
    ),
    Case("describe-everything", "cut", f"DESCRIBE ?a ?b ?c {{ {ALL} }}"),
    Case("describe-product", "cut", f"DESCRIBE * {{ {ALL} . ?d ?e ?f }}"),
]
TEXTS = [
    Case("nul-in-a-string", "answered", "SELECT ?n { BIND('a\\u0000b' AS ?n) }"),
    Case("surrogate-escape-in-a-string", "syntax", "SELECT ?n { BIND('\\uD800' AS ?n) }"),
    Case("escape-beyond-unicode", "syntax", "SELECT ?n { BIND('\\UFFFFFFFF' AS ?n) }"),
    Case("escape-that-closes-a-string", "answered", "SELECT ?n { BIND('\\u0027 . INSERT' AS ?n) }"),
    Case("escape-that-opens-an-iri", "syntax", "SELECT ?n { BIND(<x:\\u0020y\\u003E> AS ?n) }"),
    Case("terminal-codes", "answered", "SELECT ?n { BIND('\\u001B[2J\\u202E\\u0007' AS ?n) }"),
    Case("bytes-that-are-no-text", "refused", "SELECT ?n { BIND('\udcff' AS ?n) }"),
    Case("byte-order-mark-inside", "syntax", "\ufeffASK {} \ufeff"),
    Case("open-string", "syntax", "SELECT ?n { BIND('''" + "x" * 100_000),
    Case("only-brackets", "syntax", "{}" * 50_000),
    Case("only-a-comment", "syntax", "# {"),
    Case("template-and-markup", "syntax", "{{ 7*7 }}<script>{ %s %n ${HOME} }"),
    Case("option-in-disguise", "syntax", "{--max-rows=9}"),
]
CASES = [*PRODUCTS, *PATHS, *STRINGS, *ELSEWHERES, *UPDATES, *NESTING, *SIZES, *TEXTS]
