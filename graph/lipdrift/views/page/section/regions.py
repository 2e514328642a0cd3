"""Which known places are drawn, how, and where their labels point. A place that this cut has no spot for is not drawn.

What a place is (layer, plane, line, zone, vessel …), how it is called and in which order layers lie comes from the
ontology; the spots are ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lipdrift.model import Term
from lipdrift.views.page.section import shape
from lipdrift.views.page.section.anatomy import Anatomy, Vessel
from lipdrift.views.page.section.curves import Point, smooth, steps

Spot = tuple[str, Point, bool]
"""Path data, where the leader ends, and whether the label stands on the left."""
PLANES_END = 9.0


@dataclass(frozen=True, slots=True)
class Region:
    """One place as it is drawn.

    ``look`` is its style, ``path`` its outline, ``target`` where its leader ends (None: it has a letter instead),
    ``dashed`` that no claim gives its place, ``claims`` what it rests on, ``also`` other spots claims give it.
    """

    term: Term
    look: str
    path: str
    target: Point
    left: bool
    claims: tuple[str, ...]
    dashed: bool = False
    letter: str = ""
    also: str = ""


def core_of(known: Anatomy) -> shape.Core:
    """The inner layers as the drawing divides them."""
    inside = known.layers[1:-1]
    return shape.Core(len(inside), next((n for n, t in enumerate(inside) if t.shape == "muscle"), -1))


def regions(known: Anatomy) -> tuple[Region, ...]:
    """Everything that is drawn, in the order of painting; empty without a covering, a lining and a layer between."""
    if len(known.layers) < 3:
        return ()
    core = core_of(known)
    found = [*_layers(known, core), *_spots(known, core), *_planes(known, core), *_vessels(known, core)]
    return tuple(found)


def _layers(known: Anatomy, core: shape.Core) -> Iterator[Region]:
    if "lip:UpperLip" in known.places:
        yield _region(known, "lip:UpperLip", "outline", (shape.silhouette(), shape.outer(0.15), True))
    first, last = known.layers[0], known.layers[-1]
    yield _region(known, first.id, "skin", (shape.cover(shape.TOP, shape.BORDER), shape.outer(2.3, 4), True))
    for n, term in enumerate(known.layers[1:-1]):
        look = "muscle" if n == core.muscle else ("fat", "deep")[n % 4 // 2]
        spot = core.band(n), core.middle(n, (3.2, 2.2, 1.3)[n % 3]), n == 0
        yield _region(known, term.id, look, spot)
    yield _region(known, last.id, "mucosa", (shape.lining(), shape.inner(0.6, 3), False))


def _region(known: Anatomy, place: str, look: str, spot: Spot, dashed: bool = False) -> Region:
    path, target, left = spot
    return Region(known.places[place], look, path, target, left, known.about(place), dashed)


def _marginal(core: shape.Core) -> Spot:
    path = core.band(core.muscle, shape.DIVIDED, shape.TIP)
    return path, core.middle(core.muscle, 8.6), False


def _peripheral(core: shape.Core) -> Spot:
    path = core.band(core.muscle, shape.TOP, shape.DIVIDED)
    return path, core.middle(core.muscle, 4.8), False


SPOTS: Mapping[str, tuple[str, Callable[[shape.Core], Spot]]] = {
    "lip:OrbicularisOrisParsPeripheralis": ("part", _peripheral),
    "lip:OrbicularisOrisParsMarginalis": ("part", _marginal),
    "lip:MinorSalivaryGlands": (
        "gland",
        lambda _: (shape.clusters((1.2, 2.3, 3.4, 5.9, 8.6)), shape.inner(3.4, 11), False),
    ),
    "lip:WhiteRoll": ("roll", lambda _: (shape.roll(), shape.outer(6.1, 4), True)),
    "lip:Vermilion": ("red", lambda _: (shape.cover(shape.BORDER, shape.MARGIN), shape.outer(8.6, 2), True)),
    "lip:Philtrum": ("zone", lambda _: (shape.bracket(0.4, 5.0, 7), shape.outer(1.4, -7), True)),
    "lip:VermilionBorder": (
        "line",
        lambda _: (shape.tick(shape.outer(7), shape.outer(7, 16)), shape.outer(7, -4), True),
    ),
    "lip:WetDryBorder": (
        "line",
        lambda _: (shape.tick(shape.outer(13), shape.outer(12.9, 16)), shape.outer(13, -5), False),
    ),
    "lip:LipBody": ("place", lambda core: (shape.oval(core.at(0.42, 9.3), 30, 34, -0.2), core.at(0.1, 10.3), True)),
    "lip:LowerLip": ("outline", lambda _: (shape.lower_lip(), shape.LOWER_LIP[0][4], True)),
}
"""Look and spot by place, in the order of painting; they follow definitions and claims (see the package)."""
UNPLACED = {"lip:LipBody"}


def _spots(known: Anatomy, core: shape.Core) -> Iterator[Region]:
    for place, (look, spot) in SPOTS.items():
        if place in known.places and (look != "part" or core.muscle >= 0):
            yield _region(known, place, look, spot(core), dashed=place in UNPLACED)


def _planes(known: Anatomy, core: shape.Core) -> Iterator[Region]:
    for letter, plane in zip("ABCDEFGH", known.planes, strict=False):
        index = plane.depth - 2
        end = PLANES_END
        line = [core.middle(index, u) for u in steps(shape.TOP, end, 1)]
        yield Region(
            plane.term,
            "plane",
            smooth(line),
            line[0],
            True,
            tuple(sorted({*known.about(plane.term.id), *plane.claims})),
            dashed=not plane.claims,
            letter=letter,
        )


HEIGHTS: Mapping[str, float] = {"lip:SuperiorLabialArtery": 7.3}
LOWER_VESSELS: Mapping[str, Point] = {"lip:InferiorLabialArtery": (177, 358)}


def _vessels(known: Anatomy, core: shape.Core) -> Iterator[Region]:
    for vessel in known.vessels:
        if vessel.term.id in HEIGHTS and vessel.claims:
            yield _vessel(vessel, known, core)
        elif vessel.term.id in LOWER_VESSELS and "lip:LowerLip" in known.places:
            at = LOWER_VESSELS[vessel.term.id]
            yield _region(known, vessel.term.id, "vessel", (shape.ring(at, 6), (at[0] + 6, at[1]), False), dashed=True)


def _vessel(vessel: Vessel, known: Anatomy, core: shape.Core) -> Region:
    """Drawn where its best-supported claim puts it, and as an empty ring where other claims do."""
    depth = {p.term.id: p.depth for p in known.planes}
    u = HEIGHTS[vessel.term.id]
    spots = list(dict.fromkeys(core.middle(depth[c.object] - 2, u) for c in vessel.claims))
    also = "".join(shape.ring(s, 7) for s in spots[1:])
    x, y = spots[0]
    return Region(
        vessel.term, "vessel", shape.ring((x, y), 7), (x + 7, y), False, known.about(vessel.term.id), also=also
    )
