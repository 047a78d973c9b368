"""A second opinion on PDF files that PDFium refuses: pypdf, slower and more lenient, without geometry."""

from __future__ import annotations

import io
import logging

from clausecheck.reading.pdfium import FEW_WORDS, PageText
from clausecheck.reading.pdflines import Line

_WIDTH, _PITCH, _SIZE = 500.0, 12.0, 12.0


def page_texts(data: bytes) -> list[str]:
    """The text of every page that pypdf finds; raises nearly anything."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    return [page.extract_text() for page in PdfReader(io.BytesIO(data), strict=False).pages]


def page(text: str) -> PageText:
    """A page with lines at even distances; a page of few words counts as pictured, since nobody looked."""
    lines = tuple(
        Line(" ".join(line.split()), 0.0, _WIDTH, -_PITCH * at, -_PITCH * at, _SIZE)
        for at, line in enumerate(text.splitlines())
        if line.strip()
    )
    return PageText("", lines, float(len(text.split()) < FEW_WORDS))
