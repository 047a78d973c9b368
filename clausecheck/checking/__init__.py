"""Agreement × Pack → Report."""

from clausecheck.checking.checker import check
from clausecheck.checking.report import Report

__all__ = ["Report", "check"]
