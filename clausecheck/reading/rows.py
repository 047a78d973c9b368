"""One rule for the rows of tables, and for what only looks like one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausecheck.reading.draft import Piece

_LONG_ROW = 150
_LONG_CELL = 40


def row(cells: Sequence[Sequence[Piece]]) -> Iterator[Piece]:
    """The row as one piece, its cells parted by " | ".

    A table that only lays out text (one cell in the row, or long cells of several paragraphs) gives its paragraphs,
    cell after cell.
    """
    filled = [cell for cell in cells if any(piece.text for piece in cell)]
    if len(cells) == 1 or _lays_out(filled):
        for cell in filled:
            yield from cell
    elif filled:
        yield Piece(" | ".join(_cell_text(cell) for cell in filled), "row")


def _cell_text(cell: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in cell if piece.text)


def _lays_out(cells: Sequence[Sequence[Piece]]) -> bool:
    words = sum(len(piece.text.split()) for cell in cells for piece in cell)
    several = any(len(cell) > 1 for cell in cells)
    return several and words > (_LONG_ROW if len(cells) > 1 else _LONG_CELL)
