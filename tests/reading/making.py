"""Files made for the tests of readers, and what a reader made of them in short."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
from docx.oxml import parse_xml
from reportlab.lib.pagesizes import LETTER
from reportlab.pdfgen.canvas import Canvas

from clausecheck.text import Document

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
TOP, STEP, LEFT = 720.0, 14.0, 72.0

Run = tuple[float, float, str]


def texts(document: Document) -> list[str]:
    """The text of every block."""
    return [document.text[block.span.start : block.span.end] for block in document.blocks]


def kinds(document: Document) -> list[tuple[str, str, int]]:
    """Kind, label and level of every block."""
    return [(block.kind, block.label, block.level) for block in document.blocks]


def notice_kinds(document: Document) -> list[str]:
    return [notice.kind for notice in document.notices]


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A w:p; `content` without a tag is one run."""
    inner = content if content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def numbered(text: str, number: int, level: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(at: int, form: str, text: str, extra: str = "", start: int = 1) -> str:
    """One level of a list definition."""
    before = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
    return f'<w:lvl w:ilvl="{at}">{before}<w:lvlText w:val="{text}"/></w:lvl>'


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, definition: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'


def word(*body: str, numbering: str = "", styles: str = "") -> bytes:
    """A Word file with these block-level elements, list definitions and styles."""
    document = docx.Document()
    _fill(document.element.body, "".join(body), 0)
    root = document.part.numbering_part.element
    for child in list(root):
        root.remove(child)
    _fill(root, numbering, None)
    _fill(document.styles.element, styles, None)
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _fill(parent: object, xml: str, at: int | None) -> None:
    elements = list(parse_xml(f"<w:x {NAMESPACES}>{xml}</w:x>"))
    for offset, element in enumerate(elements):
        if at is None:
            parent.append(element)  # type: ignore[attr-defined]
        else:
            parent.insert(at + offset, element)  # type: ignore[attr-defined]


def pdf(*pages: Sequence[str] | Sequence[Run], font: str = "Helvetica", size: float = 11.0) -> bytes:
    """A PDF; a page is its lines from the top, or runs with their place (left, base, text).

    `*text` is bold, `_text` small.
    """
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=LETTER, invariant=1)
    for page in pages:
        for left, base, text in _placed(page):
            small = size * 0.7 if text.startswith("_") else size
            canvas.setFont(f"{font}-Bold" if text.startswith("*") else font, small)
            canvas.drawString(left, base, text.lstrip("*_"))
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _placed(page: Sequence[str] | Sequence[Run]) -> list[Run]:
    return [each if isinstance(each, tuple) else (LEFT, TOP - STEP * at, str(each)) for at, each in enumerate(page)]
