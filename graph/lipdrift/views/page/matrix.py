"""The matrix of causes and signs as a table: a letter for how the best way runs, never a colour alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lipdrift.answers import Cell, Gaps
from lipdrift.views.page.data import shown

LETTERS = {"direct": "D", "steps": "S", "migration_only": "m", None: "–"}
SAID = {
    "direct": "a claim of its own",
    "steps": "spelled-out steps",
    "migration_only": "only through migration as such: an open question",
    None: "not tied",
}


def matrix(gaps: Gaps, pages: Mapping[str, str]) -> dict[str, Any]:
    """The signs as columns, and a row for each cause with its page; each cell with its letter and what it means."""
    rows = [
        {"label": shown(cause.label), "page": pages.get(cause.id, ""), "cells": [_cell(c) for c in cells]}
        for cause, cells in zip(gaps.rows, gaps.cells, strict=True)
    ]
    legend = [{"letter": LETTERS[via], "said": SAID[via]} for via in LETTERS]
    return {"signs": [shown(t.label) for t in gaps.columns], "rows": rows, "legend": legend}


def _cell(cell: Cell) -> dict[str, str]:
    weakest = f"; weakest link {cell.weakest.word}" if cell.weakest is not None else ""
    claims = f" [{', '.join(i.removeprefix('lip:') for i in cell.claims)}]" if cell.claims else ""
    return {"letter": LETTERS[cell.via], "via": cell.via or "none", "said": f"{SAID[cell.via]}{weakest}{claims}"}
