"""A web page as its readers see it: blocks in order, lists with their numbers, tables row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from clausecheck.reading import plain
from clausecheck.reading.draft import Piece, parts
from clausecheck.reading.headings import kind_by_text, reads_as_heading, stands_out
from clausecheck.reading.marks import opens_with_mark
from clausecheck.reading.numbering import Label
from clausecheck.reading.rows import row
from clausecheck.reading.unshown import Unshown
from clausecheck.reading.weblists import Counter

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_DROPPED = frozenset({
    "head", "script", "style", "template", "noscript", "select", "datalist", "svg", "canvas", "audio", "video",
    "iframe", "object", "-comment",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend", "main", "nav", "p",
    "section", "summary", "caption",
})  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ol", "ul", "menu", "dir"})
_PREFORMATTED = frozenset({"pre", "textarea", "xmp", "listing", "plaintext"})
_AROUND = frozenset({"nav", "header", "footer", "aside"})
_AROUND_ROLES = frozenset(
    {"dialog", "alertdialog", "navigation", "banner", "contentinfo", "complementary", "search", "menu"}
)
_CONTENT = frozenset({"main", "article", "section"})
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Context:
    """What the elements around a text say about it."""

    heading: int = 0
    depth: int = 0
    bold: bool = False
    in_content: bool = False


@dataclass(slots=True)
class Reading:
    """What a page holds: its text, the menus and footers around it, and what nobody sees."""

    pieces: list[Piece] = field(default_factory=list)
    around: list[Piece] = field(default_factory=list)
    unshown: Unshown = field(default_factory=Unshown)


def reading(body: LexborNode) -> Reading:
    """Read a page; where most of its words stand in menus and footers, these count as its text."""
    result = _read(body, keep_around=False)
    return _read(body, keep_around=True) if _words(result.around) > _words(result.pieces) else result


def _read(body: LexborNode, *, keep_around: bool) -> Reading:
    result = Reading()
    walker = _Walker(result, keep_around)
    walker.walk(body, _Context())
    result.pieces.extend(walker.taken())
    return result


def _words(pieces: Sequence[Piece]) -> int:
    return sum(len(piece.text.split()) for piece in pieces)


class _Walker:
    """Walks one part of a page; the cells of tables have walkers of their own."""

    def __init__(self, result: Reading, keep_around: bool) -> None:
        self._result = result
        self._keep_around = keep_around
        self._pieces: list[Piece] = []
        self._text: list[str] = []
        self._bold = True
        self._label: Label | None = None

    def taken(self) -> tuple[Piece, ...]:
        """All pieces read so far."""
        self._flush(_Context())
        return tuple(self._pieces)

    def walk(self, parent: LexborNode, context: _Context) -> None:
        """Read the children of an element."""
        child = parent.child
        while child is not None:
            self._node(child, context)
            child = child.next

    def _node(self, node: LexborNode, context: _Context) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self._add(_SPACES.sub(" ", node.text_content or ""), context)
        elif tag in _DROPPED:
            return
        elif _is_hidden(node):
            self._result.unshown.hidden.append(node.text(separator=" "))
        elif tag in {"del", "s", "strike"}:
            self._result.unshown.struck.append(node.text())
        elif self._stands_around(node, context):
            self._result.around.extend(self._apart(node, replace(context, in_content=True)))
        else:
            self._element(node, tag, context)

    def _element(self, node: LexborNode, tag: str, context: _Context) -> None:
        if tag == "br":
            self._text.append("\n")
        elif tag in _HEADINGS:
            self._block(node, context, replace(context, heading=_HEADINGS[tag]))
        elif tag in _LISTS:
            self._list(node, context)
        elif tag == "table":
            self._flush(context)
            self._table(node, context)
        elif tag in _PREFORMATTED:
            self._flush(context)
            self._pieces.extend(plain.pieces((node.text() or "").split("\n")))
        elif tag in _BLOCKS or tag == "li":
            self._block(node, context, replace(context, in_content=context.in_content or tag in _CONTENT))
        else:
            self.walk(node, replace(context, bold=True) if tag in {"b", "strong"} else context)

    def _block(self, node: LexborNode, outside: _Context, inside: _Context) -> None:
        self._flush(outside)
        self.walk(node, inside)
        self._flush(inside)

    def _list(self, items: LexborNode, context: _Context) -> None:
        self._flush(context)
        inside = replace(context, depth=context.depth + 1, heading=0)
        counter = Counter(items, inside.depth)
        for child in items.iter(include_text=True):
            if child.tag == "li" and not _is_hidden(child):
                self._label = counter.label(child)
                self._block(child, inside, inside)
                self._label = None
            else:
                self._node(child, inside)
        self._flush(inside)

    def _table(self, table: LexborNode, context: _Context) -> None:
        for line in _lines(table):
            if line.tag != "tr":
                self._block(line, context, context)
            elif _is_hidden(line):
                self._result.unshown.hidden.append(line.text(separator=" "))
            else:
                cells = [cell for cell in line.iter() if cell.tag in {"td", "th"}]
                self._pieces.extend(row([self._apart(cell, replace(context, bold=False)) for cell in cells]))

    def _apart(self, node: LexborNode, context: _Context) -> tuple[Piece, ...]:
        walker = _Walker(self._result, self._keep_around)
        walker.walk(node, context)
        return walker.taken()

    def _add(self, text: str, context: _Context) -> None:
        self._text.append(text.replace("\u00ad", ""))
        self._bold = self._bold and (context.bold or not text.strip())

    def _flush(self, context: _Context) -> None:
        """End the block that was read so far."""
        text, bold = "".join(self._text), self._bold
        self._text, self._bold = [], True
        for part in parts(text):
            self._pieces.append(_piece(part, self._label, context, bold))
            self._label = None

    def _stands_around(self, node: LexborNode, context: _Context) -> bool:
        if self._keep_around or context.in_content:
            return False
        return node.tag in _AROUND or (node.attributes.get("role") or "").lower() in _AROUND_ROLES


def _piece(text: str, label: Label | None, context: _Context, bold: bool) -> Piece:
    whole, number = text, ""
    if label is not None and label.shown and not opens_with_mark(text):
        whole, number = f"{label.shown} {text}", label.number
    if context.heading and reads_as_heading(text):
        return Piece(whole, "heading", number, context.heading)
    if bold and stands_out(text):
        return Piece(whole, "heading", number)
    return Piece(whole, "item", number, label.depth) if label is not None else Piece(whole, kind_by_text(text))


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if "hidden" in attributes or (node.tag == "dialog" and "open" not in attributes):
        return True
    return bool(_NOT_SHOWN.search(attributes.get("style") or ""))


def _lines(table: LexborNode) -> Iterator[LexborNode]:
    """The rows of a table, and captions."""
    for child in table.iter():
        if child.tag in {"thead", "tbody", "tfoot"}:
            yield from _lines(child)
        elif child.tag in {"tr", "caption"}:
            yield child
