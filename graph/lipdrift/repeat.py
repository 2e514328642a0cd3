"""Asks the question of a receipt once more, and says whether the answer in a file can be had again.

``same``: the file holds what is answered now. ``changed``: what differs is named. ``cannot be repeated``: the file
holds no receipt of a question that this program and this ontology can answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from lipdrift.answers import Answer, Verdict
from lipdrift.answers.base import view
from lipdrift.causal import Knowledge
from lipdrift.errors import InputError, LipdriftError, UsageError
from lipdrift.model import Term
from lipdrift.questions.bounds import Bounds
from lipdrift.questions.compare import compare
from lipdrift.questions.cuts import cuts
from lipdrift.questions.differences import differences
from lipdrift.questions.evidence import evidence
from lipdrift.questions.explain import explain
from lipdrift.questions.find import find, resolve
from lipdrift.questions.gaps import gaps
from lipdrift.questions.info import info
from lipdrift.questions.kinds import kinds
from lipdrift.questions.loops import loops
from lipdrift.questions.paths import paths
from lipdrift.questions.receipts import receipt
from lipdrift.questions.show import show
from lipdrift.questions.treatments import treatments
from lipdrift.questions.whatif import whatif
from lipdrift.views import stamps
from lipdrift.views.record import record

Question = Mapping[str, Any]


def _term(kg: Knowledge, name: Any) -> Term:
    if not isinstance(name, str):
        raise TypeError(f"{name!r} is no term")
    return resolve(kg, name)


def _terms(kg: Knowledge, names: Any) -> list[Term]:
    return [_term(kg, n) for n in names]


def _paths(kg: Knowledge, q: Question) -> Answer:
    ask = kinds if q.get("kinds") else paths
    return ask(kg, _term(kg, q["from"][0]), _term(kg, q["to"][0]), Bounds.of(q))


def _whatif(kg: Knowledge, q: Question) -> Answer:
    return whatif(kg, _terms(kg, q["without"]), _term(kg, q["to"][0]), _terms(kg, q["from"]), Bounds.of(q))


def _evidence(kg: Knowledge, q: Question) -> Answer:
    terms = _terms(kg, q["terms"])
    return evidence(kg, terms[0], terms[1] if len(terms) > 1 else None, Bounds.of(q))


def _compare(kg: Knowledge, q: Question) -> Answer:
    first, second = _terms(kg, q["from"])
    return compare(kg, first, second, _term(kg, q["to"][0]), Bounds.of(q))


ASK: Mapping[str, Callable[[Knowledge, Question], Answer]] = {
    "info": lambda kg, q: info(kg),
    "find": lambda kg, q: find(kg, str(q["text"])),
    "show": lambda kg, q: show(kg, _term(kg, q["term"])),
    "evidence": _evidence,
    "paths": _paths,
    "explain": lambda kg, q: explain(kg, _terms(kg, q["signs"]), _terms(kg, q["absent"]), Bounds.of(q)),
    "whatif": _whatif,
    "cuts": lambda kg, q: cuts(kg, _term(kg, q["target"]), _terms(kg, q["from"]), Bounds.of(q)),
    "compare": _compare,
    "loops": lambda kg, q: loops(kg, Bounds.of(q)),
    "gaps": lambda kg, q: gaps(kg, Bounds.of(q)),
    "treatments": lambda kg, q: treatments(kg, _term(kg, q["target"]), Bounds.of(q)),
}


def ask(kg: Knowledge, question: Question) -> Answer:
    """The answer to the question of a receipt; UsageError for a question that is not known or not whole."""
    command = question.get("command")
    if not isinstance(command, str) or command not in ASK:
        raise UsageError(f"no question is called {command!r}; the questions are {', '.join(ASK)}")
    try:
        return ASK[command](kg, question)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise UsageError(f"the receipt's question {command} is not whole ({error})") from None


def verify(kg: Knowledge, path: Path) -> Verdict:
    """What became of the answer in a file. InputError for a file that cannot be read or holds no receipt."""
    data = stamps.load(path)
    form, then = stamps.form(data, str(path)), stamps.read(data, str(path))
    question = then.get("question", {})
    try:
        now = ask(kg, question if isinstance(question, Mapping) else {})
        changes = _changes(form, data, then, now)
        outcome, why = ("changed", "") if changes else ("same", _context(kg, then))
        if changes:
            changes = (*_grounds(kg, then), *changes)
    except InputError:
        raise
    except LipdriftError as error:
        outcome, why, changes = "cannot be repeated", str(error), ()
    slip = receipt(kg, {"command": "verify", "file": path.name})
    return Verdict(slip, str(path), outcome, changes, why)


def _changes(form: str, data: bytes, then: Question, now: Answer) -> tuple[str, ...]:
    if form == "json":
        return differences(then, record(now))
    written = view(form)(now, stamps.language(data)) if form in ("svg", "png") else view(form)(now)
    again = written.encode() if isinstance(written, str) else written
    if form == "csv":
        return _rows(data.decode("utf-8", "replace"), again.decode())
    same = stamps.picture(data) == stamps.picture(again)
    said = differences(then, stamps.read(again, "the new answer"))
    return said or (() if same else (f"the {form.upper()} is drawn differently",))


def _rows(then: str, now: str) -> tuple[str, ...]:
    """The rows lost and gained, the receipt in the first line aside."""
    old, new = then.splitlines()[1:], now.splitlines()[1:]
    return differences({"rows": old}, {"rows": new})


def _grounds(kg: Knowledge, then: Question) -> Sequence[str]:
    """The ontology's own change, which may be why the answer changed."""
    context = _context(kg, then)
    return [context] if context else []


def _context(kg: Knowledge, then: Question) -> str:
    """That another ontology stood behind the answer, "" where it was the same."""
    stated = then.get("ontology", {})
    was = stated.get("sha256") if isinstance(stated, Mapping) else None
    if was == kg.header.sha256:
        return ""
    return f"the ontology was {str(was)[:12]}, is {kg.header.sha256[:12]}"
