"""PDF: pages with a text layer are read; a page without usable text is reported as unread."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clausecheck.errors import UsageError
from clausecheck.reading import pdfium
from clausecheck.reading.columns import in_reading_order
from clausecheck.reading.draft import Piece, compose, page_starts
from clausecheck.reading.footnotes import with_notes
from clausecheck.reading.furniture import furniture, printed_numbers
from clausecheck.reading.hyphens import SOFT, Mender
from clausecheck.reading.layout import Placed, kind_of, paragraphs, placed_lines, read_from_top
from clausecheck.reading.linenumbers import without_line_numbers
from clausecheck.reading.pdfium import PageText
from clausecheck.reading.pdflines import Line
from clausecheck.reading.refusing import unreadable
from clausecheck.reading.tables import with_rows
from clausecheck.text import Document, Furniture, Notice, Page, Span

PageRanges = tuple[tuple[int, int], ...]

_MEANINGLESS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_MOST_MEANINGLESS = 0.05
_COVERING = 0.5
_DRAWN = 40
_FEWEST_RULES = 3
_SCAN = "it is a picture of text (a scan); its text was not recognised"
_GARBLED = "its text layer is garbled; the letters have no meaning"
_SHAPES = "its letters are drawn as shapes; it holds no text"
_LOST = "it is damaged; nothing on it could be read"
_DAMAGED = "it is damaged and could not be opened"


@dataclass(frozen=True, slots=True)
class _Leaf:
    """One page on its way, or why it is unread."""

    index: int
    page: PageText
    unread: str = ""
    line_numbers: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.page.lines


def read(data: bytes, name: str, sha256: str, pages: PageRanges | None, password: str | None) -> Document:
    """Read the pages asked for, all when `pages` is None; raises UnreadableError when the file does not open."""
    notices: list[Notice] = []
    try:
        with pdfium.opened(data, password) as file:
            wanted = _wanted(pages, file.pages, name)
            leaves = [_leaf(index, file.page(index)) for index in wanted]
            notices.extend(_file_notices(file, data))
        leaves = _doubted(leaves, data, password)
    except pdfium.PasswordNeededError as error:
        happened = "needs a password" if password is None else "does not open with the password given"
        raise unreadable(name, happened, "give the password with --password-file") from error
    except pdfium.NotOpenedError:
        leaves = _second_opinion(data, name, pages)
        notices.append(_SECOND_READER)
    if not leaves:
        raise unreadable(name, "holds no pages", "get the file again")
    return _document(data, name, sha256, leaves, notices)


_SECOND_READER = Notice(
    "damaged",
    "The file is damaged and was read by a second, more lenient reader; parts of it may be absent.",
    touches_verdicts=True,
)


def _second_opinion(data: bytes, name: str, pages: PageRanges | None) -> list[_Leaf]:
    from clausecheck.reading import salvage

    try:
        texts = salvage.page_texts(data)
    except Exception as error:
        raise unreadable(name, "is a damaged PDF", "get the file again") from error
    if not any(text.strip() for text in texts):
        raise unreadable(name, "is a damaged PDF", "get the file again")
    return [_leaf(index, salvage.page(texts[index])) for index in _wanted(pages, len(texts), name)]


def _wanted(pages: PageRanges | None, held: int, name: str) -> list[int]:
    if pages is None:
        return list(range(held))
    for first, last in pages:
        if first < 1 or last < first or last > held:
            raise UsageError(f"{name} has pages 1 to {held}, so pages {first}-{last} cannot be read.")
    return sorted({number - 1 for first, last in pages for number in range(first, last + 1)})


def _leaf(index: int, page: PageText | None) -> _Leaf:
    if page is None:
        return _Leaf(index, PageText("", ()), _DAMAGED)
    lines, numbers = without_line_numbers(page.lines)
    return _Leaf(index, page._replace(lines=lines) if numbers else page, _why_unread(page), numbers)


def _why_unread(page: PageText) -> str:
    text = "".join(line.text for line in page.lines)
    if not _is_plain(text) and len(_MEANINGLESS.findall(text)) > _MOST_MEANINGLESS * len(text):
        return _GARBLED
    words = sum(len(line.text.split()) for line in page.lines)
    if words < pdfium.FEW_WORDS and page.pictured > _COVERING:
        return _SCAN
    return _SHAPES if not words and page.objects > _DRAWN else ""


def _is_plain(text: str) -> bool:
    """A quick look, true for nearly every page that has no meaningless letter."""
    return text.isprintable() and "\ufffd" not in text


def _doubted(leaves: list[_Leaf], data: bytes, password: str | None) -> list[_Leaf]:
    """The pages, where one that shows nothing counts as read only if it is known to be blank."""
    empty = [leaf.index for leaf in leaves if not leaf.unread and not leaf.lines and not leaf.page.objects]
    if not empty:
        return leaves
    from clausecheck.reading import salvage

    lost = set(empty) - salvage.blank_pages(data, password, empty)
    return [replace(leaf, unread=_LOST) if leaf.index in lost else leaf for leaf in leaves]


def _file_notices(file: pdfium.File, data: bytes) -> list[Notice]:
    notices = []
    if file.encrypted:
        notices.append(Notice("encrypted", "The file is encrypted; it opened and was read."))
    if file.attachments:
        count = f"{file.attachments} file is" if file.attachments == 1 else f"{file.attachments} files are"
        notices.append(Notice("attachment", f"{count} attached to the PDF and not examined.", touches_verdicts=True))
    if file.is_dynamic_form:
        sentence = "The file is a form that only Adobe Reader shows (XFA); print it to a PDF and check that."
        notices.append(Notice("dynamic-form", sentence, touches_verdicts=True))
    if data.rfind(b"%%EOF") < data.rfind(b"endobj"):
        sentence = "The file breaks off before its end mark; pages of it may be absent."
        notices.append(Notice("damaged", sentence, touches_verdicts=True))
    return notices


def _document(data: bytes, name: str, sha256: str, leaves: Sequence[_Leaf], notices: Sequence[Notice]) -> Document:
    by_page = {leaf.index: leaf.page for leaf in leaves}
    taken = furniture(by_page)
    placed = [each for leaf in leaves if not leaf.unread for each in _body(leaf, taken[leaf.index])]
    mender = Mender(each.line.text for each in placed)
    pieces = [_joined(group, mender) for group in paragraphs(placed)]
    text, blocks = compose(pieces)
    return Document(
        name=name,
        media="pdf",
        sha256=sha256,
        size=len(data),
        text=text,
        blocks=blocks,
        pages=_pages(leaves, printed_numbers(by_page, taken), page_starts(pieces), len(text)),
        furniture=tuple(_furniture(leaves, taken)),
        notices=tuple(notices),
    )


def _body(leaf: _Leaf, taken: frozenset[int]) -> list[Placed]:
    body = read_from_top([line for at, line in enumerate(leaf.lines) if at not in taken])
    if len(leaf.page.boxes) < _FEWEST_RULES:
        body = in_reading_order(body)
    return placed_lines(leaf.index, with_notes(with_rows(body, leaf.page.boxes)))


def _joined(group: Sequence[Placed], mender: Mender) -> Piece:
    """The paragraph as one line of text, with the offsets at which pages start in it."""
    text, pages = "", []
    for at, placed in enumerate(group):
        if at:
            text = mender.going_on(text, placed.line.text)
        if not at or placed.page != group[at - 1].page:
            pages.append((len(text), placed.page))
        text += mender.mend(placed.line.text)
    return Piece(text, kind_of(group, text), pages=tuple(pages))


def _pages(leaves: Sequence[_Leaf], printed: dict[int, str], starts: dict[int, int], end: int) -> tuple[Page, ...]:
    """Pages with spans that meet: a page reaches to where the next page that was read starts."""
    pages: list[Page] = []
    limit = end
    for leaf in reversed(leaves):
        start = limit if leaf.unread else starts.get(leaf.index, limit)
        label = printed[leaf.index] or leaf.page.label
        pages.append(Page(leaf.index + 1, label, Span(start, start if leaf.unread else limit), leaf.unread))
        limit = start
    return tuple(reversed(pages))


def _furniture(leaves: Sequence[_Leaf], taken: dict[int, frozenset[int]]) -> Iterator[Furniture]:
    for leaf in leaves:
        if leaf.line_numbers:
            yield Furniture(leaf.index + 1, leaf.line_numbers)
        for at, line in enumerate(leaf.lines):
            if leaf.unread or at in taken[leaf.index]:
                yield Furniture(leaf.index + 1, line.text.replace(SOFT, "-"))
