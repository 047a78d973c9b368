"""Where the symbols of a pack's patterns stand in a sentence: one pass finds them all."""

from __future__ import annotations

import re
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
        terms: dict[str, list[str]] = {}
        self._by_mark: dict[str, list[str]] = {}
        self._raw: list[str] = []
        self._prefixes: set[str] = set()
        for symbol in sorted(symbols):
            if symbol.startswith("{"):
                name = symbol[1:-1]
                for term in vocabulary.terms(name):
                    terms.setdefault(term, []).append(symbol)
                for mark in vocabulary.marks(name):
                    self._by_mark.setdefault(mark, []).append(symbol)
            elif symbol.startswith("/"):
                self._raw.append(symbol)
            else:
                terms.setdefault(symbol[1:], []).append(symbol)
                if symbol.startswith("^"):
                    self._prefixes.add(symbol)
        self._terms = list(terms.items())
        self._automaton = AhoCorasick([term for term, _ in self._terms])

    def mentions(self, text: str, plain: str) -> Mentions:
        """Every symbol that stands in a sentence, with its spans in order; raw expressions are left to `raw`.

        Kinds are looked up by their marks in `text`, words in `plain`, so that a name hides none of its words.
        """
        found: Mentions = {}
        for index, start, end in self._automaton.find_matches_as_indexes(plain, overlapping=True):
            if plain[start - 1 : start].isalnum():
                continue
            whole = not plain[end : end + 1].isalnum()
            for symbol in self._terms[index][1]:
                if whole or symbol in self._prefixes:
                    found.setdefault(symbol, []).append(Span(start, end))
        for match in _RUN.finditer(text):
            for symbol in self._by_mark.get(match[1], ()):
                found.setdefault(symbol, []).append(Span(*match.span()))
        for spans in found.values():
            spans.sort()
        return found


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
