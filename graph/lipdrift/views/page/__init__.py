"""Pages: one file each, no server, no network, no framework.

`render` draws the explorer or the page of one cause, `render_index` the entry page. The data comes as an
`Explorer`; pyvis holds nodes and edges, our own autoescaping template and scripts draw them.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from importlib.resources import files

from lipdrift.answers import Explorer, Gaps, Info, Route
from lipdrift.views.page import network
from lipdrift.views.page.data import number, packed, payload, shown
from lipdrift.views.page.matrix import matrix
from lipdrift.views.page.outline import chain, outline, references, shared, table
from lipdrift.views.page.picture import picture
from lipdrift.views.page.section import section
from lipdrift.views.page.words import KINDS_KO, NOTICE, WORDS

MODULES = (
    "reach",
    "link",
    "past",
    "naming",
    "data",
    "words",
    "dom",
    "section",
    "scene",
    "paint",
    "drawing",
    "canvas",
    "evidence",
    "panel",
    "legend",
    "story",
    "sides",
    "lighting",
    "twin",
    "search",
    "keys",
    "lip",
    "main",
)
"""The scripts in the order of their dependencies."""


def render(explorer: Explorer) -> bytes:
    """The explorer, or one cause's page where ``focus`` is set, as UTF-8 bytes. Same input, same bytes."""
    drawn, ids = picture(explorer), number(explorer)
    vis, app = network.vis_script(), bundle()
    context = _context(explorer) | {
        "style": _asset("style.css") + _asset("explorer.css") + _asset("section.css"),
        "vis": vis,
        "app": app,
        "csp": _policy(vis, app),
        "payload": packed(payload(explorer, drawn)),
        "section": section(explorer).figure,
        "outline": outline(explorer, ids),
        "shared": shared(explorer),
        "table": table(explorer, drawn.lines, ids),
        "references": references(explorer),
        "focus_label": shown(explorer.focus.label) if explorer.focus else "",
        "home": "../index.html" if explorer.focus else "index.html",
    }
    return network.fill(drawn, ids, context).encode("utf-8", "backslashreplace")


def render_index(explorer: Explorer, pages: Mapping[str, str], info: Info, gaps: Gaps | None = None) -> bytes:
    """The entry page: the way of each cause in words and as a small drawing, the gap matrix, the files to open.

    ``gaps`` is None for a graph without signs or without the outcome.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    stories = [
        {
            "label": shown(s.cause.label),
            "page": pages[s.cause.id],
            "definition": shown(s.cause.definition),
            "routes": [[shown(t.label) for t in chain(r)] for r in s.paths.routes],
            "sketch": _sketch(s.paths.routes[0]) if s.paths.routes else [],
            "weakest": s.paths.routes[0].weakest.word if s.paths.routes else "",
        }
        for s in explorer.stories
    ]
    environment = Environment(
        loader=PackageLoader("lipdrift.views.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    context = _context(explorer) | {"style": _asset("style.css"), "stories": stories, "counts": info.counts}
    context |= {"matrix": matrix(gaps, pages) if gaps else {}, "gap_sentence": gaps.receipt.sentence if gaps else ""}
    context["gap_caveats"] = [shown(c.text) for c in gaps.receipt.caveats] if gaps else []
    context["csp"] = _policy()
    return environment.get_template("index.html.j2").render(context).encode("utf-8", "backslashreplace")


def bundle() -> str:
    """All scripts as one: modules in the order of their dependencies, without imports, exports and doc comments."""
    parts = []
    for name in MODULES:
        text = re.sub(r"/\*\*.*?\*/ ?", "", _asset(f"js/{name}.js"), flags=re.DOTALL)
        text = re.sub(r"^\s+", "", text, flags=re.MULTILINE)
        text = re.sub(r"^import [^;]*;\n", "", text, flags=re.MULTILINE)
        parts.append(re.sub(r"^export ", "", text, flags=re.MULTILINE))
    return '(async () => {\n"use strict";\n' + "\n".join(parts) + "})();\n"


def _asset(name: str) -> str:
    return (files("lipdrift.views.page") / name).read_text(encoding="utf-8")


def _context(explorer: Explorer) -> dict[str, object]:
    header = explorer.receipt.ontology
    return {
        "notice": NOTICE,
        "words": WORDS,
        "kinds_ko": KINDS_KO,
        "date": header.date,
        "version": header.version,
        "licence": header.licence if header.licence.startswith(("https://", "http://")) else "",
        "sha256": header.sha256,
        "software": explorer.receipt.lipdrift,
    }


def _policy(*scripts: str) -> str:
    """The content security policy: nothing from anywhere, only these very scripts."""
    hashes = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts]
    allowed = " ".join(f"'sha256-{h}'" for h in hashes) or "'none'"
    return (
        f"default-src 'none'; script-src {allowed}; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _sketch(route: Route) -> list[dict[str, object]]:
    """Dots along a line, one per term of the best route: x from 0 to 100, and how the step to it is supported."""
    terms = chain(route)
    gap = 100 / max(len(terms) - 1, 1)
    strengths = ["", *(s.strength.word for s in route.steps)]
    return [
        {"x": round(n * gap, 2), "from": round((n - 1) * gap, 2), "kind": t.kind, "strength": s}
        for n, (t, s) in enumerate(zip(terms, strengths, strict=True))
    ]
