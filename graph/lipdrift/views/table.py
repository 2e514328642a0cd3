"""Claims, terms and sources as CSV with the columns of the evidence pack. Cells that a sheet would run are defused."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from lipdrift.model import Claim, Source, Term
from lipdrift.terms import Stance
from lipdrift.views.safe import csv_cell

CLAIM_COLUMNS = [
    "id",
    "subject",
    "relation",
    "object",
    "value",
    "qualifier",
    "strength",
    "disputed",
    "inferred",
    "source_ids",
    "disputes_ids",
    "qualifies_ids",
    "link_type",
    "paraphrase",
]
TERM_COLUMNS = ["id", "label", "kind", "definition", "korean_label", "korean_draft", "synonyms", "source_ids"]
SOURCE_COLUMNS = [
    "id",
    "type",
    "authors",
    "year",
    "title",
    "container",
    "doi",
    "url",
    "how_seen",
    "evidence_group",
    "not_stated",
]


def claims(found: Iterable[Claim], names: Mapping[str, Term]) -> str:
    """One row a claim; terms by their labels, lists joined by semicolons."""
    rows = [
        [
            _local(c.id),
            _label(c.subject, names),
            _local(c.relation),
            _label(c.object, names),
            c.value,
            c.qualifier,
            c.strength.word,
            str(c.disputed).lower(),
            str(c.inferred).lower(),
            *(";".join(map(_local, c.sources_that(stance))) for stance in Stance),
            c.link_type.value if c.link_type else "",
            c.comment,
        ]
        for c in found
    ]
    return _csv(CLAIM_COLUMNS, rows)


def terms(found: Iterable[Term]) -> str:
    """One row a term."""
    rows = [
        [
            t.id,
            t.label,
            t.kind,
            t.definition,
            t.labels.get("ko", ""),
            str("ko" in t.drafts).lower(),
            "; ".join(w.text for w in t.words),
            ";".join(map(_local, t.sources)),
        ]
        for t in found
    ]
    return _csv(TERM_COLUMNS, rows)


def sources(found: Iterable[Source]) -> str:
    """One row a source; what it does not state is empty and named in the last column."""
    rows = [
        [
            _local(s.id),
            s.kind,
            s.authors,
            s.year,
            s.title,
            s.container,
            s.doi,
            s.url,
            s.how_seen,
            s.group,
            ";".join(s.not_stated),
        ]
        for s in found
    ]
    return _csv(SOURCE_COLUMNS, rows)


def rows(columns: Sequence[str], found: Iterable[Sequence[str]]) -> str:
    """Any table, such as the rows of a SPARQL answer."""
    return _csv(columns, found)


def _csv(columns: Sequence[str], found: Iterable[Sequence[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([csv_cell(cell) for cell in row] for row in found)
    return text.getvalue()


def _local(identifier: str) -> str:
    return identifier.partition(":")[2] or identifier


def _label(identifier: str, names: Mapping[str, Term]) -> str:
    return names[identifier].label if identifier in names else identifier
