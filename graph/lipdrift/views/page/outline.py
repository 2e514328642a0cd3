"""The picture in words: what a reader without the canvas gets, complete without any script."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lipdrift.answers import Explorer, Route, Step, Story
from lipdrift.model import Claim, Source, Term
from lipdrift.terms import Stance
from lipdrift.views.page.data import shown

Record = dict[str, Any]


def outline(explorer: Explorer, ids: Mapping[str, str]) -> list[Record]:
    """For each cause: its routes step by step with strength and sources, the signs, what can be done."""
    return [_cause(story, explorer, ids) for story in explorer.stories]


def shared(explorer: Explorer) -> list[Record]:
    """What one may see and what can be done, once for all causes; a page about one cause tells it with the cause."""
    told: dict[str, dict[str, None]] = {}
    for step in (s for story in explorer.stories for s in story.steps if s.part in ("sign", "care")):
        told.setdefault(step.title, {}).update(dict.fromkeys(shown(t) for t in step.sentences))
    return [] if explorer.focus else [{"title": title, "sentences": list(text)} for title, text in told.items()]


def references(explorer: Explorer) -> list[Record]:
    """Every source that the page cites, sorted by id."""
    return [
        {
            "id": s.id.removeprefix("src:"),
            "cite": citation(s),
            "link": f"https://doi.org/{s.doi}" if s.doi else s.url if s.url.startswith("http") else "",
            "not_stated": ", ".join(s.not_stated),
            "how_seen": s.how_seen,
        }
        for s in explorer.sources
    ]


def citation(source: Source) -> str:
    """Authors, year, title, container: only what the source states."""
    parts = [source.authors, f"({source.year})" if source.year else "", source.title, source.container]
    return shown(". ".join(p.rstrip(".") for p in parts if p) + ".")


def _cause(story: Story, explorer: Explorer, ids: Mapping[str, str]) -> Record:
    caveats = {c.id: c for c in explorer.caveats}
    used = list(dict.fromkeys(c for step in story.steps for c in step.caveats if c in caveats))
    return {
        "id": ids[story.cause.id],
        "label": shown(story.cause.label),
        "definition": shown(story.cause.definition),
        "routes": [_route(r) for r in story.paths.routes],
        "summary": [c.id for c in story.paths.summary_claims],
        "others": [
            {"title": shown(s.title), "sentences": [shown(t) for t in s.sentences]}
            for s in story.steps
            if s.part == "open" or (explorer.focus and s.part in ("sign", "care"))
        ],
        "caveats": [{"en": shown(caveats[c].text)} for c in used],
    }


def _route(route: Route) -> Record:
    return {
        "of_which": shown(route.of_which.label) if route.of_which else "",
        "weakest": route.weakest.word,
        "inferred": route.inferred,
        "steps": [_step(s) for s in route.steps],
    }


def _step(step: Step) -> Record:
    return {
        "head": shown(step.head.label),
        "relation": step.relation.label,
        "strength": step.strength.word,
        "inferred": step.inferred,
        "sources": step.independent,
        "claims": [_claim(c) for c in step.claims],
    }


def _claim(claim: Claim) -> Record:
    against = [s.removeprefix("src:") for s in claim.sources_that(Stance.DISPUTES)]
    return {
        "id": claim.id.removeprefix("lip:"),
        "text": shown(claim.comment),
        "for": [s.removeprefix("src:") for s in claim.sources],
        "against": against,
    }


def chain(route: Route) -> list[Term]:
    """The terms of a route in order."""
    return [route.steps[0].tail, *(s.head for s in route.steps)]
