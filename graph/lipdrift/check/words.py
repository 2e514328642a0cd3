"""Rules about labels, definitions, synonyms, languages and kinds."""

from __future__ import annotations

import re
from collections import defaultdict

from lipdrift.check.subject import TYPE, Finding, Found, Subject, name
from lipdrift.terms import DCTERMS, KINDS, LIP, RDFS, SKOS

LABEL, DEFINITION = RDFS + "label", SKOS + "definition"
SHORTEST, LONGEST = 20, 400
BELOW = {"InjectionLayer": "Structure", "Outcome": "Event"}


def one_label(subject: Subject) -> Found:
    """Exactly one English label, unique within its kind, without stray spaces."""
    seen: dict[tuple[str, str], str] = {}
    for iri in subject.terms:
        labels = subject.data.texts(iri, LABEL, "en")
        if len(labels) != 1:
            count = "no English label" if not labels else f"{len(labels)} English labels"
            yield Finding(iri, f"{name(iri)} has {count}", 'give it exactly one rdfs:label "…"@en', LABEL)
        for label in labels:
            if label != " ".join(label.split()):
                yield Finding(iri, f"the label {label!r} has stray spaces", "remove them", LABEL, label)
            other = seen.setdefault((_kind(subject, iri), label.casefold()), iri)
            if other != iri:
                yield Finding(iri, f"{name(other)} has the label {label!r} too", "give them different labels", LABEL)


def _kind(subject: Subject, iri: str) -> str:
    return next((k for k in KINDS if LIP + k in subject.data.ids(iri, TYPE)), "")


def one_kind(subject: Subject) -> Found:
    """Each term has exactly one kind."""
    for iri in subject.terms:
        kinds = [k for k in KINDS if LIP + k in subject.data.ids(iri, TYPE)]
        if len(kinds) != 1:
            yield Finding(iri, f"{name(iri)} has the kinds {', '.join(kinds)}", "keep exactly one", TYPE)


def korean_complete(subject: Subject) -> Found:
    """Each term has a Korean label, or at least a draft of one."""
    for iri in subject.terms:
        if not subject.data.texts(iri, LABEL, "ko") and not subject.data.texts(iri, LIP + "draftLabel", "ko"):
            yield Finding(iri, f"{name(iri)} has no Korean label", 'add lip:draftLabel "…"@ko to labels.ko.ttl')


def korean_drafts(subject: Subject) -> Found:
    """How many Korean labels are drafts; one line for all."""
    drafts = subject.data.subjects(LIP + "draftLabel")
    if drafts:
        text = f"{len(drafts)} Korean labels are drafts: {', '.join(map(name, drafts))}"
        yield Finding(drafts[0], text, "have them checked, then state them as rdfs:label", LIP + "draftLabel")


def one_definition(subject: Subject) -> Found:
    """One definition of fitting length, unique, not circular, and with a source."""
    seen: dict[str, str] = {}
    for iri in subject.terms:
        found = subject.data.texts(iri, DEFINITION, "en")
        if len(found) != 1:
            yield Finding(
                iri, f"{name(iri)} has {len(found) or 'no'} English definition", "give it exactly one", DEFINITION
            )
        for text in found:
            if not SHORTEST <= len(text) <= LONGEST:
                rule = f"write {SHORTEST} to {LONGEST} characters"
                yield Finding(iri, f"the definition of {name(iri)} has {len(text)} characters", rule, DEFINITION)
            other = seen.setdefault(text.casefold(), iri)
            if other != iri:
                yield Finding(iri, f"{name(other)} has the same definition", "tell them apart", DEFINITION)
            labels = subject.data.texts(iri, LABEL, "en")
            if labels and re.search(rf"\b{re.escape(labels[0].casefold())}\b", text.casefold()):
                words = f"the definition of {name(iri)} goes in a circle: it uses the label {labels[0]!r}"
                yield Finding(iri, words, "say in other words what it is", DEFINITION)
        if not subject.data.objects(iri, DCTERMS + "source"):
            yield Finding(iri, f"{name(iri)} names no source", "add dcterms:source")


def synonyms_are_free(subject: Subject) -> Found:
    """No synonym is the label of another term."""
    labels: dict[str, set[str]] = defaultdict(set)
    for iri in subject.terms:
        for label in subject.data.texts(iri, LABEL):
            labels[label.casefold()].add(iri)
    for iri in subject.terms:
        for predicate in (SKOS + "altLabel", LIP + "layLabel"):
            for word in subject.data.texts(iri, predicate):
                others = labels[word.casefold()] - {iri}
                if others:
                    text = f"the synonym {word!r} of {name(iri)} is the label of {name(min(others))}"
                    yield Finding(iri, text, "remove the synonym", predicate, word)
