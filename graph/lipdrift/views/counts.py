"""The counts of an ontology as one sentence, and the place in a document where that sentence stands."""

from __future__ import annotations

import re

from lipdrift.answers import Info

MARKED = re.compile(r"(?P<open><!-- counts: [^\n]*-->\n)(?P<said>[^\n]*)(?P<close>\n<!-- /counts -->)")


def sentence(info: Info, questions: int) -> str:
    """What is in the ontology, in figures."""
    parts = (
        "{terms} terms, {claims} claims from {sources} sources, {inferences} inferences of the curators, "
        "{disputed} disputed claims, {myths} myths, {caveats} caveats"
    )
    return f"{parts.format(**info.counts)}, {questions} competency questions with their expected answers."


def stated(document: str) -> tuple[str, int] | None:
    """The sentence that stands between the marks of a document, and its line; None where it has no marks."""
    found = MARKED.search(document)
    return (found["said"], document[: found.start("said")].count("\n") + 1) if found else None


def replaced(document: str, words: str) -> str:
    """The document with the sentence between its marks.

    >>> replaced("<!-- counts: x -->\\nold\\n<!-- /counts -->", "new")
    '<!-- counts: x -->\\nnew\\n<!-- /counts -->'
    """
    return MARKED.sub(lambda found: found["open"] + words + found["close"], document)
