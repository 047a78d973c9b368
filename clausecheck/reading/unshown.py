"""Text that stands in a file and leaves the reading text: hidden, or struck out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from clausecheck.reading.draft import single_spaced
from clausecheck.text import Notice

_SHOWN = 80


@dataclass(slots=True)
class Unshown:
    """The texts, by the reason."""

    hidden: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)

    def notices(self) -> Iterator[Notice]:
        """One notice for each reason, with the count of words and the first of them."""
        if words := single_spaced(" ".join(self.hidden)):
            yield Notice("hidden-text", f"{_counted(words)} hidden and did not count: “{_start(words)}”.")
        if words := single_spaced(" ".join(self.struck)):
            yield Notice("struck-text", f"{_counted(words)} struck out and did not count: “{_start(words)}”.")


def _counted(words: str) -> str:
    number = len(words.split())
    return "1 word of the file is" if number == 1 else f"{number} words of the file are"


def _start(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
