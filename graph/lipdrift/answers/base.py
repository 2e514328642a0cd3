"""What every answer has: a receipt, and the forms in which it can be had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from lipdrift.model import Caveat, Header

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

VIEWS: Final[Mapping[str, str]] = {
    "text": "lipdrift.views.text:to_text",
    "json": "lipdrift.views.record:to_json",
    "csv": "lipdrift.views.rows:to_csv",
    "frame": "lipdrift.views.frame:to_frame",
    "networkx": "lipdrift.views.frame:to_networkx",
    "svg": "lipdrift.views.picture:to_svg",
    "png": "lipdrift.views.picture:to_png",
    "notebook": "lipdrift.views.notebook:to_html",
    "sarif": "lipdrift.views.annotations:to_sarif",
    "github": "lipdrift.views.annotations:to_github",
}
"""Form to the view that writes it; a view is imported when it is first asked for, since some of them are heavy."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What is needed to repeat an answer: the program, the ontology, the question, and whether it is whole.

    ``reason`` is None or one of "limit", "steps", "time", "memory", "rows". ``sentence`` says in one go how strong
    the whole answer is, what nobody measured, what is disputed, and as of when.
    """

    schema: str
    lipdrift: str
    ontology: Header
    question: Mapping[str, object]
    complete: bool = True
    reason: str | None = None
    caveats: tuple[Caveat, ...] = ()
    sentence: str = ""


class Answer:
    """The base of all answers: frozen values that compare by content and print as text."""

    __slots__ = ()

    receipt: Receipt

    def __repr__(self) -> str:
        asked = ", ".join(f"{key}={value!r}" for key, value in self.receipt.question.items() if key != "command")
        return f"<{type(self).__name__} {asked}>"

    def __str__(self) -> str:
        return self.to_text()

    def to_text(self) -> str:
        """The answer as people read it in a terminal."""
        return str(view("text")(self))

    def to_json(self) -> str:
        """The answer as JSON text, receipt first, with the keys of the contract."""
        return str(view("json")(self))

    def to_csv(self) -> str:
        """The answer as one table; its first line is the receipt behind a ``#``."""
        return str(view("csv")(self))

    def to_frame(self) -> pd.DataFrame:
        """The same table as a pandas DataFrame; needs the extra ``lipdrift[notebook]``."""
        return view("frame")(self)

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """The steps of the answer as a networkx graph; TypeError for an answer without steps."""
        found: nx.MultiDiGraph[str] = view("networkx")(self)
        return found

    def to_svg(self, lang: str = "en") -> bytes:
        """The answer as a drawing with legend and receipt inside; TypeError for an answer without steps.

        ``lang`` is "en" or "ko": labels, legend and caveats, where the ontology has them in that language.
        """
        return bytes(view("svg")(self, lang))

    def to_png(self, lang: str = "en") -> bytes:
        """The same drawing as PNG; needs the extra ``lipdrift[png]``."""
        return bytes(view("png")(self, lang))

    def _repr_html_(self) -> str:
        """Table and picture for a notebook; no file is written and nothing is fetched."""
        return str(view("notebook")(self))


def view(form: str) -> Any:
    """The function that writes answers in that form."""
    module, name = VIEWS[form].split(":")
    return getattr(import_module(module), name)
