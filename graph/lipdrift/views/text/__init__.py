"""Answers as plain text for a terminal: what, how strong, who says so, and what must be said beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
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
    Receipt,
    Report,
    Shown,
    Treatments,
    Verdict,
    WhatIf,
)
from lipdrift.views.safe import printable
from lipdrift.views.text.claims import evidence, found, info, shown
from lipdrift.views.text.comparison import compare, explained, gaps, loops
from lipdrift.views.text.interventions import cuts, treatments, whatif
from lipdrift.views.text.lines import wrapped
from lipdrift.views.text.report import report, verdict
from lipdrift.views.text.routes import kinds, paths


def to_text(answer: object) -> str:
    """The answer as lines of text, control characters made visible; TypeError for anything but an answer."""
    try:
        write = WRITERS[type(answer)]
    except KeyError:
        raise TypeError(f"{type(answer).__name__} is no answer") from None
    lines = [*write(answer), *closing(answer.receipt)]  # type: ignore[attr-defined]
    return "\n".join(printable(line) for line in lines) + "\n"


def closing(receipt: Receipt) -> Iterator[str]:
    """What an answer ends with: that it is partial, its caveats, and that it is for teaching."""
    if not receipt.complete:
        yield ""
        yield f"NOT COMPLETE: the {receipt.reason} bound was reached; there may be more."
    if receipt.sentence:
        yield ""
        yield from wrapped(receipt.sentence, "In one sentence: ", "  ")
    if receipt.caveats:
        yield ""
        yield "To be said beside it:"
        for caveat in receipt.caveats:
            yield from wrapped(caveat.text, "  ! ", "    ")


WRITERS: Mapping[type, Callable[[Any], Iterator[str]]] = {
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
