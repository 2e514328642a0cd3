"""Rules about what the curators must have judged of a term: where it is, and who can change it."""

from __future__ import annotations

from lipdrift.check.subject import Finding, Found, Subject, iri
from lipdrift.model import Term
from lipdrift.terms import LIP

PLACED = ("MechanismStep", "Sign")
CHANGEABLE = ("Cause", "MechanismStep", "Technique", "Material")
DRAWN = ("Structure", "InjectionLayer")
AGENTS = {"Injector", "Patient", "Nobody"}


def terms_are_placed(subject: Subject) -> Found:
    """Each mechanism step and sign says where it is, stated or inferred; each structure what it is in a drawing."""
    for term in _terms(subject):
        if term.kind in PLACED and not term.sites:
            fix = "add lip:site where a source says it, lip:inferredSite where you infer it"
            yield Finding(iri(term.id), f"{term.id} has no place in the lip", fix)
        if term.kind in DRAWN and not term.shape:
            text = f"{term.id} does not say what it is in a drawing"
            yield Finding(iri(term.id), text, 'add lip:shape, such as "zone", "line", "layer" or "plane"')


def terms_say_who_can_change_them(subject: Subject) -> Found:
    """Each cause, step, technique and material is modifiable by injector, by patient, or by nobody."""
    at = LIP + "modifiableBy"
    for term in _terms(subject):
        agents = set(term.modifiable_by)
        if term.kind in CHANGEABLE and not agents:
            text = f"{term.id} does not say who can change it"
            yield Finding(iri(term.id), text, "add lip:modifiableBy lip:Injector, lip:Patient or lip:Nobody")
        if agents - AGENTS or ("Nobody" in agents and len(agents) > 1):
            text = f"{term.id} is modifiable by {', '.join(sorted(agents))}"
            yield Finding(iri(term.id), text, "use lip:Injector and lip:Patient, or lip:Nobody alone", at)


def _terms(subject: Subject) -> list[Term]:
    return sorted(subject.kg.terms.values(), key=lambda t: t.id)
