"""A second opinion on what PDFium refuses or finds empty: pypdf, slower and more lenient, without geometry."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from clausecheck.reading.pdfium import FEW_WORDS, PageText
from clausecheck.reading.pdflines import Line

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_WIDTH, _PITCH, _SIZE = 500.0, 12.0, 12.0
_IDLE = re.compile(
    rb"(?:\s|[-+.\d]+|/[\w.+-]+|\[|\]|<<|>>"
    rb"|(?:q|Q|cm|BT|ET|T[cdDfLmrswz*]|[wJjMdingGkK]|ri|gs|rg|RG|cs|CS|sc|SC|scn|SCN|re|W\*?|BMC|BDC|EMC|MP|DP)(?=\s|$))*"
)


def page_texts(data: bytes) -> list[str]:
    """The text of every page that pypdf finds; raises nearly anything."""
    return [page.extract_text() for page in _opened(data, None).pages]


def page(text: str) -> PageText:
    """A page with lines at even distances; a page of few words counts as pictured, since nobody looked."""
    lines = tuple(
        Line(" ".join(line.split()), 0.0, _WIDTH, -_PITCH * at, -_PITCH * at, _SIZE)
        for at, line in enumerate(text.splitlines())
        if line.strip()
    )
    return PageText("", lines, float(len(text.split()) < FEW_WORDS))


def blank_pages(data: bytes, password: str | None, indices: Iterable[int]) -> frozenset[int]:
    """Those of the pages, by index from 0, that are known to be empty and do not only look so because of damage."""
    try:
        pages = _opened(data, password).pages
        return frozenset(index for index in indices if _is_blank(pages[index]))
    except Exception:  # a damaged file may raise nearly anything; then nothing is known
        return frozenset()


def _opened(data: bytes, password: str | None) -> PdfReader:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    return PdfReader(io.BytesIO(data), strict=False, password=password)


def _is_blank(page: PageObject) -> bool:
    if "/Contents" not in page:
        return True
    contents = page.get_contents()
    drawn = contents.get_data() if contents is not None else b""
    return bool(drawn.strip()) and bool(_IDLE.fullmatch(drawn))
