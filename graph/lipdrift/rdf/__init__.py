"""Bytes to RDF, strictly: pyoxigraph parses, errors name file, line and column; foreign files in a limited child."""

from lipdrift.rdf.statements import Node, Statements, key, parse

__all__ = ["Node", "Statements", "key", "parse"]
