"""Random small ontologies as plain data and as the Turtle that says the same.

Nothing of the package is used here: what brute force needs to know stands in `World`, what lipdrift reads is its text.
"""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

PREFIXES = """\
@prefix lip: <https://w3id.org/lipdrift/> .
@prefix src: <https://w3id.org/lipdrift/source/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
CAUSAL = ("leadsTo", "causes", "manifestsAs", "touches")
"""The last one has no polarity."""
OPPOSING = ("prevents", "treats")
OTHER = ("risks", "mimics", "contraindicatedBy", "actsThrough", "elementOf", "hasStep", "kindOf")
STRENGTHS = ("Established", "Reported", "Suggested")
LINKS = ("Direct", "Direct", "Direct", "IndirectKnownSteps", "IndirectUnknownSteps")
KINDS = ("Cause", "MechanismStep", "Sign", "Cause", "MechanismStep", "LookAlike", "Treatment", "Prevention", "Risk")
GROUPS = {"S0": "g", "S1": "g", "S2": "S2", "S3": "S3"}
"""Sources by their evidence group: the first two are one voice."""
OUTCOME = "LipFillerMigration"
ITEMS = ("sup", "sup", "sup", "sup sup", "inf", "inf", "sup dis", "sup qual", "dis", "")
"""What a claim's evidence items do: support, infer, dispute (alone: a myth), qualify; "" has none."""


@dataclass(frozen=True)
class Thing:
    """A term: its local name (which is its id behind ``lip:``), label, kind, other names, who can change it."""

    name: str
    label: str
    kind: str
    words: tuple[str, ...] = ()
    who: str = ""


@dataclass(frozen=True)
class Said:
    """A claim; ``items`` are (stance, source, basis). ``bare`` is a direct triple that no claim carries."""

    name: str
    subject: str
    relation: str
    object: str
    strength: str = "Unstated"
    link: str = "Direct"
    items: tuple[tuple[str, str, str], ...] = ()
    needs: str = ""
    bare: bool = False


@dataclass(frozen=True)
class World:
    """An ontology: things by label, what is said, and (narrower, broader) pairs."""

    things: tuple[Thing, ...]
    said: tuple[Said, ...]
    kinds: tuple[tuple[str, str], ...]

    def turtle(self) -> str:
        """The same as Turtle, with a vocabulary of its own."""
        blocks = [PREFIXES, *_vocabulary(), *map(_thing, self.things), *map(_said, self.said)]
        blocks += [f"lip:{narrow} lip:kindOf lip:{broad} .\n" for narrow, broad in self.kinds]
        blocks += [f'src:{s} a lip:Source ; lip:evidenceGroup "{g}" .\n' for s, g in GROUPS.items()]
        return "".join(blocks)


def _vocabulary() -> list[str]:
    signs = {"leadsTo": "+", "causes": "+", "manifestsAs": "+", "prevents": "-", "treats": "-"}
    found = []
    for name in (*CAUSAL, *OPPOSING, *OTHER):
        above = f" ; rdfs:subPropertyOf lip:{'leadsTo' if name in CAUSAL else 'opposes'}"
        found.append(
            f"lip:{name} a owl:ObjectProperty"
            + (above if name in (*CAUSAL[1:], *OPPOSING) else "")
            + (f' ; lip:polarity "{signs[name]}"' if name in signs else "")
            + " .\n"
        )
    return found


def _thing(thing: Thing) -> str:
    words = "".join(f' ; skos:altLabel "{w}"@en' for w in thing.words)
    who = f" ; lip:modifiableBy lip:{thing.who}" if thing.who else ""
    return f'lip:{thing.name} a lip:{thing.kind} ; rdfs:label "{thing.label}"@en{words}{who} .\n'


def _said(said: Said) -> str:
    if said.bare:
        return f"lip:{said.subject} lip:{said.relation} lip:{said.object} .\n"
    needs = f" ; lip:needsAlso lip:{said.needs}" if said.needs else ""
    items = "".join(f" ; lip:evidence lip:{said.name}-{n}" for n in range(len(said.items)))
    body = [
        f"lip:{said.name} a lip:Claim ; lip:subject lip:{said.subject} ; lip:relation lip:{said.relation} ; "
        f"lip:object lip:{said.object} ; lip:strength lip:{said.strength} ; lip:linkType lip:{said.link}"
        f"{needs}{items} .\n"
    ]
    for n, (stance, source, basis) in enumerate(said.items):
        body.append(
            f"lip:{said.name}-{n} a lip:Evidence ; lip:stance lip:{stance} ; lip:from src:{source} ; "
            f"lip:basis lip:{basis} .\n"
        )
    return "".join(body)


def worlds(most: int = 18) -> st.SearchStrategy[World]:
    """Worlds of 4 to 9 things and at most ``most`` claims, with circles, parallels, self-loops, disputes and myths.

    One seed stands for a whole world: drawing every part by itself costs more than all answers together.
    """
    return st.builds(_world, st.randoms(use_true_random=False, note_method_calls=False), st.just(most))


def _world(random: object, most: int) -> World:
    from random import Random

    dice = Random(random.getrandbits(64))  # type: ignore[attr-defined]
    kinds = ["Outcome", "Cause", "Sign", "MechanismStep", *dice.choices(KINDS, k=dice.randint(0, 5))]
    letters = dice.sample("abcdefghijk", len(kinds))
    names = [OUTCOME if k == "Outcome" else f"T{x}" for k, x in zip(kinds, letters, strict=True)]
    things = [_drawn(dice, n, x, k) for n, x, k in zip(names, letters, kinds, strict=True)]
    pairs = {_pair(dice, names) for _ in range(dice.choice((0, 0, 1, 1, 2, 3)))}
    said = [_claim(dice, f"C{i:02}", names) for i in range(dice.randint(0, most))]
    stated = {(c.subject, c.relation, c.object) for c in said}
    bare = [Said("", *_pair(dice, names)[:1], dice.choice(CAUSAL[:2]), dice.choice(names), bare=True) for _ in "ab"]
    kept = {(b.subject, b.relation, b.object): b for b in bare if (b.subject, b.relation, b.object) not in stated}
    more = list(kept.values()) if dice.random() < 0.3 else []
    one_parent = {narrow: (narrow, broad) for narrow, broad in sorted(pairs) if narrow != broad}
    return World(tuple(sorted(things, key=lambda t: t.label)), (*said, *more), tuple(sorted(one_parent.values())))


def _drawn(dice: object, name: str, letter: str, kind: str) -> Thing:
    choice = dice.choice  # type: ignore[attr-defined]
    words = choice(((), (f"{letter} word",), (f"{letter}  Wide  gap", f"{letter} é")))
    return Thing(name, f"{letter} thing", kind, words, choice(("", "Injector", "Patient", "Nobody")))


def _pair(dice: object, names: list[str]) -> tuple[str, str]:
    choice = dice.choice  # type: ignore[attr-defined]
    return choice(names), choice(names)


def _claim(dice: object, name: str, names: list[str]) -> Said:
    choice, chance = dice.choice, dice.random  # type: ignore[attr-defined]
    subject, target = _pair(dice, names)
    relation = choice(CAUSAL if chance() < 0.75 else OPPOSING if chance() < 0.5 else OTHER)
    items = []
    for what in choice(ITEMS).split():
        stance = {"dis": "Disputes", "qual": "Qualifies"}.get(what, "Supports")
        items.append((stance, choice(tuple(GROUPS)), "CuratorInference" if what == "inf" else "Opinion"))
    needs = choice(names) if chance() < 0.15 else ""
    return Said(name, subject, relation, target, choice(STRENGTHS), choice(LINKS), tuple(items), needs)
