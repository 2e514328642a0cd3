"""Parts that all text answers share: wrapped lines, names, counts, who is for and against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import wrap

from lipdrift.model import Claim, Source, Term
from lipdrift.terms import Stance

WIDTH = 100
VERBS = {Stance.SUPPORTS: "for", Stance.DISPUTES: "against", Stance.QUALIFIES: "limits it"}


def wrapped(text: str, first: str, rest: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def sides(claim: Claim, cited: Mapping[str, Source], indent: str) -> Iterator[str]:
    """Who is for it, who against; an inference names what it was drawn from."""
    for stance in Stance:
        names = [source_name(s, cited) for s in claim.sources_that(stance)]
        if names:
            verb = "drawn from" if claim.inferred and stance is Stance.SUPPORTS else VERBS[stance]
            yield from wrapped(f"{verb}: {'; '.join(names)}", indent, indent + "  ")


def source_name(identifier: str, cited: Mapping[str, Source]) -> str:
    found = cited.get(identifier)
    if found is None:
        return identifier
    who = found.authors.split(";")[0] or re.split(r";| \(", found.container)[0] or found.title
    return f"{who} {found.year or '(no year)'} [{identifier}]"


def label(identifier: str, names: Mapping[str, Term]) -> str:
    return names[identifier].label if identifier in names else identifier


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def names(terms: Iterable[Term]) -> str:
    """The labels, joined by commas."""
    return ", ".join(term.label for term in terms)
