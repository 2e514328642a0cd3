"""SHACL: the shapes that any engine can run, run here by pySHACL; and that no shape passes for want of a target."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lipdrift import source
from lipdrift.check.subject import TYPE, Finding, Found, Subject, name
from lipdrift.rdf import Statements, parse

if TYPE_CHECKING:
    import rdflib

SH = "http://www.w3.org/ns/shacl#"


@cache
def _shapes() -> rdflib.Graph:
    """Our own shapes; strangers' shapes could fetch from the network and are never run."""
    import rdflib

    shapes = rdflib.Graph()
    for document in source.shapes():
        lines = "".join(f"{triple} .\n" for triple in parse(document))
        shapes.parse(data=lines, format="nt")
    return shapes


def shapes_hold(subject: Subject) -> Found:
    """Each violation that pySHACL reports, at the statement that it names."""
    import pyshacl
    from rdflib import RDF as RDF_TERMS
    from rdflib import URIRef

    _, report, _ = pyshacl.validate(subject.data.to_rdflib(), shacl_graph=_shapes(), inference="none", advanced=False)
    for result in report.subjects(RDF_TERMS.type, URIRef(SH + "ValidationResult")):
        focus = str(report.value(result, URIRef(SH + "focusNode")))
        path, value = (report.value(result, URIRef(SH + p)) for p in ("resultPath", "value"))
        message = str(report.value(result, URIRef(SH + "resultMessage")))
        text = f"{name(focus)}: {message}" + (f", not {name(str(value))}" if value is not None else "")
        fix = f"correct {name(str(path))}" if path is not None else "correct its properties"
        yield Finding(
            focus, text, fix, str(path) if path is not None else "", str(value) if value is not None else None
        )


def shapes_have_targets(subject: Subject) -> Found:
    """A shape without a target in the data would pass anything."""
    shapes = Statements(source.shapes())
    for shape in shapes.subjects(SH + "targetClass") + shapes.subjects(SH + "targetSubjectsOf"):
        classes = shapes.ids(shape, SH + "targetClass")
        hit = any(subject.data.subjects(TYPE, c) for c in classes)
        hit = hit or any(subject.data.subjects(p) for p in shapes.ids(shape, SH + "targetSubjectsOf"))
        if not hit:
            place = shapes.place(shape)
            yield Finding(shape, f"{name(shape)} has no target in this ontology", "add data, or remove it", place=place)
