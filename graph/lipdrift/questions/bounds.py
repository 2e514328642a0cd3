"""What a search may use, the same for every question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lipdrift.answers import Step
from lipdrift.errors import UsageError
from lipdrift.model import Claim
from lipdrift.terms import Strength


@dataclass(frozen=True, slots=True)
class Bounds:
    """Steps in a route, routes in an answer, the weakest strength, inferences or not, opposing relations or not.

    ``signed`` gives each route the product of its polarities; `paths`, `compare` and `loops`, which list routes,
    then walk relations that act against something as well.
    """

    max_steps: int = 12
    limit: int = 20
    min_strength: Strength | None = None
    inferred: bool = True
    signed: bool = False

    def __post_init__(self) -> None:
        if self.max_steps < 1 or self.limit < 1:
            raise UsageError("--max-steps and --limit must be 1 or more")

    def admits(self, step: Step) -> bool:
        """Whether the step may be walked."""
        strong = self.min_strength is None or step.strength >= self.min_strength
        return strong and (self.inferred or not step.inferred)

    def holds(self, claim: Claim) -> bool:
        """Whether a claim that is no step of a route may be used."""
        strong = self.min_strength is None or claim.strength >= self.min_strength
        return claim.supported and strong and (self.inferred or not claim.inferred)

    def named(self) -> dict[str, object]:
        """The bounds as they stand in a receipt; only those that differ from "everything" beside the first two."""
        named: dict[str, object] = {"max_steps": self.max_steps, "limit": self.limit}
        if self.min_strength is not None:
            named["min_strength"] = self.min_strength.word
        if not self.inferred:
            named["inferred"] = False
        if self.signed:
            named["signed"] = True
        return named

    @classmethod
    def of(cls, question: Mapping[str, object]) -> Bounds:
        """The bounds that a receipt names.

        >>> Bounds.of(Bounds(limit=3, signed=True).named()) == Bounds(limit=3, signed=True)
        True
        """
        weakest = question.get("min_strength")
        return cls(
            max_steps=_whole(question.get("max_steps", cls().max_steps)),
            limit=_whole(question.get("limit", cls().limit)),
            min_strength=Strength.of(str(weakest)) if weakest is not None else None,
            inferred=bool(question.get("inferred", True)),
            signed=bool(question.get("signed", False)),
        )


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise UsageError(f"{value!r} is no whole number")
    return value


DEFAULT = Bounds()
