"""All rules in one table, and the run over them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from lipdrift.answers import Problem, Report
from lipdrift.causal import Knowledge
from lipdrift.check import chains, closure, counts, evidence, files, judgements, mappings, shapes, structure, words
from lipdrift.check.competency import questions_are_answered
from lipdrift.check.subject import Found, Subject
from lipdrift.errors import InputError, UsageError
from lipdrift.questions.receipts import receipt
from lipdrift.rdf import Statements
from lipdrift.source import Document
from lipdrift.terms import LEADS_TO
from lipdrift.turtle.tokens import tokens

Rule = Callable[[Subject], Found]


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule with its level, and whether it is softened to a warning for what calls itself a draft."""

    level: str
    rule: Rule
    drafts_warn: bool = False


RULES: Mapping[str, Entry] = {
    "parsers": Entry("error", files.parsers_agree),
    "prefix": Entry("error", files.one_prefix_one_namespace),
    "header": Entry("error", files.header),
    "name": Entry("error", files.own_names),
    "label": Entry("error", words.one_label),
    "korean": Entry("warning", words.korean_complete),
    "korean-draft": Entry("info", words.korean_drafts),
    "definition": Entry("error", words.one_definition),
    "synonym": Entry("error", words.synonyms_are_free),
    "property": Entry("error", files.properties_are_described),
    "declared": Entry("error", files.properties_are_declared),
    "kind": Entry("error", words.one_kind),
    "dangling": Entry("error", files.references_exist),
    "orphan": Entry("error", structure.no_orphans, drafts_warn=True),
    "parts": Entry("error", structure.parts_and_layers),
    "circle": Entry("error", structure.circles_are_listed),
    "reach": Entry("error", structure.causes_reach_the_outcome, drafts_warn=True),
    "sign": Entry("error", structure.signs_are_reached, drafts_warn=True),
    "actor": Entry("error", structure.actors_act, drafts_warn=True),
    "claim": Entry("error", evidence.claims_are_whole),
    "link": Entry("error", evidence.links_equal_claims),
    "steps": Entry("error", chains.link_types_are_true),
    "place": Entry("error", judgements.terms_are_placed, drafts_warn=True),
    "change": Entry("error", judgements.terms_say_who_can_change_them, drafts_warn=True),
    "strength": Entry("error", evidence.strength_agrees),
    "evidence": Entry("error", evidence.evidence_is_whole),
    "source": Entry("error", evidence.sources_are_whole),
    "study": Entry("error", evidence.pages_are_no_studies),
    "single": Entry("info", evidence.single_sources),
    "polarity": Entry("error", structure.signs_of_one_pair_agree),
    "approval": Entry("error", evidence.approvals_are_dated),
    "quantity": Entry("error", evidence.quantities_are_qualified),
    "mapping": Entry("error", mappings.mappings_are_verified),
    "exact": Entry("error", mappings.mappings_are_modest),
    "consistent": Entry("error", structure.kinds_fit_relations),
    "closure": Entry("error", closure.closure_is_consistent),
    "obsolete": Entry("error", files.obsolete_terms),
    "form": Entry("error", files.stable_form),
    "caveat": Entry("error", evidence.caveats_are_whole),
    "counts": Entry("error", counts.documents_count_right),
    "shape": Entry("error", shapes.shapes_hold),
    "target": Entry("error", shapes.shapes_have_targets),
}
WHOLE = ("target", "counts")
"""Rules that speak of a whole ontology with its vocabulary, not of a part."""
OUTSIDE = ("syntax", "unreadable", "question")
ABOUT_OTHERS = ("question", "target", "counts")
"""Rules that may name a file which is not among those under check."""


def run(
    documents: tuple[Document, ...],
    vocabulary: Document,
    queries: Iterable[Document] = (),
    off: Mapping[str, str] | None = None,
) -> Report:
    """Every problem of the documents, sorted by place. ``off`` maps rules to the reason why they are left out.

    Files that cannot be parsed are reported one by one; the other rules then have nothing to stand on.
    """
    off = dict(off or {})
    unknown = sorted(set(off) - set(RULES) - set(OUTSIDE))
    if unknown:
        raise UsageError(f"no rule is called {unknown[0]}; the rules are {', '.join([*RULES, *OUTSIDE])}")
    broken = list(_syntax(documents))
    if broken:
        return _report(None, broken, off)
    data = Statements(documents)
    part = not data.has(LEADS_TO)
    if part:
        data = Statements((*documents, vocabulary))
    try:
        knowledge = Knowledge(data)
    except InputError as error:
        return _report(None, [_refused("unreadable", error)], off)
    subject = Subject(data, knowledge)
    problems = [
        p
        for code, entry in RULES.items()
        if code not in off and not (part and code in WHOLE)
        for p in _apply(code, entry, subject)
    ]
    if "question" not in off:
        asked = questions_are_answered(data, queries)
        problems += [subject.problem("question", "error", finding) for finding in asked]
    names = {d.name for d in documents}
    return _report(knowledge, [p for p in problems if p.file in names or p.code in ABOUT_OTHERS], off)


def _apply(code: str, entry: Entry, subject: Subject) -> Iterable[Problem]:
    for finding in entry.rule(subject):
        soft = entry.drafts_warn and subject.draft(finding.iri)
        yield subject.problem(code, "warning" if soft else entry.level, finding)


def _syntax(documents: Iterable[Document]) -> Iterable[Problem]:
    for document in documents:
        try:
            Statements([document])
            if document.suffix == ".ttl":
                list(tokens(document.data.decode("utf-8"), document.name))
        except InputError as error:
            yield _refused("syntax", error)


def _refused(code: str, error: InputError) -> Problem:
    place = error.place
    return Problem(place.file, place.line, place.column, "error", code, error.what, error.fix)


def _report(knowledge: Knowledge | None, problems: list[Problem], off: Mapping[str, str]) -> Report:
    question = {"command": "check", "off": dict(off)}
    slip = receipt(knowledge, question)
    return Report(slip, tuple(sorted(set(problems))), len(RULES) + len(OUTSIDE) - len(off), off)
