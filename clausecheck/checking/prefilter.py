"""Which matchers a sentence could meet at all, told from the symbols that stand in it.

A matcher needs one symbol out of each of several sets. Sets of symbols are integers, a bit a symbol; matchers are
indexed by their rarest set, and the other sets are tested before any place is looked at. A matcher that is refused
here cannot match: the sets are necessary conditions.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain

from clausecheck.checking.lexicon import Mentions, weight
from clausecheck.safeguards.model import Matcher
from clausecheck.safeguards.patterns import Pattern, Sequence
from clausecheck.vocabulary import Vocabulary

_Cost = Callable[[Collection[str]], tuple[int, list[str]]]


class Prefilter:
    """The matchers of a pack by what they need."""

    def __init__(self, matchers: Iterable[Matcher], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._bits: dict[str, int] = {}
        self._index: dict[int, list[tuple[Matcher, tuple[int, ...]]]] = {}
        self._always: list[tuple[Matcher, tuple[int, ...]]] = []
        for matcher in matchers:
            self._add(matcher)

    def candidates(self, mentions: Mentions) -> Iterator[Matcher]:
        """The matchers that a sentence with these symbols could meet, each once."""
        bits = self._bits
        present = [bits[symbol] for symbol in mentions if symbol in bits]
        mask = 0
        for bit in present:
            mask |= bit
        seen: set[str] = set()
        for matcher, needs in chain(self._always, *(self._index.get(bit, ()) for bit in present)):
            if all(need & mask for need in needs) and matcher.where not in seen:
                seen.add(matcher.where)
                yield matcher

    def _add(self, matcher: Matcher) -> None:
        patterns = [matcher.phrase] if matcher.phrase else [pattern for _, pattern in matcher.slots]
        needs = sorted((need for p in patterns for need in _needs(p, self._cost)), key=self._cost)
        entry = (matcher, tuple(self._mask(need) for need in needs[1:]))
        if not needs:
            self._always.append(entry)
            return
        for symbol in needs[0]:
            self._index.setdefault(self._bit(symbol), []).append(entry)

    def _mask(self, symbols: Iterable[str]) -> int:
        return sum(self._bit(symbol) for symbol in set(symbols))

    def _bit(self, symbol: str) -> int:
        return self._bits.setdefault(symbol, 1 << len(self._bits))

    def _cost(self, symbols: Collection[str]) -> tuple[int, list[str]]:
        return (sum(weight(symbol, self._vocabulary) for symbol in symbols), sorted(symbols))


def _needs(pattern: Pattern, cost: _Cost) -> Iterator[frozenset[str]]:
    """Sets of symbols of which each must have one in the sentence; raw expressions need none."""
    if len(pattern.alternatives) == 1:
        for variants in pattern.alternatives[0]:
            yield from _variants_need(variants, cost)
        return
    each = [[s for v in conjunction for s in _variants_need(v, cost)] for conjunction in pattern.alternatives]
    if all(each):
        yield frozenset().union(*(min(sets, key=cost) for sets in each))


def _variants_need(variants: tuple[Sequence, ...], cost: _Cost) -> list[frozenset[str]]:
    each = [[item.symbols for item in items if not _raw(item.symbols)] for items in variants]
    if len(each) == 1:
        return each[0]
    return [frozenset().union(*(min(sets, key=cost) for sets in each))] if all(each) else []


def _raw(symbols: Iterable[str]) -> bool:
    return any(symbol.startswith("/") for symbol in symbols)
