"""Which kinds of explanation exist, counted before any single one is told?"""

from __future__ import annotations

from lipdrift.answers import Kinds, Pattern
from lipdrift.causal import Knowledge
from lipdrift.model import Term
from lipdrift.questions.bounds import DEFAULT, Bounds
from lipdrift.questions.receipts import receipt
from lipdrift.questions.ways import Ways
from lipdrift.search.kinds import patterns
from lipdrift.terms import KINDS

NO_KIND = "Term"


def kinds(kg: Knowledge, cause: Term, target: Term, bounds: Bounds = DEFAULT) -> Kinds:
    """The sequences of kinds of terms on the routes from a cause to a target, each with how many routes it has.

    Summary claims are left out. Where circles make the count a count of walks, ``exact`` is False.
    """
    ways = Ways(kg, bounds, opposing=bounds.signed)
    names = (*KINDS, NO_KIND)
    kind_of = [names.index(t.kind or NO_KIND) for t in kg.nodes]
    found = patterns(ways.told, ways.starts(cause), kg.number[target.id], kind_of, bounds.max_steps, bounds.limit)
    made = tuple(Pattern(tuple(names[k] for k in kinds), count) for kinds, count in found.patterns)
    total = sum(p.count for p in made)
    question = {"command": "paths", "kinds": True, "from": [cause.id], "to": [target.id], **bounds.named()}
    exact = "" if found.exact else ", counting ways that pass a term twice"
    sentence = f"{len(made)} kinds of explanation from {cause.label} to {target.label}, {total} routes{exact}."
    slip = receipt(kg, question, terms=[cause, target], reason=found.reason, sentence=sentence)
    return Kinds(slip, (cause,), (target,), made, total, found.exact)
