"""Claims, terms and counts as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lipdrift.answers import EvidenceOf, Found, Info, Shown
from lipdrift.model import Claim, Relation, Source, Term
from lipdrift.views.text.lines import count, label, sides, wrapped


def evidence(answer: EvidenceOf) -> Iterator[str]:
    subject = " and ".join(t.label for t in answer.terms)
    yield f"{subject}: {count(len(answer.claims), 'claim')}"
    for claim in answer.claims:
        yield ""
        yield from claim_lines(claim, answer.names, answer.relations, answer.cited)


def claim_lines(
    claim: Claim, names: Mapping[str, Term], relations: Mapping[str, Relation], cited: Mapping[str, Source]
) -> Iterator[str]:
    head = label(claim.object, names) if claim.object else f"“{claim.value}”"
    verb = relations[claim.relation].label if claim.relation in relations else claim.relation
    myth = "" if claim.supported else "   MYTH: what the sources say is against it"
    yield from wrapped(f"{claim.id}  {label(claim.subject, names)} — {verb} → {head}{myth}", "", "  ")
    voices = "curator's inference" if claim.inferred else count(claim.independent, "independent source")
    yield f"  {claim.strength.word}; {voices}"
    facts = [f"{name}: {text}" for name, text in claim.fields]
    facts += [f"not stated: {', '.join(claim.not_stated)}"] * bool(claim.not_stated)
    for text in (claim.comment, claim.qualifier and f"({claim.qualifier})", "; ".join(facts)):
        if text:
            yield from wrapped(text, "  ", "  ")
    yield from sides(claim, cited, "  ")


def found(answer: Found) -> Iterator[str]:
    if not answer.terms:
        yield "No term bears that name."
    for term in answer.terms:
        yield f"{term.id}  {_labels(term)}  ({term.kind})"


def _labels(term: Term) -> str:
    others = [f"{text}{'*' if lang in term.drafts else ''}" for lang, text in term.labels.items() if lang != "en"]
    return " | ".join([term.label, *others])


def shown(answer: Shown) -> Iterator[str]:
    term = answer.term
    yield f"{_labels(term)}  ({term.kind})  {term.id}"
    if term.drafts:
        yield "  * draft label, not yet checked"
    yield from wrapped(term.definition, "  ", "  ")
    for register in ("clinical", "lay"):
        words = [w.text for w in term.words if w.register == register]
        if words:
            yield from wrapped(f"{register} words: {', '.join(words)}", "  ", "    ")
    sites = [label(s, answer.names) + (" (inferred)" if s in term.inferred_sites else "") for s in term.sites]
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
        yield from claim_lines(claim, answer.names, answer.relations, answer.cited)


def info(answer: Info) -> Iterator[str]:
    header = answer.receipt.ontology
    yield f"{header.title}"
    yield f"  software {answer.receipt.lipdrift}, ontology {header.version}"
    yield f"  licence {header.licence}"
    yield f"  SHA-256 {header.sha256}"
    for name, number in answer.counts.items():
        yield f"  {name.replace('_', ' '):<14} {number}"
    yield f"  kinds: {', '.join(f'{number} {kind}' for kind, number in answer.kinds.items())}"
    yield f"  cite as: {answer.cite}"
