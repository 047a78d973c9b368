"""Documents → Agreement: sections, sentences, parties, definitions, references, and frames on demand."""

from clausecheck.agreement.assembling import Agreement, Reading, assemble

__all__ = ["Agreement", "Reading", "assemble"]
