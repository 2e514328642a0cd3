"""Every smallest set of things that somebody can change and that stops all routes to a target.

1. Only terms that an injector or a patient can change may be in a set, never the target or the outcome.
2. Causes with a route on which nobody can change anything are set aside and named, or every answer would be "none".
3. Summary claims are left out: what they jump over is spelled out by others.
"""

from __future__ import annotations

from collections.abc import Sequence

from lipdrift.answers import Cuts
from lipdrift.causal import Knowledge
from lipdrift.model import Claim, Term
from lipdrift.questions.bounds import DEFAULT, Bounds
from lipdrift.questions.receipts import receipt
from lipdrift.questions.sentence import about_claims
from lipdrift.questions.ways import Ways, causes
from lipdrift.search.cuts import smallest_cuts, unstoppable
from lipdrift.search.dominators import passages
from lipdrift.terms import OUTCOME, curie

SOMEBODY = {"Injector", "Patient"}
CUTTABLE = ("Cause", "MechanismStep")
BUDGET = 200_000


def cuts(kg: Knowledge, target: Term, sources: Sequence[Term] = (), bounds: Bounds = DEFAULT) -> Cuts:
    """The sets that stop every route from the ``sources`` (default: all causes) to the target."""
    ways = Ways(kg, bounds)
    begin = [t for t in (sources or causes(kg)) if t.id != target.id]
    end = kg.number[target.id]
    leading = ways.told.leading([end])
    starts = {t.id: [n for n in ways.starts(t) if n in leading and n != end] for t in begin}
    leads = [t for t in begin if starts[t.id]]
    without = tuple(t for t in begin if t not in leads)
    allowed = {kg.number[t.id] for t in kg.nodes if changeable(t) and t.id not in (target.id, curie(OUTCOME))}
    lost = set(unstoppable(ways.told, [n for t in leads for n in starts[t.id]], end, allowed))
    stopped = tuple(t for t in leads if not lost & set(starts[t.id]))
    aimed = sorted({n for t in stopped for n in starts[t.id]})
    found = smallest_cuts(ways.told, aimed, end, allowed, bounds.limit, BUDGET)
    must = passages(ways.told, aimed, end) if stopped else ()
    sets = tuple(tuple(kg.nodes[n] for n in cut) for cut in found.sets if cut)
    claims = _on_the_way(ways, [n for t in leads for n in starts[t.id]], end)
    question = {"command": "cuts", "target": target.id, "from": [t.id for t in sources], **bounds.named()}
    sentence = about_claims(kg, claims, f"on the ways to {target.label}")
    terms = [target, *begin, *(t for cut in sets for t in cut), *(kg.nodes[n] for n in must)]
    return Cuts(
        receipt=receipt(kg, question, terms=terms, claims=claims, reason=found.reason, sentence=sentence),
        target=target,
        causes=stopped,
        cuts=sets,
        uncuttable=tuple(t for t in leads if t not in stopped),
        without_route=without,
        passages=tuple(kg.nodes[n] for n in must),
        why_none="" if sets else _why_none(leads, stopped),
    )


def changeable(term: Term) -> bool:
    """Whether an injector or a patient can change it: a cause or step that says so, nothing else."""
    return term.kind in CUTTABLE and bool(SOMEBODY & set(term.modifiable_by))


def _why_none(leads: Sequence[Term], stopped: Sequence[Term]) -> str:
    if not leads:
        return "No set: no route leads there, so that there is nothing to stop."
    if not stopped:
        return "No set: on some route of each of these causes nobody can change anything."
    return "No set was found within the bounds."


def _on_the_way(ways: Ways, starts: Sequence[int], end: int) -> list[Claim]:
    """The claims on any way from a start to the end."""
    inside = ways.told.only(lambda a: ways.told.tail[a] != end)
    ahead, behind = inside.reached(starts), inside.leading([end])
    arrows = [a for n in sorted(ahead) for a in inside.out[n] if inside.head[a] in behind]
    return [c for a in arrows for c in ways.net.steps[a].claims]
