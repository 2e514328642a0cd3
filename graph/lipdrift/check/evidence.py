"""Rules about claims, their evidence, their sources and their caveats."""

from __future__ import annotations

import re

from lipdrift.check.subject import TYPE, Finding, Found, Subject, iri, name
from lipdrift.model import Claim
from lipdrift.rdf import key
from lipdrift.terms import DCTERMS, LIP, Strength, curie, expand

CAP = {"JournalArticle": 4, "Review": 4, "Guideline": 4, "Textbook": 4, "CaseReport": 3, "News": 3, "ClinicPage": 2}
BASES = {"HumanStudy", "CadaverOrLaboratory", "CaseReport", "Synthesis", "ExpertOpinion", "CuratorInference"}
PINNED = {"0000033", "0000034", "0000180", "0000204", "0000205", "0001097", "0006016", "0006018", "0007645"}
DOI = re.compile(r"10\.\d{4,9}/\S+")
URL = re.compile(r"https?://[^\s<>\"]+")


def _claims(subject: Subject) -> list[Claim]:
    return [c for c in subject.kg.claims.values() if " " not in c.id]


def claims_are_whole(subject: Subject) -> Found:
    """Each claim has at least one evidence item, and an object or a value, not both."""
    for claim in _claims(subject):
        if not claim.evidence:
            fix = "add lip:evidence with a lip:stance and a lip:from"
            yield Finding(iri(claim.id), f"{claim.id} has no evidence", fix)
        if claim.object and claim.value:
            yield Finding(
                iri(claim.id), f"{claim.id} has an object and a value", "keep lip:object or lip:value", LIP + "value"
            )


def links_equal_claims(subject: Subject) -> Found:
    """Beside each supported claim stands its direct triple, and beside each direct triple a claim."""
    said = {(c.subject, c.relation, c.object or c.value): c for c in _claims(subject) if c.supported}
    there: dict[tuple[str, str, str], str] = {}
    for relation in {c.relation for c in _claims(subject)}:
        for tail in subject.data.subjects(expand(relation)):
            for obj in subject.data.objects(tail, expand(relation)):
                there[curie(tail), relation, curie(key(obj))] = key(obj)
    for triple, claim in sorted(said.items()):
        if triple not in there:
            text = f"{claim.id} has no direct triple {' '.join(triple)}"
            yield Finding(iri(claim.id), text, "run: lipdrift format")
    for triple in sorted(set(there) - set(said)):
        text = f"the link {' '.join(triple)} stands there without a claim that supports it"
        fix = "add the claim with its evidence, or run: lipdrift format"
        yield Finding(iri(triple[0]), text, fix, expand(triple[1]), there[triple])


def strength_agrees(subject: Subject) -> Found:
    """A disputed or refuted claim carries no strength, every other one has one within its cap."""
    for claim in _claims(subject):
        stated = subject.data.ids(iri(claim.id), LIP + "strength")
        at = LIP + "strength"
        if claim.disputed and stated:
            yield Finding(iri(claim.id), f"{claim.id} is disputed and states a strength", "remove lip:strength", at)
        elif not claim.disputed and not stated:
            yield Finding(iri(claim.id), f"{claim.id} states no strength", "add lip:strength lip:Suggested or higher")
        elif not claim.disputed and claim.strength > _cap(subject, claim):
            cap = Strength(_cap(subject, claim)).word
            text = f"{claim.id} is {claim.strength.word}, but its best source allows {cap}"
            yield Finding(iri(claim.id), text, f"lower it to lip:{cap.capitalize()}, or add a better source", at)


def _cap(subject: Subject, claim: Claim) -> int:
    """What the supporting sources allow; two clinic pages count only as two independent voices."""
    if claim.inferred:
        return Strength.SUGGESTED
    sources = [subject.kg.sources[s] for s in claim.sources if s in subject.kg.sources]
    best = max((CAP.get(s.kind, 0) for s in sources), default=0)
    voices = {s.group for s in sources if s.kind == "ClinicPage"}
    return max(best, Strength.REPORTED) if len(voices) >= 2 else best


def evidence_is_whole(subject: Subject) -> Found:
    """Each item belongs to one claim, has a known source, basis and type, and its source says how it was seen."""
    yield from _items_have_one_home(subject)
    for claim in _claims(subject):
        for item in claim.evidence:
            at = iri(item.id)
            if item.source not in subject.kg.sources:
                text = f"{item.id} is from {item.source or 'nowhere'}, which is no source"
                yield Finding(at, text, "name a lip:Source of sources.ttl", LIP + "from")
            elif not subject.kg.sources[item.source].how_seen:
                yield Finding(iri(item.source), f"{item.source} does not say how it was seen", "add lip:howSeen")
            if item.basis not in BASES:
                yield Finding(
                    at, f"{item.id} has no known basis", "add lip:basis, such as lip:ExpertOpinion", LIP + "basis"
                )
            if item.evidence_type.removeprefix("obo:ECO_") not in PINNED:
                text = f"{item.id}: {item.evidence_type or 'no type'} is not on the list of evidence types"
                yield Finding(at, text, "use obo:ECO_0000034 for an author's word", LIP + "evidenceType")


def _items_have_one_home(subject: Subject) -> Found:
    homes: dict[str, list[str]] = {i: [] for i in subject.data.subjects(TYPE, LIP + "Evidence")}
    for claim in _claims(subject):
        for item in claim.evidence:
            homes.setdefault(iri(item.id), []).append(claim.id)
    for item_iri, claims in sorted(homes.items()):
        if len(claims) != 1:
            text = f"{name(item_iri)} belongs to {' and '.join(claims) or 'no claim'}"
            yield Finding(item_iri, text, "give each claim items of its own, named after it")


def sources_are_whole(subject: Subject) -> Found:
    """Each source has a title and a kind, a well-formed DOI and address, and no DOI is there twice."""
    seen: dict[str, str] = {}
    for source in subject.kg.sources.values():
        at = iri(source.id)
        if not subject.data.text(at, DCTERMS + "title"):
            yield Finding(at, f"{source.id} has no title", "add dcterms:title")
        if source.kind not in CAP:
            yield Finding(at, f"{source.id} has no known kind", "add lip:sourceKind", LIP + "sourceKind")
        if source.doi and not DOI.fullmatch(source.doi):
            fix = "write it as 10.…/…, without an address before it"
            yield Finding(at, f"{source.doi!r} is no DOI", fix, LIP + "doi")
        if source.url and not URL.fullmatch(source.url):
            yield Finding(at, f"{source.url!r} is no web address", "write it with https://", LIP + "url")
        if source.doi and seen.setdefault(source.doi.lower(), source.id) != source.id:
            text = f"{seen[source.doi.lower()]} has the same DOI as {source.id}"
            yield Finding(at, text, "keep one source", LIP + "doi")
        for field in ("authors", "year", "title", "container"):
            value = getattr(source, field)
            open_ = not value or (field in ("title", "container") and value.startswith("("))
            if open_ and field not in source.not_stated:
                text = f"{source.id} has no {field} and does not say that none is stated"
                yield Finding(at, text, f'add lip:notStated "{field}"')


def pages_are_no_studies(subject: Subject) -> Found:
    """What a clinic or press page says is never typed as a study."""
    for claim in _claims(subject):
        for item in claim.evidence:
            source = subject.kg.sources.get(item.source)
            study = item.basis in ("HumanStudy", "CadaverOrLaboratory") or item.evidence_type == "obo:ECO_0000180"
            if source and source.kind in ("ClinicPage", "News") and study:
                text = f"{item.id} types the {source.kind} {source.id} as a study"
                yield Finding(iri(item.id), text, "use lip:ExpertOpinion and obo:ECO_0000034", LIP + "basis")


def single_sources(subject: Subject) -> Found:
    """How many claims rest on one independent source; one line for all."""
    single = [c.id for c in _claims(subject) if c.supported and not c.inferred and c.independent == 1]
    if single:
        text = f"{len(single)} claims rest on one independent source"
        yield Finding(iri(single[0]), text, "look for a second, independent source")


def approvals_are_dated(subject: Subject) -> Found:
    """A regulatory status says where and when, or that this is not stated."""
    names = {"jurisdiction": "jurisdiction", "statusDate": "date"}
    for claim in _claims(subject):
        if claim.relation == "lip:regulatoryStatus":
            given = dict(claim.fields)
            for field, word in names.items():
                if field not in given and word not in claim.not_stated:
                    text = f"{claim.id} states no {word} of the regulatory status"
                    yield Finding(iri(claim.id), text, f'add lip:{field}, or lip:notStated "{word}"')
            date = given.get("statusDate", "")
            if date and not re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", date):
                text = f"{claim.id}: {date!r} is no date"
                yield Finding(iri(claim.id), text, "write 2026, 2026-07 or 2026-07-03", LIP + "statusDate")


def quantities_are_qualified(subject: Subject) -> Found:
    """A figure says what it was measured on; a unit has a number."""
    for claim in _claims(subject):
        if claim.relation != "lip:quantity":
            continue
        given = dict(claim.fields)
        if not claim.qualifier:
            yield Finding(iri(claim.id), f"{claim.id} does not say what it was measured on", "add lip:qualifier")
        if "unit" in given and "quantityValue" not in given:
            yield Finding(
                iri(claim.id), f"{claim.id} has a unit without a number", "add lip:quantityValue", LIP + "unit"
            )


def caveats_are_whole(subject: Subject) -> Found:
    """A caveat speaks both languages, names claims that exist, and is shown with each claim that it rests on."""
    for caveat in subject.kg.caveats:
        at = iri(caveat.id)
        for lang in ("en", "ko"):
            if lang not in caveat.texts:
                yield Finding(at, f"{caveat.id} has no text in {lang}", f'add rdfs:comment "…"@{lang}')
        if not caveat.terms and not caveat.claims:
            yield Finding(at, f"{caveat.id} belongs to nothing", "add lip:onTerm or lip:onClaim")
        for claim in sorted(set(caveat.because) - set(caveat.claims)):
            text = f"{caveat.id} rests on {claim} and is not shown with it"
            yield Finding(at, text, f"add lip:onClaim {claim}", LIP + "because", iri(claim))
        for claim in caveat.claims:
            if claim not in subject.kg.claims:
                yield Finding(at, f"{caveat.id} names {claim}, which is no claim", "correct it", LIP + "onClaim")
