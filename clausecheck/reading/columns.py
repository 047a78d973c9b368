"""Two columns whose lines the file holds side by side: read one column after the other."""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.reading.pdflines import Line

_FEWEST_LINES = 6
_FEWEST_WORDS = 4.0


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page; between lines that reach over both columns the left column comes before the right one."""
    gutter = _gutter(lines)
    if gutter is None:
        return list(lines)
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        before = [cell for cell in line.cells or (line,) if cell.right < gutter]
        after = [cell for cell in line.cells or (line,) if cell.left >= gutter]
        if len(before) + len(after) < max(1, len(line.cells)):
            ordered += [*left, *right, line]
            left, right = [], []
        else:
            left += _joined(before)
            right += _joined(after)
    return [*ordered, *left, *right]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the right column begins, None when the lines do not fall into two columns of running text."""
    parted = [line for line in lines if len(line.cells) == 2]
    if len(parted) < _FEWEST_LINES:
        return None
    words = sum(len(cell.text.split()) for line in parted for cell in line.cells) / (2 * len(parted))
    ends, starts = [line.cells[0].right for line in parted], [line.cells[1].left for line in parted]
    return min(starts) if words >= _FEWEST_WORDS and max(ends) < min(starts) else None


def _joined(cells: Sequence[Line]) -> list[Line]:
    if len(cells) < 2:
        return list(cells)
    whole = cells[0]._replace(text=" ".join(cell.text for cell in cells), right=cells[-1].right, cells=tuple(cells))
    return [whole]
