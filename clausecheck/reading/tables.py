"""Lines to rows: what stands side by side in one band of a ruled table, or on one base line with a gap between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from clausecheck.reading.geometry import Box
from clausecheck.reading.marks import is_mark
from clausecheck.reading.pdflines import Line

_BARE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*|[A-Z]|[IVX]{1,5}")
_SLACK = 3.0
_FEWEST_RULES = 3
_MOST_WORDS = 150
_TALLEST = 300.0
_SAME_BASE = 0.3
_MOST_CELL_WORDS = 9
_LOOSE = 2.0
_IN_A_BAND = -1


class _Cell(NamedTuple):
    """A line or a part of one, and which line of the page it is a part of."""

    line: Line
    origin: int


class _Band:
    """The room between two rules of one table."""

    def __init__(self, left: float, bottom: float, right: float, top: float) -> None:
        self._box = Box(left - _SLACK, bottom, right + _SLACK, top)

    def holds(self, line: Line) -> bool:
        box = self._box
        return box.left <= line.left and line.right <= box.right and box.bottom < line.base + line.size / 4 < box.top


def with_rows(lines: Sequence[Line], boxes: Sequence[Box]) -> list[Line]:
    """The lines of a page, where the rows of tables have become one line each with cells parted by " | "."""
    if not any(line.cells for line in lines) and not any(map(_is_level, lines, lines[1:])):
        return list(lines)
    loose = [_Cell(line, at) for at, whole in enumerate(lines) for line in (whole.cells or (whole,))]
    for band in _bands(boxes):
        inside = [cell for cell in loose if band.holds(cell.line)]
        columns = _columns([cell.line for cell in inside])
        if len(columns) > 1 and _is_one_row(columns):
            row = _Cell(_row(columns, ruled=True), _IN_A_BAND)
            loose = [row if cell is inside[0] else cell for cell in loose if cell is inside[0] or cell not in inside]
    return list(_side_by_side(loose))


def _row(columns: Sequence[Sequence[Line]], *, ruled: bool) -> Line:
    """The columns as one line; a number before it and a label with a colon are no cells of their own."""
    texts = [" ".join(line.text for line in column) for column in columns]
    first = columns[0][0]._replace(right=columns[-1][-1].right, bold=all(c.bold for column in columns for c in column))
    if len(texts) == 2 and (is_mark(texts[0]) or (not ruled and _BARE_NUMBER.fullmatch(texts[0]))):
        return first._replace(text=" ".join(texts), last_base=columns[-1][-1].last_base, cells=())
    parting = " " if len(texts) == 2 and texts[0].endswith(":") else " | "
    return first._replace(text=parting.join(texts), cells=(), is_row=True)


def _is_one_row(columns: Sequence[Sequence[Line]]) -> bool:
    """False for a band of several rows, and for columns of running text."""
    words = sum(len(line.text.split()) for column in columns for line in column)
    close = all(
        above.base - below.base < _LOOSE * above.size for column in columns for above, below in pairwise(column)
    )
    return close and words <= _MOST_WORDS


def _bands(boxes: Sequence[Box]) -> Iterator[_Band]:
    """The rooms between neighbouring rules that reach equally far to the left and right."""
    groups: dict[tuple[int, int], set[float]] = {}
    for box in _joined(boxes):
        key = round(box.left / _SLACK), round(box.right / _SLACK)
        groups.setdefault(key, set()).update({box.bottom, box.top} if box.top - box.bottom > _SLACK else {box.top})
    for (left, right), heights in groups.items():
        edges = _apart(heights)
        if len(edges) >= _FEWEST_RULES:
            for bottom, top in pairwise(edges):
                if top - bottom < _TALLEST:
                    yield _Band(left * _SLACK, bottom, right * _SLACK, top)


def _apart(heights: Iterable[float]) -> list[float]:
    """The heights from the lowest, those that belong to one thick rule as one."""
    edges: list[float] = []
    for height in sorted(heights):
        if not edges or height - edges[-1] > _SLACK:
            edges.append(height)
    return edges


def _joined(boxes: Sequence[Box]) -> list[Box]:
    """The boxes, those that continue one another on the same height as one (borders drawn cell by cell)."""
    joined: list[Box] = []
    for box in sorted(boxes, key=lambda each: (round(each.top), round(each.bottom), each.left)):
        last = joined[-1] if joined else None
        if last and _same_height(last, box) and box.left - last.right < _SLACK:
            joined[-1] = last._replace(right=max(last.right, box.right))
        else:
            joined.append(box)
    return joined


def _same_height(one: Box, other: Box) -> bool:
    return abs(one.top - other.top) < 1 and abs(one.bottom - other.bottom) < 1


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines by what stands above one another, from the left."""
    columns: list[list[Line]] = []
    reach = 0.0
    for line in sorted(lines, key=lambda each: each.left):
        if columns and line.left < reach:
            columns[-1].append(line)
        else:
            columns.append([line])
        reach = max(reach, line.right) if len(columns[-1]) > 1 else line.right
    return [sorted(column, key=lambda each: -each.base) for column in columns]


def _side_by_side(cells: Sequence[_Cell]) -> Iterator[Line]:
    """The lines, where neighbours on one base line have become a row."""
    held: list[_Cell] = []
    for cell in cells:
        if held and not _stands_beside(held[-1], cell):
            yield from _merged([each.line for each in held], cell.line)
            held = []
        held.append(cell)
    yield from _merged([each.line for each in held], None)


def _stands_beside(last: _Cell, cell: _Cell) -> bool:
    if _IN_A_BAND in {last.origin, cell.origin}:
        return False
    return last.origin == cell.origin or _is_level(last.line, cell.line)


def _is_level(before: Line, line: Line) -> bool:
    """True for two short lines that stand side by side with a gap between; long ones are columns of text."""
    if _is_long(before) or _is_long(line):
        return False
    return line.left > before.right + line.size and abs(before.last_base - line.base) < _SAME_BASE * line.size


def _merged(lines: Sequence[Line], following: Line | None) -> Sequence[Line]:
    """The lines as a row; as running text where it goes on below or no cell begins; as they are where columns meet."""
    if len(lines) < 2:
        return lines
    row = _row([[line] for line in lines], ruled=False)
    hangs = following is not None and following.text[:1].islower() and abs(following.left - lines[-1].left) < _SLACK
    if row.is_row and (hangs or any(line.text[0] in ",.;:)" for line in lines[1:])):
        text = " ".join(line.text for line in lines)
        return [row._replace(text=text, last_base=lines[-1].last_base, is_row=False)]
    return lines if " | " in row.text and any(map(_is_long, lines)) else [row]


def _is_long(line: Line) -> bool:
    return line.text.count(" ") >= _MOST_CELL_WORDS
