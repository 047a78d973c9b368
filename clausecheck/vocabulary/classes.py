"""A vocabulary: named classes of terms, and the kinds that a contract's own names are recognised as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

FIRST_MARK = 0xE000
"""Private-use characters stand for kinds in marked text; a name of n characters becomes n marks."""


@dataclass(frozen=True, slots=True)
class WordClass:
    """A class of lower-case terms, longest first. `marks` are the kinds it includes, one character each."""

    name: str
    terms: tuple[str, ...]
    marks: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A class whose members each contract names itself; `names` are the usual ones, `cues` tell it from a definition.

    `words` recognise a defined term by its own last word (anywhere in it when the kind `qualifies` another, as in
    "aggregated customer data"), `cues` by the words of its definition; the earliest kind in the file that fits wins.
    """

    name: str
    mark: str
    names: tuple[str, ...]
    words: tuple[str, ...]
    cues: tuple[str, ...]
    qualifies: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All classes and kinds by name."""

    classes: Mapping[str, WordClass]
    kinds: Mapping[str, Kind]

    def marks(self, name: str) -> str:
        """The mark characters that `name` stands for, "" for a class without kinds."""
        return self.classes[name].marks if name in self.classes else self.kinds[name].mark

    def terms(self, name: str) -> tuple[str, ...]:
        """The terms of a class, longest first; a kind has none, for its names are marked in the text."""
        return self.classes[name].terms if name in self.classes else ()

    def __contains__(self, name: str) -> bool:
        return name in self.classes or name in self.kinds

    def kinds_of(self, term: str, definiens: str) -> tuple[str, ...]:
        """The kind of a defined term, judged by its own words and those of its definition; () when nothing fits.

        Words of the term decide before the cues of its definition, and what a term is (its last word) before what it
        is about, but for what data is made of or from; the order of kinds settles the rest.
        """
        name, meaning = f" {term.lower().rstrip('()s ')}", f" {definiens.lower()} "
        by_word = [
            k.name
            for k in self.kinds.values()
            if any(_heads(name, w) or (k.qualifies and f" {w} " in f"{name} ") for w in k.words)
        ]
        by_cue = [k.name for k in self.kinds.values() if any(cue in meaning for cue in k.cues)]
        if by_word and by_word[0] != "agency-data":
            return (by_word[0],)
        if by_word:
            return ("agency-data",)
        return (by_cue[0],) if by_cue else ()

    def names(self) -> tuple[str, ...]:
        """Every class and kind, sorted."""
        return tuple(sorted((*self.classes, *self.kinds)))


def _heads(name: str, word: str) -> bool:
    return name.endswith(f" {word.rstrip('s')}")
