"""One agreement out of one or more documents, and the reading of each of its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from clausecheck.agreement import definitions, parties, references, sections, sentences
from clausecheck.agreement.frames import frames_of
from clausecheck.agreement.marking import Marker, shadow
from clausecheck.agreement.model import Bearer, Definition, Frame, Party, Reference, Section, Sentence
from clausecheck.text import Document, Span
from clausecheck.vocabulary import Vocabulary, standard_vocabulary

_HELD = ("data", "content", "records", "information", "footage", "recordings", "materials", "video")
_NO_OWNERS = frozenset({"you", "your", "yours", "yourself"})
_PRONOUN = re.compile(r"\W*(?:it|they)\b")
_WORD = re.compile(r"[\w\ue000-\uf8ff][\w\ue000-\uf8ff'-]*")


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as patterns see it: lead-ins and item on one line, in lower case.

    `text` has names marked, `plain` has not; both have the same length. `pieces` are (offset in `text`, offset in the
    document, length), in order.
    """

    sentence: int
    text: str
    plain: str
    pieces: tuple[tuple[int, int, int], ...]

    def words_between(self, end: int, start: int) -> int:
        """How many words begin in `text[end:start]`."""
        return sum(1 for _ in _WORD.finditer(self.text, end, start))

    def spans(self, span: Span) -> tuple[Span, ...]:
        """The parts of the document that `span` of `text` stands for, in order."""
        found = []
        for local, offset, length in self.pieces:
            start, end = max(span.start, local), min(span.end, local + length)
            if start < end:
                found.append(Span(offset + start - local, offset + end - local))
        return tuple(found)


@dataclass(frozen=True)
class Agreement:
    """Everything known about the documents of one agreement; readings are made on demand and kept."""

    documents: tuple[Document, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    parties: tuple[Party, ...]
    definitions: tuple[Definition, ...]
    references: tuple[Reference, ...]
    shadows: tuple[str, ...] = field(repr=False)
    marked: tuple[str, ...] = field(repr=False)
    vocabulary: Vocabulary = field(repr=False, compare=False)
    _readings: dict[int, Reading] = field(default_factory=dict, init=False, repr=False, compare=False)
    _framed: dict[int, tuple[Frame, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def reading(self, index: int) -> Reading:
        """The reading of sentence `index`, without frames."""
        if index not in self._readings:
            self._readings[index] = self._read(index)
        return self._readings[index]

    def frames(self, index: int) -> tuple[Frame, ...]:
        """The frames of sentence `index`, in order."""
        if index not in self._framed:
            self._framed[index] = frames_of(self.reading(index).text, self.vocabulary, self._carried(index))
        return self._framed[index]

    def _carried(self, index: int) -> Bearer:
        """The party that an opening "it" or "they" stands for: the one that the sentence before speaks of."""
        if not index or not _PRONOUN.match(self.reading(index).plain):
            return "unknown"
        before = self.sentences[index - 1]
        if before.section != self.sentences[index].section or before.role == "heading":
            return "unknown"
        return next((f.bearer for f in self.frames(index - 1) if f.bearer in ("vendor", "agency")), "unknown")

    def headings(self, index: int) -> str:
        """The headings above sentence `index`, innermost first, in lower case, one line each."""
        found, section = [], self.sentences[index].section
        at: int | None = section
        while at is not None:
            found.append(self.sections[at].heading)
            at = self.sections[at].parent
        return shadow("\n".join(found)).replace("  ", " ")

    def quote(self, document: int, span: Span) -> str:
        """The exact words of a document."""
        return self.documents[document].text[span.start : span.end]

    def names(self, side: str) -> tuple[str, ...]:
        """Every name of a side, as printed."""
        return tuple(chain.from_iterable(party.names for party in self.parties if party.side == side))

    def _read(self, index: int) -> Reading:
        sentence = self.sentences[index]
        marked, plain = self.marked[sentence.document], self.shadows[sentence.document]
        text, words_only, pieces = "", "", []
        for span in (*sentence.leads, sentence.span):
            if text:
                text, words_only = text + " ", words_only + " "
            pieces.append((len(text), span.start, span.end - span.start))
            text += marked[span.start : span.end]
            words_only += plain[span.start : span.end]
        return Reading(index, text, words_only, tuple(pieces))


def assemble(
    documents: Sequence[Document],
    *,
    vendor: Sequence[str] = (),
    agency: Sequence[str] = (),
    vocabulary: Vocabulary | None = None,
) -> Agreement:
    """The agreement that `documents` make together; `vendor` and `agency` name the parties when the text does not.

    `vocabulary` is that of the rules to be asked (default: the shipped ones).
    """
    held = tuple(documents)
    vocabulary = vocabulary or standard_vocabulary()
    outline = sections.outline(held)
    units = tuple(
        chain.from_iterable(sentences.split(number, document, outline) for number, document in enumerate(held))
    )
    terms = definitions.find(held, units, vocabulary)
    sides = parties.find(held, units, terms, vocabulary, tuple(vendor), tuple(agency))
    refs = references.find(held, outline.sections, units)
    marker = Marker(_marks(vocabulary, sides, terms))
    shadows = tuple(shadow(document.text) for document in held)
    marked = tuple(marker.mark(text) for text in shadows)
    return Agreement(held, outline.sections, units, sides, terms, refs, shadows, marked, vocabulary)


def _marks(vocabulary: Vocabulary, sides: Sequence[Party], terms: Sequence[Definition]) -> dict[str, str]:
    """Name → mark: the usual names, then defined terms, then the parties' own names, each overriding the last."""
    usual = {name: kind.mark for kind in vocabulary.kinds.values() for name in kind.names}
    named = {party.side: {name.lower() for name in party.names} for party in sides}
    owned = {name for names in named.values() for name in names}
    defined = {
        shadow(term.term): vocabulary.kinds[term.kinds[0]].mark
        for term in terms
        if term.kinds and term.term.lower() not in owned
    }
    own = {shadow(name): vocabulary.kinds[side].mark for side, names in named.items() for name in names}
    return {**usual, **_held(vocabulary, named.get("agency", set())), **defined, **own}


def _held(vocabulary: Vocabulary, names: set[str]) -> dict[str, str]:
    """What belongs to the agency by its very name: "Department data", "the Authority's records"."""
    whose = {shadow(name) for name in (*names, *vocabulary.kinds["agency"].names)} - _NO_OWNERS
    mark = vocabulary.kinds["agency-data"].mark
    return {f"{name}{link} {thing}": mark for name in whose for link in ("", "'s") for thing in _HELD}
