"""The lesson of one cause: its steps in telling order, what is seen, what can be done, what stays open.

Every sentence is a claim's own paraphrase or is put together from labels; nothing is added to the evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lipdrift.answers import Paths, Route, Step, Story, StoryStep
from lipdrift.causal import Knowledge
from lipdrift.causal.net import rank_of
from lipdrift.model import Claim, Term
from lipdrift.questions.paths import paths
from lipdrift.questions.ways import outcome, unknown_steps

ACTORS = ("Treatment", "Prevention")


def story(kg: Knowledge, cause: Term) -> Story:
    """The lesson of a cause, from its definition to what nobody knows."""
    answer = paths(kg, cause, outcome(kg))
    steps = [_opening(kg, answer), *_tissue(kg, answer), *_signs(kg, answer)]
    told = {t for step in steps for t in step.terms if kg.terms[t].kind != "Sign"}
    steps += _care(kg, told)
    steps.append(_open(kg, answer, [c for s in steps for c in s.claims]))
    return Story(cause, tuple(steps), answer)


def _scene(
    kg: Knowledge, part: str, title: str, text: Sequence[str], shown: tuple[Iterable[str], Iterable[Claim]]
) -> StoryStep:
    """One screen, with the caveats that its terms and claims must not be shown without."""
    terms, claims = tuple(dict.fromkeys(shown[0])), tuple(dict.fromkeys(c.id for c in shown[1]))
    caveats = tuple(c.id for c in kg.caveats_for(terms, claims))
    return StoryStep(part, title, tuple(text), terms, claims, caveats)


def _opening(kg: Knowledge, answer: Paths) -> StoryStep:
    cause = answer.sources[0]
    kinds = list(dict.fromkeys(r.of_which.label for r in answer.routes if r.of_which))
    text = [cause.definition] + [f"Told here through its kind: {', '.join(kinds)}."] * bool(kinds)
    if not answer.routes:
        text.append("No route from here to the outcome is known to this ontology.")
    return _scene(kg, "cause", cause.label, [t for t in text if t], ((cause.id,), answer.summary_claims))


def _tissue(kg: Knowledge, answer: Paths) -> list[StoryStep]:
    """Each step of each route once, best route first, then what the last steps lead to beside the outcome."""
    told: set[tuple[str, str, str]] = set()
    scenes = []
    for step in [s for r in answer.routes for s in r.steps] + _beside(kg, answer.routes):
        key = (step.tail.id, step.relation.id, step.head.id)
        if key not in told:
            told.add(key)
            scenes.append(_step(kg, step))
    return scenes


def _beside(kg: Knowledge, routes: Sequence[Route]) -> list[Step]:
    """Steps off the routes to a movement of filler that the routes themselves do not pass."""
    on_route = {t.id for r in routes for s in r.steps for t in (s.tail, s.head)}
    ends = [s for s in kg.steps if s.tail.id in on_route and s.head.id not in on_route]
    return [s for s in ends if s.head.stage == "movement" and not s.summary]


def _step(kg: Knowledge, step: Step) -> StoryStep:
    moved = step.head.stage == "movement" or step.head.kind in ("Outcome", "Event")
    why = "A link made by the curators: " if step.inferred else ""
    text = [why + c.comment for c in step.claims if c.comment]
    terms = (step.tail.id, step.head.id)
    return _scene(kg, "movement" if moved else "tissue", step.head.label, text, (terms, step.claims))


def _signs(kg: Knowledge, answer: Paths) -> list[StoryStep]:
    """What is seen after the outcome, and how a movement on the way explains it."""
    if not answer.then:
        return []
    shown = _beside(kg, answer.routes)
    causes = {s.head.id for s in shown}
    explains = [s for s in kg.steps if s.tail.id in causes and s.head.kind == "Sign" and not s.summary]
    signs = [seen.sign for seen in answer.then]
    text = [f"{_listed(s.label for s in signs)}."]
    if explains:
        text.append(" ".join(dict.fromkeys(c.comment for s in explains for c in s.claims)))
    claims = [c for seen in answer.then for c in seen.claims] + [c for s in explains for c in s.claims]
    terms = [answer.targets[0].id, *causes, *(s.id for s in signs)]
    return [_scene(kg, "sign", "What one may see", text, (terms, claims))]


def _care(kg: Knowledge, told: set[str]) -> list[StoryStep]:
    """Treatments and preventions that act on a term of the story; each points at what it acts on."""
    scenes = []
    for kind, title in zip(ACTORS, ("What can be done afterwards", "What is done beforehand"), strict=True):
        claims = [c for c in kg.claims.values() if _acts(kg, c, kind, told)]
        if not claims:
            continue
        claims.sort(key=lambda c: (-rank_of(c.strength, c.independent), c.id))
        text = [c.comment for c in claims if c.comment]
        terms = [i for c in claims for i in (c.subject, c.object)]
        scenes.append(_scene(kg, "care", title, text, (terms, claims)))
    return scenes


def _acts(kg: Knowledge, claim: Claim, kind: str, told: set[str]) -> bool:
    opposing = kg.relations[claim.relation].polarity == "-" and claim.supported
    return opposing and claim.object in told and kg.terms[claim.subject].kind == kind


def _open(kg: Knowledge, answer: Paths, told: Sequence[str]) -> StoryStep:
    """What is weak, disputed or unknown in the story that was told."""
    claims = [kg.claims[i] for i in dict.fromkeys(told)]
    disputed = [c for c in claims if c.disputed]
    links = list({(s.tail.id, s.relation.id, s.head.id): s for r in answer.routes for s in r.steps}.values())
    text = [f"Disputed: {c.comment}" for c in disputed]
    text += _unmeasured(links)
    text += [f"No source seen names a sign of {t.label}." for t in _silent(kg, answer.routes)]
    if any(unknown_steps(r) for r in answer.routes):
        text.append("Nobody has described the steps in between; the sources only name the cause.")
    weakest = sorted({r.weakest.word for r in answer.routes})
    if weakest:
        text.insert(0, f"The weakest link of the ways told here: {_listed(weakest)}.")
    terms = [i for c in disputed for i in (c.subject, c.object) if i in kg.terms] or [answer.sources[0].id]
    shown = [c for r in answer.routes for s in r.steps for c in s.claims] + list(answer.summary_claims)
    scene = _scene(kg, "open", "What stays open", text, (terms, disputed))
    caveats = dict.fromkeys([*scene.caveats, *(c.id for c in kg.caveats_for((), [c.id for c in shown]))])
    return StoryStep(scene.part, scene.title, scene.sentences, scene.terms, scene.claims, tuple(caveats))


def _unmeasured(links: Sequence[Step]) -> list[str]:
    """Which links of the way nobody measured, and which the curators made."""
    open_ones = [s for s in links if not any(c.measured for c in s.claims)]
    made = [f"{s.tail.label} → {s.head.label}" for s in links if s.inferred]
    text = []
    if links and len(open_ones) == len(links):
        text.append("No source seen measured any link of the way from the cause to the outcome.")
    elif open_ones:
        text.append(f"Measured by no source seen: {'; '.join(f'{s.tail.label} → {s.head.label}' for s in open_ones)}.")
    if made:
        text.append(f"Joined by the curators, not by a source: {'; '.join(made)}.")
    return text


def _silent(kg: Knowledge, routes: Sequence[Route]) -> list[Term]:
    """Movements on the routes from which nothing leads but to the outcome itself."""
    last = {s.tail.id: s.tail for r in routes for s in r.steps[-1:] if s.tail.stage == "movement"}
    return [t for i, t in sorted(last.items()) if len({s.head.id for s in kg.steps if s.tail.id == i}) == 1]


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)
