"""Printed lines to paragraphs: which line goes on with the one before, and which starts something new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from clausecheck.reading.footnotes import opens_note
from clausecheck.reading.headings import is_upper, kind_by_text, stands_out
from clausecheck.reading.marks import leads_to_citation, opens_with_mark, predecessor
from clausecheck.reading.pdflines import Line
from clausecheck.text import BlockKind

_ENDED = re.compile(r"[.:;!?][\"”’')\]*]*$|[;,:]\s+(?:and|or|and/or)$")
_STOPPED = re.compile(r"[.!?:][\"”’')\]*]*$")
_INITIAL = re.compile(r"\b[A-Z]\.$")
_END = 12
_NEIGHBOURS = 8
_LOOSE = 1.4
_SAME_BASE = 0.3
_INDENT = 5.0
_USUAL_PITCH = 14.0
_MOST_HEADING_LINES = 2
_MOST_HEADING_WORDS = 12


class Placed(NamedTuple):
    """A line of the reading text: its page index, the right margin of its column and the usual line pitch."""

    line: Line
    page: int
    margin: float
    pitch: float


@dataclass(slots=True)
class _Paragraph:
    """The lines of the paragraph that is being read."""

    lines: list[Placed] = field(default_factory=list)

    @property
    def last(self) -> Placed:
        return self.lines[-1]

    @property
    def body_left(self) -> float:
        """Where the lines after the first one start."""
        return self.lines[-1].line.left

    @property
    def margin(self) -> float:
        """The right margin, narrowed to what this paragraph itself uses once it has three lines."""
        widest = max(each.margin for each in self.lines if abs(each.line.left - self.body_left) < _INDENT)
        own = max(placed.line.right for placed in self.lines)
        return min(widest, own) if len(self.lines) >= 3 else widest

    def holds(self, mark: str) -> bool:
        """True when "(mark)" stands inside the paragraph and not at its start."""
        return any(f"({mark})" in placed.line.text[1:] for placed in self.lines)


def placed_lines(page: int, lines: Sequence[Line]) -> list[Placed]:
    """The lines of one page, each with what its neighbours tell about margin and pitch."""
    pitch = _pitch(lines)
    return [Placed(line, page, margin, pitch) for line, margin in zip(lines, _margins(lines), strict=True)]


def paragraphs(lines: Iterable[Placed]) -> Iterator[tuple[Placed, ...]]:
    """The lines grouped into paragraphs, headings, items, rows and notes, across page breaks.

    The notes of a page come before a paragraph that goes on over its end, so that every page stays in one piece.
    """
    current = _Paragraph()
    notes: list[Placed] = []
    for placed in lines:
        if placed.line.is_note:
            notes.append(placed)
            continue
        if current.lines and _starts_new(current, placed):
            yield tuple(current.lines)
            current = _Paragraph()
        if notes:
            yield from _notes(notes)
            notes = []
        current.lines.append(placed)
    if current.lines:
        yield tuple(current.lines)
    yield from _notes(notes)


def _notes(lines: Sequence[Placed]) -> Iterator[tuple[Placed, ...]]:
    starts = [at for at, placed in enumerate(lines) if not at or opens_note(placed.line)]
    return (tuple(lines[start:end]) for start, end in pairwise([*starts, len(lines)]))


class _Seam(NamedTuple):
    """Where two lines meet."""

    drop: float
    ended: bool
    goes_on: bool
    flowing: bool


def _seam(current: _Paragraph, placed: Placed) -> _Seam:
    last, line = current.last.line, placed.line
    drop = last.last_base - line.base
    ended = bool(_ENDED.search(last.text[-_END:]))
    goes_on = line.text[:1].islower() and not ended
    beside = abs(drop) < _SAME_BASE * line.size and line.left > last.right + line.size
    flowing = placed.page != current.last.page or drop < -0.5 * placed.pitch or beside
    return _Seam(drop, ended, goes_on, flowing)


def _starts_new(current: _Paragraph, placed: Placed) -> bool:
    seam = _seam(current, placed)
    for witness in (_by_place, _by_looks, _by_mark):
        decided = witness(current, placed, seam)
        if decided is not None:
            return decided
    if seam.ended:
        return _starts_after_end(current, placed, seam.flowing)
    if seam.goes_on or leads_to_citation(current.last.line.text):
        return False
    return _is_short(current, placed.line) or _heading_before(current, placed.line)


def _by_place(current: _Paragraph, placed: Placed, seam: _Seam) -> bool | None:
    last, line = current.last.line, placed.line
    if last.is_row or line.is_row:
        return True
    if seam.flowing:
        return None
    if abs(seam.drop) < _SAME_BASE * line.size:
        return line.left < last.left
    if seam.drop > _LOOSE * placed.pitch + 0.5:
        return not seam.goes_on or seam.drop > 2.5 * placed.pitch
    return None


def _by_looks(current: _Paragraph, placed: Placed, seam: _Seam) -> bool | None:
    last, line = current.last.line, placed.line
    set_off = line.bold and not last.bold and stands_out(line.text)
    if not set_off and not _other_size(last, line):
        return None
    return None if seam.goes_on or leads_to_citation(last.text) else True


def _by_mark(current: _Paragraph, placed: Placed, seam: _Seam) -> bool | None:
    last, line = current.last.line, placed.line
    mark = opens_with_mark(line.text)
    if mark is None or (mark["letter"] and _INITIAL.search(last.text[-_END:])):
        return None
    if mark["named"] and (line.bold or is_upper(mark["named"])) and not leads_to_citation(last.text):
        return True
    return _starts_item(current, placed, mark, seam.ended, seam.flowing)


def _starts_item(current: _Paragraph, placed: Placed, mark: re.Match[str], ended: bool, flowing: bool) -> bool:
    last = current.last.line
    if mark["bullet"]:
        return mark["bullet"] not in "-–—" or ended or _is_short(current, placed.line)
    if leads_to_citation(last.text) and not ended:
        return False
    if mark["paren"]:
        before = predecessor(mark["paren"])
        inline = before is not None and current.holds(before)
        shifted = not flowing and abs(placed.line.left - current.body_left) > _INDENT
        if inline and not (shifted and ended):
            return False
    return ended or _is_short(current, placed.line)


def _starts_after_end(current: _Paragraph, placed: Placed, flowing: bool) -> bool:
    line = placed.line
    if _is_short(current, line):
        return True
    if flowing:
        return False
    shift = line.left - current.body_left
    if len(current.lines) == 1:
        return shift > _INDENT and bool(_STOPPED.search(current.last.line.text[-_END:])) and _is_short(current, line)
    return abs(shift) > _INDENT


def _is_short(current: _Paragraph, line: Line) -> bool:
    """True when the first word of `line` would have fitted on the line before it."""
    last = current.last.line
    width = (line.right - line.left) / max(1, len(line.text))
    word = line.text.split(" ", 1)[0]
    return last.right + (len(word) + 1) * width < current.margin - 0.75 * line.size


def _heading_before(current: _Paragraph, line: Line) -> bool:
    above = current.last.line
    if len(current.lines) > _MOST_HEADING_LINES or len(above.text.split()) > _MOST_HEADING_WORDS:
        return False
    return (is_upper(above.text) and not is_upper(line.text)) or (above.bold and not line.bold)


def _other_size(last: Line, line: Line) -> bool:
    return abs(last.size - line.size) > 0.14 * max(last.size, line.size)


def _pitch(lines: Sequence[Line]) -> float:
    """The usual distance between base lines, in points."""
    drops = [above.last_base - below.base for above, below in pairwise(lines)]
    usual = sorted(drop for drop, line in zip(drops, lines, strict=False) if 0.6 * line.size < drop < 2.2 * line.size)
    return usual[len(usual) // 2] if usual else _USUAL_PITCH


def _margins(lines: Sequence[Line]) -> Iterator[float]:
    """For each line the right end of the column that it stands in, by the lines around it."""
    lefts, rights = [line.left for line in lines], [line.right for line in lines]
    for at, (left, right) in enumerate(zip(lefts, rights, strict=True)):
        near = slice(max(0, at - _NEIGHBOURS), at + _NEIGHBOURS + 1)
        if left < min(rights[near]) and right > max(lefts[near]):
            yield max(rights[near])
        else:
            yield max(
                (end for start, end in zip(lefts[near], rights[near], strict=True) if start < right and end > left),
                default=right,
            )


def kind_of(lines: Sequence[Placed], text: str) -> BlockKind:
    """The kind of a paragraph by its words and its looks."""
    if lines[0].line.is_note:
        return "note"
    if lines[0].line.is_row and " | " in text:
        return "row"
    bold = len(lines) <= _MOST_HEADING_LINES and all(placed.line.bold for placed in lines)
    if bold and stands_out(text):
        return "heading"
    return kind_by_text(text)


def read_from_top(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page, where words stamped above all others come first even if the file holds them later."""
    start = max(range(len(lines)), key=lambda at: lines[at].base, default=0)
    highest = max((line.base for line in lines[:start]), default=0.0)
    end = next((at for at in range(start, len(lines)) if lines[at].base <= highest), len(lines))
    stamped, others = lines[start:end], [*lines[:start], *lines[end:]]
    if not start or any(line.base > stamped[-1].base - stamped[-1].size for line in others):
        return list(lines)
    return [*stamped, *others]
