"""What the ontology says about the lip in section: layers in their order, planes, vessels, and who sits where.

Read from an `Explorer`; nothing here draws. The only thing of ours is `BETWEEN`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lipdrift.answers import Explorer
from lipdrift.model import Claim, Term

PLACES = ("Structure", "InjectionLayer")
INSIDE = ("lip:locatedIn", "lip:partOf")
PUTS = ("lip:injectedInto", "lip:locatedIn", "lip:movesTo")
BETWEEN: Mapping[str, tuple[str, str]] = {
    "lip:SuperficialPlane": ("lip:CutaneousUpperLip", "lip:SuperficialLipFat"),
    "lip:SubcutaneousLayer": ("lip:SuperficialLipFat", "lip:SuperficialLipFat"),
    "lip:IntramuscularPlane": ("lip:OrbicularisOris", "lip:OrbicularisOris"),
    "lip:SubmucosalPlane": ("lip:OrbicularisOris", "lip:LabialMucosa"),
}
"""Planes of injection that only their definitions place: the layers between which, or in which, each one lies."""


@dataclass(frozen=True, slots=True)
class Plane:
    """A plane of injection. ``depth`` counts layers inward (1: in the first one); ``claims`` place it, if any do."""

    term: Term
    depth: float
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vessel:
    """A vessel, and the claims that place it in a plane that is drawn, best supported first."""

    term: Term
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Places by id, the tissue layers from the surface inward, the planes by depth, vessels and supported claims."""

    places: Mapping[str, Term]
    layers: tuple[Term, ...]
    planes: tuple[Plane, ...]
    vessels: tuple[Vessel, ...]
    claims: tuple[Claim, ...]

    def about(self, place: str) -> tuple[str, ...]:
        """Ids of the claims that say what or where a place is: those between places, and its measures."""
        ends = [c for c in self.claims if c.subject == place or c.object == place]
        measured = ("lip:quantity", *INSIDE, "lip:adjacentTo", "lip:indicates")
        return tuple(
            c.id for c in ends if c.relation in measured and c.subject in self.places and (c.value or c.object)
        )

    def parts(self, whole: str) -> tuple[Term, ...]:
        """The places that are part of one, sorted by id."""
        ids = sorted({c.subject for c in self.claims if c.relation == "lip:partOf" and c.object == whole})
        return tuple(self.places[i] for i in ids if i in self.places)

    def wholes(self, part: str) -> tuple[str, ...]:
        """The ids of what a place is part of, sorted."""
        return tuple(sorted({c.object for c in self.claims if c.relation == "lip:partOf" and c.subject == part}))


def anatomy(explorer: Explorer) -> Anatomy:
    """The places that a page knows; without tissue layers there is nothing to draw."""
    places = {t.id: t for t in explorer.terms if t.kind in PLACES}
    layers = tuple(sorted((t for t in places.values() if t.layer is not None), key=lambda t: (t.layer or 0, t.id)))
    claims = tuple(c for c in explorer.claims if c.supported)
    planes = tuple(sorted(_planes(places, layers, claims), key=lambda p: (p.depth, p.term.id)))
    known = {p.term.id for p in planes}
    vessels = tuple(
        Vessel(t, tuple(sorted((c for c in claims if _runs(c, t, known)), key=_best)))
        for t in places.values()
        if t.shape == "vessel"
    )
    return Anatomy(places, layers, planes, vessels, claims)


def _planes(places: Mapping[str, Term], layers: tuple[Term, ...], claims: tuple[Claim, ...]) -> Iterator[Plane]:
    order = {t.id: n for n, t in enumerate(layers, 1)}
    for term in (t for t in places.values() if t.shape == "plane"):
        said = [c for c in claims if c.subject == term.id and c.relation in INSIDE and c.object in order]
        ends = [c.object for c in said] or [i for i in BETWEEN.get(term.id, ()) if i in order]
        if ends:
            depths = [order[i] for i in ends]
            yield Plane(term, (min(depths) + max(depths)) / 2, tuple(c.id for c in said))


def _runs(claim: Claim, vessel: Term, planes: set[str]) -> bool:
    return claim.subject == vessel.id and claim.relation in INSIDE and claim.object in planes


def _best(claim: Claim) -> tuple[int, int, str]:
    return -claim.strength, -claim.independent, claim.id


Sites = dict[str, dict[str, bool]]
"""Term id to the regions where it sits; True where only a curator's inference puts it there."""


def sites(explorer: Explorer, known: Anatomy, drawn: Iterable[str]) -> Sites:
    """Which drawn regions each term lights: itself, its sites, and where claims say that it is put, lies or goes."""
    regions = set(drawn)
    found: Sites = {}
    for term in explorer.terms:
        own = {term.id: False} if term.kind in PLACES else _own(term, known)
        lit = _lit(own, known, regions)
        if lit:
            found[term.id] = lit
    return found


def _own(term: Term, known: Anatomy) -> dict[str, bool]:
    own = {s: s in term.inferred_sites for s in term.sites}
    for claim in (c for c in known.claims if c.subject == term.id and c.relation in PUTS):
        own[claim.object] = own.get(claim.object, True) and claim.inferred
    return own


def _lit(own: Mapping[str, bool], known: Anatomy, regions: set[str]) -> dict[str, bool]:
    """A narrow place that is only inferred stays so, also where a wide one around it is stated."""
    lit: dict[str, bool] = {}
    for site, inferred in sorted(own.items()):
        for region in shown_as(site, known, regions):
            lit[region] = own[region] if region in own else lit.get(region, True) and inferred
    return dict(sorted(lit.items()))


def shown_as(place: str, known: Anatomy, regions: set[str], seen: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The regions that stand for a place: itself, else its parts of the same shape, else what it is part of.

    ``seen`` keeps a circle of parts in a foreign graph from going round for ever.
    """
    if place in regions:
        return (place,)
    if place not in known.places or place in seen:
        return ()
    shape = known.places[place].shape
    parts = [p.id for p in known.parts(place) if p.shape == shape and p.id in regions]
    if parts:
        return tuple(parts)
    wider = seen | {place}
    return tuple(sorted({r for w in known.wholes(place) for r in shown_as(w, known, regions, wider)}))
