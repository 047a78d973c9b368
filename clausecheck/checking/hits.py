"""A clause that met a signal of a safeguard."""

from __future__ import annotations

from dataclasses import dataclass

from clausecheck.checking.matching import Match
from clausecheck.safeguards.model import Signal


@dataclass(frozen=True, slots=True)
class Hit:
    """A signal met by a clause and not vetoed; `reasons` say why it is worth less than it seems."""

    signal: Signal
    match: Match
    reasons: tuple[str, ...]

    @property
    def clean(self) -> bool:
        """Whether the clause may carry a `present`."""
        return not self.reasons and not self.signal.ceiling
