"""Numbers printed before the lines of a draft or a pleading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from clausecheck.reading.pdflines import Line

_NUMBER = re.compile(r"(\d{1,4})(?:\s+|$)")
_FEWEST = 12
_WIDTH = 15.0
_LEAST_SHARE = 0.4


def without_line_numbers(lines: Sequence[Line]) -> tuple[tuple[Line, ...], str]:
    """The lines of a page without the numbers that count them, and these numbers; all as it is where nothing counts."""
    numbers = {at: match for at, line in enumerate(lines) if (match := _NUMBER.match(line.text))}
    edge = min((lines[at].left for at in numbers), default=0.0) + _WIDTH
    numbers = {at: match for at, match in numbers.items() if lines[at].left < edge}
    if not _counts_lines(numbers, lines):
        return tuple(lines), ""
    stripped = (_stripped(line, numbers[at].end()) if at in numbers else line for at, line in enumerate(lines))
    return tuple(line for line in stripped if line.text), " ".join(match[1] for match in numbers.values())


def _counts_lines(numbers: dict[int, re.Match[str]], lines: Sequence[Line]) -> bool:
    """True for numbers that go up one by one beside running text, and not before clauses or entries of a list."""
    if len(numbers) < _FEWEST:
        return False
    downwards = [int(numbers[at][1]) for at in sorted(numbers, key=lambda at: -lines[at].base)]
    rests = [lines[at].text[match.end() :] for at, match in numbers.items()]
    inside = sum(1 for rest in rests if not rest or rest[0].islower())
    return all(after == before + 1 for before, after in pairwise(downwards)) and inside >= _LEAST_SHARE * len(rests)


def _stripped(line: Line, end: int) -> Line:
    cells = line.cells
    if cells and cells[0].text == line.text[:end].strip():
        cells = cells[1:] if len(cells) > 2 else ()
    return line._replace(text=line.text[end:], cells=cells)
