"""A profile: a Turtle file that switches rules off, each with its reason.

[] lip:switchesOff "korean" ; rdfs:comment "This ontology speaks English only." .
"""

from __future__ import annotations

from collections.abc import Iterable

from lipdrift import source
from lipdrift.errors import InputError
from lipdrift.rdf import Statements
from lipdrift.terms import LIP, RDFS

SWITCHES_OFF = LIP + "switchesOff"


def switched_off(names: Iterable[str]) -> dict[str, str]:
    """Rule to reason, from the profiles that are named. InputError where a reason is missing or nothing is said."""
    off: dict[str, str] = {}
    for document in source.read(names):
        data = Statements([document])
        switches = data.subjects(SWITCHES_OFF)
        for switch in switches:
            reason = " ".join(data.text(switch, RDFS + "comment").split())
            rules = data.texts(switch, SWITCHES_OFF)
            if not reason:
                what = f"{' and '.join(rules)} is switched off without a reason"
                raise InputError(data.place(switch, SWITCHES_OFF), what, 'add rdfs:comment "why"')
            off |= dict.fromkeys(rules, reason)
        if not switches:
            raise InputError(data.place(""), "the profile switches no rule off", 'say: [] lip:switchesOff "rule" …')
    return dict(sorted(off.items()))
