"""What is loaded: version, counts, licence, hash, and how to cite it."""

from __future__ import annotations

from collections import Counter

from lipdrift.answers import Info
from lipdrift.causal import Knowledge
from lipdrift.model import Claim
from lipdrift.questions.receipts import receipt
from lipdrift.terms import KINDS


def info(kg: Knowledge) -> Info:
    """Counts of terms by kind, claims, inferences, disputes, myths and sources."""
    kinds = Counter(t.kind for t in kg.terms.values())
    claims = kg.claims.values()
    counts = {
        "terms": len(kg.terms),
        "claims": sum(not c.inferred and not _myth(c) for c in claims),
        "inferences": sum(c.inferred for c in claims),
        "disputed": sum(c.supported and c.disputed for c in claims),
        "myths": sum(map(_myth, claims)),
        "sources": len(kg.sources),
        "caveats": len(kg.caveats),
        "causal_steps": len(kg.steps),
        "triples": len(kg.data),
    }
    by_kind = {k: kinds[k] for k in (*KINDS, "") if kinds[k]}
    header = kg.header
    date = header.version.rsplit("/", 1)[-1]
    cite = f"{header.title or 'untitled ontology'}. Version {date or 'not stated'}. {header.iri}"
    return Info(receipt(kg, {"command": "info"}), counts, by_kind, cite)


def _myth(claim: Claim) -> bool:
    """Whether the evidence only disputes it; a claim without evidence is none, it is only not walked."""
    return claim.disputed and not claim.supported
