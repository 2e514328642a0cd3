"""The version of the software; the ontology has its own, dated one."""

__version__ = "0.1.0"
