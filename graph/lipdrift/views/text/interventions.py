"""What-if, cuts and treatments as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lipdrift.answers import Action, Approval, Cuts, Treatments, WhatIf
from lipdrift.model import Term
from lipdrift.views.text.lines import count, names, sides, wrapped
from lipdrift.views.text.routes import brief


def whatif(answer: WhatIf) -> Iterator[str]:
    yield from wrapped(f"Without {names(answer.removed)}, on the way to {answer.target.label}:", "", "  ")
    for claim in answer.removed_claims:
        yield from wrapped(f"{claim.id} holds no longer: {claim.comment}", "   ", "     ")
    yield ""
    if answer.unreachable:
        yield "No longer reached from any cause:"
        yield from (f"   {t.label}" for t in answer.unreachable)
    else:
        yield "Nothing that was reached before is out of reach now."
    yield ""
    yield f"{count(len(answer.still_open), 'route')} still open, best supported first:"
    for number, route in enumerate(answer.still_open, 1):
        yield from brief(number, route)


def cuts(answer: Cuts) -> Iterator[str]:
    size = len(answer.cuts[0]) if answer.cuts else 0
    yield f"What stops every route to {answer.target.label}"
    if answer.causes:
        yield from wrapped(f"from {names(answer.causes)}", "   ", "   ")
    yield ""
    if answer.why_none:
        yield from wrapped(answer.why_none, "", "  ")
    else:
        yield f"{count(len(answer.cuts), 'smallest set')} of {count(size, 'thing')} that somebody can change:"
    for number, cut in enumerate(answer.cuts, 1):
        yield from wrapped(f"{number}. {' + '.join(_who(t) for t in cut)}", "   ", "      ")
    yield from _listed("Every route passes", answer.passages)
    yield from _listed("Nobody can stop every route from", answer.uncuttable)
    yield from _listed("No spelled-out route leads from", answer.without_route)


def _who(term: Term) -> str:
    who = ", ".join(term.modifiable_by).lower()
    return f"{term.label} ({who or 'nobody'})"


def _listed(words: str, terms: Sequence[Term]) -> Iterator[str]:
    if terms:
        yield ""
        yield from wrapped(f"{words}: {names(terms)}.", "", "  ")


def treatments(answer: Treatments) -> Iterator[str]:
    yield f"What acts on {answer.target.label} or on what leads to it: {count(len(answer.actions), 'action')}"
    for action in answer.actions:
        yield ""
        yield from _action(action, answer)


def _action(action: Action, answer: Treatments) -> Iterator[str]:
    first = action.claims[0]
    through = f" through {' and '.join(t.label for t in action.through)}" if action.through else ""
    strength = f"{first.strength.word}{', curator’s inference' if first.inferred else ''}"
    head = f"{action.treatment.label}{through} — {action.relation.label} → {action.acts_on.label}   [{strength}]"
    yield from wrapped(head, "", "  ")
    if first.comment:
        yield from wrapped(f"{first.id}: {first.comment}", "  ", "    ")
    yield from sides(first, answer.cited, "  ")
    if action.acts_on.id == answer.target.id:
        yield f"  {_on_the_whole(action)}"
    elif action.untouched:
        yield from wrapped(f"leaves untouched: {names(action.untouched)}", "  ", "    ")
    if action.risks:
        yield from wrapped(f"risks: {names(action.risks)}", "  ", "    ")
    if action.contraindications:
        yield from wrapped(f"not with: {names(action.contraindications)}", "  ", "    ")
    for approval in action.approvals:
        yield from wrapped(_approval(approval), "  ", "    ")


def _on_the_whole(action: Action) -> str:
    if action.treatment.kind == "Treatment":
        return "acts on the result: every cause stays as it is"
    return f"said of {action.acts_on.label} as a whole: no step is named"


def _approval(approval: Approval) -> str:
    place = approval.jurisdiction or "place not stated"
    date = approval.date or "date not stated"
    return f"status of {approval.term.label}: {approval.status} ({place}, {date}) [{approval.claim.id}]"
