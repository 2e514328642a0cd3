"""Answers as plain records for JSON, with the keys that other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from lipdrift.answers import (
    Compare,
    Cuts,
    EvidenceOf,
    Explained,
    Found,
    Gaps,
    Info,
    Kinds,
    Loops,
    Paths,
    Report,
    Shown,
    Treatments,
    Verdict,
    WhatIf,
)
from lipdrift.views.record.claims import evidence, found, info, shown
from lipdrift.views.record.comparison import compare, explained, gaps, loops
from lipdrift.views.record.interventions import cuts, treatments, whatif
from lipdrift.views.record.parts import Record, receipt
from lipdrift.views.record.report import report, verdict
from lipdrift.views.record.routes import kinds, paths


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
    Kinds: kinds,
    Explained: explained,
    WhatIf: whatif,
    Cuts: cuts,
    Compare: compare,
    Loops: loops,
    Gaps: gaps,
    Treatments: treatments,
    EvidenceOf: evidence,
    Found: found,
    Shown: shown,
    Info: info,
    Report: report,
    Verdict: verdict,
}
