"""One module a question: the loaded knowledge in, an answer out."""
