"""Rules about the files themselves: parsing, prefixes, header, names, properties, references, layout."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pyoxigraph as ox

from lipdrift.check.subject import TYPE, Finding, Found, Subject, name
from lipdrift.errors import Place
from lipdrift.rdf import key, parse
from lipdrift.rdf.limited import counted
from lipdrift.source import Document
from lipdrift.terms import DCTERMS, LIP, OWL, RDFS, SKOS, SRC
from lipdrift.turtle.blocks import locate
from lipdrift.turtle.tokens import tokens
from lipdrift.turtle.writer import format_text

TERM = re.compile(r"[A-Z][A-Za-z0-9]*"), "UpperCamelCase of the English label, such as lip:ExcessiveFillerVolume"
CLAIM = re.compile(r"[A-Z]\d{3,}"), "a letter and three digits, such as lip:C017"
OTHER = re.compile(r"[A-Za-z][A-Za-z0-9_-]*"), "letters, digits and hyphens"
PROPERTIES = ("ObjectProperty", "DatatypeProperty", "AnnotationProperty")


def parsers_agree(subject: Subject) -> Found:
    """Both parsers read the same number of statements from each file."""
    from lipdrift.rdf.elsewhere import subjects

    documents = [d for d in subject.data.documents if d.suffix == ".ttl" and d.data]
    strangers = [d for d in documents if d.foreign]
    foreign = dict(zip((d.name for d in strangers), counted(strangers), strict=True))
    for document in documents:
        ours = Counter(key(t.subject) for t in set(parse(document)))
        theirs = foreign[document.name] if document.foreign else subjects(document)
        total = theirs.total() if isinstance(theirs, Counter) else theirs
        if total == ours.total():
            continue
        text = total if isinstance(total, str) else f"pyoxigraph reads {ours.total()} statements and rdflib {total}"
        place = _odd_one(document, ours, theirs) if isinstance(theirs, Counter) else Place(document.name)
        yield Finding("", text, "rewrite the statement in plainer Turtle", place=place)


def _odd_one(document: Document, ours: Counter[str], theirs: Counter[str]) -> Place:
    """The first subject of which one parser reads more than the other."""
    odd = min((s for s in ours | theirs if ours[s] != theirs[s] and not s.startswith("_:")), default="")
    index = locate(document.data.decode("utf-8"), document.name)
    return index.place(odd) or Place(document.name)


def one_prefix_one_namespace(subject: Subject) -> Found:
    """A prefix means the same in all files."""
    meaning: dict[str, str] = {}
    for document in subject.data.documents:
        if document.suffix != ".ttl" or not document.data:
            continue
        found = [t for t in tokens(document.data.decode("utf-8"), document.name) if t.kind != "COMMENT"]
        for word, prefix, namespace in zip(found, found[1:], found[2:], strict=False):
            if word.kind != "PREFIX" or prefix.kind != "NAME":
                continue
            if meaning.setdefault(prefix.text, namespace.text) != namespace.text:
                text = f"the prefix {prefix.text} is {namespace.text} here and {meaning[prefix.text]} elsewhere"
                place = Place(document.name, namespace.line, namespace.column)
                yield Finding("", text, "use one namespace for one prefix", place=place)


def header(subject: Subject) -> Found:
    """The ontology names its title, description, licence and version."""
    headers = subject.data.subjects(TYPE, OWL + "Ontology")
    if not headers:
        place = Place(subject.data.documents[0].name)
        yield Finding("", "no owl:Ontology is declared", "add a header with title and licence", place=place)
    for iri in headers:
        wanted = (DCTERMS + "title", DCTERMS + "description", DCTERMS + "license", OWL + "versionIRI")
        for predicate in wanted:
            if not subject.data.objects(iri, predicate):
                yield Finding(iri, f"the header has no {name(predicate)}", f"add {name(predicate)}")


def own_names(subject: Subject) -> Found:
    """Own IRIs are well-formed, and nothing is stated about other people's IRIs."""
    terms, claims = set(subject.terms), set(subject.claims)
    for iri in sorted(subject.data.file_of):
        if iri.startswith("_:"):
            continue
        if not iri.startswith(LIP):
            yield Finding(iri, f"{name(iri)} is not ours to describe", "state mappings from our term to it instead")
        elif iri != LIP:
            pattern, words = TERM if iri in terms else CLAIM if iri in claims else OTHER
            if not pattern.fullmatch(iri.removeprefix(SRC).removeprefix(LIP)):
                yield Finding(iri, f"{name(iri)} is no well-formed name", f"use {words}")


def properties_are_described(subject: Subject) -> Found:
    """Every own property has a label, a definition, a domain and a range."""
    wanted = (RDFS + "label", SKOS + "definition", RDFS + "domain", RDFS + "range")
    for iri in _properties(subject):
        for predicate in wanted:
            if not subject.data.objects(iri, predicate):
                yield Finding(iri, f"the property {name(iri)} has no {name(predicate)}", f"add {name(predicate)}")


def properties_are_declared(subject: Subject) -> Found:
    """Every own property that is used is declared, and every declared one is used."""
    declared, used = set(_properties(subject)), set(subject.data.predicates())
    for iri in sorted(used - declared):
        if iri.startswith(LIP):
            first = subject.data.subjects(iri)[0]
            text = f"{name(iri)} is not declared; {_nearest(name(iri), declared)}"
            yield Finding(first, text, "correct the name, or declare it in lipdrift.ttl", predicate=iri)
    used |= {key(o) for o in (t.object for t in subject.data)}
    for iri in sorted(declared - used):
        if iri not in (LIP + "draft", LIP + "switchesOff"):
            yield Finding(iri, f"the property {name(iri)} is never used", "use it or remove it")


def _properties(subject: Subject) -> list[str]:
    kinds = (OWL + kind for kind in PROPERTIES)
    return sorted({i for kind in kinds for i in subject.data.subjects(TYPE, kind) if i.startswith(LIP)})


def _nearest(wrong: str, declared: set[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(wrong, sorted(map(name, declared)), n=2)
    return f"did you mean {' or '.join(near)}?" if near else "nothing has a name like it"


def references_exist(subject: Subject) -> Found:
    """Whatever an own IRI points to is described somewhere."""
    known = subject.data.file_of
    for triple in sorted(subject.data, key=str):
        target = triple.object
        if triple.predicate.value == OWL + "versionIRI":
            continue
        if not isinstance(target, ox.NamedNode) or not target.value.startswith(LIP) or target.value in known:
            continue
        near = _nearest(name(target.value), {iri for iri in known if iri.startswith(LIP)})
        text = f"{name(key(triple.subject))} names {name(target.value)}, which is described nowhere; {near}"
        yield Finding(
            key(triple.subject), text, "correct the name, or add the term", triple.predicate.value, target.value
        )


def obsolete_terms(subject: Subject) -> Found:
    """A deprecated term says what replaces it, and nothing else points to it."""
    gone = [i for i in subject.data.subjects(OWL + "deprecated") if subject.data.text(i, OWL + "deprecated") == "true"]
    pointing: dict[str, list[str]] = defaultdict(list)
    for triple in subject.data:
        pointing[key(triple.object)].append(key(triple.subject))
    for iri in gone:
        if not subject.data.objects(iri, DCTERMS + "isReplacedBy"):
            yield Finding(iri, f"{name(iri)} is deprecated and names no successor", "add dcterms:isReplacedBy")
        for other in sorted(set(pointing[iri]) - set(gone)):
            yield Finding(other, f"{name(other)} still names the deprecated {name(iri)}", "name its successor")


def stable_form(subject: Subject) -> Found:
    """Each Turtle file stands in its stable form."""
    for document in subject.data.documents:
        if document.suffix != ".ttl" or not document.data:
            continue
        text = document.data.decode("utf-8")
        made = format_text(text, document.name)
        if text != made:
            pairs = zip([*text.splitlines(), ""], [*made.splitlines(), ""], strict=False)
            line = next((n for n, (a, b) in enumerate(pairs, 1) if a != b), 1)
            place = Place(document.name, line, 1)
            yield Finding("", "the file is not in its stable form", "run: lipdrift format", place=place)
