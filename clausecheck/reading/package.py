"""The parts of a Word file, opened with python-docx; also of templates, of files with macros and of "strict" ones."""

from __future__ import annotations

import io
import zipfile
from functools import cached_property
from typing import cast

from docx.opc.package import OpcPackage
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml

from clausecheck.reading.refusing import unreadable
from clausecheck.reading.wordml import Element, W

_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = (
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W.strip("{}").encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)


class Package:
    """An open Word file; raises UnreadableError when it does not hold a Word document."""

    def __init__(self, data: bytes, name: str) -> None:
        self._parts = OpcPackage.open(io.BytesIO(_in_usual_names(data)))
        self._main = self._parts.main_document_part
        body = _root(self._main).find(W + "body")
        if body is None:
            raise unreadable(name, "is a damaged Word file without a text", "get the file again")
        self.body: Element = body

    def root(self, kind: str) -> Element | None:
        """The root of the part that the document relates to as `kind` ("styles", "footnotes" …), None without one."""
        part = next(iter(self.related(kind)), None)
        return None if part is None else _root(part)

    def related(self, kind: str) -> list[Part]:
        """The parts that the document relates to as `kind`, in the order of their names."""
        found = {
            relation.target_part
            for relation in self._main.rels.values()
            if not relation.is_external and relation.reltype.rpartition("/")[2] == kind
        }
        return sorted(found, key=lambda part: str(part.partname))

    @cached_property
    def furniture(self) -> tuple[Element, ...]:
        """The roots of all headers, then of all footers."""
        return tuple(_root(part) for kind in ("header", "footer") for part in self.related(kind))


def _root(part: Part) -> Element:
    return cast("Element", part.element if isinstance(part, XmlPart) else parse_xml(part.blob))


def _in_usual_names(data: bytes) -> bytes:
    """The file with the names of the usual format where it uses those of the strict one."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    if not any(_STRICT in content for part, content in members.items() if part.endswith(".rels")):
        return data
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for part, content in members.items():
            archive.writestr(part, _renamed(content) if part.endswith((".xml", ".rels")) else content)
    return target.getvalue()


def _renamed(content: bytes) -> bytes:
    for strict, usual in _USUAL:
        content = content.replace(strict, usual)
    return content
