"""What a table is: the names of its columns, and rows of text, numbers, truth values or None."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

Table: TypeAlias = tuple[Sequence[str], Iterable[Sequence[Any]]]
