"""Words broken at a line end: the hyphen goes ("recog-nition") or stays ("non-exclusive")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

SOFT = "\ufffe"
_BROKEN = re.compile(rf"([\w’'-]*)(?:{SOFT}|\u00ad)\s*([\w’'-]*)")
_LONGEST_WORD = 60
_OPEN_WORD = re.compile(r"(?:[\w’']+-)*[\w’']*[^\W_]-$")
_FIRST_WORD = re.compile(r"[\w’']+(?:-[\w’']+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COMPOUND = frozenset(
    "non self third cross ex quasi all half well co real time year state city federal court data user "
    "opt add mark set follow long short high low full part one two three four five six seven eight nine ten "
    "multi anti post semi so right face license machine royalty sub-licens good law first second work "
    "on off out by hand large small web cloud audit body end up".split()
)
_CLOSED = frozenset(
    "with there here where what who how any some every no for out over under up down in on a an be to con per dis "
    "pro com pre re sub inter trans mis un de ad ex en em im ab ob dif sur sus suf sup es as at is it or so can "
    "do".split()
)


class Mender:
    """Mends by rule, and by how the same word is written elsewhere in the file."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(word.lower() for text in self._texts for word in _WORD.findall(text.replace(SOFT, " ")))

    def mend(self, text: str) -> str:
        """`text` without soft line-end hyphens."""
        return _BROKEN.sub(self._joined, text) if SOFT in text or "\u00ad" in text else text

    def going_on(self, text: str, following: str) -> str:
        """`text` ready for the line that follows: with a space, or without one inside a word broken by a hyphen."""
        left = _OPEN_WORD.search(text[-_LONGEST_WORD:]) if text.endswith("-") else None
        right = _FIRST_WORD.match(following)
        if left is None or right is None:
            return text + " "
        return text if self._keeps_hyphen(left[0][:-1], right[0]) else text[:-1]

    def _joined(self, match: re.Match[str]) -> str:
        left, right = match[1], match[2]
        return f"{left}-{right}" if self._keeps_hyphen(left, right) else left + right

    def _keeps_hyphen(self, left: str, right: str) -> bool:
        if not left or not right or not left[-1].isalpha() or not right[0].isalpha() or right[0].isupper():
            return True
        low, high = left.lower(), right.lower()
        if low + high in self._known:
            return False
        if f"{low}-{high}" in self._known or "-" in left:
            return True
        if low in _COMPOUND:
            return True
        return low not in _CLOSED and len(low) > 2 and len(high) > 3 and {low, high} <= self._known
