"""How each cause leads to lip filler migration: an ontology, its questions, its pages.

>>> import lipdrift
>>> kg = lipdrift.load()
>>> kg.paths("ExcessiveFillerVolume").routes[0].weakest.word
'suggested'
"""

from lipdrift.atlas import Atlas, load
from lipdrift.errors import AmbiguousTerm, InputError, LipdriftError, OutputError, UnknownTerm, UsageError
from lipdrift.questions.bounds import Bounds
from lipdrift.terms import Strength
from lipdrift.version import __version__

__all__ = [
    "AmbiguousTerm",
    "Atlas",
    "Bounds",
    "InputError",
    "LipdriftError",
    "OutputError",
    "Strength",
    "UnknownTerm",
    "UsageError",
    "__version__",
    "load",
]
