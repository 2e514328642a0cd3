"""What a drawing of an answer shows: cards, the links between them, circles, and what is said beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from lipdrift.answers import Answer, Compare, Condition, Explained, Loops, Paths, Route, Step, WhatIf
from lipdrift.model import Claim, Term
from lipdrift.terms import Strength
from lipdrift.views.picture.words import say


@dataclass(frozen=True, slots=True)
class Card:
    """A term; ``side`` is "A", "B" or "A B" where two causes are compared; ``end`` marks what was asked about."""

    term: Term
    side: str = ""
    end: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A line between two cards: ``role`` is "causal", "opposing" or "shows"."""

    tail: str
    head: str
    role: str
    verb: str
    strength: Strength
    disputed: bool
    inferred: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle: its cards and links in the order of travel, and what stands in its middle."""

    cards: tuple[Card, ...]
    links: tuple[Link, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that is drawn of one answer. ``rings`` are empty where there are cards in columns."""

    title: str
    cards: tuple[Card, ...] = ()
    links: tuple[Link, ...] = ()
    rings: tuple[Ring, ...] = ()
    notes: tuple[str, ...] = ()


def scene(answer: Answer, lang: str) -> Scene:
    """The scene of an answer that is made of steps; TypeError for any other."""
    try:
        stage = SCENES[type(answer)]
    except KeyError:
        known = "paths, explain, whatif, compare or loops"
        raise TypeError(f"{type(answer).__name__} has no steps to draw; ask {known}") from None
    return stage(answer, lang)


def label(term: Term, lang: str) -> str:
    """The label in that language, marked where it is a draft; the English one where there is none."""
    found = term.labels.get(lang, term.label) if lang != "en" else term.label
    return f"{found}*" if lang in term.drafts and lang in term.labels else found


def paths(answer: Paths, lang: str) -> Scene:
    ends = [*answer.sources, *answer.targets]
    title = say("paths", lang, *(_names(terms, lang) for terms in (answer.sources, answer.targets)))
    cards, links = _drawn(answer.routes, ends)
    notes = () if answer.routes else (say("noRoute", lang),)
    return Scene(title, cards or tuple(Card(t, end=True) for t in ends), links, notes=notes)


def whatif(answer: WhatIf, lang: str) -> Scene:
    asked = {str(i) for i in _list(answer.receipt.question.get("without"))}
    removed = [t for t in answer.removed if t.id in asked] or list(answer.removed)
    title = say("whatif", lang, _names(removed, lang), label(answer.target, lang))
    cards, links = _drawn(answer.still_open, [answer.target])
    notes = () if answer.still_open else (say("noRoute", lang),)
    return Scene(title, cards or (Card(answer.target, end=True),), links, notes=notes)


def compare(answer: Compare, lang: str) -> Scene:
    names = [label(t, lang) for t in (answer.first, answer.second, answer.target)]
    ends = [answer.first, answer.second, answer.target]
    cards, links = _drawn((*answer.first_routes, *answer.second_routes), ends)
    first = {t.id for r in answer.first_routes for t in r.terms}
    second = {t.id for r in answer.second_routes for t in r.terms}
    sides = {i: " ".join(s for s, ids in (("A", first), ("B", second)) if i in ids) for i in first | second}
    told = tuple(replace(c, side=sides.get(c.term.id, "")) for c in cards or (Card(t, end=True) for t in ends))
    meeting = (("meet", answer.meet), ("part", answer.part))
    notes = tuple(say(key, lang, label(term, lang)) for key, term in meeting if term)
    return Scene(say("compare", lang, *names), told, links, notes=notes)


def loops(answer: Loops, lang: str) -> Scene:
    rings = []
    for number, loop in enumerate(answer.loops, 1):
        said = (say("circle", lang, number), loop.listed, say("weakest", lang, say(loop.weakest.word, lang)))
        cards = tuple(Card(s.tail) for s in loop.steps)
        rings.append(Ring(cards, tuple(_link(s) for s in loop.steps), tuple(filter(None, said))))
    return Scene(say("loops", lang), rings=tuple(rings))


def explained(answer: Explained, lang: str) -> Scene:
    """Causes by their routes, and the look-alikes beside migration: it is never shown without them."""
    routes = [r for c in answer.causes for r in c.routes]
    cards, links = _drawn(routes, answer.signs)
    tied = [c for c in answer.conditions if c.explains]
    pairs = {(link.tail, link.head) for link in links}
    shows = tuple(
        _shows(found, sign) for found in tied for sign in found.explains if (found.condition.id, sign.id) not in pairs
    )
    there = {c.term.id for c in cards}
    beside = {t.id: Card(t, end=t in answer.signs) for t in (*answer.signs, *(c.condition for c in tied))}
    more = tuple(card for i, card in sorted(beside.items()) if i not in there)
    untied = [c.condition for c in answer.conditions if not c.comparable]
    notes = (say("untied", lang, _names(untied, lang)),) if untied else ()
    return Scene(say("explain", lang, _names(answer.signs, lang)), cards + more, links + shows, notes=notes)


def _shows(found: Condition, sign: Term) -> Link:
    """One line for what is claimed between a condition and a sign, whatever the steps between them."""
    claims = [c for c in found.claims if c.subject == found.condition.id and c.object == sign.id]
    claims = claims or [c for c in found.claims if c.subject == found.condition.id] or list(found.claims)
    best = max(claims, key=lambda c: (c.strength, c.independent, c.id))
    return Link(
        found.condition.id,
        sign.id,
        "shows",
        best.relation,
        best.strength,
        any(c.disputed for c in claims),
        all(c.inferred for c in claims),
        _ids(claims),
    )


def _drawn(routes: Iterable[Route], ends: Sequence[Term]) -> tuple[tuple[Card, ...], tuple[Link, ...]]:
    steps = {(s.tail.id, s.relation.id, s.head.id): s for r in routes for s in r.steps}
    terms = {t.id: t for s in steps.values() for t in (s.tail, s.head)}
    asked = {t.id for t in ends}
    cards = tuple(Card(term, end=i in asked) for i, term in sorted(terms.items()))
    return cards, tuple(_link(s) for _, s in sorted(steps.items()))


def _link(step: Step) -> Link:
    return Link(
        step.tail.id,
        step.head.id,
        "opposing" if step.polarity == "-" else "causal",
        step.relation.label,
        step.strength,
        step.disputed,
        step.inferred,
        _ids(step.claims),
    )


def _ids(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(c.id.partition(":")[2] or c.id for c in claims)


def _names(terms: Iterable[Term], lang: str) -> str:
    return ", ".join(label(t, lang) for t in terms)


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


SCENES: Mapping[type, Callable[[Any, str], Scene]] = {
    Paths: paths,
    WhatIf: whatif,
    Compare: compare,
    Loops: loops,
    Explained: explained,
}
