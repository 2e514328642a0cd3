"""Labels beside the drawing: broken into lines, spread so that none covers another, joined by leader lines."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from lipdrift.views.page.section.curves import Point

SIZE, LINE, GAP = 15.0, 16.5, 7.0
MANY = 9
"""More words than any name has: from here on lines are filled instead of evened out."""
WIDTHS = {**dict.fromkeys("ijl'", 0.45), **dict.fromkeys("rtf -.", 0.62), "m": 1.5, "w": 1.3}
"""Letters in units of an ``n``, measured on a wide font, so that narrower ones leave room."""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands beside one region. ``lines`` by language; ``y`` the middle, ``target`` where the leader ends."""

    region: str
    left: bool
    target: Point
    lines: dict[str, list[str]]
    y: float = 0.0

    @property
    def height(self) -> float:
        """In the language that needs most lines."""
        return max(len(lines) for lines in self.lines.values()) * LINE


def wrapped(text: str, room: float) -> list[str]:
    """The text in as few lines as fit the room, broken where its spaces leave the lines most even.

    >>> wrapped("cutaneous upper lip", 10)
    ['cutaneous', 'upper lip']
    """
    words = text.split() or [text]
    if len(words) > MANY:
        return textwrap.wrap(text, int(room))
    for count in range(1, len(words) + 1):
        best = min(_splits(words, count), key=lambda lines: max(map(_width, lines)))
        if max(map(_width, best)) <= room:
            break
    return best


def _splits(words: Sequence[str], count: int) -> Iterator[list[str]]:
    for cuts in combinations(range(1, len(words)), count - 1):
        ends = (0, *cuts, len(words))
        yield [" ".join(words[a:b]) for a, b in pairwise(ends)]


def _width(text: str) -> float:
    return sum(WIDTHS.get(c, 1.6 if unicodedata.east_asian_width(c) in "WF" else 1.0) for c in text)


def spread(labels: Sequence[Label], top: float, bottom: float) -> list[Label]:
    """The labels of one column, moved as little as needed to stand apart between top and bottom."""
    ordered = sorted(labels, key=lambda label: (label.target[1], label.region))
    ys = [label.target[1] for label in ordered]
    for i, label in enumerate(ordered):
        above = ys[i - 1] + ordered[i - 1].height / 2 + GAP if i else top
        ys[i] = max(ys[i], above + label.height / 2)
    for i in reversed(range(len(ordered))):
        below = ys[i + 1] - ordered[i + 1].height / 2 - GAP if i + 1 < len(ordered) else bottom
        ys[i] = min(ys[i], below - ordered[i].height / 2)
    return [replace(label, y=y) for label, y in zip(ordered, ys, strict=True)]
