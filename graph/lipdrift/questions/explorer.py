"""Everything that a page shows: the drawn part of the ontology and the story of each cause."""

from __future__ import annotations

from collections.abc import Iterable

from lipdrift.answers import Explorer, Story
from lipdrift.causal import Knowledge
from lipdrift.model import Claim, Term
from lipdrift.questions.receipts import receipt
from lipdrift.questions.story import story

PLACES = ("Structure", "InjectionLayer")
"""What a drawing of the anatomy needs whole, whatever the story passes."""


def explorer(kg: Knowledge) -> Explorer:
    """The whole ontology with the stories of all causes, sorted by label."""
    stories = tuple(story(kg, t) for t in kg.nodes if t.kind == "Cause")
    return _explorer(kg, kg.terms.values(), kg.claims.values(), stories, None)


def about(kg: Knowledge, cause: Term, told: Story | None = None) -> Explorer:
    """The part of the ontology that the story of one cause shows, with its places and what is claimed inside."""
    told = told or story(kg, cause)
    ids = {i for step in told.steps for i in step.terms}
    ids |= {t.id for r in told.paths.routes for s in r.steps for t in (s.tail, s.head)}
    ids |= {c.object for c in kg.claims.values() if c.relation == "lip:movesTo" and c.subject in ids}
    ids |= {site for i in ids for site in kg.terms[i].sites if site in kg.terms}
    ids |= {t.id for t in kg.nodes if t.kind in PLACES}
    inside = [c for c in kg.claims.values() if c.subject in ids and (not c.object or c.object in ids)]
    shown = {c.id for c in inside} | {c for step in told.steps for c in step.claims}
    return _explorer(kg, [kg.terms[i] for i in ids], [kg.claims[i] for i in shown], (told,), cause)


def _explorer(
    kg: Knowledge, terms: Iterable[Term], claims: Iterable[Claim], stories: tuple[Story, ...], focus: Term | None
) -> Explorer:
    terms, claims = sorted(terms, key=lambda t: t.id), sorted(claims, key=lambda c: c.id)
    question = {"command": "explorer", "about": focus.id if focus else None}
    slip = receipt(kg, question, terms=terms, claims=claims)
    cited = kg.cited(claims) | {s: kg.sources[s] for t in terms for s in t.sources if s in kg.sources}
    return Explorer(
        receipt=slip,
        terms=tuple(terms),
        claims=tuple(claims),
        relations=kg.relations,
        sources=tuple(cited[i] for i in sorted(cited)),
        caveats=slip.caveats,
        stories=stories,
        focus=focus,
    )
