"""Pure search on numbered arrows. Knows no biology, no RDF and no prose."""
