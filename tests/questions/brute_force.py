"""The answers by trying everything, written from the contract's words; nothing of the package is used.

A `Sight` is a world under some bounds. An edge is all claims of one subject, relation and object together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from tests.questions.ontologies import CAUSAL, GROUPS, OPPOSING, OUTCOME, Said, Thing, World

ORDER = ("Unstated", "Disputed", "Suggested", "Reported", "Established")
POLARITY = {"leadsTo": "+", "causes": "+", "manifestsAs": "+", "prevents": "-", "treats": "-"}
Path = tuple["Edge", ...]


def supported(claim: Said) -> bool:
    """A direct triple, or a claim that at least one item supports."""
    return claim.bare or any(stance == "Supports" for stance, _, _ in claim.items)


def inferred(claim: Said) -> bool:
    bases = [basis for stance, _, basis in claim.items if stance == "Supports"]
    return bool(bases) and set(bases) == {"CuratorInference"}


def strength(claim: Said) -> int:
    disputed = any(stance == "Disputes" for stance, _, _ in claim.items)
    return ORDER.index("Disputed" if disputed else claim.strength)


def voices(claims: Iterable[Said]) -> set[str]:
    """The independent sources that support the claims."""
    return {GROUPS[s] for c in claims for stance, s, _ in c.items if stance == "Supports"}


@dataclass(frozen=True)
class Edge:
    tail: str
    relation: str
    head: str
    claims: tuple[Said, ...]

    @property
    def strength(self) -> int:
        return max(map(strength, self.claims))

    @property
    def worth(self) -> tuple[int, int]:
        return self.strength, len(voices(c for c in self.claims if not inferred(c)))

    @property
    def jumps(self) -> bool:
        return all(c.link != "Direct" for c in self.claims)

    @property
    def summary(self) -> bool:
        return all(c.link == "IndirectKnownSteps" for c in self.claims)


@dataclass(frozen=True)
class Asked:
    max_steps: int = 12
    limit: int = 20
    weakest: int = 0
    inferred: bool = True
    signed: bool = False


@dataclass
class Sight:
    world: World
    asked: Asked
    gone: frozenset[str] = frozenset()
    unsaid: frozenset[str] = frozenset()
    things: dict[str, Thing] = field(init=False)
    edges: list[Edge] = field(init=False)

    def __post_init__(self) -> None:
        self.things = {t.name: t for t in self.world.things}
        together: dict[tuple[str, str, str], list[Said]] = {}
        walked = (*CAUSAL, *OPPOSING) if self.asked.signed else CAUSAL
        for c in self.world.said:
            here = not {c.subject, c.object} & self.gone and c.name not in self.unsaid
            if here and c.relation in walked and supported(c) and (self.asked.inferred or not inferred(c)):
                together.setdefault((c.subject, c.relation, c.object), []).append(c)
        made = [Edge(*key, tuple(found)) for key, found in together.items()]
        self.edges = sorted((e for e in made if e.strength >= self.asked.weakest), key=self.place)

    def label(self, name: str) -> str:
        return self.things[name].label

    def place(self, edge: Edge) -> tuple[str, str, str]:
        return self.label(edge.tail), self.label(edge.head), edge.relation

    def of_kind(self, kind: str) -> list[str]:
        return [t.name for t in self.world.things if t.kind == kind]

    def narrower(self, name: str) -> set[str]:
        found, waiting = set(), [name]
        while waiting:
            above = waiting.pop()
            for low, high in self.world.kinds:
                if high == above and low not in found:
                    found.add(low)
                    waiting.append(low)
        return found - {name}

    def starts(self, cause: str) -> list[str]:
        return sorted({cause, *self.narrower(cause)} - self.gone, key=self.label)

    def walk(self, start: str, target: str, use: Callable[[Edge], bool], longest: int = 99) -> Iterator[Path]:
        """Every simple route over the edges in use."""

        def grow(node: str, seen: frozenset[str], path: Path) -> Iterator[Path]:
            if node == target:
                yield path
            elif len(path) < longest:
                for e in self.edges:
                    if e.tail == node and e.head not in seen and use(e):
                        yield from grow(e.head, seen | {e.head}, (*path, e))

        if start != target and not {start, target} & self.gone:
            yield from grow(start, frozenset({start}), ())

    def all_routes(self, cause: str, target: str, use: Callable[[Edge], bool], longest: int = 99) -> list[Path]:
        return [r for s in self.starts(cause) for r in self.walk(s, target, use, longest)]

    def reached(self, begin: Iterable[str], use: Callable[[Edge], bool]) -> dict[str, int]:
        found = dict.fromkeys(begin, 0)
        for _ in self.things:
            for e in self.edges:
                if e.tail in found and use(e):
                    found[e.head] = min(found.get(e.head, 99), found[e.tail] + 1)
        return found

    def key(self, path: Path) -> tuple[object, ...]:
        """Spelled-out first, then unknown steps, then summaries; weakest link, its sources, length, labels."""
        weak = min(e.worth for e in path)
        places = [self.place(e) for e in path]
        labels = [places[0][0], *(p[1] for p in places)]
        return (
            any(e.summary for e in path),
            any(e.jumps for e in path),
            -weak[0],
            -weak[1],
            len(path),
            labels,
            [e.relation for e in path],
        )

    # paths

    def hidden(self, cause: str, target: str) -> set[Edge]:
        """The summary claims whose chain is in the answer."""
        bound, chains = self.asked.max_steps, dict[Edge, list[Path]]()
        for s in (e for e in self.edges if e.summary and e.tail != e.head):
            begin = self.starts(cause) if s.tail == cause else [s.tail]
            chains[s] = [c for b in begin for c in self.walk(b, s.head, lambda e: not e.jumps, bound)]
        told = self.all_routes(cause, target, lambda e: not chains.get(e), bound)
        return {s for s, found in chains.items() if any(_holds(r, c, c[0].tail != s.tail) for r in told for c in found)}

    def routes(self, cause: str, target: str) -> tuple[list[Path], set[Edge], str | None]:
        """All routes in order, the summary claims that they spell out, and why there may be more."""
        hidden = self.hidden(cause, target)
        every = self.all_routes(cause, target, lambda e: e not in hidden)
        found = sorted((r for r in every if len(r) <= self.asked.max_steps), key=self.key)
        reason = "limit" if len(found) > self.asked.limit else "steps" if len(every) > len(found) else None
        return found[: self.asked.limit], hidden, reason

    # the other questions

    def told(self, edge: Edge) -> bool:
        return not edge.summary

    def walks(self, cause: str, target: str, longest: int) -> list[Path]:
        def grow(node: str, path: Path) -> Iterator[Path]:
            if node == target:
                yield path
            elif len(path) < longest:
                for e in self.edges:
                    if e.tail == node and self.told(e):
                        yield from grow(e.head, (*path, e))

        return [w for s in self.starts(cause) if s != target for w in grow(s, ())]

    def patterns(self, walks: Iterable[Path]) -> Counter[tuple[str, ...]]:
        return Counter((self.things[w[0].tail].kind, *(self.things[e.head].kind for e in w)) for w in walks)

    def cuts(self, target: str, sources: Sequence[str]) -> tuple[list[set[str]], list[str], list[str], list[str]]:
        """The sets, the causes that they stop, those that nothing stops, those without a route."""
        may = {
            t.name
            for t in self.world.things
            if t.kind in ("Cause", "MechanismStep")
            and t.who in ("Injector", "Patient")
            and t.name not in (target, OUTCOME)
        }
        ways = {
            s: [{r[0].tail, *(e.head for e in r)} for r in self.all_routes(s, target, self.told)]
            for s in sources
            if s != target
        }
        lost = [s for s, found in ways.items() if any(not nodes & may for nodes in found)]
        kept = [s for s, found in ways.items() if found and s not in lost]
        todo = [nodes for s in kept for nodes in ways[s]]
        sets: list[set[str]] = []
        for size in range(1, len(may) + 1) if todo else ():
            sets = [set(c) for c in combinations(sorted(may), size) if all(set(c) & nodes for nodes in todo)]
            if sets:
                break
        return sets, kept, lost, [s for s, found in ways.items() if not found]

    def circles(self) -> list[tuple[Edge, ...]]:
        best: dict[tuple[str, str], Edge] = {}
        for e in filter(self.told, self.edges):
            held = best.get((e.tail, e.head))
            if held is None or e.worth > held.worth:
                best[(e.tail, e.head)] = e
        found: list[tuple[Edge, ...]] = []

        def grow(start: str, path: Path) -> None:
            node = path[-1].head if path else start
            for e in best.values():
                if e.tail == node and e.head == start:
                    found.append((*path, e))
                elif e.tail == node and self.label(e.head) > self.label(start) and e.head not in [x.head for x in path]:
                    grow(start, (*path, e))

        for thing in self.world.things:
            grow(thing.name, ())
        short = [c for c in found if len(c) <= self.asked.max_steps]
        return sorted(short, key=lambda c: (len(c), [self.label(e.tail) for e in c]))

    def cell(self, cause: str, sign: str) -> tuple[str | None, Path | None]:
        """How the best route from a cause to a sign runs."""
        aside = Sight(self.world, self.asked, frozenset({OUTCOME}))
        through, hidden, _ = self.routes(cause, sign)
        direct = aside.all_routes(cause, sign, lambda e: e not in hidden, 1)
        if direct:
            return "direct", min(direct, key=self.key)
        steps = aside.all_routes(cause, sign, lambda e: not e.jumps, self.asked.max_steps)
        if steps:
            return "steps", min(steps, key=self.key)
        if not through:
            return None, None
        passes = any(e.head == OUTCOME or e.tail == OUTCOME for e in through[0])
        return ("migration_only" if passes else None), through[0]

    def look(self, sign: str) -> str:
        """The broadest sign that a sign is a name of."""
        above = [t for t in self.of_kind("Sign") if sign in self.narrower(t)]
        return max(above, key=lambda t: (len(self.narrower(t)), t), default=sign)

    def tied(self, state: str) -> set[str]:
        """The looks that a condition shows or mimics, over no cause."""
        inside = self.reached([state], lambda e: self.things[e.tail].kind != "Cause")
        near = {n for n, far in inside.items() if far < self.asked.max_steps and self.things[n].kind != "Cause"}
        found = {e.head for e in self.edges if e.tail in near}
        found |= {c.object for c in self.world.said if c.subject == state and c.relation == "mimics" and self.usable(c)}
        return {self.look(n) for n in found if self.things[n].kind == "Sign"}

    def usable(self, claim: Said) -> bool:
        return (
            supported(claim) and strength(claim) >= self.asked.weakest and (self.asked.inferred or not inferred(claim))
        )

    def effects(self, actor: str) -> set[str]:
        """The claims by which an actor acts against something, itself or through what it works by."""
        reach = {actor}
        for _ in self.things:
            for c in filter(self.usable, self.world.said):
                if c.relation in ("actsThrough", "elementOf", "kindOf") and c.subject in reach:
                    reach.add(c.object)
                if c.relation == "hasStep" and c.object in reach:
                    reach.add(c.subject)
        return {c.name for c in self.world.said if c.relation in OPPOSING and c.subject in reach and self.usable(c)}


def _holds(route: Path, chain: Path, first: bool) -> bool:
    """Whether a chain is part of a route; one that stands for the asked cause begins it."""
    places = [0] if first else range(len(route))
    return any(route[i : i + len(chain)] == chain for i in places)
