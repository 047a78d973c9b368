"""clausecheck: which safeguards an AI vendor agreement holds."""
