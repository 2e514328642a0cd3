"""The names that the ontology and the code share: namespaces, kinds, strengths, stances, link types."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import Final

LIP: Final = "https://w3id.org/lipdrift/"
SRC: Final = LIP + "source/"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCTERMS: Final = "http://purl.org/dc/terms/"
OBO: Final = "http://purl.obolibrary.org/obo/"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

PREFIXES: Final[dict[str, str]] = {
    "src": SRC,
    "lip": LIP,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "obo": OBO,
    "xsd": XSD,
}

KINDS: Final = (
    "Cause",
    "MechanismStep",
    "Outcome",
    "Event",
    "Sign",
    "LookAlike",
    "Treatment",
    "Prevention",
    "Technique",
    "Diagnostic",
    "Risk",
    "Material",
    "MaterialProperty",
    "InjectionLayer",
    "Structure",
)
"""The kinds of terms in the order in which people read them: local names of classes in the ontology."""

LEADS_TO: Final = LIP + "leadsTo"
KIND_OF: Final = LIP + "kindOf"
OUTCOME: Final = LIP + "LipFillerMigration"


class Strength(IntEnum):
    """How well a claim is supported, weakest first; the order is the ranking."""

    UNSTATED = 0
    DISPUTED = 1
    SUGGESTED = 2
    REPORTED = 3
    ESTABLISHED = 4

    @property
    def word(self) -> str:
        """The word that people and JSON see.

        >>> Strength.REPORTED.word
        'reported'
        """
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> Strength:
        """The strength with that word; ValueError for any other text."""
        try:
            return cls[word.upper()]
        except KeyError:
            raise ValueError(f"no strength is called {word!r}") from None


class Stance(StrEnum):
    """What an evidence item does to its claim."""

    SUPPORTS = "Supports"
    DISPUTES = "Disputes"
    QUALIFIES = "Qualifies"


class LinkType(StrEnum):
    """How much of the way a causal claim tells."""

    DIRECT = "Direct"
    KNOWN_STEPS = "IndirectKnownSteps"
    UNKNOWN_STEPS = "IndirectUnknownSteps"


def curie(iri: str) -> str:
    """The short form of an IRI where one of our prefixes fits, else the IRI itself.

    >>> curie("https://w3id.org/lipdrift/source/wollina2023")
    'src:wollina2023'
    >>> curie("https://example.org/x")
    'https://example.org/x'
    """
    for prefix, namespace in PREFIXES.items():
        local = iri[len(namespace) :]
        if iri.startswith(namespace) and local and not set(local) & set("/#"):
            return f"{prefix}:{local}"
    return iri


def expand(name: str) -> str:
    """The IRI that a CURIE stands for; any other text comes back as it is.

    >>> expand("lip:DuckLip")
    'https://w3id.org/lipdrift/DuckLip'
    """
    prefix, colon, local = name.partition(":")
    return PREFIXES[prefix] + local if colon and prefix in PREFIXES else name
