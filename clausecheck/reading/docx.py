"""Word: the element tree of the file in document order, with the numbers, notes and boxes that a reader sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clausecheck.reading.draft import Piece, compose, parts, single_spaced
from clausecheck.reading.headings import kind_by_text, reads_as_heading, stands_out
from clausecheck.reading.inline import Inline, Words
from clausecheck.reading.notes import Notes
from clausecheck.reading.numbering import Label, Numbering
from clausecheck.reading.package import Package
from clausecheck.reading.rows import row
from clausecheck.reading.styles import Styles
from clausecheck.reading.unshown import Unshown
from clausecheck.reading.wordml import Element, W, local, toggle
from clausecheck.reading.wordnotices import notices
from clausecheck.text import Document, Furniture

_PASSED_OVER = frozenset({"del", "moveFrom", "sectPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr"})


def read(data: bytes, name: str, sha256: str) -> Document:
    """Read a Word file as if every tracked change were accepted."""
    package = Package(data, name)
    unshown = Unshown()
    styles = Styles(package.root("styles"))
    story = _Story(package, styles, unshown)
    pieces = tuple(story.pieces(package.body))
    text, blocks = compose(pieces)
    return Document(
        name=name,
        media="docx",
        sha256=sha256,
        size=len(data),
        text=text,
        blocks=blocks,
        furniture=tuple(_furniture(package, styles)),
        notices=notices(package, unshown, story.breaks_off, len(text.split())),
    )


def _furniture(package: Package, styles: Styles) -> Iterator[Furniture]:
    for root in package.furniture:
        for piece in _Story(package, styles, Unshown()).pieces(root):
            yield Furniture(None, piece.text)
        for mark in root.iter("{urn:schemas-microsoft-com:vml}textpath"):
            yield Furniture(None, mark.get("string", ""))


class _Story:
    """One run of text from its first paragraph to its last: the body, or a header."""

    def __init__(self, package: Package, styles: Styles, unshown: Unshown) -> None:
        self._styles = styles
        self._numbering = Numbering(package.root("numbering"), styles)
        self._inline = Inline(styles, unshown)
        self._notes = Notes(package)
        self._held: list[tuple[Element, Words]] = []

    @property
    def breaks_off(self) -> bool:
        """True when a field was left open, so that text after it may be absent."""
        return self._inline.inside_code

    def pieces(self, parent: Element) -> Iterator[Piece]:
        """The pieces of everything inside `parent`."""
        yield from self._inside(parent)
        yield from self._flush()

    def _inside(self, parent: Element) -> Iterator[Piece]:
        for child in parent:
            name = local(child)
            if name == "p":
                yield from self._paragraph(child)
            elif name == "tbl":
                yield from self._flush()
                yield from self._table(child)
            elif name == "AlternateContent":
                yield from self._inside(min(child, key=local, default=child))
            elif name not in _PASSED_OVER:
                yield from self._inside(child)

    def _paragraph(self, paragraph: Element) -> Iterator[Piece]:
        self._held.append((paragraph, self._inline.words(paragraph)))
        if not _runs_on(paragraph):
            yield from self._flush()

    def _flush(self) -> Iterator[Piece]:
        """The paragraph read so far: several of the file where the marks between them are deleted or hidden."""
        held, self._held = self._held, []
        if not held:
            return
        properties = _leading(held).find(W + "pPr")
        joined = Words([text for _, words in held for text in words.text], all(words.bold for _, words in held))
        yield from self._labelled(joined, properties)
        for _, words in held:
            yield from self._attached(words)

    def _labelled(self, words: Words, properties: Element | None) -> Iterator[Piece]:
        texts = parts("".join(words.text))
        if not texts and _is_marked_out(properties):
            return
        if self._styles.is_contents(properties):
            yield from (Piece(text, "row") for text in texts)
            return
        source = self._styles.number_source(properties)
        label = self._numbering.label(source) if source is not None else None
        level = self._styles.heading_level(properties)
        for at, text in enumerate(texts):
            yield _piece(text, None if at else label, level, words.bold)

    def _attached(self, words: Words) -> Iterator[Piece]:
        """Text boxes and notes, after the paragraph that they hang on."""
        for box in words.boxes:
            yield from self._inside_apart(box)
        for kind, note_id in words.notes:
            note = self._notes.cited(kind, note_id)
            if note is not None:
                body = " ".join(piece.text for piece in self._inside_apart(note.element))
                text = single_spaced(f"{note.label} {body}")
                yield Piece(text, "note", note.label)

    def _inside_apart(self, parent: Element) -> Iterator[Piece]:
        held, self._held = self._held, []
        yield from self.pieces(parent)
        self._held = held

    def _table(self, table: Element) -> Iterator[Piece]:
        for line in _children(table, "tr"):
            if not _is_deleted(line.find(W + "trPr"), "del"):
                cells = [tuple(self.pieces(cell)) for cell in _children(line, "tc") if not _is_gone(cell)]
                yield from row(cells)


def _piece(text: str, label: Label | None, level: int, bold: bool) -> Piece:
    if label is None:
        if (level and reads_as_heading(text)) or (bold and stands_out(text)):
            return Piece(text, "heading", level=level)
        return Piece(text, kind_by_text(text))
    whole = f"{label.shown}{' ' if label.apart else ''}{text}"
    if label.number and ((level and reads_as_heading(text)) or (bold and stands_out(text))):
        return Piece(whole, "heading", label.number, level or label.depth)
    return Piece(whole, "item", label.number, level or label.depth)


def _leading(held: Sequence[tuple[Element, Words]]) -> Element:
    """The paragraph whose style and number count: the first of a run-in heading, the last after deleted marks."""
    first, last = held[0][0], held[-1][0]
    return last if _is_deleted(_mark(first), "del", "moveFrom") else first


def _mark(paragraph: Element) -> Element | None:
    """The properties of a paragraph mark."""
    properties = paragraph.find(W + "pPr")
    return None if properties is None else properties.find(W + "rPr")


def _runs_on(paragraph: Element) -> bool:
    mark = _mark(paragraph)
    return _is_deleted(mark, "del", "moveFrom") or bool(toggle(mark, "specVanish") or toggle(mark, "vanish"))


def _is_marked_out(properties: Element | None) -> bool:
    """True for a paragraph whose mark is deleted or hidden; without words it is not there."""
    mark = None if properties is None else properties.find(W + "rPr")
    return _is_deleted(mark, "del", "moveFrom") or bool(toggle(mark, "vanish"))


def _is_deleted(properties: Element | None, *names: str) -> bool:
    return properties is not None and any(properties.find(W + name) is not None for name in names)


def _is_gone(cell: Element) -> bool:
    return _is_deleted(cell.find(W + "tcPr"), "cellDel")


def _children(parent: Element, name: str) -> Iterable[Element]:
    """The rows of a table or the cells of a row, also those inside content controls."""
    for child in parent:
        found = local(child)
        if found == name:
            yield child
        elif found not in _PASSED_OVER:
            yield from _children(child, name)
