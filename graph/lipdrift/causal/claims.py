"""Reads claims with their evidence, and the direct triples of graphs that have no claims.

A claim without subject, or without object and value, is refused with its place; the rest is read as it stands.
"""

from __future__ import annotations

from collections.abc import Mapping

from lipdrift.causal.reading import TYPE
from lipdrift.errors import InputError
from lipdrift.model import Claim, Evidence, Relation, Source
from lipdrift.rdf import Statements
from lipdrift.terms import LIP, RDFS, LinkType, Stance, Strength, curie, expand

FIELDS = ("quantityValue", "unit", "jurisdiction", "statusDate")
LINK_TYPES = {link.value: link for link in LinkType}


def claims(data: Statements, relations: Mapping[str, Relation], sources: Mapping[str, Source]) -> dict[str, Claim]:
    """Every claim by id: those the data states, then one for each causal triple that no claim carries."""
    stated = {curie(iri): _claim(data, iri, relations, sources) for iri in data.subjects(TYPE, LIP + "Claim")}
    said = {(c.subject, c.relation, c.object) for c in stated.values()}
    bare = {c.id: c for c in _bare(data, relations) if (c.subject, c.relation, c.object) not in said}
    return dict(sorted((stated | bare).items()))


def _claim(data: Statements, iri: str, relations: Mapping[str, Relation], sources: Mapping[str, Source]) -> Claim:
    subject, relation = _one(data, iri, "subject"), _one(data, iri, "relation")
    if relation not in relations:
        _refuse(data, iri, "relation", f"{relation} is no declared property", "use one of lipdrift.ttl, or declare it")
    obj, value = "".join(map(curie, data.ids(iri, LIP + "object")[:1])), data.text(iri, LIP + "value")
    if not obj and not value:
        _refuse(data, iri, None, "the claim has neither object nor value", "add lip:object or lip:value")
    items = tuple(_evidence(data, item) for item in data.ids(iri, LIP + "evidence"))
    supporting = [i for i in items if i.stance is Stance.SUPPORTS]
    inferred = bool(supporting) and all(i.basis == "CuratorInference" for i in supporting)
    groups = {sources[i.source].group if i.source in sources else i.source for i in supporting}
    return Claim(
        id=curie(iri),
        subject=subject,
        relation=relation,
        object=obj,
        value=value,
        qualifier=data.text(iri, LIP + "qualifier"),
        strength=_strength(data, iri, items),
        link_type=LINK_TYPES.get("".join(data.ids(iri, LIP + "linkType")[:1]).removeprefix(LIP)),
        sites=tuple(map(curie, data.ids(iri, LIP + "site"))),
        comment=data.text(iri, RDFS + "comment"),
        evidence=items,
        needs_also=tuple(map(curie, data.ids(iri, LIP + "needsAlso"))),
        inferred=inferred,
        independent=0 if inferred else len(groups),
        fields=tuple((f, text) for f in FIELDS if (text := data.text(iri, LIP + f))),
        not_stated=tuple(data.texts(iri, LIP + "notStated")),
    )


def _one(data: Statements, iri: str, name: str) -> str:
    found = data.ids(iri, LIP + name)
    if len(found) != 1:
        what = f"the claim has {len(found) or 'no'} lip:{name}"
        _refuse(data, iri, name if found else None, what, f"give it exactly one lip:{name}")
    return curie(found[0])


def _refuse(data: Statements, iri: str, name: str | None, what: str, fix: str) -> None:
    place = data.place(iri, LIP + name if name else None)
    raise InputError(place, f"{curie(iri)}: {what}", fix)


def _evidence(data: Statements, iri: str) -> Evidence:
    stance = "".join(data.ids(iri, LIP + "stance")[:1]).removeprefix(LIP)
    if stance not in list(Stance):
        _refuse(data, iri, "stance", f"unknown stance {stance!r}", "use lip:Supports, lip:Disputes or lip:Qualifies")
    return Evidence(
        id=curie(iri),
        stance=Stance(stance),
        source="".join(map(curie, data.ids(iri, LIP + "from")[:1])),
        basis="".join(data.ids(iri, LIP + "basis")[:1]).removeprefix(LIP),
        evidence_type="".join(map(curie, data.ids(iri, LIP + "evidenceType")[:1])),
        locator=data.text(iri, LIP + "locator"),
    )


def _strength(data: Statements, iri: str, items: tuple[Evidence, ...]) -> Strength:
    if any(item.stance is Stance.DISPUTES for item in items):
        return Strength.DISPUTED
    word = "".join(data.ids(iri, LIP + "strength")[:1]).removeprefix(LIP)
    return Strength.of(word) if word.upper() in Strength.__members__ else Strength.UNSTATED


def _bare(data: Statements, relations: Mapping[str, Relation]) -> list[Claim]:
    """Direct causal triples as claims without evidence; their id is the triple itself."""
    found = []
    for relation in relations.values():
        if not relation.causal:
            continue
        predicate = expand(relation.id)
        for subject in data.subjects(predicate):
            found += [
                Claim(f"{curie(subject)} {relation.id} {curie(o)}", curie(subject), relation.id, curie(o), bare=True)
                for o in data.ids(subject, predicate)
            ]
    return found
