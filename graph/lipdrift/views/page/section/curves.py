"""Smooth lines through points, the arithmetic under the drawing. Points are (x, y) in its units, y downward."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot

Point = tuple[float, float]
Line = tuple[Point, ...]


def along(line: Line, u: float) -> Point:
    """The point at ``u`` on the smooth curve through the points; whole numbers are the points themselves.

    >>> along(((0, 0), (10, 0), (20, 0)), 1.5)
    (15.0, 0.0)
    """
    i = min(max(int(u), 0), len(line) - 2)
    t = min(max(u - i, 0.0), 1.0)
    b, c = line[i], line[i + 1]
    a = line[i - 1] if i else _beyond(c, b)
    d = line[i + 2] if i + 2 < len(line) else _beyond(b, c)
    x, y = (_spline(a[k], b[k], c[k], d[k], t) for k in (0, 1))
    return x, y


def _beyond(a: Point, b: Point) -> Point:
    return 2 * b[0] - a[0], 2 * b[1] - a[1]


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return b + t / 2 * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))


def inward(line: Line, u: float, depth: float) -> Point:
    """The point ``depth`` units to the right of the way along the line at ``u``."""
    (x, y), (a, b), (c, d) = along(line, u), along(line, u - 0.05), along(line, u + 0.05)
    length = hypot(c - a, d - b) or 1.0
    return x + (d - b) / length * depth, y - (c - a) / length * depth


def between(a: Point, b: Point, share: float) -> Point:
    """The point at that share of the way from a to b."""
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def steps(start: float, end: float, size: float = 0.5) -> list[float]:
    """Numbers from start to end, both included, about ``size`` apart.

    >>> steps(2, 0, 1)
    [2.0, 1.0, 0.0]
    """
    count = max(round(abs(end - start) / size), 1)
    return [start + (end - start) * n / count for n in range(count + 1)]


def smooth(points: Sequence[Point], join: str = "M") -> str:
    """Path data of the smooth curve through the points, as Bézier pieces; ``join`` "L" goes on from another piece."""
    parts = [f"{join}{number(points[0][0])},{number(points[0][1])}"]
    for i in range(len(points) - 1):
        b, c = points[i], points[i + 1]
        a = points[i - 1] if i else b
        d = points[i + 2] if i + 2 < len(points) else c
        first = (b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6)
        second = (c[0] - (d[0] - b[0]) / 6, c[1] - (d[1] - b[1]) / 6)
        parts.append("c" + " ".join(_from(b, p) for p in (first, second, c)))
    return "".join(parts)


def _from(here: Point, point: Point) -> str:
    """The way from one rounded point to another: rounding does not add up along a path."""
    x, y = (round(point[k], 1) - round(here[k], 1) for k in (0, 1))
    return f"{number(x)},{number(y)}"


def closed(*sides: Sequence[Point]) -> str:
    """Path data of an area whose sides are smooth and whose corners, where two sides meet, are sharp."""
    return "".join(smooth(side, "L" if n else "M") for n, side in enumerate(sides)) + "Z"


def number(value: float) -> str:
    """At most one decimal, no minus zero.

    >>> number(-0.01), number(3.0), number(2.25)
    ('0', '3', '2.2')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
