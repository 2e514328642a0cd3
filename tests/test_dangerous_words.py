"""The code holds none of the words that turn data into code, markup or a change of what was loaded."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FORBIDDEN = {
    "pickle": r"\bc?pickle\b|\bjsonpickle\b|\bmarshal\b|\bshelve\b|\bdill\b",
    "eval": r"(?<![\w.])eval\s*\(|\bliteral_eval\b",
    "exec": r"(?<![\w.])(?:exec|compile|__import__)\s*\(",
    "yaml": r"\byaml\.(?:load|full_load|unsafe_load)\b",
    "markup": r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc)\b|\bdocument\.write|\bautoescape\s*=\s*False",
    "script": r"\bnew Function\b|\bsetTimeout\(\s*[\"'`]|\beval\(",
    "shell": r"\bshell\s*=\s*True\b|\bos\.(?:system|popen)\b|\bgetoutput\b",
    "update": r"(?:store|dataset|graph|endpoint|self)\.update\s*\(|\b(?:SPARQLUpdateStore|prepareUpdate)\b",
    "temporary": r"\bmktemp\s*\(",
    "network": r"\burlopen\s*\(|\brequests\.(?:get|post)\b|\bhttpx\b|\bfetch\s*\(|\b(?:XMLHttpRequest|WebSocket)\b",
}
FILES = sorted(
    path
    for folder in ("graph", "scripts")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".py", ".js", ".j2", ".sh", ".html") and "__pycache__" not in path.parts
)
PLANTED = {
    "pickle": "import jsonpickle",
    "eval": "x = eval(text)",
    "exec": "exec(text)",
    "yaml": "yaml.load(text)",
    "markup": "node.innerHTML = text",
    "script": "new Function(text)",
    "shell": "run(text, shell=True)",
    "update": "store.update(text)",
    "temporary": "tempfile.mktemp()",
    "network": "urlopen(text)",
}


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_no_file_holds_a_dangerous_word(kind: str) -> None:
    assert len(FILES) >= 70
    pattern = re.compile(FORBIDDEN[kind])
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in FILES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("kind", FORBIDDEN)
def test_the_search_finds_a_planted_word(kind: str) -> None:
    assert re.search(FORBIDDEN[kind], PLANTED[kind])


UNESCAPED = {"style", "vis", "app", "section", "svg", "data"}
"""What templates write as it is: our own style and scripts, the lip section and its picture, whose makers escape every
text, and the JSON that is made for a script element."""


def test_templates_escape_all_but_our_own_parts() -> None:
    templates = [path for path in FILES if path.suffix == ".j2"]
    assert len(templates) >= 3
    found = [
        name for path in templates for name in re.findall(r"(\w+)\s*\|\s*safe\b", path.read_text(encoding="utf-8"))
    ]
    assert (set(found), len(found)) == (UNESCAPED, len(UNESCAPED))
