"""Answers in a notebook: picture, table, sentence and caveats as one piece of HTML that outlives nbconvert.

No script, no request, no file. Colours of the text are left to the notebook's own theme; the picture brings its paper.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from typing import Any, Final

from lipdrift.answers import Answer, Compare, Explained, Loops, Paths, Receipt, WhatIf
from lipdrift.views.picture import to_svg
from lipdrift.views.picture.lettering import xml
from lipdrift.views.rows import table

MOST_ROWS: Final = 50
WHOLE: Final = '<div class="mathjax_ignore tex2jax_ignore">'
"""Text from data is no formula, whatever it looks like."""
WITH_STEPS: Final = (Paths, WhatIf, Compare, Loops, Explained)


def to_html(answer: Answer) -> str:
    """The answer as HTML for a cell of a notebook; TypeError for anything but an answer."""
    columns, rows = table(answer)
    receipt = answer.receipt
    parts = [_picture(answer)] if isinstance(answer, WITH_STEPS) else []
    return "\n".join([WHOLE, *parts, *_table(columns, rows), *_closing(receipt), "</div>"])


def _picture(answer: Answer) -> str:
    data = base64.b64encode(to_svg(answer)).decode("ascii")
    about = xml(f"Picture of the answer. {answer.receipt.sentence}".strip())
    return f'<img src="data:image/svg+xml;base64,{data}" alt="{about}" style="max-width:100%;height:auto">'


def _table(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[str]:
    yield '<div style="overflow-x:auto"><table><thead>'
    heads = "".join(f'<th scope="col">{xml(name)}</th>' for name in columns)
    yield f"<tr>{heads}</tr></thead><tbody>"
    for row in rows[:MOST_ROWS]:
        cells = "".join(f"<td>{_cell(value)}</td>" for value in row)
        yield f"<tr>{cells}</tr>"
    yield "</tbody></table></div>"
    if len(rows) > MOST_ROWS:
        left = len(rows) - MOST_ROWS
        yield f"<p>{left} more row{'' if left == 1 else 's'}: .to_frame() and .to_csv() have all of them.</p>"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return xml(str(value).lower() if isinstance(value, bool) else str(value))


def _closing(receipt: Receipt) -> Iterator[str]:
    """That it is partial, what it amounts to, what must stand beside it, and that it is for teaching."""
    if not receipt.complete:
        reason = xml(str(receipt.reason))
        yield f"<p><strong>Not complete: the {reason} bound was reached; there may be more.</strong></p>"
    if receipt.sentence:
        yield f"<p>{xml(receipt.sentence)}</p>"
    if receipt.caveats:
        yield "<p>To be said beside it:</p>"
        yield f"<ul>{''.join(f'<li>{xml(c.text)}</li>' for c in receipt.caveats)}</ul>"
    yield "<p><strong>For teaching only. Not medical advice.</strong></p>"
