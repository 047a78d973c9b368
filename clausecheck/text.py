"""What a reader makes of a file: text, and the place of every character in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

BlockKind = Literal["paragraph", "heading", "item", "row", "note"]
Media = Literal["pdf", "docx", "html", "markdown", "text"]


class Span(NamedTuple):
    """A half-open range of characters, counted from 0."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item, table row or note; blocks do not overlap and stand in reading order.

    `label` is the number a reader sees at its start ("8.2", "(b)"), when the file format itself knows it (Word's
    automatic numbers, HTML lists); it is part of the text too. `level` is the heading level from 1, or the
    depth of a list item from 1, where the file says so; 0 when it does not.
    """

    span: Span
    kind: BlockKind = "paragraph"
    label: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the file. `number` counts from 1; `printed` is the label on the page ("A-3", "iv"), or "".

    `span` is the page's part of `Document.text`; the span of an unread page is empty and `unread` says why
    in a clause that can follow "page 3: ".
    """

    number: int
    printed: str
    span: Span
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader of the file would look. `page` counts from 1 and is None when the format has no pages."""

    page: int | None
    printed: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text that was taken out of the reading text: a running header or footer, a stamp, a line number."""

    page: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the file that a reader of the report must know: kind, and one plain sentence.

    `touches_verdicts` says that a part of the file was not read, so that nothing may be called missing.
    """

    kind: str
    sentence: str
    page: int | None = None
    touches_verdicts: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One file as read. `text` is made once, by the reader; every offset elsewhere points into it."""

    name: str
    media: Media
    sha256: str
    size: int
    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    notices: tuple[Notice, ...] = ()
    _page_starts: tuple[int, ...] = field(default=(), init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = tuple(page.span.start for page in self.pages if not page.unread)
        object.__setattr__(self, "_page_starts", starts)

    def place(self, offset: int) -> Place:
        """The place of the character at `offset`; no page for a format without pages."""
        read = [page for page in self.pages if not page.unread]
        if not read:
            return Place(None, "")
        page = read[max(0, bisect_right(self._page_starts, offset) - 1)]
        return Place(page.number, page.printed)

    @property
    def complete(self) -> bool:
        """True when every page and part of the file was read."""
        return not any(page.unread for page in self.pages) and not any(n.touches_verdicts for n in self.notices)
