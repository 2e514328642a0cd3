"""The shape of the drawing: a lip profile of our own, and the outlines that follow from it. No source gives it.

The outer side runs from below the nose down the skin, over the border at `BORDER` and around the red lip to the
wet-dry border at `MARGIN`; the inner side runs beside it, so that one number ``u`` names a ray through the lip.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from lipdrift.views.page.section.curves import Line, Point, along, between, closed, inward, number, smooth, steps

WIDTH, HEIGHT = 360, 498
OUTER: Line = (
    (140, 34),
    (137, 68),
    (135, 102),
    (132, 134),
    (127, 160),
    (118, 182),
    (110, 200),
    (114, 217),
    (105, 236),
    (101, 260),
    (106, 286),
    (122, 307),
    (146, 317),
    (172, 312),
)
INNER: Line = (
    (232, 34),
    (230, 68),
    (227, 102),
    (223, 134),
    (219, 162),
    (216, 184),
    (213, 202),
    (211, 218),
    (208, 238),
    (204, 260),
    (199, 280),
    (193, 295),
    (184, 306),
    (172, 312),
)
FRONT: Line = (
    (149, 34),
    (146, 68),
    (144, 102),
    (141, 135),
    (137, 161),
    (132, 183),
    (127, 201),
    (121, 218),
    (114, 238),
    (110, 260),
    (114, 282),
    (127, 300),
    (147, 311),
    (170, 307),
)
"""The front of the inner layers, without the bulge and notch of the surface."""
NOSE: Line = ((140, 34), (131, 25), (118, 21), (104, 23))
TOP, BORDER, MARGIN = 0.0, 7.0, 13.0
ROLL = (5.2, 6.95)
NEEDLE = 4.0
SKIN, RED, LINING = 9.0, 5.0, 6.0
MUSCLE_SHARE = 1.7
ROUNDS, TIP, DIVIDED = 7.6, 10.9, 7.6
RAYS = (*steps(TOP, 7.0, 1), *(ROUNDS + (TIP - ROUNDS) * sin(n * pi / 12) for n in range(7)), *steps(11.5, MARGIN, 0.5))
"""Where edges are measured: closer together where the muscle's end is round."""
LOWER_LIP: tuple[Line, Line] = (
    ((178, 331), (154, 326), (130, 331), (115, 346), (113, 365), (121, 383), (126, 404)),
    ((178, 331), (194, 343), (202, 364), (206, 404)),
)


def outer(u: float, depth: float = 0.0) -> Point:
    """A point on the outer side, or ``depth`` units inside of it."""
    return inward(OUTER, u, depth) if depth else along(OUTER, u)


def inner(u: float, depth: float = 0.0) -> Point:
    """A point on the inner side, or ``depth`` units inside of it."""
    return inward(INNER, u, -depth) if depth else along(INNER, u)


def silhouette() -> str:
    """The outline of the whole cut, with its straight cut edge on top."""
    return closed([outer(u) for u in steps(TOP, MARGIN, 1)], [inner(u) for u in steps(MARGIN, TOP, 1)])


def cover(start: float, end: float) -> str:
    """The covering of the outer side between two rays: thick skin, thinner on the red lip."""
    rays = steps(start, end, 1)
    return closed([outer(u) for u in rays], [outer(u, _skin(u)) for u in reversed(rays)])


def lining() -> str:
    """The covering of the inner side."""
    rays = steps(TOP, MARGIN, 1)
    return closed([inner(u) for u in rays], [_end(u, inner(u, LINING)) for u in reversed(rays)])


def _skin(u: float) -> float:
    return SKIN + (RED - SKIN) * min(max(u - BORDER + 0.5, 0.0), 1.0)


def _end(u: float, point: Point) -> Point:
    """Both coverings meet in one point at the margin."""
    return outer(MARGIN, RED) if u >= MARGIN - 0.01 else point


@dataclass(frozen=True, slots=True)
class Core:
    """What lies between the coverings: inner layers by their share of the room, the muscle (if any) as a finger.

    ``muscle`` is the index among them that has shape "muscle", -1 where none has.
    """

    count: int
    muscle: int

    def edge(self, index: int, u: float) -> Point:
        """The front edge of an inner layer on a ray; index ``count`` is the back edge of the last one."""
        return self.at(self._share(index, u), u) if index else _end(u, outer(u, _skin(u)))

    def at(self, share: float, u: float) -> Point:
        """The point at a share of the room between the coverings."""
        return between(_end(u, along(FRONT, u)), _end(u, inner(u, LINING)), share)

    def middle(self, index: float, u: float) -> Point:
        """The middle of an inner layer; halves lie between two layers, -0.5 just under the first covering."""
        if index % 1 == 0:
            return between(self.edge(int(index), u), self.edge(int(index) + 1, u), 0.5)
        low = int(index + 0.5)
        return self.edge(low, u) if low else between(self.edge(0, u), self.edge(1, u), 0.12)

    def band(self, index: int, start: float = TOP, end: float = MARGIN) -> str:
        """The outline of an inner layer from ray to ray."""
        last = min(end, TIP) if index == self.muscle else end
        rays = [start, *(u for u in RAYS if start < u < last), last]
        return closed([self.edge(index, u) for u in rays], [self.edge(index + 1, u) for u in reversed(rays)])

    def _share(self, index: int, u: float) -> float:
        weights = [MUSCLE_SHARE if n == self.muscle else 1.0 for n in range(self.count)]
        share = sum(weights[:index]) / sum(weights)
        if self.muscle < 0 or index not in (self.muscle, self.muscle + 1) or u <= ROUNDS:
            return share
        other = sum(weights[: 2 * self.muscle + 1 - index]) / sum(weights)
        middle = (share + other) / 2
        left = max(1 - ((u - ROUNDS) / (TIP - ROUNDS)) ** 2, 0.0)
        return middle + (share - middle) * sqrt(left)


def roll() -> str:
    """The bulge just outside the border."""
    start, end = ROLL
    rays = steps(start, end, 0.4)
    deep = [outer(u, 2 + 11 * sin(pi * (u - start) / (end - start))) for u in reversed(rays)]
    return closed([outer(u) for u in rays], deep)


def tick(point: Point, away: Point) -> str:
    """A short line across the surface: where a line of the lip is met by the cut."""
    (x, y), (a, b) = between(point, away, -0.45), between(point, away, 0.75)
    return f"M{number(x)},{number(y)}L{number(a)},{number(b)}"


def bracket(start: float, end: float, gap: float) -> str:
    """A bracket outside of the skin between two rays."""
    rays = steps(start, end, 1)
    ends = [outer(start, 4 - gap), *(outer(u, -gap) for u in rays), outer(end, 4 - gap)]
    return smooth(ends[:2]) + smooth(ends[1:-1], "L") + smooth(ends[-2:], "L")


def ring(centre: Point, radius: float) -> str:
    """A circle as path data."""
    x, y, r = number(centre[0] - radius), number(centre[1]), number(radius)
    return f"M{x},{y}a{r},{r} 0 1,0 {number(2 * radius)},0a{r},{r} 0 1,0 {number(-2 * radius)},0Z"


def oval(centre: Point, across: float, down: float, turn: float) -> str:
    """A turned ellipse as path data; ``turn`` in radians."""
    points = []
    for n in range(13):
        x, y = across * cos(n * pi / 6), down * sin(n * pi / 6)
        points.append((centre[0] + x * cos(turn) - y * sin(turn), centre[1] + x * sin(turn) + y * cos(turn)))
    return smooth(points) + "Z"


def lower_lip() -> str:
    """The lower lip in outline, open below."""
    front, back = LOWER_LIP
    return smooth(list(reversed(front))) + smooth(back, "L")


def clusters(rays: Sequence[float]) -> str:
    """Small glands under the lining, one cluster of three a ray."""
    found = []
    for u in rays:
        x, y = inner(u, LINING + 4.2)
        found += [ring((x, y - 2.6), 2.2), ring((x - 1.8, y + 1.4), 2.2), ring((x + 2, y + 1.6), 2.2)]
    return "".join(found)
