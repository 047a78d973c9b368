"""What PDFium finds on a page besides text: pictures, drawn lines and boxes, what was written on it."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float
from typing import Any

from clausecheck.reading.geometry import Box, Turn
from clausecheck.reading.pdfiumlib import pdfium

_PATH, _IMAGE, _FORM = 2, 3, 5
_WRITTEN = frozenset({3, 13, 20})
_DEEPEST_FORM = 4
_SHORTEST = 20.0


def count(page: Any) -> int:
    """How many objects are drawn on the page."""
    return int(pdfium.FPDFPage_CountObjects(page))


def boxes(page: Any, turn: Turn) -> tuple[Box, ...]:
    """The bounds of drawn lines and boxes that are long enough for the border of a cell."""
    drawn = (turn.box(_bounds(item)) for item in _objects(page) if pdfium.FPDFPageObj_GetType(item) == _PATH)
    return tuple(box for box in drawn if box.right - box.left > _SHORTEST)


def pictured(page: Any) -> float:
    """The largest share of the page that one picture covers."""
    whole = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
    return max((_image_area(item, 0) for item in _objects(page)), default=0.0) / whole if whole > 0 else 0.0


def is_written_on(page: Any) -> bool:
    """True when a field of a form, typed text or a stamp stands on the page, which are no part of its contents."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if subtype in _WRITTEN:
            return True
    return False


def _objects(page: Any) -> Iterator[Any]:
    return (pdfium.FPDFPage_GetObject(page, index) for index in range(count(page)))


def _image_area(item: Any, depth: int) -> float:
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == _FORM and depth < _DEEPEST_FORM:
        inner = (pdfium.FPDFFormObj_GetObject(item, index) for index in range(pdfium.FPDFFormObj_CountObjects(item)))
        return max((_image_area(each, depth + 1) for each in inner), default=0.0)
    if kind != _IMAGE:
        return 0.0
    box = _bounds(item)
    return abs(box.right - box.left) * abs(box.top - box.bottom)


def _bounds(item: Any) -> Box:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    pdfium.FPDFPageObj_GetBounds(item, byref(left), byref(bottom), byref(right), byref(top))
    return Box(left.value, bottom.value, right.value, top.value)
