"""Pieces of text on their way to a document: the one place where `Document.text` is joined."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from clausecheck.text import Block, BlockKind, Span

_BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one block; `pages` holds (offset in `text`, page index) wherever a page starts inside it."""

    text: str
    kind: BlockKind = "paragraph"
    label: str = ""
    level: int = 0
    pages: tuple[tuple[int, int], ...] = ()


def single_spaced(text: str) -> str:
    """`text` with every run of white space as one space, and none at the ends."""
    return " ".join(text.split())


def parts(text: str) -> list[str]:
    """The paragraphs that blank lines make of `text`, each single-spaced."""
    return [single_spaced(part) for part in _BLANK_LINE.split(text) if part.strip()]


def compose(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The pieces joined by line feeds, and the block of each."""
    texts: list[str] = []
    blocks: list[Block] = []
    start = 0
    for piece in pieces:
        end = start + len(piece.text)
        texts.append(piece.text)
        blocks.append(Block(Span(start, end), piece.kind, piece.label, piece.level))
        start = end + 1
    return "\n".join(texts), tuple(blocks)


def page_starts(pieces: Iterable[Piece]) -> dict[int, int]:
    """Page index to the offset of its first character in the text that `compose` makes."""
    starts: dict[int, int] = {}
    start = 0
    for piece in pieces:
        for offset, page in piece.pages:
            starts.setdefault(page, start + offset)
        start += len(piece.text) + 1
    return starts
