"""Where lines leave and reach the cards of a plan: spread over their sides, in the order of the other ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from lipdrift.views.picture.columns import SPAN, WIDTH, Place, Plan
from lipdrift.views.picture.lines import Way, through, under
from lipdrift.views.picture.scene import Link

PORT = 13.0
EDGE = 14.0


def ways(plan: Plan, links: Sequence[Link], low: float) -> list[Way]:
    """The way of each link, in their order; ``low`` is the line along which the ways back run."""
    out, into = _ports(plan, links)
    found = []
    for number, link in enumerate(links):
        tail, head = plan.places[link.tail], plan.places[link.head]
        if (link.tail, link.head) in plan.back:
            found.append(under((tail.x, tail.y + tail.height / 2), (head.x, head.y + head.height / 2), low))
            continue
        points = [(tail.x + WIDTH / 2, out[number])]
        for place in plan.passages[link.tail, link.head]:
            points += [(place.x - WIDTH / 2, place.y), (place.x + WIDTH / 2, place.y)]
        points.append((head.x - WIDTH / 2, into[number]))
        found.append(through(points, SPAN / 2))
    return found


def _ports(plan: Plan, links: Sequence[Link]) -> tuple[dict[int, float], dict[int, float]]:
    """The height at which each link leaves its tail, and at which it reaches its head."""
    leaving, reaching = defaultdict(list), defaultdict(list)
    for number, link in enumerate(links):
        if (link.tail, link.head) not in plan.back:
            between = plan.passages[link.tail, link.head]
            tail, head = plan.places[link.tail], plan.places[link.head]
            leaving[link.tail].append(((between or (head,))[0].y, number))
            reaching[link.head].append(((between or (tail,))[-1].y, number))
    return _shared_out(plan, leaving), _shared_out(plan, reaching)


def _shared_out(plan: Plan, ends: dict[str, list[tuple[float, int]]]) -> dict[int, float]:
    found = {}
    for identifier, others in ends.items():
        place: Place = plan.places[identifier]
        apart = min(PORT, (place.height - EDGE) / len(others))
        for rank, (_, number) in enumerate(sorted(others)):
            found[number] = place.y + (rank - (len(others) - 1) / 2) * apart
    return found
