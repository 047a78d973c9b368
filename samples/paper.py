"""A PDF with a cover sheet, running headers and footers, and printed page numbers that differ from the file's."""

from __future__ import annotations

import io
from functools import partial
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import inch
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from samples.lines import Line, cells, grouped

_BODY = ParagraphStyle("body", fontName="Times-Roman", fontSize=11.5, leading=15.5, spaceAfter=8)
_ITEM = ParagraphStyle("item", _BODY, leftIndent=24)
_TITLE = ParagraphStyle("title", _BODY, fontName="Times-Bold", alignment=TA_CENTER, spaceBefore=8, keepWithNext=1)
_CELL = ParagraphStyle("cell", _BODY, fontSize=10.5, leading=13, spaceAfter=0)
_HEADER = "City of Alder Falls | Contract No. 2026-118"


def build(lines: list[Line]) -> bytes:
    """The file; the first page is a cover sheet without a number, the second bears the number 1."""
    total = _draw(lines, 0)[1]
    return _draw(lines, total - 1)[0]


def _draw(lines: list[Line], numbered: int) -> tuple[bytes, int]:
    held = io.BytesIO()
    template = SimpleDocTemplate(
        held, pagesize=LETTER, title="Agreement No. 2026-118", topMargin=1.1 * inch, invariant=1, pageCompression=0
    )
    template.build(_story(lines), onFirstPage=_cover, onLaterPages=partial(_furniture, numbered=numbered))
    return held.getvalue(), template.page


def _story(lines: list[Line]) -> list[Flowable]:
    story: list[Flowable] = []
    for kind, run in grouped(lines):
        story.extend([_table(run), Spacer(0, 10)] if kind == "row" else [_flowable(line) for line in run])
    return story


def _flowable(line: Line) -> Flowable:
    if line.kind == "break":
        return PageBreak()
    if line.kind == "title":
        return Paragraph(escape(line.text), _TITLE)
    style = _ITEM if line.kind == "item" else _BODY
    return Paragraph(escape(f"{line.label} {line.text}".strip()), style)


def _table(rows: list[Line]) -> Table:
    data = [[Paragraph(escape(cell), _CELL) for cell in cells(row)] for row in rows]
    return Table(data, style=[("GRID", (0, 0), (-1, -1), 0.5, colors.black)])


def _cover(canvas: Canvas, _: SimpleDocTemplate) -> None:
    canvas.addPageLabel(0, prefix="Cover")
    canvas.addPageLabel(1, style="ARABIC", start=1)


def _furniture(canvas: Canvas, template: SimpleDocTemplate, numbered: int) -> None:
    canvas.saveState()
    canvas.setFont("Times-Italic", 9)
    canvas.drawString(inch, LETTER[1] - 0.7 * inch, _HEADER)
    canvas.drawCentredString(LETTER[0] / 2, 0.6 * inch, f"Page {template.page - 1} of {numbered}")
    canvas.restoreState()
