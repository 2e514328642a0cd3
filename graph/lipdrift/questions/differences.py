"""What differs between two records of the same question, in lines that name the parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Record = Mapping[str, Any]
SHOWN = 12
SAID_ELSEWHERE = ("lipdrift", "ontology")


def differences(then: Record, now: Record) -> tuple[str, ...]:
    """What differs between two records of the same question, one line each, at most a dozen.

    >>> differences({"a": 1, "b": [1, 2]}, {"a": 1, "b": [2, 3]})
    ('b: lost 1', 'b: gained 3')
    """
    lines = [line for key in _keys(then, now) for line in _of(key, then.get(key), now.get(key))]
    more = [f"and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
    return tuple(lines[:SHOWN] + more)


def _keys(then: Record, now: Record) -> list[str]:
    return [k for k in dict.fromkeys((*then, *now)) if k not in SAID_ELSEWHERE]


def _of(key: str, then: Any, now: Any) -> Iterator[str]:
    if then == now:
        return
    if isinstance(then, list) and isinstance(now, list):
        gone, new = [x for x in then if x not in now], [x for x in now if x not in then]
        yield from (f"{key}: lost {_named(x)}" for x in gone)
        yield from (f"{key}: gained {_named(x)}" for x in new)
        if not gone and not new:
            yield f"{key}: the same in another order"
    elif isinstance(then, dict) and isinstance(now, dict):
        yield from (line for k in dict.fromkeys((*then, *now)) for line in _of(f"{key}.{k}", then.get(k), now.get(k)))
    else:
        yield f"{key}: was {_named(then)}, is {_named(now)}"


def _named(value: Any) -> str:
    """A short name for a part of a record: a route by its terms, a term by its id."""
    if isinstance(value, dict):
        if value.get("steps"):
            steps = value["steps"]
            return " → ".join([_named(steps[0]["from"]), *(_named(s["to"]) for s in steps)])
        for key in ("id", "claim", "cause", "condition", "treatment", "sign", "terms"):
            if key in value:
                return _named(value[key])
    if isinstance(value, list):
        return " + ".join(_named(x) for x in value[:6])
    text = str(value)
    return text if len(text) <= 80 else f"{text[:77]}…"
