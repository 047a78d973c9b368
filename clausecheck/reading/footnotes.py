"""Notes at the foot of a page: lines in smaller type under all others, the first of which opens with a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausecheck.reading.pdflines import Line

_OPENS = re.compile(r"(?:\d{1,3}|[*†‡§]|\[\d{1,3}\]|[a-z](?=\s))\s*(?=\S)")
_SMALLER = 0.9
_LONG = 20


def with_notes(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, those of its footnotes marked."""
    sizes = sorted(line.size for line in lines if len(line.text) >= _LONG)
    small = _SMALLER * sizes[len(sizes) // 2] if sizes else 0.0
    first = len(lines)
    while first and lines[first - 1].size < small:
        first -= 1
    while first < len(lines) and not _opens_note(lines, first):
        first += 1
    return [*lines[:first], *(line._replace(is_note=True) for line in lines[first:])]


def opens_note(line: Line) -> bool:
    """True for the first line of a footnote."""
    return line.is_note and bool(_OPENS.match(line.text))


def _opens_note(lines: Sequence[Line], at: int) -> bool:
    lowest = min((line.base for line in lines[:at]), default=0.0)
    return bool(_OPENS.match(lines[at].text)) and lines[at].base < lowest
