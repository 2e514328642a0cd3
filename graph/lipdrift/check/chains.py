"""Rules about how much of the way a causal claim tells."""

from __future__ import annotations

import networkx as nx

from lipdrift.check.subject import Finding, Found, Subject, iri, name
from lipdrift.model import Claim
from lipdrift.terms import LIP, LinkType

LINK_TYPE = LIP + "linkType"


def link_types_are_true(subject: Subject) -> Found:
    """A causal claim says how much of the way it tells, and the steps that it jumps over are there or are not."""
    spelled_out = _told_steps(subject)
    for claim in subject.kg.claims.values():
        stated = " " not in claim.id and claim.object and claim.supported
        if not stated or not subject.kg.relations[claim.relation].causal:
            continue
        told = _is_told(subject, spelled_out, claim)
        ends = f"{name(claim.subject)} to {name(claim.object)}"
        if claim.link_type is None:
            fix = "add lip:linkType lip:Direct, or one of the two Indirect words"
            yield Finding(iri(claim.id), f"{claim.id} is causal and does not say how much of the way it tells", fix)
        elif claim.link_type is LinkType.KNOWN_STEPS and not told:
            text = f"{claim.id} jumps over known steps, but no chain of claims leads from {ends}"
            yield Finding(iri(claim.id), text, "add the claims of the chain, or use IndirectUnknownSteps", LINK_TYPE)
        elif claim.link_type is LinkType.UNKNOWN_STEPS and told:
            text = f"{claim.id} says that nobody knows the steps, but claims lead from {ends}"
            yield Finding(iri(claim.id), text, "use lip:IndirectKnownSteps", LINK_TYPE)


def _told_steps(subject: Subject) -> nx.DiGraph[str]:
    """The steps that tell the whole of their way."""
    return nx.DiGraph((s.tail.id, s.head.id) for s in subject.kg.steps if not s.jumps)


def _is_told(subject: Subject, graph: nx.DiGraph[str], claim: Claim) -> bool:
    """Whether two steps or more lead from the claim's subject, or from a kind of it, to its object."""
    starts = [claim.subject, *subject.kg.kinds_of.get(claim.subject, ())]
    seconds = {head for start in starts if start in graph for head in graph.successors(start)}
    seconds.discard(claim.object)
    return claim.object in graph and any(nx.has_path(graph, second, claim.object) for second in seconds)
