"""The pattern language of rule files: text → Pattern.

A pattern is compiled to sequences of symbols with word gaps between them, not to one expression over the text: symbols
are looked up once for a sentence, so that a pattern costs only the few comparisons of places that its rarest symbol
calls for, and no pattern can run away. Only `/raw/` symbols are expressions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product

GAP = 8
"""Words that `...` may stand for."""
MAX_GAP = 60
MAX_VARIANTS = 256
_TOKEN = re.compile(
    r"\{(?P<name>[\w-]+)\}|(?P<gap>\.\.\.\d*)|(?P<raw>/(?:\\.|[^/\\])+/)|(?P<mark>[()\[\]|&])|(?P<word>[^\s(){}\[\]|&]+)|(?P<bad>\S)"
)
_UNBOUNDED = re.compile(r"(?<!\\)[*+]|\{\d+,\}")


class PatternError(ValueError):
    """A pattern that cannot be read; the message names the culprit."""


@dataclass(frozen=True, slots=True)
class Item:
    """One of `symbols`, with at most `gap` words since the item before.

    Symbols are "{class}", "=words", "^prefix" and "/expression/".
    """

    symbols: frozenset[str]
    gap: int = 0


Sequence = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Alternatives of conjunctions of variants of sequences; `source` is as written."""

    source: str
    alternatives: tuple[tuple[tuple[Sequence, ...], ...], ...]

    @property
    def symbols(self) -> frozenset[str]:
        """Every symbol the pattern can use."""
        return frozenset(
            symbol
            for conjunction in self.alternatives
            for variants in conjunction
            for sequence in variants
            for item in sequence
            for symbol in item.symbols
        )


def parse(source: str) -> Pattern:
    """The pattern written as `source`; raises PatternError."""
    reader = _Reader(source)
    alternatives = [reader.conjunction()]
    while reader.take("|"):
        alternatives.append(reader.conjunction())
    reader.end()
    return Pattern(source, tuple(alternatives))


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


class _Reader:
    def __init__(self, source: str) -> None:
        self._tokens = [_Token(m.lastgroup or "", m[m.lastgroup or 0]) for m in _TOKEN.finditer(source)]
        self._at = 0
        for token in self._tokens:
            if token.kind == "bad":
                raise PatternError(f'stray "{token.text}"')

    def take(self, mark: str) -> bool:
        if self._next() == _Token("mark", mark):
            self._at += 1
            return True
        return False

    def end(self) -> None:
        if self._next() is not None:
            raise PatternError(f'unexpected "{self._tokens[self._at].text}"')

    def conjunction(self) -> tuple[tuple[Sequence, ...], ...]:
        parts = [self._sequence()]
        while self.take("&"):
            parts.append(self._sequence())
        return tuple(parts)

    def _next(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _sequence(self) -> tuple[Sequence, ...]:
        parts: list[tuple[Sequence, ...]] = []
        gap = 0
        while (token := self._next()) is not None and not (token.kind == "mark" and token.text in "|&)]"):
            if token.kind == "gap":
                gap = int(token.text[3:] or GAP)
                if gap > MAX_GAP:
                    raise PatternError(f"a gap of {gap} words; the most is {MAX_GAP}")
                self._at += 1
                continue
            parts.append(tuple(_after(sequence, gap) for sequence in self._atom()))
            gap = 0
        if not parts:
            raise PatternError("an empty part")
        if gap:
            raise PatternError("a gap at the end of a part; put it behind the bracket")
        return _joined(parts)

    def _atom(self) -> tuple[Sequence, ...]:
        token = self._tokens[self._at]
        self._at += 1
        if token.kind == "mark":
            return self._bracketed(token.text)
        return ((Item(frozenset({_symbol(token)})),),)

    def _bracketed(self, opening: str) -> tuple[Sequence, ...]:
        closing = {"(": ")", "[": "]"}.get(opening)
        if closing is None:
            raise PatternError(f'unexpected "{opening}"')
        variants = list(self._sequence())
        while self.take("|"):
            variants.extend(self._sequence())
        if not self.take(closing):
            raise PatternError(f'"{opening}" without "{closing}"')
        single = [sequence[0] for sequence in variants if len(sequence) == 1]
        longer = [sequence for sequence in variants if len(sequence) != 1]
        merged = [(Item(frozenset().union(*(item.symbols for item in single))),)] if single else []
        return (*merged, *longer, *(((),) if opening == "[" else ()))


def _symbol(token: _Token) -> str:
    if token.kind == "name":
        return "{" + token.text + "}"
    if token.kind == "raw":
        _bounded(token.text[1:-1])
        return token.text
    word = token.text.lower().replace("’", "'")
    if word.endswith("*"):
        return "^" + word[:-1]
    return "=" + word


def _bounded(expression: str) -> None:
    inside = re.sub(r"\[(?:\\.|[^\]])*\]", "[]", expression)
    if _UNBOUNDED.search(inside):
        raise PatternError(f"an unbounded repeat in /{expression}/; write {{0,80}}")


def _after(sequence: Sequence, gap: int) -> Sequence:
    return (Item(sequence[0].symbols, gap), *sequence[1:]) if sequence and gap else sequence


def _joined(parts: list[tuple[Sequence, ...]]) -> tuple[Sequence, ...]:
    count = 1
    for part in parts:
        count *= len(part)
    if count > MAX_VARIANTS:
        raise PatternError(f"{count} variants; the most is {MAX_VARIANTS}: use alternatives of single words or a class")
    joined = (_merged([item for sequence in choice for item in sequence]) for choice in product(*parts))
    return tuple(dict.fromkeys(sequence for sequence in joined))


def _merged(items: list[Item]) -> Sequence:
    """Words in a row become one term."""
    merged: list[Item] = []
    for item in items:
        last = merged[-1] if merged else None
        if last and not item.gap and _is_words(last) and _is_words(item):
            (first,), (second,) = last.symbols, item.symbols
            merged[-1] = Item(frozenset({f"{first} {second[1:]}"}), last.gap)
        else:
            merged.append(item)
    return tuple(merged)


def _is_words(item: Item) -> bool:
    return len(item.symbols) == 1 and next(iter(item.symbols)).startswith("=")
