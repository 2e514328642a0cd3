"""What an ontology must keep to. Loading is lenient, checking is strict; `run` gives every problem with its place."""

from lipdrift.check.run import RULES, run

__all__ = ["RULES", "run"]
