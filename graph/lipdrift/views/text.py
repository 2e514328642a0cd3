"""Answers as plain text for a terminal: what, how strong, who says so, and what must be said beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

from lipdrift.answers import EvidenceOf, Found, Info, NoRoute, Paths, Receipt, Report, Route, Seen, Shown, Step
from lipdrift.model import Claim, Relation, Source, Term
from lipdrift.terms import Stance
from lipdrift.views.safe import printable

WIDTH = 100
VERBS = {Stance.SUPPORTS: "for", Stance.DISPUTES: "against", Stance.QUALIFIES: "limits it"}


def to_text(answer: object) -> str:
    """The answer as lines of text, control characters made visible; TypeError for anything but an answer."""
    try:
        write = WRITERS[type(answer)]
    except KeyError:
        raise TypeError(f"{type(answer).__name__} is no answer") from None
    lines = [*write(answer), *_closing(answer.receipt)]  # type: ignore[attr-defined]
    return "\n".join(printable(line) for line in lines) + "\n"


def _closing(receipt: Receipt) -> Iterator[str]:
    """What an answer ends with: that it is partial, its caveats, and that it is for teaching."""
    if not receipt.complete:
        yield ""
        yield f"NOT COMPLETE: the {receipt.reason} bound was reached; there may be more."
    if receipt.caveats:
        yield ""
        yield "To be said beside it:"
        for caveat in receipt.caveats:
            yield from _wrapped(caveat.text, "  ! ", "    ")


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def _paths(answer: Paths) -> Iterator[str]:
    cause, target = answer.sources[0], answer.targets[0]
    if answer.no_route:
        yield from _no_route(cause, target, answer.no_route, answer.cited)
        return
    yield f"{cause.label} → {target.label}: {_count(len(answer.routes), 'route')}, best supported first"
    for number, route in enumerate(answer.routes, 1):
        yield ""
        yield from _route(number, route, answer.cited)
    if answer.summary_claims:
        yield ""
        ids = ", ".join(c.id for c in answer.summary_claims)
        yield f"Said of the whole way by {ids}, whose steps are spelled out above."
    if answer.then:
        yield ""
        yield f"What is then seen ({target.label}):"
        yield from (_seen(s) for s in answer.then)


def _route(number: int, route: Route, cited: Mapping[str, Source]) -> Iterator[str]:
    words = [_count(len(route.steps), "step"), f"weakest link {route.weakest.word}"]
    if route.inferred:
        words.append("one link or more is a curator's inference")
    if route.summary:
        words.append("uses a summary claim")
    words.append(_count(route.sources, "independent source"))
    yield f"{number}. {'; '.join(words)}"
    if route.of_which:
        yield f"   of which: {route.of_which.label}"
    yield f"   {route.steps[0].tail.label}"
    for step in route.steps:
        yield from _step(step, cited)


def _step(step: Step, cited: Mapping[str, Source]) -> Iterator[str]:
    yield f"   → {step.relation.label} → {step.head.label}   [{_strength(step)}]"
    for claim in step.claims:
        if claim.comment:
            yield from _wrapped(f"{claim.id}: {claim.comment}", " " * 7, " " * 9)
        yield from _sides(claim, cited, " " * 7)


def _strength(step: Step) -> str:
    if step.inferred:
        return f"{step.strength.word}, curator's inference"
    return f"{step.strength.word}, {_count(step.independent, 'independent source')}"


def _sides(claim: Claim, cited: Mapping[str, Source], indent: str) -> Iterator[str]:
    """Who is for it, who against; an inference names what it was drawn from."""
    for stance in Stance:
        names = [_source(s, cited) for s in claim.sources_that(stance)]
        if names:
            verb = "drawn from" if claim.inferred and stance is Stance.SUPPORTS else VERBS[stance]
            yield from _wrapped(f"{verb}: {'; '.join(names)}", indent, indent + "  ")


def _source(identifier: str, cited: Mapping[str, Source]) -> str:
    found = cited.get(identifier)
    if found is None:
        return identifier
    who = found.authors.split(";")[0] or re.split(r";| \(", found.container)[0] or found.title
    return f"{who} {found.year or '(no year)'} [{identifier}]"


def _seen(seen: Seen) -> str:
    ids = ", ".join(c.id for c in seen.claims)
    return f"   {seen.sign.label}   [{seen.strength.word}; {ids}]"


def _no_route(cause: Term, target: Term, why: NoRoute, cited: Mapping[str, Source]) -> Iterator[str]:
    yield f"{cause.label} → {target.label}: no route is known to this ontology."
    if why.reached:
        yield f"   It leads as far as: {', '.join(t.label for t in why.reached)}."
    if why.leading:
        yield f"   To {target.label} lead: {', '.join(t.label for t in why.leading)}."
    for a, b in why.missing:
        yield f"   A claim that would connect them (nobody makes it here): {a.label} → {b.label}"
    for claim in why.related:
        yield from _wrapped(f"Not a causal step, but said: {claim.id} {claim.comment}", "   ", "     ")
        yield from _sides(claim, cited, "     ")


def _evidence(answer: EvidenceOf) -> Iterator[str]:
    subject = " and ".join(t.label for t in answer.terms)
    yield f"{subject}: {_count(len(answer.claims), 'claim')}"
    for claim in answer.claims:
        yield ""
        yield from _claim(claim, answer.names, answer.relations, answer.cited)


def _claim(
    claim: Claim, names: Mapping[str, Term], relations: Mapping[str, Relation], cited: Mapping[str, Source]
) -> Iterator[str]:
    head = _label(claim.object, names) if claim.object else f"“{claim.value}”"
    label = relations[claim.relation].label if claim.relation in relations else claim.relation
    myth = "" if claim.supported else "   MYTH: what the sources say is against it"
    yield from _wrapped(f"{claim.id}  {_label(claim.subject, names)} — {label} → {head}{myth}", "", "  ")
    voices = "curator's inference" if claim.inferred else _count(claim.independent, "independent source")
    yield f"  {claim.strength.word}; {voices}"
    facts = [f"{name}: {text}" for name, text in claim.fields]
    facts += [f"not stated: {', '.join(claim.not_stated)}"] * bool(claim.not_stated)
    for text in (claim.comment, claim.qualifier and f"({claim.qualifier})", "; ".join(facts)):
        if text:
            yield from _wrapped(text, "  ", "  ")
    yield from _sides(claim, cited, "  ")


def _label(identifier: str, names: Mapping[str, Term]) -> str:
    return names[identifier].label if identifier in names else identifier


def _found(answer: Found) -> Iterator[str]:
    if not answer.terms:
        yield "No term bears that name."
    for term in answer.terms:
        yield f"{term.id}  {_labels(term)}  ({term.kind})"


def _labels(term: Term) -> str:
    others = [f"{text}{'*' if lang in term.drafts else ''}" for lang, text in term.labels.items() if lang != "en"]
    return " | ".join([term.label, *others])


def _shown(answer: Shown) -> Iterator[str]:
    term = answer.term
    yield f"{_labels(term)}  ({term.kind})  {term.id}"
    if term.drafts:
        yield "  * draft label, not yet checked"
    yield from _wrapped(term.definition, "  ", "  ")
    for register in ("clinical", "lay"):
        words = [w.text for w in term.words if w.register == register]
        if words:
            yield from _wrapped(f"{register} words: {', '.join(words)}", "  ", "    ")
    sites = [_label(s, answer.names) + (" (inferred)" if s in term.inferred_sites else "") for s in term.sites]
    if sites:
        yield f"  where: {', '.join(sites)}"
    if term.modifiable_by:
        yield f"  can be changed by: {', '.join(term.modifiable_by).lower()} (curators' judgement)"
    for title, claims in (
        ("Claims that end in it", answer.claims_in),
        ("Claims that begin with it", answer.claims_out),
    ):
        yield from _section(title, claims, answer)
    for relation, identifier in answer.mappings:
        yield f"  {relation}: {identifier}"


def _section(title: str, claims: Sequence[Claim], answer: Shown) -> Iterator[str]:
    if claims:
        yield ""
        yield f"{title}:"
    for claim in claims:
        yield from _claim(claim, answer.names, answer.relations, answer.cited)


def _info(answer: Info) -> Iterator[str]:
    header = answer.receipt.ontology
    yield f"{header.title}"
    yield f"  software {answer.receipt.lipdrift}, ontology {header.version}"
    yield f"  licence {header.licence}"
    yield f"  SHA-256 {header.sha256}"
    for name, count in answer.counts.items():
        yield f"  {name.replace('_', ' '):<14} {count}"
    yield f"  kinds: {', '.join(f'{count} {kind}' for kind, count in answer.kinds.items())}"
    yield f"  cite as: {answer.cite}"


def _report(answer: Report) -> Iterator[str]:
    for p in answer.problems:
        place = ":".join(str(part) for part in (p.file, p.line, p.column) if part)
        yield f"{place}: {p.level}[{p.code}] {p.message}; {p.fix}"
    for rule, reason in sorted(answer.switched_off.items()):
        yield f"rule {rule} is switched off: {reason}"
    counts = ", ".join(_count(answer.count(level), level) for level in ("error", "warning"))
    yield f"{answer.rules} rules: {counts}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


WRITERS: Mapping[type, Callable[[Any], Iterator[str]]] = {
    Paths: _paths,
    EvidenceOf: _evidence,
    Found: _found,
    Shown: _shown,
    Info: _info,
    Report: _report,
}
