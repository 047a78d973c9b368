"""Where the shipped rules are."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from clausecheck.vocabulary.classes import Vocabulary
from clausecheck.vocabulary.loading import load_vocabulary

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped() -> Path:
    """The folder of rules of the running code: inside the package when installed, beside it in a checkout."""
    inside = _PACKAGE / "clauses"
    return inside if inside.is_dir() else _PACKAGE.parent / "clauses"


@lru_cache(maxsize=1)
def standard_vocabulary() -> Vocabulary:
    """The vocabulary of the shipped rules."""
    return load_vocabulary(sorted((shipped() / "vocabulary").glob("*.toml")))
