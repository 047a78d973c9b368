"""The printed lines of a page, with just enough geometry to rebuild paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ctypes import POINTER, byref, c_double, c_float, c_ushort, cast, create_string_buffer
from itertools import pairwise
from typing import Any, NamedTuple

from clausecheck.reading.geometry import Box, Turn
from clausecheck.reading.marks import is_mark
from clausecheck.reading.pdfiumlib import pdfium

_origin_of = pdfium.FPDFText_GetCharOrigin
_box_of = pdfium.FPDFText_GetLooseCharBox
_SYMBOL_BULLET = re.compile(r"^[\uf0a7\uf0b7\uf076\uf0d8\uf0fc\uf02d\uf06f\uf0a8\u25cf]\s*")
_BOLD = re.compile(rb"bold|black|heavy|demi|cmbx", re.IGNORECASE)
_USUAL_WIDTH = 0.45
_WIDER = 1.12
_MOST_BOLD_WORDS = 13
_COLUMNS = 60
_LONG = 20
_MANY = 10
_GAP = 1.2
_NARROW_GAP = 0.6
_GAP_TO_SPACE = 2.5


class Line(NamedTuple):
    """A printed line. Coordinates are points from the lower left corner of the page as shown.

    `base` is the base line of its first character, `last_base` that of its last one, lower when a word was
    hyphenated inside it; `size` is the larger height of the two, `bold` tells of both and is not looked up in
    long lines. `cells` are the parts of a line with wide gaps; `is_row` says that the line is a whole row of a table,
    `is_note` that it stands in a footnote.
    """

    text: str
    left: float
    right: float
    base: float
    last_base: float
    size: float
    bold: bool = False
    cells: tuple[Line, ...] = ()
    is_row: bool = False
    is_note: bool = False


class _Part(NamedTuple):
    """A part of the text of a page without white space at its ends."""

    start: int
    text: str


def read_lines(page: Any, turn: Turn) -> tuple[Line, ...]:
    """The lines of an open page, in the order of the file."""
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return ()
    try:
        return _Lines(text_page, turn).read()
    finally:
        pdfium.FPDFText_ClosePage(text_page)


class _Lines:
    """Looks up places of characters; text and characters are counted alike on all but a few pages."""

    def __init__(self, text_page: Any, turn: Turn) -> None:
        count = pdfium.FPDFText_CountChars(text_page)
        self._page = text_page
        self._turn = turn
        self._text = _raw_text(text_page, count)
        self._aligned = len(self._text) == count
        self._name = create_string_buffer(64)
        self._x, self._y = c_double(), c_double()
        self._box = pdfium.FS_RECTF(c_float(), c_float(), c_float(), c_float())
        self._to_x, self._to_y, self._to_box = byref(self._x), byref(self._y), byref(self._box)

    def read(self) -> tuple[Line, ...]:
        parts = tuple(self._parts())
        lines = [self._line(part) for part in parts]
        widest = 0.0 if self._is_parted(parts, lines) else _WIDER * _usual_width(lines)
        for at, line in enumerate(lines):
            if _width(line) > widest and " " in line.text:
                lines[at] = line._replace(cells=tuple(self._cells(parts[at], line.size)))
        return tuple(lines)

    def _is_parted(self, parts: Sequence[_Part], lines: Sequence[Line]) -> bool:
        """True when the long line in the middle of the page and another one have a gap as between columns."""
        long = [at for at, line in enumerate(lines) if len(line.text) >= _COLUMNS]
        if len(long) < _MANY:
            return False
        middle, *others = (long[len(long) * quarter // 4] for quarter in (2, 1, 3))
        return self._has_gap(parts[middle], lines[middle]) and any(self._has_gap(parts[at], lines[at]) for at in others)

    def _has_gap(self, part: _Part, line: Line) -> bool:
        return any(self._cells(part, line.size))

    def _parts(self) -> Iterator[_Part]:
        start = 0
        for piece in self._text.split("\n"):
            text = piece.strip()
            if text:
                yield _Part(start + len(piece) - len(piece.lstrip()), text)
            start += len(piece) + 1

    def _line(self, part: _Part) -> Line:
        first, last = self._index(part.start), self._index(part.start + len(part.text) - 1)
        left, base = self._origin(first)
        last_base = self._origin(last)[1]
        (_, height), (right, last_height) = self._extent(first), self._extent(last)
        text = _shown(part.text)
        bold = text.count(" ") < _MOST_BOLD_WORDS and self._is_bold(first) and self._is_bold(last)
        return Line(text, left, right, base, last_base, max(height, last_height), bold)

    def _cells(self, part: _Part, size: float) -> Iterator[Line]:
        """The parts between gaps that are wide for this line; none when there is no such gap."""
        words = tuple(_words(part))
        gaps = [
            self._origin(self._index(after.start))[0]
            - self._extent(self._index(before.start + len(before.text) - 1))[0]
            for before, after in pairwise(words)
        ]
        if gaps and is_mark(words[0].text):
            gaps[0] = 0.0
        if max(gaps, default=0.0) <= _GAP * size:
            return
        narrowest = max(_NARROW_GAP * size, _GAP_TO_SPACE * sorted(gaps)[len(gaps) // 5] if len(gaps) > 3 else 0.0)
        starts = [0, *(at + 1 for at, gap in enumerate(gaps) if gap > narrowest), len(words)]
        for first, end in pairwise(starts):
            begin, last = words[first].start, words[end - 1]
            yield self._line(_Part(begin, self._text[begin : last.start + len(last.text)]))

    def _index(self, at: int) -> int:
        if self._aligned:
            return at
        units = len(self._text[:at].encode("utf-16-le")) // 2
        return max(0, int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._page, units)))

    def _origin(self, index: int) -> tuple[float, float]:
        _origin_of(self._page, index, self._to_x, self._to_y)
        x, y = self._x.value, self._y.value
        return self._turn.point(x, y) if self._turn.quarters else (x, y)

    def _extent(self, index: int) -> tuple[float, float]:
        """The right end and the height of a character."""
        _box_of(self._page, index, self._to_box)
        box = self._box
        if not self._turn.quarters:
            return box.right, box.top - box.bottom
        turned = self._turn.box(Box(box.left, box.bottom, box.right, box.top))
        return turned.right, turned.top - turned.bottom

    def _is_bold(self, index: int) -> bool:
        pdfium.FPDFText_GetFontInfo(self._page, index, self._name, len(self._name), None)
        return bool(_BOLD.search(self._name.value))


def _raw_text(text_page: Any, count: int) -> str:
    if count <= 0:
        return ""
    buffer = create_string_buffer(4 * count + 2)
    written = pdfium.FPDFText_GetText(text_page, 0, count, cast(buffer, POINTER(c_ushort)))
    return buffer.raw[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")


def _shown(text: str) -> str:
    """The text single-spaced, with a bullet of a picture font as a bullet of any font."""
    return " ".join((_SYMBOL_BULLET.sub("• ", text) if text[0] > "\u2100" else text).split())


def _usual_width(lines: Sequence[Line]) -> float:
    """How wide characters are on this page in lines without gaps, of which any page of running text has many."""
    widths = sorted(_width(line) for line in lines if len(line.text) >= _LONG)
    return widths[len(widths) // 10] if len(widths) >= _MANY else _USUAL_WIDTH


def _width(line: Line) -> float:
    """How wide a character is for its height, on the average."""
    return (line.right - line.left) / len(line.text) / line.size if line.size else 0.0


def _words(part: _Part) -> Iterator[_Part]:
    start = part.start
    for word in part.text.split(" "):
        if word.strip():
            yield _Part(start + len(word) - len(word.lstrip()), word.strip())
        start += len(word) + 1
