"""What the scripts of a page work on, as one JSON value, safe to stand inside a script element."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from typing import Any

from lipdrift.answers import Explorer, Story
from lipdrift.model import Claim, Source, Term
from lipdrift.views.layout import Placement
from lipdrift.views.page.picture import COLUMN_OF, COLUMNS, Line, Picture, colour_of, column_of
from lipdrift.views.page.words import KINDS_KO, WORDS
from lipdrift.views.safe import printable

Record = dict[str, Any]
LABEL_LIMIT = 80


def number(explorer: Explorer) -> dict[str, str]:
    """Term id to the id that the page uses: n0, n1 …, in the order of the term ids."""
    return {t.id: f"n{i}" for i, t in enumerate(explorer.terms)}


def embedded(value: object) -> str:
    """JSON that cannot end its script element or break a line of script."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def packed(value: object) -> str:
    """The same JSON, deflated and in base64: a third of its size, and no character of it means anything in HTML."""
    return base64.b64encode(zlib.compress(embedded(value).encode("utf-8", "backslashreplace"), 9)).decode("ascii")


def payload(explorer: Explorer, picture: Picture) -> Record:
    """Terms, claims, lines, sources, caveats and stories by their page ids."""
    ids = number(explorer)
    header = explorer.receipt.ontology
    return {
        "focus": ids[explorer.focus.id] if explorer.focus else None,
        "date": header.date,
        "columns": list(COLUMNS),
        "bands": {"wide": picture.wide.bands, "tall": picture.tall.bands},
        "size": {"wide": [picture.wide.width, picture.wide.height], "tall": [picture.tall.width, picture.tall.height]},
        "terms": {ids[t.id]: _term(t, ids, picture) for t in explorer.terms},
        "strips": [[ids[i] for i in strip] for strip in picture.strips],
        "claims": {c.id: _claim(c, explorer, ids) for c in explorer.claims},
        "lines": [_line(line, ids) for line in picture.lines],
        "sources": {s.id: source(s) for s in explorer.sources},
        "caveats": {c.id: {lang: shown(text) for lang, text in c.texts.items()} for c in explorer.caveats},
        "caveatsOf": _caveats_of(explorer, ids),
        "stories": [_story(s, ids, {c.id: shown(c.comment) for c in explorer.claims}) for s in explorer.stories],
        "relations": {i: shown(r.label) for i, r in explorer.relations.items()},
        "kindsKo": KINDS_KO,
        "words": WORDS,
    }


def shown(text: str) -> str:
    """Text from data with invisible and direction-changing characters made visible."""
    return printable(text.replace("\n", " ").replace("\t", " "))


def _term(term: Term, ids: Mapping[str, str], picture: Picture) -> Record:
    column = column_of(term)
    return {
        "id": term.id,
        "label": {lang: shown(text) for lang, text in {**term.labels, "en": term.label}.items()},
        "drafts": sorted(term.drafts),
        "kind": term.kind,
        "column": column,
        "colour": colour_of(term),
        "shown": term.kind in COLUMN_OF,
        "definition": shown(term.definition),
        "words": [[shown(w.text), w.lang, w.register] for w in term.words],
        "by": list(term.modifiable_by),
        "sites": [[ids[s], s in term.inferred_sites] for s in term.sites if s in ids],
        "sources": list(term.sources),
        "wide": _spot(picture.wide, term),
        "tall": _spot(picture.tall, term),
    }


def _spot(placement: Placement, term: Term) -> list[float] | None:
    spot = placement.spots.get(term.id)
    return [round(v, 1) for v in (spot.x, spot.y, spot.width, spot.height)] if spot else None


def _claim(claim: Claim, explorer: Explorer, ids: Mapping[str, str]) -> Record:
    return {
        "s": ids.get(claim.subject),
        "r": claim.relation,
        "o": ids.get(claim.object),
        "value": shown(claim.value or ("" if claim.object in ids else claim.object)),
        "q": shown(claim.qualifier),
        "strength": claim.strength.word,
        "disputed": claim.disputed,
        "inferred": claim.inferred,
        "supported": claim.supported,
        "n": claim.independent,
        "link": claim.link_type.value if claim.link_type else "",
        "text": shown(claim.comment),
        "items": [[i.stance.value, i.source, i.basis, shown(i.locator)] for i in claim.evidence],
        "open": list(claim.not_stated),
        "fields": [[name, shown(text)] for name, text in claim.fields],
    }


def _line(line: Line, ids: Mapping[str, str]) -> Record:
    return {
        "a": ids[line.tail],
        "b": ids[line.head],
        "role": line.role,
        "strength": line.strength.word,
        "disputed": line.disputed,
        "thin": line.thin,
        "claims": list(line.claims),
    }


def source(value: Source) -> Record:
    """A source as the panel cites it; only http and https addresses become links."""
    link = f"https://doi.org/{value.doi}" if value.doi else value.url
    return {
        "title": shown(value.title),
        "authors": shown(value.authors),
        "year": value.year,
        "in": shown(value.container),
        "link": link if link.startswith(("https://", "http://")) else "",
        "kind": value.kind,
        "seen": value.how_seen,
        "group": value.group,
        "open": list(value.not_stated),
    }


def _caveats_of(explorer: Explorer, ids: Mapping[str, str]) -> Record:
    """Term number or claim id to the caveats that must stand beside it."""
    found: dict[str, list[str]] = {}
    for caveat in explorer.caveats:
        for key in [ids[t] for t in caveat.terms if t in ids] + list(caveat.claims):
            found.setdefault(key, []).append(caveat.id)
    return dict(found)


def _story(story: Story, ids: Mapping[str, str], comments: Mapping[str, str]) -> Record:
    """A sentence that a claim of its step says stands as the claim's number in the step, so that it is sent once."""

    def sentence(text: str, claims: tuple[str, ...]) -> str | int:
        return next((n for n, c in enumerate(claims) if comments.get(c) == text), text)

    return {
        "cause": ids[story.cause.id],
        "steps": [
            {
                "part": step.part,
                "title": shown(step.title),
                "sentences": [sentence(shown(s), step.claims) for s in step.sentences],
                "terms": [ids[t] for t in step.terms if t in ids],
                "claims": list(step.claims),
                "caveats": list(step.caveats),
            }
            for step in story.steps
        ],
    }
