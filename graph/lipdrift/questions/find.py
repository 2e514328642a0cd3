"""Terms by name: exactly one for a question's argument, a ranked list for a search."""

from __future__ import annotations

from difflib import get_close_matches
from unicodedata import normalize

from lipdrift.answers import Found
from lipdrift.causal import Knowledge
from lipdrift.errors import AmbiguousTerm, UnknownTerm, UsageError
from lipdrift.model import Term
from lipdrift.questions.receipts import receipt
from lipdrift.terms import LIP, curie, expand


def resolve(kg: Knowledge, name: str) -> Term:
    """The one term that a CURIE, IRI, local name, label or synonym means, in any language and case.

    An id wins over a label, a label over a synonym. Raises UnknownTerm with the nearest names, AmbiguousTerm with
    the candidates.
    """
    wanted = " ".join(name.split())
    folded = fold(name)
    for exact in (wanted, curie(expand(wanted)), f"lip:{wanted}", curie(LIP + wanted)):
        if exact in kg.terms:
            return kg.terms[exact]
    for names in (_ids, _labels, _words):
        hits = [t for t in kg.nodes if folded in names(t)]
        if len(hits) == 1:
            return hits[0]
        if hits:
            raise AmbiguousTerm(name, [t.id for t in hits])
    raise UnknownTerm(name, nearest(kg, folded))


def nearest(kg: Knowledge, folded: str) -> tuple[str, ...]:
    """Up to three ids whose names look most like the text."""
    spelled = {n: t.id for t in kg.nodes for names in (_words, _labels, _ids) for n in names(t)}
    found = get_close_matches(folded, sorted(spelled), n=6, cutoff=0.6)
    found += [n for n in sorted(spelled) if len(folded) > 3 and folded in n]
    return tuple(dict.fromkeys(spelled[n] for n in found))[:3]


def find(kg: Knowledge, text: str) -> Found:
    """Terms whose names hold the text: exact names first, then beginnings, then the rest, then near spellings."""
    folded = fold(text)
    if not folded:
        raise UsageError("find needs some text; try: lipdrift find philtrum")
    ranked = sorted((score, t.label, t.id) for t in kg.nodes if (score := _score(t, folded)) is not None)
    ids = [i for _, _, i in ranked] or list(nearest(kg, folded))
    terms = tuple(kg.terms[i] for i in ids)
    return Found(receipt(kg, {"command": "find", "text": text}, terms=terms), terms)


def _score(term: Term, folded: str) -> int | None:
    """Lower is better; None where no name of the term holds the text."""
    best: int | None = None
    for weight, names in enumerate((_labels, _ids, _words)):
        for name in names(term):
            if folded in name:
                fit = 0 if name == folded else 1 if name.startswith(folded) else 2
                score = fit * 3 + weight
                best = score if best is None else min(best, score)
    return best


def fold(text: str) -> str:
    """A name as names are compared: composed letters, single spaces, no case.

    >>> fold("E\u0301ffets  du filler") == fold("\u00e9ffets du FILLER")
    True
    """
    return " ".join(normalize("NFC", text).split()).casefold()


def _ids(term: Term) -> set[str]:
    return {fold(term.id), fold(term.id.removeprefix("lip:"))}


def _labels(term: Term) -> set[str]:
    return {fold(text) for text in (term.label, *term.labels.values())}


def _words(term: Term) -> set[str]:
    return {fold(word.text) for word in term.words}
