"""SVG elements as text: every attribute and every text escaped, numbers short, no clock, no chance."""

from __future__ import annotations

from lipdrift.views.safe import one_line, xml_text

INK, SOFT, LINE, CARD = "#17202c", "#4a5666", "#c3ccd9", "#ffffff"
COLOURS = {
    "cause": "#0b65ab",
    "tissue": "#8d5a00",
    "movement": "#b8400b",
    "sign": "#9a2f6f",
    "care": "#0a6b4b",
    "place": "#475569",
}
"""The colours of the pages in daylight."""
MARKS = {
    "cause": "M12 3 22 20H2Z",
    "tissue": "M7 3h10l5 9-5 9H7L2 12Z",
    "movement": "M12 2l10 10-10 10L2 12Z",
    "sign": "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z",
    "care": "M9 3h6v6h6v6h-6v6H9v-6H3V9h6Z",
    "place": "M4 4h16v16H4Z",
}
"""The marks of the pages, so that colour is never the only sign; each in a square of 24."""


def element(name: str, *inside: str, **attributes: str | float) -> str:
    """One element; ``_`` in an attribute's name stands for ``-``, a trailing one is dropped.

    >>> element("path", d="M0 0", stroke_width=1.50)
    '<path d="M0 0" stroke-width="1.5"/>'
    """
    said = "".join(f' {_name(key)}="{_value(value)}"' for key, value in attributes.items())
    return f"<{name}{said}>{''.join(inside)}</{name}>" if inside else f"<{name}{said}/>"


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")


def _value(value: str | float) -> str:
    return xml_text(one_line(value)) if isinstance(value, str) else number(value)


def number(value: float) -> str:
    """A number with at most one decimal."""
    return f"{round(value, 1):g}" if abs(value) < 1e5 else f"{value:.0f}"


def words(text: str) -> str:
    """Text that may stand inside an element."""
    return xml_text(one_line(text))


def text(line: str, x: float, y: float, size: float, **attributes: str | float) -> str:
    """One line of text; ``y`` is its baseline."""
    return element("text", words(line), x=x, y=y, font_size=size, **attributes)


def mark(name: str, x: float, y: float, size: float, fill: str) -> str:
    """The mark of a kind, centred."""
    move = f"translate({number(x - size / 2)} {number(y - size / 2)}) scale({round(size / 24, 4)})"
    return element("path", d=MARKS[name], transform=move, fill=fill)
