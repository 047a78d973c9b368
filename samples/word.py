"""A Word file with multi-level automatic numbers, written part by part so that its bytes never change."""

from __future__ import annotations

import io
import re
import zipfile
from xml.sax.saxutils import escape

from samples.lines import Line, cells, grouped

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WHEN = (2026, 9, 1, 0, 0, 0)
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_PARTS = ("styles", "numbering", "header", "footer")

# Articles and clauses are numbered by their style, as Word does it; items by the paragraph itself.
_STYLE_OF = {"title": "Title", "article": "Heading1", "clause": "Clause", "exhibit-clause": "ExhibitClause"}


def build(lines: list[Line], title: str, mark: str) -> bytes:
    """The file; `mark` stands in the footer of every page."""
    document = f"<w:document {_W} {_R}><w:body>{_body(lines)}{_SECTION}</w:body></w:document>"
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations({"word/document.xml": "officeDocument"}),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _relations({f"{name}.xml": name for name in _PARTS}),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(),
        "word/header.xml": f"<w:hdr {_W}>{_paragraph(title)}</w:hdr>",
        "word/footer.xml": f"<w:ftr {_W}><w:p>{_run(mark + '  Page ')}{_field('PAGE')}{_run(' of ')}"
        f"{_field('NUMPAGES')}</w:p></w:ftr>",
    }
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        for name, xml in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _WHEN), _HEAD + xml)
    return held.getvalue()


def _body(lines: list[Line]) -> str:
    parts = []
    for kind, run in grouped(lines):
        if kind == "row":
            parts.append(_table(run))
        elif kind == "item":
            parts.extend(_paragraph(line.text, number=_number(1, 2)) for line in run)
        else:
            parts.extend(_paragraph(line.text, _STYLE_OF.get(kind, "")) for line in run)
    return "".join(parts)


def _paragraph(text: str, style: str = "", number: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    settings = f"<w:pPr>{named}{number}</w:pPr>" if named or number else ""
    term = re.match("\u201c[^\u201d]+\u201d(?= means)", text)
    runs = _run(term[0], bold=True) + _run(text[term.end() :]) if term else _run(text)
    return f"<w:p>{settings}{runs}</w:p>"


def _run(text: str, *, bold: bool = False) -> str:
    return f'<w:r>{"<w:rPr><w:b/></w:rPr>" if bold else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr="{name}">{_run("1")}</w:fldSimple>'


def _number(list_id: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def _table(rows: list[Line]) -> str:
    edges = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in _SIDES)
    settings = f"<w:tblPr><w:tblBorders>{edges}</w:tblBorders></w:tblPr>"
    grid = "<w:gridCol/>" * len(cells(rows[0]))
    return f"<w:tbl>{settings}<w:tblGrid>{grid}</w:tblGrid>{''.join(map(_row, rows))}</w:tbl><w:p/>"


def _row(row: Line) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{_paragraph(cell)}</w:tc>' for cell in cells(row))}</w:tr>"


_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/>'
    '<w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
    'w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
)


def _styles() -> str:
    space = '<w:spacing w:after="160" w:line="276" w:lineRule="auto"/>'
    plain = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
        '<w:sz w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr>{space}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    )
    return (
        f"<w:styles {_W}>{plain}"
        + _style("Title", "Title", '<w:keepNext/><w:jc w:val="center"/>', bold=True)
        + _style("Heading1", "heading 1", f'<w:keepNext/>{_number(1, 0)}<w:outlineLvl w:val="0"/>', bold=True)
        + _style("Clause", "Clause", _number(1, 1))
        + _style("ExhibitClause", "Exhibit Clause", _number(2, 0))
        + "</w:styles>"
    )


def _style(style_id: str, name: str, settings: str, *, bold: bool = False) -> str:
    own = int(name in {"Clause", "Exhibit Clause"})
    return (
        f'<w:style w:type="paragraph" w:customStyle="{own}" w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:pPr>{settings}</w:pPr>'
        f"{'<w:rPr><w:b/></w:rPr>' if bold else ''}</w:style>"
    )


def _numbering() -> str:
    levels = (
        _level(0, "decimal", "%1.", "Heading1")
        + _level(1, "decimal", "%1.%2", "Clause")
        + _level(2, "lowerLetter", "(%3)")
    )
    multi = '<w:multiLevelType w:val="multilevel"/>'
    return (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">{multi}{levels}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{_level(0, "decimal", "B-%1", "ExhibitClause")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        "</w:numbering>"
    )


def _level(level: int, form: str, text: str, style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{named}<w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{540 * (level + 1)}" w:hanging="540"/></w:pPr></w:lvl>'
    )


def _relations(targets: dict[str, str]) -> str:
    held = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{part}"/>' for part, kind in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{held}</Relationships>'


def _content_types() -> str:
    kinds = {"document": "document.main", **{name: name for name in _PARTS}}
    held = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{_WORD}.{k}+xml"/>' for n, k in kinds.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{held}</Types>'
    )
