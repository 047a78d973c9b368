"""Where the symbols of a pack's patterns stand in a sentence: one pass finds them all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from ahocorasick_rs import AhoCorasick

from clausecheck.text import Span
from clausecheck.vocabulary import Vocabulary

RAW_TIMEOUT_S = 0.5
_EVERYWHERE = frozenset(
    "a all an and any at be by every for if in is it may no not of on only or other shall the to use will with".split()
)
_RUN = re.compile(r"([\ue000-\uf8ff])\1*")

Mentions = dict[str, list[Span]]


class Lexicon:
    """The symbols of a pack, ready to be looked up in marked text."""

    def __init__(self, symbols: Iterable[str], vocabulary: Vocabulary) -> None:
        whole: dict[str, list[str]] = {}
        prefixes: dict[str, list[str]] = {}
        self._by_mark: dict[str, list[str]] = {}
        for symbol in sorted(symbols):
            if symbol.startswith("{"):
                for term in vocabulary.terms(symbol[1:-1]):
                    whole.setdefault(term, []).append(symbol)
                for mark in vocabulary.marks(symbol[1:-1]):
                    self._by_mark.setdefault(mark, []).append(symbol)
            elif not symbol.startswith("/"):
                (prefixes if symbol.startswith("^") else whole).setdefault(symbol[1:], []).append(symbol)
        terms = sorted({*whole, *prefixes})
        self._of_prefix = [prefixes.get(term, ()) for term in terms]
        self._of_word = [(*whole.get(term, ()), *prefixes.get(term, ())) for term in terms]
        self._automaton = AhoCorasick(terms)

    def mentions(self, text: str, plain: str) -> Mentions:
        """Every symbol that stands in a sentence, with its spans in order; raw expressions are left to `raw`.

        Kinds are looked up by their marks in `text`, words in `plain`, so that a name hides none of its words.
        """
        found: defaultdict[str, list[Span]] = defaultdict(list)
        for index, start, end in self._automaton.find_matches_as_indexes(plain, overlapping=True):
            if start and plain[start - 1].isalnum():
                continue
            symbols = self._of_prefix[index] if plain[end : end + 1].isalnum() else self._of_word[index]
            if symbols:
                span = Span(start, end)
                for symbol in symbols:
                    found[symbol].append(span)
        for match in _RUN.finditer(text):
            for symbol in self._by_mark.get(match[1], ()):
                found[symbol].append(Span(*match.span()))
        for spans in found.values():
            spans.sort()
        return dict(found)


_compiled: dict[str, object] = {}


def raw(symbol: str, text: str) -> list[Span]:
    """The spans of a raw expression; raises TimeoutError past its time limit."""
    import regex

    pattern = _compiled.get(symbol)
    if not isinstance(pattern, regex.Pattern):
        pattern = _compiled[symbol] = regex.compile(symbol[1:-1])
    return [Span(*match.span()) for match in pattern.finditer(text, timeout=RAW_TIMEOUT_S)]


def weight(symbol: str, vocabulary: Vocabulary) -> int:
    """How common a symbol is, roughly: what a pattern's rarest symbol is chosen by."""
    if symbol.startswith("{"):
        return 60 * len(vocabulary.marks(symbol[1:-1])) + len(vocabulary.terms(symbol[1:-1]))
    if symbol.startswith("/"):
        return 1000
    return 200 if symbol[1:] in _EVERYWHERE else 1
