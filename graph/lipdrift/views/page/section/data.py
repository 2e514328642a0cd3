"""What the script of the section works on: which term lights what, the stops of the needle, the ways of the filler."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import dist
from typing import Any

from lipdrift.answers import Explorer, Story
from lipdrift.model import Caveat, Claim, Term
from lipdrift.terms import KINDS
from lipdrift.views.page.data import shown
from lipdrift.views.page.picture import colour_of
from lipdrift.views.page.section.anatomy import PLACES, Anatomy, Sites, shown_as, sites
from lipdrift.views.page.section.curves import Point, between
from lipdrift.views.page.section.drawing import depths, spine, stops_at
from lipdrift.views.page.section.regions import Region, core_of
from lipdrift.views.page.section.words import WORDS

Record = dict[str, Any]
MOVING = ("cause", "tissue", "movement")
"""Parts of a story in which filler is put or moves."""


def data(explorer: Explorer, known: Anatomy, regions: Sequence[Region]) -> Record:
    """Plain values, sorted, ready for JSON. Coordinates are in units of the picture."""
    lit = sites(explorer, known, [r.term.id for r in regions])
    stops = list(_stops(explorer, known)) if caveats(explorer, regions) else []
    named = {r.term.id for r in regions} | {e["term"] for s in stops for e in s["here"]}
    terms = {t.id: t for t in explorer.terms}
    drawn = {r.term.id: _region(r, known) for r in regions}
    on = {i: int(record["on"]) for i, record in drawn.items()}
    return {
        "regions": drawn,
        "sites": {term: [[r, guess] for r, guess in found.items()] for term, found in lit.items() if term not in drawn},
        "stops": stops,
        "spine": [_rounded(p) for p in spine(known)],
        "journeys": {s.cause.id: way for s in explorer.stories if (way := journey(s, known, lit, on))},
        "names": {i: _name(terms[i]) for i in sorted(named)},
        "words": WORDS,
    }


def caveats(explorer: Explorer, regions: Iterable[Region]) -> tuple[Caveat, ...]:
    """What must stand beside the needle: every caveat on a plane or a vessel. Without one there is no needle."""
    careful = {r.term.id for r in regions if r.look in ("plane", "vessel")}
    return tuple(c for c in explorer.caveats if careful & set(c.terms))


def _region(region: Region, known: Anatomy) -> Record:
    at, on = _rest(region, known)
    record: Record = {"at": _rounded(at), "on": on, "claims": list(region.claims), "dashed": region.dashed}
    return record | ({"whole": known.wholes(region.term.id)[0]} if region.look == "part" else {})


def _rest(region: Region, known: Anatomy) -> tuple[Point, int]:
    """Where filler that sits in a region is drawn, and the nearest point of the way that it takes."""
    way, target = spine(known), region.target
    depth = next((p.depth for p in known.planes if p.term.id == region.term.id), None)
    if depth is not None:
        target = core_of(known).middle(depth - 2, 6.0)
    elif region.look in ("place", "muscle"):
        target = core_of(known).at(0.42, 9.3 if region.look == "place" else 5.0)
    on = min(range(len(way)), key=lambda n: dist(way[n], target))
    return (target if region.look in ("place", "muscle", "plane", "deep") else between(way[on], target, 0.2)), on


def _rounded(point: Point) -> list[float]:
    return [round(point[0], 1), round(point[1], 1)]


def _name(term: Term) -> Record:
    labels = {lang: shown(text) for lang, text in sorted({**term.labels, "en": term.label}.items())}
    return {"label": labels, "drafts": sorted(term.drafts), "colour": colour_of(term), "kind": term.kind}


def _stops(explorer: Explorer, known: Anatomy) -> Iterator[Record]:
    """In front of the skin, then each depth inward: its layer and planes, and what the data says of them."""
    spots = stops_at(known)
    yield {"at": _rounded(spots[0]), "places": [], "vessels": [], "here": []}
    for depth, spot in zip(depths(known), spots[1:], strict=True):
        layers = [t.id for n, t in enumerate(known.layers, 1) if n == depth]
        places = [*layers, *(p.term.id for p in known.planes if p.depth == depth)]
        vessels = [v.term.id for v in known.vessels if any(c.object in places for c in v.claims)]
        here = list(_here(explorer, known, places))
        yield {"at": _rounded(spot), "places": places, "vessels": vessels, "here": here}


def _here(explorer: Explorer, known: Anatomy, places: Sequence[str]) -> Iterator[Record]:
    """Every term that sits in one of the places or is tied to it by a claim, causes first, with the reasons."""
    found: dict[str, Record] = {}
    for term in explorer.terms:
        if term.kind not in PLACES and set(term.sites) & set(places):
            guess = all(s in term.inferred_sites for s in term.sites if s in places)
            found[term.id] = {"term": term.id, "sits": True, "inferred": guess, "claims": []}
    for claim, other in _tied(known, places):
        entry = found.setdefault(other, {"term": other, "sits": False, "inferred": False, "claims": []})
        relation = explorer.relations.get(claim.relation)
        word = relation.label if relation else claim.relation
        entry["claims"].append([claim.id, claim.subject, shown(word), claim.object, claim.strength.word])
    terms = {t.id: t for t in explorer.terms}
    order = {kind: n for n, kind in enumerate(KINDS)}
    known_here = [e for i, e in found.items() if i in terms]
    yield from sorted(known_here, key=lambda e: (order.get(terms[e["term"]].kind, 99), terms[e["term"]].label))


def _tied(known: Anatomy, places: Sequence[str]) -> Iterator[tuple[Claim, str]]:
    """Claims between one of the places and something that is no tissue (a vessel counts), with that other end."""
    vessels = {v.term.id for v in known.vessels}
    for claim in known.claims:
        for here, other in ((claim.subject, claim.object), (claim.object, claim.subject)):
            tissue = other in known.places and other not in vessels
            if here in places and other and not tissue:
                yield claim, other


def journey(story: Story, known: Anatomy, lit: Sites, on: Mapping[str, int]) -> list[list[Any]]:
    """Where the filler of a story lies: [step, from, to] for the first step and each one that moves it.

    [] where no claim says where filler goes. It starts at the cause's place if filler is put there, else where the
    first movement is said to come from. Of several goals of one step the farthest counts: the others are passed.
    ``on`` is each region's point of the way.
    """
    told = dict.fromkeys(t for step in story.steps if step.part in MOVING for t in step.terms)
    moves = {t: [c for c in known.claims if c.subject == t and c.relation == "lip:movesTo"] for t in told}
    at = _start(story, known, lit, [c for t in told for c in moves[t]], set(on))
    legs: list[list[Any]] = [[0, at, at]] if at else []
    for number, step in enumerate(story.steps if at else ()):
        claims = [c for t in step.terms for c in moves.get(t, ()) if step.part in MOVING]
        goals = [r for c in claims for r in shown_as(c.object, known, set(on))]
        if goals and at not in goals:
            legs.append([number, at, max(goals, key=lambda r: (abs(on[r] - on[at]), r))])
            at = legs[-1][2]
    return legs


def _start(story: Story, known: Anatomy, lit: Sites, moves: Sequence[Claim], drawn: set[str]) -> str:
    filled = {c.object for c in known.claims if c.relation == "lip:injectedInto"}
    filled |= {t.id for t in known.places.values() if t.kind == "InjectionLayer"}
    sitting = [r for r in lit.get(story.cause.id, {}) if r in filled]
    origins = [r for c in moves for s in c.sites for r in shown_as(s, known, drawn)]
    return next(iter([*sitting, *origins]), "") if moves else ""
