"""Claims merged into steps, and the arrows between numbered terms on which every search runs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lipdrift.answers import Step
from lipdrift.model import Claim, Relation, Term
from lipdrift.search.arrows import Arrows
from lipdrift.terms import LinkType, Strength

JUMPS = {LinkType.KNOWN_STEPS, LinkType.UNKNOWN_STEPS}
Voices = Callable[[Iterable[Claim]], int]


@dataclass(frozen=True, slots=True)
class Net:
    """Steps by number, and the same as arrows: ``steps[a]`` is what arrow ``a`` means."""

    steps: tuple[Step, ...]
    arrows: Arrows


def weave(nodes: tuple[Term, ...], claims: Iterable[Claim], relations: Mapping[str, Relation], voices: Voices) -> Net:
    """The net of some claims between numbered terms; ``voices`` counts their independent sources."""
    number = {term.id: n for n, term in enumerate(nodes)}
    together: dict[tuple[int, int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        together[(number[claim.subject], number[claim.object], claim.relation)].append(claim)
    steps = tuple(_steps(nodes, together, relations, voices))
    triples = [(number[s.tail.id], number[s.head.id], rank(s)) for s in steps]
    return Net(steps, Arrows.build(len(nodes), triples))


def _steps(
    nodes: tuple[Term, ...],
    together: Mapping[tuple[int, int, str], list[Claim]],
    relations: Mapping[str, Relation],
    voices: Voices,
) -> Iterator[Step]:
    for (tail, head, relation), found in sorted(together.items()):
        yield _step(nodes[tail], relations[relation], nodes[head], found, voices)


def _step(tail: Term, relation: Relation, head: Term, found: list[Claim], voices: Voices) -> Step:
    best = max(found, key=lambda c: (c.strength, c.independent, c.id))
    return Step(
        tail=tail,
        relation=relation,
        head=head,
        strength=best.strength,
        disputed=any(c.disputed for c in found),
        inferred=all(c.inferred for c in found),
        jumps=all(c.link_type in JUMPS for c in found),
        summary=all(c.link_type is LinkType.KNOWN_STEPS for c in found),
        claims=tuple(found),
        sources=tuple(sorted({s for c in found for s in c.sources})),
        independent=voices(found),
        polarity=relation.polarity,
    )


def rank(step: Step) -> int:
    """The strength of a step as one number that sorts: strength first, then independent sources."""
    return rank_of(step.strength, step.independent)


def rank_of(strength: Strength, independent: int = 0) -> int:
    """The lowest rank that a step of this strength with so many independent sources has."""
    return int(strength) * 10_000 + min(independent, 9_999)
