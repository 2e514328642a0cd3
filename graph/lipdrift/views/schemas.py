"""The JSON Schema of each answer, as it ships in the package.

The files share their parts through ``common.json``; what comes out of here has that file inside, so that a validator
needs nothing else.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Final

from lipdrift.errors import UsageError

Schema = dict[str, Any]
COMMON: Final = "common"
FORMS: Final = (
    "check",
    "compare",
    "cuts",
    "evidence",
    "explain",
    "find",
    "gaps",
    "info",
    "loops",
    "paths",
    "paths.kinds",
    "show",
    "treatments",
    "verify",
    "whatif",
)
"""The answers by the name that stands in their receipt: ``lipdrift.paths/1`` is ``paths``."""


def schema(form: str) -> Schema:
    """The schema (draft 2020-12) of one form of answer; UsageError for a form that does not exist.

    >>> schema("paths")["properties"]["schema"]
    {'const': 'lipdrift.paths/1'}
    """
    if form not in FORMS:
        raise UsageError(f"no answer has the form {form!r}; the forms are {', '.join(FORMS)}")
    return _read(form) | {"$defs": {COMMON: _read(COMMON)}}


def to_json(form: str) -> str:
    """The schema as JSON text, two-space indent."""
    return json.dumps(schema(form), ensure_ascii=False, indent=2) + "\n"


def _read(name: str) -> Schema:
    text = (files("lipdrift") / "schemas" / f"{name}.json").read_text(encoding="utf-8")
    found: Schema = json.loads(text)
    return found
