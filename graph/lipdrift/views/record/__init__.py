"""Answers as plain records for JSON, with the keys that other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from lipdrift.answers import EvidenceOf, Found, Info, Paths, Report, Shown
from lipdrift.views.record.claims import evidence, found, info, shown
from lipdrift.views.record.parts import Record, receipt
from lipdrift.views.record.report import report
from lipdrift.views.record.routes import paths


def to_json(answer: object) -> str:
    """The answer as JSON text, receipt first, two-space indent, non-ASCII kept."""
    return json.dumps(record(answer), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def record(answer: object) -> Record:
    """The answer as dicts and lists; TypeError for anything but an answer."""
    try:
        write = WRITERS[type(answer)]
    except KeyError:
        raise TypeError(f"{type(answer).__name__} is no answer") from None
    return receipt(answer.receipt) | write(answer)  # type: ignore[attr-defined]


WRITERS: Mapping[type, Callable[[Any], Record]] = {
    Paths: paths,
    EvidenceOf: evidence,
    Found: found,
    Shown: shown,
    Info: info,
    Report: report,
}
