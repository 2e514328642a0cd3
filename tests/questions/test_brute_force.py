"""On random ontologies every answer equals brute force, keeps its schema and says when it is not whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lipdrift.answers import Route, Step
from lipdrift.atlas import Atlas
from lipdrift.causal import Knowledge
from lipdrift.model import Term
from lipdrift.questions.bounds import Bounds
from lipdrift.rdf import Statements
from lipdrift.source import Document
from lipdrift.terms import Strength
from lipdrift.views.record import record
from lipdrift.views.schemas import FORMS
from tests.questions.brute_force import ORDER, Asked, Edge, Sight, inferred, supported
from tests.questions.ontologies import CAUSAL, OPPOSING, OUTCOME, World, worlds
from tests.questions.test_schemas import faults

EACH = 500
VALIDATED: Counter[str] = Counter()
TRIED: Counter[str] = Counter()
random_ontologies = settings(
    max_examples=EACH, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
asked = st.builds(
    Asked,
    max_steps=st.sampled_from([12, 12, 12, 4, 3, 2, 1]),
    limit=st.sampled_from([20, 20, 3, 1]),
    weakest=st.sampled_from([0, 0, 0, 2, 3]),
    inferred=st.sampled_from([True, True, False]),
    signed=st.sampled_from([False, False, True]),
)


def loaded(world: World) -> Atlas:
    return Atlas(Knowledge(Statements([Document("world.ttl", world.turtle().encode())])))


def bounds(a: Asked) -> Bounds:
    strength = Strength(a.weakest) if a.weakest else None
    return Bounds(a.max_steps, a.limit, strength, a.inferred, a.signed)


def kept(answer: object) -> dict[str, Any]:
    """The record of an answer; every third one is held against its schema, which costs more than the answer."""
    found = record(answer)
    form = found["schema"]
    TRIED[form] += 1
    if TRIED[form] % 3 == 1:
        assert faults(answer) == []
        VALIDATED[form] += 1
    return found


def ids(terms: Iterable[Term]) -> list[str]:
    return [t.id.removeprefix("lip:") for t in terms]


def step_of(step: Step) -> tuple[object, ...]:
    sources = [c.id.removeprefix("lip:") for c in step.claims]
    return (
        *ids([step.tail]),
        step.relation.id.removeprefix("lip:"),
        *ids([step.head]),
        int(step.strength),
        step.independent,
        [s if " " not in s else "" for s in sources],
    )


def edge_of(edge: Edge) -> tuple[object, ...]:
    return edge.tail, edge.relation, edge.head, *edge.worth, [c.name for c in edge.claims]


def path_of(route: Route) -> list[tuple[object, ...]]:
    return [step_of(s) for s in route.steps]


def same(ours: Sequence[Route], theirs: Sequence[Sequence[Edge]]) -> None:
    assert [path_of(r) for r in ours] == [[edge_of(e) for e in path] for path in theirs]


def names(sight: Sight, kind: str) -> list[str]:
    return sight.of_kind(kind)


@random_ontologies
@given(worlds(), asked, st.randoms(use_true_random=False, note_method_calls=False))
def test_paths_and_kinds(world: World, a: Asked, dice: Any) -> None:
    kg, sight = loaded(world), Sight(world, a)
    cause, target = dice.choice(names(sight, "Cause")), dice.choice([OUTCOME, OUTCOME, *sight.things])
    answer = kg.paths(cause, target, bounds(a))
    routes, hidden, reason = sight.routes(cause, target)
    same(answer.routes, routes)
    assert answer.receipt.reason == reason
    assert {c.id for c in answer.summary_claims} == {f"lip:{c.name}" for e in hidden for c in e.claims}
    for ours, path in zip(answer.routes, routes, strict=True):
        assert ours.of_which is None if path[0].tail == cause else ids([ours.of_which]) == [path[0].tail]  # type: ignore[list-item]
        assert (ours.summary, ours.inferred) == (
            any(e.summary for e in path),
            any(all(inferred(c) for c in e.claims) for e in path),
        )
    shown = [e for e in sight.edges if e.tail == target and e.relation in CAUSAL]
    shown = [e for e in shown if sight.things[e.head].kind == "Sign"] if routes else []
    assert Counter(ids(s.sign for s in answer.then)) == Counter(e.head for e in shown)
    found = kept(answer)
    if a.signed:
        signs = [_sign(path) for path in routes]
        assert [r["sign"] for r in found["paths"]] == signs
        assert found["contradiction"] == ({"+", "-"} <= set(signs))
    if answer.no_route and not reason:
        _misses(kg, sight, cause, target)
    few = Asked(min(a.max_steps, 4), 99, a.weakest, a.inferred, a.signed)
    counted = kg.kinds(cause, target, bounds(few))
    walks = sight.walks(cause, target, few.max_steps)
    assert {p.kinds: p.count for p in counted.patterns} == sight.patterns(walks)
    assert counted.exact == _acyclic({e for w in walks for e in w}, walks)
    assert (counted.receipt.reason == "steps") == any(
        len(r) > few.max_steps for r in sight.all_routes(cause, target, sight.told)
    )
    kept(counted)


def _sign(path: Sequence[Edge]) -> str | None:
    signs = [{"touches": None}.get(e.relation, "-" if e.relation in OPPOSING else "+") for e in path]
    return None if None in signs else "-" if signs.count("-") % 2 else "+"


def _acyclic(edges: set[Edge], walks: Sequence[Sequence[Edge]]) -> bool:
    left = set(edges)
    while left:
        first = {e for e in left if e.tail not in {x.head for x in left}}
        if not first:
            return False
        left -= first
    return True


def _misses(kg: Atlas, sight: Sight, cause: str, target: str) -> None:
    """Every missing claim that is named would make a route; where none is named, none could."""
    none = kg.paths(cause, target, bounds(sight.asked)).no_route
    assert none is not None
    ahead = sight.reached(sight.starts(cause), lambda e: True)
    behind = {t for t in sight.things if target in sight.reached([t], lambda e: True)}
    assert target not in ahead or target in sight.starts(cause)
    if cause == target:
        return
    for tail, head in none.missing:
        assert ids([tail])[0] in ahead
        assert ids([head])[0] in behind
    assert none.missing or set(sight.starts(cause)) <= behind
    assert len({tuple(ids(pair)) for pair in none.missing}) == len(none.missing) <= 5


@random_ontologies
@given(worlds(), asked, st.randoms(use_true_random=False, note_method_calls=False))
def test_whatif_cuts_and_treatments(world: World, a: Asked, dice: Any) -> None:
    kg, sight = loaded(world), Sight(world, unsigned(a))
    causes = names(sight, "Cause")
    sources = dice.choice([[], [], [dice.choice(causes)]])
    _whatif(kg, (sight, a), sources, dice.sample(list(sight.things), dice.randint(1, 2)))
    target = dice.choice([OUTCOME, OUTCOME, *sight.things])
    begin = sources or causes
    whole = kg.cuts(target, sources, Bounds(99, 10_000, *_rest(bounds(a))))
    sets, stopped, lost, without = sight.cuts(target, begin)
    assert {frozenset(ids(c)) for c in whole.cuts} == set(map(frozenset, sets))
    assert (ids(whole.causes), ids(whole.uncuttable), ids(whole.without_route)) == (stopped, lost, without)
    assert bool(whole.why_none) == (not sets)
    passed = [{e.head for e in r[:-1]} for c in stopped for r in sight.all_routes(c, target, sight.told)]
    begun = {s for c in stopped for s in sight.starts(c) if sight.all_routes(s, target, sight.told)}
    assert set(ids(whole.passages)) == (set.intersection(*passed) - begun if passed else set())
    kept(whole)
    few = kg.cuts(target, sources, bounds(a))
    assert (len(few.cuts), few.receipt.complete) == (min(a.limit, len(sets)), len(sets) <= a.limit)
    _treatments(kg, (sight, a), target)


def _rest(b: Bounds) -> tuple[Strength | None, bool, bool]:
    return b.min_strength, b.inferred, b.signed


def unsigned(a: Asked) -> Asked:
    """What is reached, cut, explained or treated does not change when signs are asked for."""
    return replace(a, signed=False)


def _whatif(kg: Atlas, seen: tuple[Sight, Asked], sources: list[str], without: list[str]) -> None:
    sight, a = seen
    world = sight.world
    begin = sources or names(sight, "Cause")
    removed = {x for w in without for x in (w, *sight.narrower(w))}
    unsaid = frozenset(c.name for c in world.said if c.needs in removed)
    after = Sight(world, sight.asked, frozenset(removed), unsaid)
    was = sight.reached([s for c in begin for s in sight.starts(c)], sight.told)
    now = after.reached([s for c in begin for s in after.starts(c)], sight.told)
    answer = kg.whatif(*without, sources=sources, bounds=bounds(a))
    assert set(ids(answer.removed)) == removed
    assert {c.id for c in answer.removed_claims} == {f"lip:{c}" for c in unsaid}
    assert set(ids(answer.unreachable)) == set(was) - set(now) - removed
    every = {r for c in begin for r in after.all_routes(c, OUTCOME, sight.told)}
    routes = sorted((r for r in every if len(r) <= a.max_steps), key=sight.key)
    same(answer.still_open, routes[: a.limit])
    assert answer.receipt.complete == (len(routes) <= a.limit and len(routes) == len(every))
    kept(answer)


def _treatments(kg: Atlas, seen: tuple[Sight, Asked], target: str) -> None:
    sight, a = seen
    named = {target} | {b for b in sight.things if target in sight.narrower(b)}
    wanted = {n for n in sight.things if named & set(sight.reached([n], lambda e: True))}
    said = {c.name: c for c in sight.world.said}
    expected = {
        (actor, said[c].object, c)
        for actor in [t for k in ("Treatment", "Prevention") for t in names(sight, k)]
        for c in sight.effects(actor)
        if said[c].object in wanted and said[c].object != actor
    }
    answer = kg.treatments(target, bounds(a))
    found = [(*ids((x.treatment, x.acts_on)), x.claims[0].id.removeprefix("lip:")) for x in answer.actions]
    assert Counter(found) == Counter(expected)
    for action in answer.actions:
        taken = Sight(sight.world, sight.asked, frozenset(set(ids([action.acts_on])) - {target}))
        left = [c for c in names(sight, "Cause") if c not in taken.gone and taken.all_routes(c, target, sight.told)]
        assert ids(action.untouched) == [c for c in left if c != target]
        risks = {
            c.object
            for c in sight.world.said
            if c.relation == "risks" and c.subject == ids([action.treatment])[0] and supported(c)
        }
        assert risks <= set(ids(action.risks))
    kept(answer)


@random_ontologies
@given(worlds(), asked, st.randoms(use_true_random=False, note_method_calls=False))
def test_compare_loops_gaps_and_explain(world: World, a: Asked, dice: Any) -> None:
    kg, sight = loaded(world), Sight(world, a)
    first, second = dice.sample(list(sight.things), 2)
    _compare(kg, sight, first, second)
    circles = sight.circles()
    answer = kg.loops(bounds(a))
    assert [[step_of(s) for s in loop.steps] for loop in answer.loops] == [
        [edge_of(e) for e in c] for c in circles[: a.limit]
    ]
    assert answer.receipt.complete == (len(circles) <= a.limit)
    kept(answer)
    sight = Sight(world, unsigned(a))
    gaps = kg.gaps(bounds(a))
    for cause, row in zip(names(sight, "Cause"), gaps.cells, strict=True):
        for sign, cell in zip(names(sight, "Sign"), row, strict=True):
            via, path = sight.cell(cause, sign)
            claims = [c.name for e in path or () for c in e.claims]
            assert (cell.via, len(cell.claims)) == (via, len(claims))
            assert [i for i in cell.claims if " " not in i] == [f"lip:{c}" for c in claims if c]
            assert cell.weakest == (min(e.strength for e in path) if path else None)
    kept(gaps)
    _explain(kg, (sight, a), dice)


def _compare(kg: Atlas, sight: Sight, first: str, second: str) -> None:
    answer = kg.compare(first, second, OUTCOME, bounds(sight.asked))
    (ours, _, _), (theirs, _, _) = sight.routes(first, OUTCOME), sight.routes(second, OUTCOME)
    same(answer.first_routes, ours)
    a, b = [[[r[0].tail, *(e.head for e in r)] for r in routes] for routes in (ours, theirs)]
    on_a, on_b = {n for r in a for n in r}, {n for r in b for n in r}
    assert [set(ids(x)) for x in (answer.shared, answer.only_a, answer.only_b)] == [
        on_a & on_b,
        on_a - on_b,
        on_b - on_a,
    ]
    meet = next((n for r in a[:1] for n in r if n in on_b), None)
    assert (ids([answer.meet]) if answer.meet else [None]) == [meet]
    part = None
    if meet:
        x, y = [next(r[r.index(meet) :] for r in routes if meet in r) for routes in (a, b)]
        together = [n for n, m in zip(x, y, strict=False) if x[: x.index(n) + 1] == y[: x.index(n) + 1]]
        part = None if x == y else together[-1]
    assert (ids([answer.part]) if answer.part else [None]) == [part]
    kept(answer)


def _explain(kg: Atlas, seen: tuple[Sight, Asked], dice: Any) -> None:
    sight, a = seen
    signs = names(sight, "Sign")
    given_signs = dice.sample(signs, dice.randint(1, min(2, len(signs))))
    looks = list(dict.fromkeys(map(sight.look, given_signs)))
    absent = [s for s in signs if sight.look(s) not in looks][:1]
    answer = kg.explain(*given_signs, absent=absent, bounds=bounds(a))
    missing = [sight.look(s) for s in absent]
    assert set(ids(c.condition for c in answer.conditions)) == {OUTCOME, *names(sight, "LookAlike")}
    for found in answer.conditions:
        tied = sight.tied(*ids([found.condition]))
        parts = [[sight.look(n) for n in ids(x)] for x in (found.explains, found.unexplained, found.absent)]
        assert parts == [
            [x for x in looks if x in tied],
            [x for x in looks if x not in tied],
            [x for x in missing if x in tied],
        ]
        assert found.comparable == bool(tied)
    assert [len(c.explains) for c in answer.conditions] == sorted(
        (len(c.explains) for c in answer.conditions), reverse=True
    )
    expected = {}
    for cause in names(sight, "Cause"):
        best = {look: _best(sight, cause, look) for look in (*looks, *missing)}
        shown = [x for x in looks if best[x]]
        if shown:
            weakest = min(min(e.strength for e in best[x]) for x in shown)
            expected[cause] = (len(shown), sum(bool(best[x]) for x in missing), ORDER[weakest].lower())
    found_causes = {ids([c.cause])[0]: (len(c.explains), len(c.absent), c.weakest.word) for c in answer.causes}
    assert found_causes == expected
    ranks = sorted({(-x, y, -ORDER.index(w.capitalize())) for x, y, w in expected.values()})
    for c in answer.causes:
        assert ranks[c.group - 1] == (-len(c.explains), len(c.absent), -int(c.weakest))
    kept(answer)


def _best(sight: Sight, cause: str, look: str) -> list[Edge]:
    found: list[Sequence[Edge]] = []
    for sign in {look, *sight.narrower(look)}:
        found += sight.routes(cause, sign)[0][:1]
    return list(sorted(found, key=lambda path: sight.key(tuple(path)))[0]) if found else []


@random_ontologies
@given(worlds())
def test_evidence_find_show_and_info(world: World) -> None:
    kg = loaded(world)
    claims = [c for c in world.said if not c.bare]
    for thing in world.things:
        for name in (thing.name, f"lip:{thing.name}", thing.label, thing.label.upper(), *thing.words):
            assert thing.name in ids(kg.find(name).terms)[:1]
            assert ids([kg.term(name)]) == [thing.name]
        about = [c.name for c in claims if thing.name in (c.subject, c.object)]
        assert [c.id for c in kg.evidence(thing.name).claims if " " not in c.id] == [f"lip:{c}" for c in about]
        shown = kg.show(thing.name)
        for ours, end in ((shown.claims_in, "object"), (shown.claims_out, "subject")):
            theirs = [c.name for c in claims if getattr(c, end) == thing.name]
            assert [c.id for c in ours if " " not in c.id] == [f"lip:{c}" for c in theirs]
        kept(shown)
        kept(kg.find(thing.label))
    a, b = world.things[0].name, world.things[-1].name
    for x, y in ((a, b), (a, a)):
        both = [c for c in claims if {c.subject, c.object} == {x, y}]
        answer = kg.evidence(x, y)
        assert [c.id for c in answer.claims if " " not in c.id] == [f"lip:{c.name}" for c in both]
        for claim, said in zip([c for c in answer.claims if " " not in c.id], both, strict=True):
            assert Counter(i.stance.value for i in claim.evidence) == Counter(s for s, _, _ in said.items)
            assert (claim.supported, claim.inferred) == (supported(said), inferred(said))
        kept(answer)
    info = kg.info()
    assert dict(info.kinds) == Counter(t.kind for t in world.things)
    assert info.counts["inferences"] == sum(map(inferred, world.said))
    kept(info)


@pytest.mark.parametrize("form", [f for f in FORMS if f not in ("check", "verify")])
def test_how_many_answers_were_held_against_their_schema(form: str) -> None:
    """Runs after the others of this file, whose counts it reads."""
    if sum(TRIED.values()) == 0:
        pytest.skip("the random ontologies were not asked in this run")
    schema = f"lipdrift.{form}/1"
    print(f"\n{form}: {TRIED[schema]} answers equal brute force, {VALIDATED[schema]} validated")
    assert TRIED[schema] >= EACH
