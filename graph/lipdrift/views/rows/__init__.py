"""Answers as one table each: the core of CSV and data frames. Cells are text, numbers, truth values or None."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lipdrift.answers import (
    Answer,
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
from lipdrift.views.rows.claims import evidence, found, info, shown
from lipdrift.views.rows.comparison import compare, explained, gaps
from lipdrift.views.rows.interventions import cuts, treatments
from lipdrift.views.rows.report import report, verdict
from lipdrift.views.rows.routes import kinds, loops, paths, whatif
from lipdrift.views.rows.shape import Table
from lipdrift.views.safe import csv_cell
from lipdrift.views.stamps import stamp


def table(answer: Answer) -> tuple[Sequence[str], list[Sequence[Any]]]:
    """The names of the columns, and the rows; TypeError for anything but an answer."""
    try:
        write = TABLES[type(answer)]
    except KeyError:
        raise TypeError(f"{type(answer).__name__} is no answer that has a table") from None
    columns, rows = write(answer)
    return columns, list(rows)


def to_csv(answer: Answer) -> str:
    """The table as CSV. Its first line is the receipt behind ``#``, the comment sign of W3C's tabular data model."""
    columns, rows = table(answer)
    text = io.StringIO()
    text.write(f"# {stamp(answer)}\n")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else csv_cell(str(value))


TABLES: Mapping[type, Callable[[Any], Table]] = {
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
