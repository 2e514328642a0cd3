"""Why there is no route: the nearest misses on both sides, and the claims that would have to be found."""

from __future__ import annotations

from lipdrift.answers import NoRoute
from lipdrift.causal import Knowledge
from lipdrift.model import Claim, Term
from lipdrift.search.arrows import Arrows
from lipdrift.search.loops import components

SHOWN = 5


def why_none(kg: Knowledge, walkable: Arrows, cause: Term, target: Term) -> NoRoute:
    """What the cause reaches last, what leads to the target first, and which single claims would connect them.

    What is reached last has no way on but a circle back. Nothing is missing where the only routes are too long. The
    missing claims named are those between the ends of the two sides that need the fewest steps in all.
    """
    kinds = [kg.number[k] for k in kg.kinds_of.get(cause.id, ()) if k in kg.number]
    ahead = walkable.reached([kg.number[cause.id], *kinds])
    behind = walkable.leading([kg.number[target.id]])
    last = [] if behind.keys() & ahead.keys() - {kg.number[target.id]} else _last(walkable, set(ahead))
    near = sorted((n for n in behind if behind[n] <= 1), key=lambda n: (behind[n], n))
    missing = [(a, b) for a in last for b in near if a != b]
    missing.sort(key=lambda p: (ahead[p[0]] + behind[p[1]], p))
    return NoRoute(
        reached=tuple(kg.nodes[n] for n in last[:SHOWN]),
        leading=tuple(kg.nodes[n] for n in near[1 : SHOWN + 1]),
        missing=tuple((kg.nodes[a], kg.nodes[b]) for a, b in missing[:SHOWN]),
        related=_related(kg, set(ahead), set(behind)),
    )


def _last(walkable: Arrows, ahead: set[int]) -> list[int]:
    """The nodes ahead that lead on to nothing, or only around a circle."""
    circles = [set(nodes) for nodes in components(walkable) if nodes[0] in ahead]
    return sorted(n for c in circles if {walkable.head[a] for n in c for a in walkable.out[n]} <= c for n in c)


def _related(kg: Knowledge, ahead: set[int], behind: set[int]) -> tuple[Claim, ...]:
    """Claims that run from one side to the other and are not walked, such as ``risks``."""
    number = kg.number
    return tuple(
        c
        for c in kg.claims.values()
        if c.object
        and number[c.subject] in ahead
        and number[c.object] in behind
        and not kg.relations[c.relation].causal
    )
