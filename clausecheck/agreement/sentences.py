"""Blocks → sentences and list items, each with its section, its role, and the lead-ins that it completes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clausecheck.agreement.model import Role, Sentence
from clausecheck.agreement.sections import OPERATIVE, Opening, Outline
from clausecheck.text import Block, Document, Span

_END = re.compile(r"[.!?][\"”’')\]*_]*(?=\s+[\"“(\[*_]*[A-Z0-9“\"§]|\s*$)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Inc|Corp|Co|Ltd|LLC|L\.L\.C|Nos?|Secs?|Arts?|Sched|Ex|Mr|Mrs|Ms|Dr|St|Ave|Rd|Blvd|vs?|Ord|Res|Tit|Ch|Stat|Rev|Dept"
    r"|Pub|Ann|Cal|Wash|Or|Md|Va|Colo|Minn|Mont|Ill|Fla|approx|etc|e\.g|i\.e|cf|al|seq|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|U\.S|U\.S\.C|C\.F\.R|R\.C\.W|O\.R\.S|C\.R\.S|p|pp|para|subd|subds)|\b[A-Z])\.$"
)
_LEADS = re.compile(r"(?:[:—–]|:\s*-)[*_\s]*$")
_OPEN_LEAD = re.compile(r"\b(?:shall|will|must|may|agrees? to|not|following|to|and|or|that|by)[*_\s]*$", re.IGNORECASE)
_INLINE = re.compile(r"(?:(?<=\s)|(?<=^))\(?(?P<key>[a-z]|[ivx]{1,5}|[A-Z]|\d{1,2})\)\s+(?=\S)")
_INLINE_LEAD = re.compile(r":\s*$")
_RECITAL = re.compile(r"\s*[\"“(*_]*(?:whereas\b|recitals?:)", re.IGNORECASE)
_DEFINES = re.compile(
    r"^[\s*_]*(?:(?:as used (?:in|herein)[^,]{0,60}|for (?:the )?purposes of[^,]{0,60}|in (?:this|these)[^,]{0,40}),? )?(?:the (?:term|word|expression)s? )?"
    r"[*_]*[\"“][^\"”]{1,80}[\"”][*_]*(?:,? (?:or|and) [*_]*[\"“][^\"”]{1,60}[\"”][*_]*)?,?"
    r"(?: \([^)]{0,80}\))?[^.]{0,40}?\b(?:means?|shall mean|has the meaning|have the meaning|refers? to|is defined as|includes?|consists? of)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:^|\b)(?:by|signature|name|title|date|print name)\s*:\s*(?:_{3,}|/s/|$)|_{6,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Lead:
    """A lead-in that later items complete; `depth` is that of the block it ends."""

    depth: int
    span: Span


def split(number: int, document: Document, outline: Outline) -> Iterator[Sentence]:
    """The sentences of document `number`, in order."""
    walk = _Walk(number, document, outline)
    for block, opens in zip(document.blocks, outline.openings[number], strict=True):
        yield from walk.block(block, opens)


class _Walk:
    def __init__(self, number: int, document: Document, outline: Outline) -> None:
        self._number, self._text, self._outline = number, document.text, outline
        self._leads: list[_Lead] = []

    def block(self, block: Block, opens: Opening) -> Iterator[Sentence]:
        section = self._outline.sections[opens.section]
        if opens.title > opens.body or (opens.opens and opens.title >= block.span.end):
            yield self._unit(opens.section, "heading", Span(opens.body, opens.title).start, opens.title)
        depth = self._depth(block, opens)
        text = self._text[opens.title : block.span.end]
        listed = self._listed(block, opens, text)
        self._leads = [
            lead
            for lead in self._leads
            if lead.depth < depth or (listed and not opens.opens and lead.depth == depth and block.kind == "paragraph")
        ]
        if not listed:
            self._leads = [lead for lead in self._leads if opens.opens and lead.depth < depth]
        if not text.strip():
            return
        leads = tuple(lead.span for lead in self._leads)
        for span in _sentences(self._text, opens.title, block.span.end):
            role = self._role(block, section.role, span)
            for part, inner in self._parts(span):
                yield Sentence(self._number, opens.section, role, part, (*leads, *inner))
            leads = ()
            last = span
        if _LEADS.search(text) or (not text.rstrip().endswith((".", ";")) and _OPEN_LEAD.search(text)):
            self._leads.append(_Lead(depth, last))

    def _depth(self, block: Block, opens: Opening) -> int:
        """Sections count ten for a level; bullets stand below their section, deeper by their own level."""
        level = 10 * self._outline.sections[opens.section].level
        return level if opens.opens or block.kind != "item" else level + max(1, block.level)

    def _listed(self, block: Block, opens: Opening, text: str) -> bool:
        if opens.opens or block.kind in ("item", "row"):
            return True
        bare = text.strip(" *_")
        return bool(self._leads) and (bare[:1].islower() or bare.endswith((";", "; and", "; or", ", and", ", or")))

    def _role(self, block: Block, above: Role, span: Span) -> Role:
        text = self._text[span.start : span.end]
        if block.kind == "row":
            return "table"
        if ('"' in text or "“" in text) and _DEFINES.match(text):
            return "definition"
        if above == "recital":
            return "operative" if OPERATIVE.match(text) else "recital"
        if _RECITAL.match(text):
            return "recital"
        if above == "signature" or (_SIGNED.search(text) and len(text.split()) < 25):
            return "signature"
        return "operative"

    def _parts(self, span: Span) -> Iterator[tuple[Span, tuple[Span, ...]]]:
        """A sentence, or the items of a list that stands inside it after a colon, each with its lead-in."""
        marks = _inline_marks(self._text, span) if ") " in self._text[span.start : span.end] else []
        if len(marks) < 2:
            yield _trimmed(self._text, span), ()
            return
        lead = _trimmed(self._text, Span(span.start, marks[0][0]))
        ends = [start for start, _ in marks[1:]] + [span.end]
        for (_, begin), end in zip(marks, ends, strict=True):
            yield _trimmed(self._text, Span(begin, end)), (lead,)

    def _unit(self, section: int, role: Role, start: int, end: int) -> Sentence:
        return Sentence(self._number, section, role, _trimmed(self._text, Span(start, end)))


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of a block, each to the end of its white space."""
    begin = start
    for match in _END.finditer(text, start, end):
        if _ABBREVIATION.search(text, max(begin, match.start() - 12), match.start() + 1) and match.end() < end:
            continue
        yield Span(begin, match.end())
        begin = match.end()
    if text[begin:end].strip():
        yield Span(begin, end)


def _inline_marks(text: str, span: Span) -> list[tuple[int, int]]:
    """Where the items of an inline list begin, with and past their marks; [] when the list has no colon before it."""
    found = list(_INLINE.finditer(text, span.start, span.end))
    first = next(
        (
            i
            for i, m in enumerate(found)
            if m["key"] in ("a", "i", "1", "A") and _INLINE_LEAD.search(text, max(span.start, m.start() - 3), m.start())
        ),
        None,
    )
    if first is None:
        return []
    marks = [found[first]]
    for match in found[first + 1 :]:
        if _next(marks[-1]["key"], match["key"]):
            marks.append(match)
    return [(match.start(), match.end()) for match in marks]


_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def _next(last: str, key: str) -> bool:
    if last.isdigit():
        return key.isdigit() and int(key) == int(last) + 1
    if last in _ROMANS and key in _ROMANS and _ROMANS.index(key) == _ROMANS.index(last) + 1:
        return True
    return len(last) == len(key) == 1 and ord(key) == ord(last) + 1


def _trimmed(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    return Span(span.start + len(piece) - len(piece.lstrip()), span.end - (len(piece) - len(piece.rstrip())))
