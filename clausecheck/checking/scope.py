"""Which sentences an element may be looked for in: those near a clause that speaks for the safeguard."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from clausecheck.agreement import Agreement

MOST_CHARS = 7000
"""A section longer than this is too much to be "near"; the sub-section around the clause is taken instead."""
_MOST_OF = 0.8
_ATTACHED = re.compile(r"(?:exhibit|attachment|schedule|appendix|annex|addendum)\b", re.IGNORECASE)
_NUMBER = r"(?:[a-z]{1,2}-?\d{1,2}|[a-z]|[ivx]+|\d+(?:\.\d+)*)(?:\([a-z0-9]+\))*"
_CITED = re.compile(
    r"\b(?:sections?|articles?|exhibits?|schedules?|appendix|attachments?|paragraphs?|clauses?|terms?)\s+"
    rf"({_NUMBER}(?:(?:,| and| or|, and|, or| to| through) {_NUMBER})*)(?=[\s,.;:)]|$)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r",? (?:and|or|to|through) |, ")
_LETTERED = re.compile(r"\b[A-Z]{1,2}-?\d{1,2}\b")


class Scope:
    """Neighbourhoods of sentences in one agreement."""

    def __init__(self, agreement: Agreement) -> None:
        self._agreement = agreement
        self._members: dict[int, frozenset[int]] = {}

    def near(self, sentence: int) -> frozenset[int]:
        """The sentences in the section of `sentence`, in sections that it cites, and in sections that cite it."""
        home = self.home(sentence)
        found = set(self._inside(home))
        for section in self.citing.get(sentence, ()):
            found |= self._inside(section)
        path = self.sections_around(sentence)
        for other, sections in self.citing.items():
            if sections & path:
                found |= self._inside(self._agreement.sentences[other].section)
        return frozenset(found)

    def home(self, sentence: int) -> int:
        """The section around `sentence`: the widest that is not the document and not too long to be near."""
        held = self._agreement.sections
        section = self._agreement.sentences[sentence].section
        while (parent := held[section].parent) is not None and held[parent].parent is not None:
            span = held[parent].span
            a_whole_exhibit = bool(held[section].number and _ATTACHED.match(held[parent].number))
            if span.end - span.start > MOST_CHARS or a_whole_exhibit or self._is_title(parent):
                break
            section = parent
        return section

    def _is_title(self, section: int) -> bool:
        """Whether an unnumbered heading stands over nearly the whole document, as its title does."""
        held = self._agreement.sections[section]
        whole = len(self._agreement.documents[held.document].text)
        return not held.number and held.span.end - held.span.start > _MOST_OF * whole

    def sections_around(self, sentence: int) -> frozenset[int]:
        """The sections around `sentence` that have a number of their own, without the document."""
        held, found = self._agreement.sections, set()
        at: int | None = self._agreement.sentences[sentence].section
        while at is not None:
            if held[at].number and held[at].parent is not None:
                found.add(at)
            at = held[at].parent
        return frozenset(found)

    def _inside(self, section: int) -> frozenset[int]:
        if section not in self._members:
            span, document = self._agreement.sections[section].span, self._agreement.sections[section].document
            if span.end - span.start > 3 * MOST_CHARS:
                self._members[section] = frozenset()
            else:
                self._members[section] = frozenset(
                    number
                    for number, sentence in enumerate(self._agreement.sentences)
                    if sentence.document == document and span.start <= sentence.span.start < span.end
                )
        return self._members[section]

    @cached_property
    def citing(self) -> dict[int, frozenset[int]]:
        """Sentence → the sections that it cites."""
        labels = self._labels
        found = {}
        for number, sentence in enumerate(self._agreement.sentences):
            words = self._agreement.quote(sentence.document, sentence.span)
            cited = {labels[key] for key in _keys(words, sentence.document) if key in labels}
            if cited:
                found[number] = frozenset(cited)
        return found

    @cached_property
    def _labels(self) -> dict[tuple[int, str], int]:
        found: dict[tuple[int, str], int] = {}
        for number, section in enumerate(self._agreement.sections):
            for name in (section.label, section.number):
                bare = _CITED.match(name)
                key = (bare[1] if bare else name).lower().rstrip(".")
                if key:
                    found.setdefault((section.document, key), number)
        return found


def _keys(words: str, document: int) -> Iterable[tuple[int, str]]:
    """The numbers that `words` cite: "Sections 4.1 and 4.2", "Exhibit C", and such as "C-5" without a word before."""
    for match in _CITED.finditer(words):
        yield from ((document, number.lower()) for number in _BETWEEN.split(match[1]))
    yield from ((document, match.group().lower()) for match in _LETTERED.finditer(words))
