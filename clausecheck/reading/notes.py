"""Footnotes and endnotes: found by the reference, numbered in the order of the references."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from clausecheck.reading import numerals
from clausecheck.reading.package import Package
from clausecheck.reading.wordml import Element, W


@dataclass(frozen=True, slots=True)
class Note:
    """A note and the number that stands at its start."""

    element: Element
    label: str


class Notes:
    """The notes of one file."""

    def __init__(self, package: Package) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._counts: Counter[str] = Counter()
        for kind in ("footnote", "endnote"):
            root = package.root(f"{kind}s")
            for element in [] if root is None else root.findall(W + kind):
                self._elements[kind, element.get(W + "id", "")] = element

    def cited(self, kind: str, note_id: str) -> Note | None:
        """The note that a reference points to; None when the file does not hold it."""
        element = self._elements.get((kind, note_id))
        if element is None:
            return None
        self._counts[kind] += 1
        count = self._counts[kind]
        return Note(element, str(count) if kind == "footnote" else numerals.roman(count))
