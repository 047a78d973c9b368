"""Documents, exhibits, policies and links that the text leans on, and which of them were supplied."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from clausecheck.agreement.model import Reference, Section, Sentence
from clausecheck.text import Document, Span

_Kind = Literal["exhibit", "document", "link", "policy"]
_PATTERNS: tuple[tuple[_Kind, re.Pattern[str]], ...] = (
    (
        "exhibit",
        re.compile(r"\b(?:Exhibit|Schedule|Appendix|Annex|Attachment) (?:[A-Z](?:-\d{1,2})?|\d{1,2}|[IVX]{1,4})\b"),
    ),
    ("link", re.compile(r"(?:https?://|www\.)[^\s()\[\]<>\"”*]{4,200}")),
    (
        "policy",
        re.compile(
            r"\b(?:Acceptable Use|Privacy|Usage|Use|Data Retention|Retention|Security|Support|Service Level|Cookie|Law Enforcement)"
            r" (?:Policy|Policies|Notice|Guidelines|Guide|Statement)\b"
        ),
    ),
    (
        "document",
        re.compile(
            r"\b(?:Data (?:Processing|Protection|Privacy) (?:Addendum|Agreement)|Service[- ]Specific Terms|Service Level Agreement"
            r"|Business Associate Agreement|(?:CJIS )?Security Addendum|Statement of Work|Terms of (?:Use|Service)|Supplementary Addendum)\b"
        ),
    ),
)


def find(
    documents: Sequence[Document], sections: Sequence[Section], units: Sequence[Sentence]
) -> tuple[Reference, ...]:
    """Every target once, at its first mention, in order of the documents."""
    held = _held(documents, sections)
    found: dict[str, Reference] = {}
    for number, document in enumerate(documents):
        own = [unit for unit in units if unit.document == number]
        starts = [unit.span.start for unit in own]
        for start, kind, target in sorted(_mentions(document.text)):
            at = bisect_right(starts, start) - 1
            key = target.lower()
            if at >= 0 and start < own[at].span.end and key not in found:
                supplied = kind != "link" and any(key in name for name in held)
                span = Span(start, start + len(target))
                found[key] = Reference(target, kind, number, own[at].section, span, supplied)
    return tuple(found.values())


def _mentions(text: str) -> Iterator[tuple[int, _Kind, str]]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield match.start(), kind, match.group().rstrip(".,;:")


def _held(documents: Sequence[Document], sections: Sequence[Section]) -> frozenset[str]:
    """What is there: titles of sections and of documents, and the names of the files."""
    names = {f"{section.label if section.number else ''} {section.heading}".strip().lower() for section in sections}
    names |= {re.sub(r"[-_.]+", " ", document.name.lower()) for document in documents}
    names |= {documents[s.document].text[s.span.start : s.span.start + 120].lower() for s in sections if s.level == 0}
    return frozenset(names)
