"""The stable form of a Turtle document: same statements and comments, one layout, whoever wrote it.

Prefixes come first, sorted; blocks keep the author's order; predicates follow a fixed order, objects are sorted;
one predicate stands on a line. Comments keep their neighbours. Formatting twice changes nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lipdrift.turtle.tokens import Token, tokens

WIDTH = 110
PREDICATES = """
a rdf:type rdfs:subClassOf rdfs:subPropertyOf owl:disjointWith rdfs:domain rdfs:range lip:polarity
lip:subject lip:relation lip:object lip:value lip:quantityValue lip:unit lip:jurisdiction
lip:statusDate lip:qualifier lip:notStated lip:strength lip:linkType lip:needsAlso lip:stance
lip:from lip:basis lip:evidenceType lip:locator rdfs:label lip:draftLabel skos:definition
skos:altLabel lip:layLabel lip:modifiableBy lip:stage lip:layerOrder lip:shape lip:site
lip:inferredSite dcterms:title lip:sourceKind dcterms:creator dcterms:date lip:container lip:doi
lip:url lip:howSeen lip:evidenceGroup rdfs:comment lip:onTerm lip:onClaim lip:because
lip:throughClaim lip:openQuestion lip:evidence skos:inScheme dcterms:source
"""
ORDER = PREDICATES.split()
RANK = {name: number for number, name in enumerate(ORDER)}
GLUED = {"LANG", "DATATYPE"}


@dataclass
class _Part:
    """A predicate with its objects, and the comments before and behind it."""

    predicate: str = ""
    objects: list[str] = field(default_factory=list)
    before: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)


def format_text(text: str, file: str = "<text>") -> str:
    """The document in its stable form. InputError for text that is no Turtle; the statements stay the same.

    >>> print(format_text('@prefix x: <http://x/> . x:a x:q 1; a x:C .'), end="")
    @prefix x: <http://x/> .
    <BLANKLINE>
    x:a a x:C ;
        x:q 1 .
    """
    prefixes: dict[str, None] = {}
    blocks: list[str] = []
    for before, statement, behind in _statements(list(tokens(text, file))):
        if statement and statement[0].kind == "PREFIX":
            blocks += ["\n".join(before)] * bool(before)
            prefixes[_directive(statement) + "".join(f"  {c}" for c in behind)] = None
        elif statement:
            blocks.append(_block(before, statement, behind))
        elif before:
            blocks.append("\n".join(before))
    head = "\n".join(sorted(prefixes, key=lambda p: (not p.startswith("@base"), p)))
    return "\n\n".join(part for part in [head, *blocks] if part) + "\n"


def write(triples: Iterable[tuple[str, str, str]], prefixes: Mapping[str, str], comment: str = "") -> str:
    """Triples of ready Turtle terms as a document: grouped by subject, sorted, with the prefixes that they use."""
    grouped: dict[str, dict[str, list[str]]] = {}
    for subject, predicate, obj in sorted(set(triples)):
        grouped.setdefault(subject, {}).setdefault(predicate, []).append(obj)
    body = "\n".join(_line(subject, found) for subject, found in grouped.items())
    used = {name: iri for name, iri in prefixes.items() if f"{name}:" in body}
    head = "\n".join(f"@prefix {name}: <{iri}> ." for name, iri in sorted(used.items()))
    return format_text(f"{head}\n\n{f'# {comment}' if comment else ''}\n\n{body}\n")


def _line(subject: str, found: Mapping[str, Sequence[str]]) -> str:
    return f"{subject} " + " ; ".join(f"{p} {' , '.join(objects)}" for p, objects in found.items()) + " ."


def _statements(found: Sequence[Token]) -> Iterator[tuple[list[str], list[Token], list[str]]]:
    """Each statement with the comments on lines of their own before it and those on its last line."""
    before: list[str] = []
    statement: list[Token] = []
    number = 0
    while number < len(found):
        token = found[number]
        number += 1
        if token.kind == "COMMENT" and not statement:
            gap = before and found[number - 2].line < token.line - 1
            if gap:
                yield before, [], []
                before = []
            before.append(token.text.rstrip())
            continue
        ends = token.kind == "MARK" and token.text == "."
        statement += [] if ends else [token]
        bare = bool(statement) and statement[0].kind == "PREFIX" and not statement[0].text.startswith("@")
        if ends or (bare and token.kind == "IRI"):
            behind = []
            while number < len(found) and found[number].kind == "COMMENT" and found[number].line == token.line:
                behind.append(found[number].text.rstrip())
                number += 1
            if before and statement and statement[0].line - 1 > _last_line(found, statement[0]):
                yield before, [], []
                before = []
            yield before, statement, behind
            before, statement = [], []
    yield before, statement, []


def _last_line(found: Sequence[Token], token: Token) -> int:
    """The line of the token before this one."""
    return max((t.line for t in found if t.start < token.start), default=token.line)


def _directive(statement: Sequence[Token]) -> str:
    word = statement[0].text.lower().removeprefix("@")
    return f"@{word} {' '.join(t.text for t in statement[1:])} ."


def _block(before: list[str], statement: Sequence[Token], behind: list[str]) -> str:
    subject, rest = _term(statement, 0)
    parts = _merged(_parts(statement[rest:]))
    parts.sort(key=lambda p: (RANK.get(p.predicate, len(RANK)), p.predicate))
    lines = [*before, *parts[0].before] if parts else list(before)
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        notes = part.behind + (behind if last else [])
        lead = subject if number == 0 else "   "
        lines += [f"    {c}" for c in part.before] if number else []
        lines += _lines(f"{lead} {part.predicate}", part, " ." if last else " ;", notes)
    if not parts:
        lines.append(f"{subject} ." + "".join(f"  {c}" for c in behind))
    return "\n".join(lines)


def _merged(parts: Iterable[_Part]) -> list[_Part]:
    """One part for each predicate, with the objects and comments of all that name it."""
    found: dict[str, _Part] = {}
    for part in parts:
        home = found.setdefault(part.predicate, part)
        if home is not part:
            home.objects = sorted({*home.objects, *part.objects})
            home.before += part.before
            home.behind += part.behind
    return list(found.values())


def _lines(lead: str, part: _Part, end: str, notes: Sequence[str]) -> list[str]:
    tail = "".join(f"  {c}" for c in notes[:1])
    extra = [f"    {c}" for c in notes[1:]]
    whole = f"{lead} {' , '.join(part.objects)}{end}"
    if len(whole) <= WIDTH or len(part.objects) == 1:
        return [*extra, whole + tail]
    body = [f"        {o} ," for o in part.objects[:-1]]
    return [*extra, lead, *body, f"        {part.objects[-1]}{end}{tail}"]


def _parts(rest: Sequence[Token]) -> Iterator[_Part]:
    """The predicates of a block. A comment on a line of its own belongs to what follows, others to what they follow."""
    part, number, line = _Part(), 0, rest[0].line if rest else 0
    last: _Part | None = None
    while number < len(rest):
        token = rest[number]
        if token.kind == "COMMENT":
            home = part if part.predicate else last if last and token.line == line else None
            (home.behind if home else part.before).append(token.text.rstrip())
            number += 1
            continue
        line = token.line
        if token.kind == "MARK" and token.text == ";":
            if part.predicate:
                yield _sorted(part)
                last, part = part, _Part()
            number += 1
        elif token.kind == "MARK" and token.text == ",":
            number += 1
        elif not part.predicate:
            part.predicate, number = token.text, number + 1
        else:
            text, step = _term(rest, number, part.behind)
            line = rest[step - 1].line
            part.objects.append(text)
            number = step
    if part.predicate:
        yield _sorted(part)
    elif last:
        last.behind += part.before


def _sorted(part: _Part) -> _Part:
    part.objects = sorted(set(part.objects))
    return part


def _term(found: Sequence[Token], start: int, notes: list[str] | None = None) -> tuple[str, int]:
    """The text of one term, brackets and all, and the number of the token after it."""
    text, number, depth = "", start, 0
    while number < len(found):
        token = found[number]
        if token.kind == "COMMENT":
            if notes is None or not depth:
                break
            notes.append(token.text.rstrip())
            number += 1
            continue
        glued = token.kind in GLUED or (number > start and found[number - 1].kind == "DATATYPE")
        if text and not glued and not depth:
            break
        text += token.text if glued or not text else f" {token.text}"
        depth += {"[": 1, "(": 1, "]": -1, ")": -1}.get(token.text, 0) if token.kind == "MARK" else 0
        number += 1
    return text, number
