"""One query after the other, each in a child of this process: what the command line and Python use."""

from __future__ import annotations

import os
from functools import cached_property, partial
from typing import TYPE_CHECKING

from lipdrift.errors import UsageError
from lipdrift.rdf import Statements
from lipdrift.sparql import child, engine
from lipdrift.sparql.answer import Answer, Limits
from lipdrift.sparql.gate import refuse_unreadable

if TYPE_CHECKING:
    import pyoxigraph as ox

    from lipdrift.sparql.pool import Pool


class Engine:
    """Answers queries on loaded statements, which no query can change."""

    def __init__(self, data: Statements) -> None:
        self.data = data

    def ask(self, query: str, limits: Limits | None = None, name: str = "query") -> Answer:
        """The answer; ``name`` is what messages call the query.

        Raises InputError with line and column for a query that cannot be read, UsageError for one that is refused,
        LimitReached where it needs more time or memory than it may have.
        """
        refuse_unreadable(query, name)
        if not hasattr(os, "fork"):
            raise UsageError("SPARQL queries need a system with limited child processes, such as Linux or macOS")
        if not child.can_fork():
            return self._pool.ask(query, limits, name)
        limits = limits or Limits()
        return engine.settled(child.run(partial(engine.evaluate, self.store, query, limits), limits), limits, name)

    @cached_property
    def store(self) -> ox.Store:
        """The statements as the store that children inherit; it is only read."""
        return engine.loaded(self.data.to_ntriples())

    @cached_property
    def _pool(self) -> Pool:
        """A process of its own to fork from, where this one has threads, such as a notebook."""
        from lipdrift.sparql.pool import Pool

        return Pool(self.data, workers=1)
