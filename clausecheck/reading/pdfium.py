"""PDFium through its C interface: lines of a page with just enough geometry to rebuild paragraphs.

The package's own Python layer is left out: it costs more to import than a contract takes to read. PDFium is not
thread-safe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import POINTER, byref, c_double, c_float, c_ushort, cast, create_string_buffer
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium

_PASSWORD_ERROR = 4
_IMAGE, _FORM, _WIDGET = 3, 5, 20
_DEEPEST_FORM = 4
_WORD = re.compile(r"\w[\w’'-]*")


class PasswordNeeded(Exception):
    """The file opens only with a password, and none or a wrong one was given."""


class NotOpened(Exception):
    """PDFium does not take the file for a PDF."""


class Line(NamedTuple):
    """A printed line. Coordinates are points from the lower left corner of the page.

    `base` is the base line of its first character, `last_base` that of its last one, lower when a word was
    hyphenated inside it; `size` is the height of the last character.
    """

    text: str
    left: float
    right: float
    base: float
    last_base: float
    size: float


class PageText(NamedTuple):
    """One page: its printed label in the file or "", the raw text, the lines in the order of the file.

    `pictured` is the largest share of the page that one picture covers, looked up only on pages with few words.
    """

    label: str
    raw: str
    lines: tuple[Line, ...]
    pictured: float
    objects: int


class File:
    """An open PDF file."""

    def __init__(self, handle: Any) -> None:  # noqa: ANN401
        self._handle = handle
        self.pages: int = pdfium.FPDF_GetPageCount(handle)
        self.encrypted: bool = pdfium.FPDF_GetSecurityHandlerRevision(handle) >= 0
        self.attachments: int = max(0, pdfium.FPDFDoc_GetAttachmentCount(handle))
        self._has_form: bool = pdfium.FPDF_GetFormType(handle) != 0

    def page(self, index: int) -> PageText | None:
        """The page with that index, from 0; None when it cannot be opened."""
        page = self._load(index)
        if not page:
            return None
        try:
            raw, lines = _read_lines(page)
            few = len(_WORD.findall(raw)) < FEW_WORDS
            objects = pdfium.FPDFPage_CountObjects(page) if few else 0
            return PageText(self._label(index), raw, lines, _pictured(page) if few else 0.0, objects)
        finally:
            pdfium.FPDF_ClosePage(page)

    def _load(self, index: int) -> Any:  # noqa: ANN401
        page = pdfium.FPDF_LoadPage(self._handle, index)
        if page and self._has_form and _has_widget(page) and pdfium.FPDFPage_Flatten(page, 0) == 1:
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


FEW_WORDS = 50


@contextmanager
def opened(data: bytes, password: str | None) -> Iterator[File]:
    """The file, closed at the end; raises PasswordNeeded or NotOpened."""
    pdfium.FPDF_InitLibrary()
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), password.encode() if password else None)
    if not handle:
        raise PasswordNeeded if pdfium.FPDF_GetLastError() == _PASSWORD_ERROR else NotOpened
    try:
        yield File(handle)
    finally:
        pdfium.FPDF_CloseDocument(handle)


def _read_lines(page: Any) -> tuple[str, tuple[Line, ...]]:  # noqa: ANN401
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return "", ()
    try:
        count = pdfium.FPDFText_CountChars(text_page)
        raw = _raw_text(text_page, count)
        return raw, tuple(_lines(text_page, raw, len(raw) == count))
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _raw_text(text_page: Any, count: int) -> str:  # noqa: ANN401
    if count <= 0:
        return ""
    buffer = create_string_buffer(4 * count + 2)
    written = pdfium.FPDFText_GetText(text_page, 0, count, cast(buffer, POINTER(c_ushort)))
    return buffer.raw[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")


def _lines(text_page: Any, raw: str, aligned: bool) -> Iterator[Line]:  # noqa: ANN401
    x, y = c_double(), c_double()
    box = pdfium.FS_RECTF(c_float(), c_float(), c_float(), c_float())
    start = 0
    for piece in raw.split("\n"):
        text = piece.strip()
        if text:
            first = start + len(piece) - len(piece.lstrip())
            last = first + len(text) - 1
            if not aligned:
                first, last = (_char_index(text_page, raw, at) for at in (first, last))
            pdfium.FPDFText_GetCharOrigin(text_page, last, byref(x), byref(y))
            last_base = y.value
            pdfium.FPDFText_GetCharOrigin(text_page, first, byref(x), byref(y))
            pdfium.FPDFText_GetLooseCharBox(text_page, last, byref(box))
            yield Line(" ".join(text.split()), x.value, box.right, y.value, last_base, abs(box.top - box.bottom))
        start += len(piece) + 1


def _char_index(text_page: Any, raw: str, at: int) -> int:  # noqa: ANN401
    units = len(raw[:at].encode("utf-16-le")) // 2
    return max(0, int(pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, units)))


def _has_widget(page: Any) -> bool:  # noqa: ANN401
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if subtype == _WIDGET:
            return True
    return False


def _pictured(page: Any) -> float:  # noqa: ANN401
    whole = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
    objects = (pdfium.FPDFPage_GetObject(page, index) for index in range(pdfium.FPDFPage_CountObjects(page)))
    return max((_image_area(item, 0) for item in objects), default=0.0) / whole if whole > 0 else 0.0


def _image_area(item: Any, depth: int) -> float:  # noqa: ANN401
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == _FORM and depth < _DEEPEST_FORM:
        inner = (pdfium.FPDFFormObj_GetObject(item, index) for index in range(pdfium.FPDFFormObj_CountObjects(item)))
        return max((_image_area(each, depth + 1) for each in inner), default=0.0)
    if kind != _IMAGE:
        return 0.0
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    pdfium.FPDFPageObj_GetBounds(item, byref(left), byref(bottom), byref(right), byref(top))
    return abs(right.value - left.value) * abs(top.value - bottom.value)
