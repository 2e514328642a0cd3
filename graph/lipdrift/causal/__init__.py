"""RDF to knowledge: terms, claims with their evidence, and the arrows that routes walk."""

from lipdrift.causal.knowledge import Knowledge

__all__ = ["Knowledge"]
