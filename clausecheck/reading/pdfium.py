"""PDFium through its C interface: an open file and what one page of it holds. PDFium is not thread-safe."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from ctypes import create_string_buffer
from typing import Any, NamedTuple

from clausecheck.reading import pdfobjects
from clausecheck.reading.geometry import Box, Turn
from clausecheck.reading.pdfiumlib import pdfium
from clausecheck.reading.pdflines import Line, read_lines

_PASSWORD_ERROR = 4
_XFA = 2
_FLATTENED = 1
_WORD = re.compile(r"\w[\w’'-]*")
FEW_WORDS = 50


class PasswordNeededError(Exception):
    """The file opens only with a password, and none or a wrong one was given."""


class NotOpenedError(Exception):
    """PDFium does not take the file for a PDF."""


class PageText(NamedTuple):
    """One page: its printed label in the file or "", its lines in the order of the file, the boxes of its drawings.

    `pictured` is the largest share of the page that one picture covers and `objects` the count of what is drawn, both
    looked up only on pages with few words; `boxes` is looked up only where lines fall into cells. `height` is in
    points, 0 when the places of the lines are not known.
    """

    label: str
    lines: tuple[Line, ...]
    pictured: float = 0.0
    objects: int = 0
    boxes: tuple[Box, ...] = ()
    height: float = 0.0


class File:
    """An open PDF file."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self.pages: int = pdfium.FPDF_GetPageCount(handle)
        self.encrypted: bool = pdfium.FPDF_GetSecurityHandlerRevision(handle) >= 0
        self.attachments: int = max(0, pdfium.FPDFDoc_GetAttachmentCount(handle))
        self.is_dynamic_form: bool = pdfium.FPDF_GetFormType(handle) == _XFA

    def page(self, index: int) -> PageText | None:
        """The page with that index, from 0; None when it cannot be opened."""
        page = self._load(index)
        if not page:
            return None
        try:
            return self._page_text(index, page)
        finally:
            pdfium.FPDF_ClosePage(page)

    def _page_text(self, index: int, page: Any) -> PageText:
        turn = Turn(
            pdfium.FPDFPage_GetRotation(page), pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        )
        lines = read_lines(page, turn)
        few = _words(lines) < FEW_WORDS
        return PageText(
            self._label(index),
            lines,
            pdfobjects.pictured(page) if few else 0.0,
            pdfobjects.count(page) if few else 0,
            pdfobjects.boxes(page, turn) if any(line.cells for line in lines) else (),
            turn.height,
        )

    def _load(self, index: int) -> Any:
        """The page, with what was filled into its form fields or typed over it made part of it."""
        page = pdfium.FPDF_LoadPage(self._handle, index)
        if page and pdfobjects.is_written_on(page) and pdfium.FPDFPage_Flatten(page, 0) == _FLATTENED:
            pdfium.FPDF_ClosePage(page)
            page = pdfium.FPDF_LoadPage(self._handle, index)
        return page

    def _label(self, index: int) -> str:
        size = pdfium.FPDF_GetPageLabel(self._handle, index, None, 0)
        if size <= 2:
            return ""
        buffer = create_string_buffer(size)
        pdfium.FPDF_GetPageLabel(self._handle, index, buffer, size)
        return buffer.raw[: size - 2].decode("utf-16-le", "replace").strip()


def _words(lines: Sequence[Line]) -> int:
    """How many words the lines hold; counting stops when they are no longer few."""
    count = 0
    for line in lines:
        count += len(_WORD.findall(line.text))
        if count >= FEW_WORDS:
            break
    return count


@contextmanager
def opened(data: bytes, password: str | None) -> Iterator[File]:
    """The file, closed at the end; raises PasswordNeededError or NotOpenedError."""
    pdfium.FPDF_InitLibrary()
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), password.encode() if password else None)
    if not handle:
        raise PasswordNeededError if pdfium.FPDF_GetLastError() == _PASSWORD_ERROR else NotOpenedError
    try:
        yield File(handle)
    finally:
        pdfium.FPDF_CloseDocument(handle)
