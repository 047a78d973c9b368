"""The sources of the samples: one line a paragraph, with its number at the start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

FOLDER = Path(__file__).parent
_KINDS = {
    "break": r"===()()",
    "title": r"(#) (.+)",
    "heading": r"(##) (.+)",
    "subheading": r"(###) (.+)",
    "bullet": r"(-) (.+)",
    "row": r"()(.+ \| .+)",
    "article": r"(\d+) ([A-Z].+)",
    "clause": r"(\d+\.\d+) (.+)",
    "item": r"(\([a-z]\)) (.+)",
    "exhibit-clause": r"([A-Z]-\d+) (.+)",
    "plain": r"()(.+)",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; `label` is the number or mark that stands before `text` in the source."""

    kind: str
    label: str
    text: str


def load(name: str) -> list[Line]:
    """The lines of the source `name`, with typographic quotes."""
    source = (FOLDER / "source" / f"{name}.txt").read_text(encoding="utf-8")
    return [_line(curled(line)) for line in source.splitlines()]


def grouped(lines: list[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Neighbours of one kind together, as tables and lists need them."""
    for kind, run in groupby(lines, key=lambda line: line.kind):
        yield kind, list(run)


def cells(row: Line) -> list[str]:
    """The cells of a row."""
    return row.text.split(" | ")


def curled(text: str) -> str:
    """`text` with the quotation marks that a word processor makes."""
    opened = re.sub(r'(^|[\s(])"', "\\1\u201c", text)
    return opened.replace('"', "\u201d").replace("'", "\u2019")


def _line(text: str) -> Line:
    for kind, pattern in _KINDS.items():
        match = re.fullmatch(pattern, text)
        if match:
            return Line(kind, match[1], match[2])
    raise ValueError(f"an empty line in a source: {text!r}")
