"""The picture in words: what a reader without the canvas gets, complete without any script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lipdrift.answers import Explorer, Route, Step, Story
from lipdrift.model import Claim, Term
from lipdrift.terms import Stance
from lipdrift.views.page.data import shown
from lipdrift.views.page.picture import Line

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
    """Every source that the page cites, sorted by id; the page's scripts read them from the list that this fills."""
    return [
        {
            "id": s.id.removeprefix("src:"),
            "full": s.id,
            "title": shown(s.title.rstrip(".")),
            "authors": shown(s.authors.rstrip(".")),
            "year": s.year,
            "container": shown(s.container.rstrip(".")),
            "kind": s.kind,
            "group": s.group,
            "link": link if link.startswith(("https://", "http://")) else "",
            "not_stated": ", ".join(s.not_stated),
            "how_seen": s.how_seen,
        }
        for s in explorer.sources
        for link in [f"https://doi.org/{s.doi}" if s.doi else s.url]
    ]


def _cause(story: Story, explorer: Explorer, ids: Mapping[str, str]) -> Record:
    caveats = {c.id: c for c in explorer.caveats}
    used = list(dict.fromkeys(c for step in story.steps for c in step.caveats if c in caveats))
    return {
        "id": ids[story.cause.id],
        "label": shown(story.cause.label),
        "definition": shown(story.cause.definition),
        "routes": [_route(r, ids) for r in story.paths.routes],
        "summary": [c.id for c in story.paths.summary_claims],
        "others": [
            {"title": shown(s.title), "sentences": [shown(t) for t in s.sentences]}
            for s in story.steps
            if s.part == "open" or (explorer.focus and s.part in ("sign", "care"))
        ],
        "caveats": [{"en": shown(caveats[c].text)} for c in used],
    }


def _route(route: Route, ids: Mapping[str, str]) -> Record:
    return {
        "start": _named(route.steps[0].tail, ids),
        "of_which": shown(route.of_which.label) if route.of_which else "",
        "weakest": route.weakest.word,
        "inferred": route.inferred,
        "steps": [_step(s, ids) for s in route.steps],
    }


def _named(term: Term, ids: Mapping[str, str]) -> Record:
    """A term as a link into the picture."""
    return {"id": term.id, "n": ids.get(term.id, ""), "label": shown(term.label)}


def _step(step: Step, ids: Mapping[str, str]) -> Record:
    return {
        "head": _named(step.head, ids),
        "relation": step.relation.label,
        "relation_id": step.relation.id,
        "measured": any(c.measured for c in step.claims),
        "strength": step.strength.word,
        "inferred": step.inferred,
        "sources": step.independent,
        "claims": [_claim(c) for c in step.claims],
        "ids": " ".join(c.id for c in step.claims),
    }


def _claim(claim: Claim) -> Record:
    against = [s.removeprefix("src:") for s in claim.sources_that(Stance.DISPUTES)]
    return {
        "id": claim.id.removeprefix("lip:"),
        "text": shown(claim.comment),
        "for": [s.removeprefix("src:") for s in claim.sources],
        "against": against,
    }


def table(explorer: Explorer, lines: Iterable[Line], ids: Mapping[str, str]) -> list[Record]:
    """Every arrow of the picture as a row, in the order of the names of its ends."""
    terms = {t.id: t for t in explorer.terms}
    claims = {c.id: c for c in explorer.claims}
    groups = {s.id: s.group for s in explorer.sources}
    rows = [_row(line, [claims[c] for c in line.claims], groups) for line in lines]
    for row, line in zip(rows, lines, strict=True):
        row |= {"tail": _named(terms[line.tail], ids), "head": _named(terms[line.head], ids)}
        row["relations"] = [{"id": r, "label": explorer.relations[r].label} for r in row["relations"]]
    return sorted(rows, key=lambda row: (row["tail"]["label"], row["head"]["label"], row["ids"]))


def _row(line: Line, claims: Sequence[Claim], groups: Mapping[str, str]) -> Record:
    voices = {groups.get(s, s) for c in claims if not c.inferred for s in c.sources}
    return {
        "relations": sorted({c.relation for c in claims}),
        "strength": line.strength.word,
        "disputed": line.disputed,
        "inferred": all(c.inferred for c in claims),
        "reviewed": line.reviewed,
        "measured": any(c.measured for c in claims),
        "sources": len(voices),
        "ids": " ".join(line.claims),
        "short": ", ".join(c.removeprefix("lip:") for c in line.claims),
    }


def chain(route: Route) -> list[Term]:
    """The terms of a route in order."""
    return [route.steps[0].tail, *(s.head for s in route.steps)]
