"""An answer in a notebook: the picture where it has steps, the table, and what must be said beside both.

The HTML stands for itself: no script, no request, no file. The picture is an image, so that it survives where a
notebook is converted or its scripts are not trusted.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from lipdrift.answers import Answer
from lipdrift.answers.base import view
from lipdrift.views.rows import table
from lipdrift.views.safe import one_line

ROWS: Final = 40
NOTICE: Final = "For teaching only. Not medical advice."
TEMPLATE: Final = """\
<div class="lipdrift mathjax_ignore tex2jax_ignore">
{% if picture %}<p><img alt="{{ alt }}" src="data:image/svg+xml;base64,{{ picture }}" style="max-width:100%"></p>
{% endif %}
{% if sentence %}<p>{{ sentence }}</p>
{% endif %}
<div style="overflow-x:auto"><table>
<thead><tr>{% for name in columns %}<th scope="col" style="text-align:left">{{ name }}</th>{% endfor %}</tr></thead>
<tbody>
{% for row in rows %}
<tr>{% for cell in row %}<td style="text-align:left"\
{% if cell.id %} title="{{ cell.id }}"{% endif %}>{{ cell.text }}</td>{% endfor %}</tr>
{% endfor %}
</tbody></table></div>
{% if more %}<p>{{ more }} more rows: to_frame() has all of them.</p>
{% endif %}
{% if reason %}<p><strong>Not complete: the {{ reason }} bound was reached; there may be more.</strong></p>
{% endif %}
{% if caveats %}<ul>
{% for caveat in caveats %}<li>{{ caveat }}</li>
{% endfor %}</ul>
{% endif %}
<p><strong>{{ notice }}</strong>{% if date %} Knowledge as of {{ date }}.{% endif %}</p>
</div>
"""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell, and the id of the term that it names."""

    text: str
    id: str = ""


def to_html(answer: Answer) -> str:
    """The answer as a piece of HTML; at most ``ROWS`` rows, and how many more there are."""
    from jinja2 import Environment, StrictUndefined

    receipt = answer.receipt
    columns, rows = _readable(*table(answer))
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    html = environment.from_string(TEMPLATE).render(
        picture=_picture(answer),
        alt=one_line(f"{receipt.question.get('command')}: {receipt.sentence}"),
        sentence=one_line(receipt.sentence),
        columns=columns,
        rows=rows[:ROWS],
        more=len(rows) - ROWS if len(rows) > ROWS else 0,
        reason="" if receipt.complete else one_line(str(receipt.reason)),
        caveats=[one_line(c.text) for c in receipt.caveats],
        notice=NOTICE,
        date=one_line(receipt.ontology.date),
    )
    return html + "\n"


def _picture(answer: Answer) -> str:
    """The picture in base64, "" for an answer without steps."""
    try:
        svg: bytes = view("svg")(answer)
    except TypeError:
        return ""
    return base64.b64encode(svg).decode("ascii")


def _readable(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> tuple[list[str], list[list[Cell]]]:
    """The table with labels in place of ids, and without columns in which nothing stands."""
    place = {name: n for n, name in enumerate(columns)}
    labelled = {name for name in columns if f"{name}_label" in place}
    filled = {name for name, n in place.items() if any(row[n] not in (None, "") for row in rows)}
    kept = [n for n in columns if n in filled and not (n.endswith("_label") and n[:-6] in labelled)]
    told = {n: place[f"{n}_label"] if n in labelled else place[n] for n in kept}
    made = [[_cell(row[told[n]], row[place[n]] if n in labelled else "") for n in kept] for row in rows]
    return [n.replace("_", " ") for n in kept], made


def _cell(value: Any, identifier: Any) -> Cell:
    if value is None:
        return Cell(one_line(str(identifier or "")))
    if isinstance(value, bool):
        return Cell("yes" if value else "no")
    return Cell(one_line(str(value)), one_line(str(identifier or "")))
