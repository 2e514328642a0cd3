"""SPARQL on the loaded statements: read-only, on this machine only, within limits.

gate      what is refused: too long, too deep, SERVICE, FROM
engine    the query itself, run by pyoxigraph inside a child
child     a process that may open nothing, has a deadline and a memory limit, and may die alone
asking    `Engine`: one query after the other in children of this process
keeper    a process that keeps the statements and starts such children
pool      `Pool`: several keepers for a server, with a short queue
answer    what comes back
graphs    graphs as Turtle, N-Triples, RDF/XML, JSON-LD
"""

from __future__ import annotations

from lipdrift.sparql.answer import Answer, Limits, Queried, Value
from lipdrift.sparql.asking import Engine
from lipdrift.sparql.gate import text_of
from lipdrift.sparql.graphs import graph

__all__ = ["Answer", "Engine", "Limits", "Queried", "Value", "graph", "text_of"]
