"""Plain text and Markdown: hard-wrapped paragraphs are joined, every other character stays as it is.

Markup is recognised for the structure that it gives and kept in the text, because people quote the raw file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausecheck.reading.decoding import decode
from clausecheck.reading.draft import Piece, compose, single_spaced
from clausecheck.reading.headings import is_upper, kind_by_text, stands_out
from clausecheck.text import BlockKind, Document, Media

_HEADING = re.compile(r"(#{1,6})\s")
_ROW = re.compile(r"\s*\|.*\|\s*$")
_RULE = re.compile(r"\s*(?:[-*_=~]\s*){3,}$|\s*\|?[\s:|-]*-{3,}[\s:|-]*$")
_BULLET = re.compile(r"\s*(?:[-*+•●▪◦○■–—]|o)\s+\S")
_NUMBER = re.compile(
    r"\s*(?:\*\*|__)?(?:"
    r"\(?(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,6}|[IVXLC]{1,6})(?:\\?[.)])"
    r"|\d{1,3}(?:\.\d{1,3})+\\?[.)]?"
    r"|(?:ARTICLE|Article|SECTION|Section|EXHIBIT|Exhibit|SCHEDULE|Schedule|ANNEX|Annex|APPENDIX|Appendix)\s+[\dA-Z.]+"
    r")(?=[\s*_“\"]|$)"
)
_BOLD = re.compile(r"(\*\*|__)(?:(?!\1).)+\1")
_MARKUP = re.compile(r"\*\*|__|\\(?=[.()*_])")
_MOST_TITLE_WORDS = 12
_SENTENCE_END = re.compile(r"[.:;!?][\"”’')\]*_]*$|(?:;|,)\s+(?:and|or)$")


def read(data: bytes, name: str, sha256: str, media: Media) -> Document:
    """Read text of any usual encoding."""
    lines = (decode(data) or "").split("\n")
    text, blocks = compose(pieces(lines))
    return Document(name=name, media=media, sha256=sha256, size=len(data), text=text, blocks=blocks)


def pieces(lines: list[str]) -> Iterator[Piece]:
    """The blocks that lines of text make."""
    held: list[str] = []
    for line in [*lines, ""]:
        if held and _starts_block(line, held[-1]):
            yield _piece(held)
            held = []
        if line.strip() and not _RULE.match(line):
            held.append(line)


def _starts_block(line: str, last: str) -> bool:
    if not line.strip() or _RULE.match(line) or _HEADING.match(line) or _HEADING.match(last):
        return True
    if _ROW.match(line) or _ROW.match(last) or _BULLET.match(line) or last.endswith(("  ", "\\")):
        return True
    if _capitals(line) != _capitals(last) and not line.strip()[:1].islower():
        return True
    if _NUMBER.match(line):
        return bool(_SENTENCE_END.search(last.rstrip())) or _indent(line) != _indent(last)
    return _indent(line) > _indent(last) + 1 and bool(_SENTENCE_END.search(last.rstrip()))


def _capitals(line: str) -> bool:
    """True for a short line in capitals, as titles and headings are set."""
    return is_upper(line) and len(line.split()) <= _MOST_TITLE_WORDS


def _indent(line: str) -> int:
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())


def _piece(lines: list[str]) -> Piece:
    text = single_spaced(" ".join(lines))
    heading = _HEADING.match(lines[0])
    if heading:
        return Piece(text, "heading", level=len(heading[1]))
    return Piece(text, _kind(lines[0], text), level=_depth(lines[0]))


def _kind(line: str, text: str) -> BlockKind:
    if _ROW.match(line):
        return "row"
    bare = _MARKUP.sub("", text)
    if kind_by_text(bare) == "heading" or (bare != text and _BOLD.fullmatch(text) and stands_out(bare)):
        return "heading"
    return "item" if _BULLET.match(line) or _NUMBER.match(line) else "paragraph"


def _depth(line: str) -> int:
    return 1 + _indent(line) // 2 if _BULLET.match(line) else 0
