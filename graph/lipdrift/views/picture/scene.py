"""What a drawing shows: the cards and lines of an answer, and the words around them. No sizes, no places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, zip_longest
from typing import Any, Final

from lipdrift.answers import Answer, Compare, Explained, Loop, Loops, Paths, Route, Step, WhatIf
from lipdrift.errors import NoSteps
from lipdrift.model import Claim, Term
from lipdrift.terms import Strength
from lipdrift.views.picture.words import Tongue

MOST_CARDS: Final = 40
"""More cards than this are not legible on a slide; whole routes are left out and counted."""


@dataclass(frozen=True, slots=True)
class Card:
    """A term; ``tag`` is "", "A", "B", "AB" (whose way it is on) or "asked"."""

    term: Term
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """All steps between two cards as one line. ``independent`` sources stand behind the strongest of them."""

    tail: str
    head: str
    strength: Strength
    disputed: bool = False
    inferred: bool = False
    jumps: bool = False
    summary: bool = False
    independent: int = 0
    polarity: str = ""


@dataclass(frozen=True, slots=True)
class Ring:
    """A circle: its cards and the lines from each to the next, and what stands in its middle."""

    cards: tuple[Card, ...]
    lines: tuple[Line, ...]
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """Cards in the order of telling, lines, the title, how much there is in words, and notes for below.

    Where there are ``rings``, these are drawn: the cards and lines once more, as the circles that they form.
    """

    title: str
    extent: str
    cards: tuple[Card, ...]
    lines: tuple[Line, ...]
    notes: tuple[str, ...] = ()
    rings: tuple[Ring, ...] = ()


def scene(answer: Answer, tongue: Tongue) -> Scene:
    """What is drawn of an answer; TypeError for one without steps."""
    try:
        make = SCENES[type(answer)]
    except KeyError:
        name = type(answer).__name__
        raise NoSteps(name) from None
    found: Scene = make(answer, tongue)
    return found


def _paths(answer: Paths, tongue: Tongue) -> Scene:
    ends = [*answer.sources, *answer.targets]
    title = f"{tongue.names(answer.sources)} → {tongue.names(answer.targets)}"
    signed = bool(answer.receipt.question.get("signed"))
    seen = f"{tongue.say('then')}: {tongue.names(s.sign for s in answer.then)}" if answer.then else ""
    return _of_routes(answer.routes, title, tongue, ends, signed=signed, notes=[seen])


def _whatif(answer: WhatIf, tongue: Tongue) -> Scene:
    title = tongue.say("without", tongue.names(answer.removed), tongue.name(answer.target))
    return _of_routes(answer.still_open, title, tongue, [answer.target])


def _compare(answer: Compare, tongue: Tongue) -> Scene:
    a, b, target = map(tongue.name, (answer.first, answer.second, answer.target))
    routes = _in_turn([answer.first_routes, answer.second_routes])
    drawn = _of_routes(routes, f"A: {a}  ·  B: {b}  →  {target}", tongue, [answer.first, answer.second, answer.target])
    tags = {t.id: tag for tag, ts in (("AB", answer.shared), ("A", answer.only_a), ("B", answer.only_b)) for t in ts}
    return replace(drawn, cards=tuple(replace(c, tag=tags.get(c.term.id, "")) for c in drawn.cards))


def _explained(answer: Explained, tongue: Tongue) -> Scene:
    routes = _in_turn([c.routes for c in answer.causes])
    asked = {s.id for s in answer.signs}
    claims = [k for c in answer.conditions for k in c.claims]
    terms = [*(c.condition for c in answer.conditions if c.explains), *answer.signs]
    silent = tongue.names(c.condition for c in answer.conditions if c.comparable and not c.explains)
    unknown = tongue.names(c.condition for c in answer.conditions if not c.comparable)
    notes = [f"{tongue.say('unexplaining')}: {silent}" * bool(silent)]
    notes += [f"{tongue.say('incomparable')}: {unknown}" * bool(unknown)]
    title = tongue.say("explain", tongue.names(answer.signs))
    drawn = _of_routes(routes, title, tongue, terms, claims, notes=notes)
    return replace(drawn, cards=tuple(replace(c, tag="asked" * (c.term.id in asked)) for c in drawn.cards))


def _loops(answer: Loops, tongue: Tongue) -> Scene:
    kept = _on_the_sheet(answer.loops)
    signed = bool(answer.receipt.question.get("signed"))
    rings = tuple(_ring(number, loop, tongue, signed) for number, loop in enumerate(kept, 1))
    extent = tongue.count("circles", len(answer.loops))
    cards = tuple({c.term.id: c for ring in rings for c in ring.cards}.values())
    lines = tuple({(k.tail, k.head): k for ring in rings for k in ring.lines}.values())
    notes = tuple(filter(None, [_more(len(answer.loops) - len(kept), tongue)]))
    return Scene(tongue.say("circles"), extent, cards, lines, notes, rings)


def _on_the_sheet(loops: Sequence[Loop]) -> Sequence[Loop]:
    """The first circles that have room: each one brings all of its cards."""
    cards = accumulate(len(loop.steps) for loop in loops)
    return loops[: max(sum(n <= MOST_CARDS for n in cards), 1)]


def _ring(number: int, loop: Loop, tongue: Tongue, signed: bool) -> Ring:
    weakest = f"{tongue.say('weakest')}: {tongue.say(loop.weakest.word)}"
    said = (tongue.say("circle", number), loop.listed, weakest)
    steps = [step if signed else replace(step, polarity="") for step in loop.steps]
    return Ring(tuple(Card(s.tail) for s in steps), tuple(map(_of_step, steps)), tuple(filter(None, said)))


def _of_routes(
    routes: Sequence[Route],
    title: str,
    tongue: Tongue,
    terms: Sequence[Term],
    claims: Sequence[Claim] = (),
    *,
    signed: bool = False,
    notes: Sequence[str] = (),
) -> Scene:
    """Routes, and claims between terms that are drawn anyway."""
    kept = _legible([r.steps for r in routes], terms)
    steps = [step if signed else replace(step, polarity="") for steps in kept for step in steps]
    cards = _cards([*(t for s in steps for t in (s.tail, s.head)), *terms])
    extent = tongue.count("routes", len(routes)) if routes else tongue.say("noRoute")
    said = tuple(filter(None, (_more(len(routes) - len(kept), tongue), *notes)))
    return Scene(title, extent, cards, _lines(steps, claims, cards), said)


def _in_turn(lists: Iterable[Sequence[Route]]) -> list[Route]:
    """The best route of each first, so that what is left out is the same for all."""
    return [route for row in zip_longest(*lists) for route in row if route]


def _legible(chains: Sequence[tuple[Step, ...]], terms: Iterable[Term]) -> list[tuple[Step, ...]]:
    """The first chains that fit; one that adds too many cards is left out, a later one may still fit."""
    there = {t.id for t in terms}
    kept: list[tuple[Step, ...]] = []
    for chain in chains:
        wanted = there | {t.id for s in chain for t in (s.tail, s.head)}
        if len(wanted) <= MOST_CARDS or not kept:
            there = wanted
            kept.append(chain)
    return kept


def _more(number: int, tongue: Tongue) -> str:
    return tongue.say("more", number) if number else ""


def _cards(terms: Iterable[Term]) -> tuple[Card, ...]:
    return tuple(Card(t) for t in {t.id: t for t in terms}.values())


def _lines(steps: Iterable[Step], claims: Iterable[Claim], cards: Iterable[Card]) -> tuple[Line, ...]:
    known = {c.term.id for c in cards}
    together: dict[tuple[str, str], list[Line]] = {}
    for line in (*map(_of_step, steps), *map(_of_claim, claims)):
        if line.tail in known and line.head in known:
            together.setdefault((line.tail, line.head), []).append(line)
    return tuple(map(_merged, together.values()))


def _of_step(step: Step) -> Line:
    flags = (step.disputed, step.inferred, step.jumps, step.summary)
    return Line(step.tail.id, step.head.id, step.strength, *flags, step.independent, step.polarity)


def _of_claim(claim: Claim) -> Line:
    found = (claim.disputed, claim.inferred)
    return Line(claim.subject, claim.object, claim.strength, *found, independent=claim.independent)


def _merged(found: Sequence[Line]) -> Line:
    best = max(found, key=lambda line: (line.strength, line.independent))
    return replace(
        best,
        disputed=any(line.disputed for line in found),
        inferred=all(line.inferred for line in found),
        jumps=all(line.jumps for line in found),
        summary=all(line.summary for line in found),
    )


SCENES: Final[Mapping[type, Callable[[Any, Tongue], Scene]]] = {
    Paths: _paths,
    WhatIf: _whatif,
    Compare: _compare,
    Loops: _loops,
    Explained: _explained,
}


def told(lines: Iterable[Line], names: Mapping[str, str]) -> Iterator[str]:
    """The lines in words, for those who cannot see them."""
    for line in lines:
        yield f"{names[line.tail]} → {names[line.head]} ({line.strength.word})"
