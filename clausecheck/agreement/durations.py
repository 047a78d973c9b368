"""Lengths of time in running text: "seventy-two (72) hours", "30 days", "three business days"."""

from __future__ import annotations

import re

from clausecheck.agreement.model import Duration
from clausecheck.text import Span

_UNITS = {"minute": 1 / 60, "hour": 1, "day": 24, "week": 168, "month": 730, "year": 8760}
_ONES = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        range(1, 20),
        strict=True,
    )
)
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_NUMBER = "|".join(("a hundred", "one hundred", "hundred", *_TENS, *_ONES))
_DURATION = re.compile(
    rf"\b(?:(?P<digits>\d{{1,4}})|(?P<words>(?:{_NUMBER})(?:[- ](?:and )?(?:{_NUMBER})){{0,3}}))"
    rf"(?:\s*\(\s*(?P<inside>\d{{1,4}})\s*\))?[\s-]+(?:(?:business|calendar|working|consecutive|court)\s+)?"
    rf"(?P<unit>{'|'.join(_UNITS)})s?\b"
)
_IDIOMS = {
    "by tomorrow": 24.0,
    "the next day": 24.0,
    "next business day": 24.0,
    "a fortnight": 336.0,
    "overnight": 24.0,
}
_HINTS = ("day", "hour", "month", "year", "week", "minute", "tomorrow", "fortnight", "overnight")
_IDIOM = re.compile("|".join(_IDIOMS))


def durations(text: str) -> tuple[Duration, ...]:
    """Every length of time in lower-case `text`, in order."""
    if not any(hint in text for hint in _HINTS):
        return ()
    found = [Duration(_hours(match), Span(*match.span())) for match in _DURATION.finditer(text)]
    found += [Duration(_IDIOMS[match.group()], Span(*match.span())) for match in _IDIOM.finditer(text)]
    return tuple(sorted(found, key=lambda d: d.span))


def _hours(match: re.Match[str]) -> float:
    digits = match["inside"] or match["digits"]
    return (int(digits) if digits else _number(match["words"])) * _UNITS[match["unit"]]


def _number(words: str) -> int:
    total = 0
    for word in re.split(r"[- ]", words):
        if word == "hundred":
            total = max(total, 1) * 100
        elif word not in ("a", "and"):
            total += _ONES.get(word) or _TENS[word]
    return total
