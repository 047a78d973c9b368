"""A document's text in lower case, character for character, with every name of a kind replaced by the kind's mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ahocorasick_rs import AhoCorasick

_PLAIN = {
    **dict.fromkeys(map(ord, "‘’‚′`´"), "'"),
    **dict.fromkeys(map(ord, "“”„″«»"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒"), "-"),
    **dict.fromkeys(map(ord, "\u00a0\u2007\u202f\n\r\t\f\v\u2028\u2029"), " "),
    ord("İ"): "I",
}
_COUNTRY = re.compile(r"\bUS\b")


def shadow(text: str) -> str:
    """`text` in lower case with plain quotes, hyphens and spaces; of the same length."""
    return _COUNTRY.sub("u.", text.translate(_PLAIN)).lower()


class Marker:
    """Marks names: a mapping of lower-case name → mark character, matched whole, longest first."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = sorted(name for name in names if name)
        self._marks = [names[name] for name in self._names]
        self._automaton = AhoCorasick(self._names) if self._names else None

    def mark(self, lower: str) -> str:
        """`lower` (see `shadow`) with each name replaced by its mark, as many times as it has characters."""
        if self._automaton is None:
            return lower
        hits = [
            (start, -end, index)
            for index, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True)
            if _whole(lower, start, end)
        ]
        return "".join(self._pieces(lower, sorted(hits)))

    def _pieces(self, lower: str, hits: list[tuple[int, int, int]]) -> Iterable[str]:
        done = 0
        for start, minus_end, index in hits:
            if start < done:
                continue
            yield lower[done:start]
            yield self._marks[index] * (-minus_end - start)
            done = -minus_end
        yield lower[done:]


def _whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1 : start]
    after = text[end : end + 1]
    return not (before.isalnum() or after.isalnum())
