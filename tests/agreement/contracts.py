"""Agreements made of a few lines, for tests."""

from __future__ import annotations

from clausecheck.agreement import Agreement, assemble
from clausecheck.agreement.model import Frame
from clausecheck.checking.trial import page_of


def agreement(text: str) -> Agreement:
    return assemble([page_of(text)])


def frames(sentence: str) -> tuple[Frame, ...]:
    """The frames of the first sentence that is no heading."""
    found = agreement(sentence)
    number = next(i for i, unit in enumerate(found.sentences) if unit.role != "heading")
    return found.frames(number)
