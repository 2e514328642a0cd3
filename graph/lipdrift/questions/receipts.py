"""The receipt of an answer: what was asked of which ontology, and what must be said beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lipdrift.answers import Receipt
from lipdrift.causal import Knowledge
from lipdrift.model import Claim, Header, Term
from lipdrift.version import __version__


def receipt(
    kg: Knowledge | None,
    question: Mapping[str, object],
    *,
    terms: Iterable[Term] = (),
    claims: Iterable[Claim] = (),
    reason: str | None = None,
    sentence: str = "",
) -> Receipt:
    """The receipt of an answer that shows these terms and claims; ``question`` names its command first.

    Without knowledge (an ontology that could not be read) the receipt names none.
    """
    claims = list(claims)
    shown, stated = {t.id for t in terms}, {c.id for c in claims}
    shown |= {i for c in claims for i in (c.subject, c.object, *c.needs_also, *c.sites)}
    return Receipt(
        schema=f"lipdrift.{_form(question)}/1",
        lipdrift=__version__,
        ontology=kg.header if kg else Header(),
        question=question,
        complete=reason is None,
        reason=reason,
        caveats=kg.caveats_for(shown, stated) if kg else (),
        sentence=sentence,
    )


def _form(question: Mapping[str, object]) -> str:
    """The name of the answer's form; counts of kinds have other keys than the routes that they count."""
    return f"{question['command']}.kinds" if question.get("kinds") else str(question["command"])
