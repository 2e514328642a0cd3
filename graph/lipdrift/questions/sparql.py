"""A SPARQL query on the whole ontology, with the caveats of every term and claim that its answer names."""

from __future__ import annotations

from lipdrift.causal import Knowledge
from lipdrift.questions.receipts import receipt
from lipdrift.sparql import Engine, Limits, Queried
from lipdrift.terms import curie


def sparql(kg: Knowledge, engine: Engine, query: str, limits: Limits, name: str) -> Queried:
    """The answer with its receipt; the errors of `Engine.ask`."""
    answer = engine.ask(query, limits, name)
    named = {curie(iri) for iri in answer.iris()}
    question = {"command": "sparql", "query": query, "max_rows": limits.rows}
    terms = [kg.terms[i] for i in sorted(named & kg.terms.keys())]
    claims = [kg.claims[i] for i in sorted(named & kg.claims.keys())]
    return Queried(receipt(kg, question, terms=terms, claims=claims, reason=answer.reason), answer)
