"""Blocks → the outline of sections, as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clausecheck.agreement.model import Role, Section
from clausecheck.agreement.numbering import Number, Style, follows, opening, roman, roman_follows
from clausecheck.text import Block, Document, Span

MOST_HEADING_WORDS = 12
_VERB = re.compile(
    r"\b(?:shall|will|must|may|can|cannot|is|are|was|were|has|have|agrees?|means|includes?|does|do|owns?|retains?|grants?"
    r"|warrants?|represents?|acknowledges?|understands?|deletes?|provides?|keeps?|wins|binds?|uses|applies|apply"
    r"|prevails?|supersedes?|governs|overrides?|takes|remains?|stays?|becomes?|belongs?|vests?|survives?|begins?|expires?"
    r"|requires?|ranks?|controls over|outranks?|replaces?|displaces?|follows|counts|stands|decides|sets|ends|pays|holds|sells"
    r"|shares|trains|collects|reserves|disclaims|waives|excludes|accepts|rejects|consents)\b"
)
_TITLE_END = re.compile(r"(?<![A-Z])(?<!\bNo)[.:](?=[\s*_]|$)|\s[–—-]\s")
_MARKUP = re.compile(r"[*_#`\\]+")
_ENTRY = re.compile(r"\w: +\S|\$ ?\d| \| ")
_RECITAL = re.compile(r"\b(?:recitals?|background|witnesseth|whereas|preamble|premises)\b", re.IGNORECASE)
_DEFINITIONS = re.compile(r"\b(?:definitions?|defined terms|glossary|interpretation)\b", re.IGNORECASE)
_SIGNATURES = re.compile(r"\b(?:signatures?|in witness whereof|execution page)\b", re.IGNORECASE)
OPERATIVE = re.compile(
    r"\W*(?:now,? therefore|the parties (?:therefore |hereby )?(?:therefore )?agree|it is (?:therefore )?agreed|in consideration of)\b",
    re.IGNORECASE,
)
_SPEAKERS = frozenset("we you they it nobody nothing neither if when unless anyone everyone he she".split())
_SHALLOW: dict[Style, int] = {"attachment": 1, "part": 2, "article": 3}
_DEPTH_DOTTED = 10
_DEPTH_LIST = 30


@dataclass(frozen=True, slots=True)
class Opening:
    """How a block opens: the section it starts, if any, where its title ends and where its own words begin.

    `title` and `body` are offsets into the document; `body` is past the number, `title` past the heading as well.
    `section` indexes the outline.
    """

    section: int
    opens: bool
    body: int
    title: int


@dataclass(frozen=True)
class Outline:
    """The sections of all documents in order, and how each block of each document opens."""

    sections: tuple[Section, ...]
    openings: tuple[tuple[Opening, ...], ...]


@dataclass(slots=True)
class _Open:
    """A section that later blocks may still belong to; `depth` orders the styles of numbers."""

    index: int
    depth: int
    style: Style | None
    key: str


def outline(documents: Sequence[Document]) -> Outline:
    """The outline of `documents`, each of them a section without a number at level 0."""
    sections: list[Section] = []
    openings: list[tuple[Opening, ...]] = []
    for number, document in enumerate(documents):
        first = len(sections)
        builder = _Builder(number, document, sections)
        openings.append(tuple(builder.openings()))
        _close(sections, first, len(document.text))
    return Outline(tuple(sections), tuple(openings))


def _close(sections: list[Section], first: int, end: int) -> None:
    """Gives each section of a document its end: the start of the next one that is not inside it."""
    for index in range(first, len(sections)):
        level = sections[index].level
        stop = next((s.span.start for s in sections[index + 1 :] if s.level <= level), end)
        sections[index] = replace(sections[index], span=Span(sections[index].span.start, stop))


class _Builder:
    """Walks the blocks of one document and appends its sections."""

    def __init__(self, document: int, source: Document, sections: list[Section]) -> None:
        self._document, self._source, self._sections = document, source, sections
        sections.append(Section(document, "", "", "", Span(0, len(source.text)), 0, None))
        self._stack = [_Open(len(sections) - 1, 0, None, "")]
        self._numbers = [_number(source, block) for block in source.blocks]

    def openings(self) -> Iterator[Opening]:
        """How each block opens, in order."""
        for index, block in enumerate(self._source.blocks):
            yield self._block(index, block)

    def _block(self, index: int, block: Block) -> Opening:
        text = self._source.text[block.span.start : block.span.end]
        number = self._numbers[index]
        if number and self._listed(index, number):
            return Opening(self._stack[-1].index, False, block.span.start, block.span.start)
        title = _title(text, number, block)
        if number:
            self._enter_number(number, block, _plain(text[number.end : title]))
        elif title == len(text) and not _bullet(text):
            self._enter_heading(block, _plain(text[:title]))
        else:
            if OPERATIVE.match(text):
                self._stack = [held for held in self._stack if self._sections[held.index].role != "recital"]
            return Opening(self._stack[-1].index, False, block.span.start, block.span.start)
        body = block.span.start + (number.end if number else 0)
        return Opening(self._stack[-1].index, True, body, block.span.start + title)

    def _listed(self, index: int, number: Number) -> bool:
        """Whether an exhibit's name is only an entry of a list: the numbering goes on after it as before it."""
        if number.style != "attachment":
            return False
        before = next((o.key for o in reversed(self._stack) if o.style == "dotted"), "")
        later = next((n for n in self._numbers[index + 1 :] if n and n.style == "dotted"), None)
        return bool(before and later and _succeeds(later.key, before))

    def _enter_number(self, number: Number, block: Block, heading: str) -> None:
        self._leave_recitals(number, heading)
        depth, number = self._depth(number)
        while self._stack[-1].depth >= depth:
            self._stack.pop()
        parent = self._stack[-1]
        label = self._label(number, parent.index)
        self._push(block, _Open(len(self._sections), depth, number.style, number.key), number.text, label, heading)

    def _leave_recitals(self, number: Number, heading: str) -> None:
        """The body begins where a titled or restarted number follows recitals that had only a heading."""
        if number.style not in ("dotted", *_SHALLOW):
            return
        at = next((i for i, held in enumerate(self._stack) if self._sections[held.index].role == "recital"), None)
        if at is not None and (heading or (number.key == "1" and self._stack[-1].style == "dotted")):
            del self._stack[at:]

    def _depth(self, number: Number) -> tuple[int, Number]:
        if number.style in _SHALLOW:
            return _SHALLOW[number.style], number
        if number.style == "dotted":
            return _DEPTH_DOTTED + len(number.parts), number
        if number.style == "dashed":
            return _DEPTH_DOTTED + 1 + number.key.count("."), number
        number = self._told_apart(number)
        for held in reversed(self._stack):
            if held.style == number.style and (_goes_on(number, held.key)):
                return held.depth, number
        return max(_DEPTH_LIST, self._stack[-1].depth + 1), number

    def _told_apart(self, number: Number) -> Number:
        """ "(i)" after "(h)" is a letter; where no list of letters waits for it, it is a numeral."""
        if number.style not in ("lower", "upper") or number.key not in ("i", "v", "x", "l", "c"):
            return number
        for held in reversed(self._stack):
            if held.style == number.style and follows(number, held.key):
                return number
            if held.style == _romans(number.style) and roman_follows(number, held.key):
                return replace(number, style=_romans(number.style))
        return replace(number, style=_romans(number.style)) if number.key in ("i", "v", "x") else number

    def _enter_heading(self, block: Block, heading: str) -> None:
        depth = 4 + min(block.level, 5) if block.level else 9
        while self._stack[-1].depth >= depth:
            self._stack.pop()
        label = self._sections[self._stack[-1].index].label
        self._push(block, _Open(len(self._sections), depth, None, ""), "", label, heading)

    def _push(self, block: Block, opened: _Open, number: str, label: str, heading: str) -> None:
        parent = self._stack[-1].index
        section = Section(
            self._document, number, label, heading, block.span, self._sections[parent].level + 1, parent,
            _role(heading, self._sections[parent].role),
        )  # fmt: skip
        self._sections.append(section)
        self._stack.append(opened)

    def _label(self, number: Number, parent: int) -> str:
        """What a lawyer cites: dotted numbers hold their own path, other marks add to that of their parent."""
        above = self._sections[parent].label
        if number.style in ("dotted", "dashed"):
            attached = next((self._sections[o.index].label for o in self._stack if o.style == "attachment"), "")
            return f"{attached}, {number.text}" if attached else number.text
        if number.style in _SHALLOW:
            return number.text
        if number.text.startswith("("):
            return above + number.text
        return f"{above}.{number.text}" if above and above[-1].isdigit() else f"{above}, {number.text}".lstrip(", ")


def _number(source: Document, block: Block) -> Number | None:
    text = source.text[block.span.start : block.span.end]
    return None if block.kind == "row" else opening(text, heading=block.kind == "heading" or bool(block.label))


def _succeeds(later: str, before: str) -> bool:
    head, last = later.split("."), before.split(".")
    return len(head) == len(last) and head[:-1] == last[:-1] and int(head[-1]) == int(last[-1]) + 1 and len(head) > 1


def _goes_on(number: Number, last: str) -> bool:
    if number.style in ("roman", "upper-roman"):
        return roman(number.key) > roman(last)
    return number.key > last if not number.key.isdigit() else last.isdigit() and int(number.key) > int(last)


def _romans(style: Style) -> Style:
    return "roman" if style == "lower" else "upper-roman"


def _plain(text: str) -> str:
    return _MARKUP.sub("", text).strip(" .:–—-\t")


def _role(heading: str, above: Role) -> Role:
    if _RECITAL.search(heading) and len(heading.split()) <= 5:
        return "recital"
    if _DEFINITIONS.search(heading) and len(heading.split()) <= 5:
        return "definition"
    if _SIGNATURES.search(heading) and len(heading.split()) <= 5:
        return "signature"
    return above


def _title(text: str, number: Number | None, block: Block) -> int:
    """Where the title after the number ends, as an offset in the block; where the words begin when there is none."""
    start = number.end if number else 0
    rest = text[start:]
    if _is_heading(rest, block) and (number is None or number.text[0] != "(" or block.kind == "heading"):
        return len(text)
    match = _TITLE_END.search(rest) if number else None
    if not match:
        return start
    title = _plain(rest[: match.start()])
    if not _names_a_subject(title):
        return start
    end = start + match.end()
    return end + len(text[end:]) - len(text[end:].lstrip(" *_"))


def _names_a_subject(title: str) -> bool:
    """Whether the words before the first stop are a title and not a short sentence."""
    words = title.split()
    if not title[:1].isupper() or len(words) > 10 or _VERB.search(title) or words[0].lower() in _SPEAKERS:
        return False
    long = [word for word in words if len(word) > 3]
    return len(words) <= 4 or 2 * sum(word[:1].isupper() for word in long) >= len(long)


def _bullet(text: str) -> bool:
    return text.lstrip()[:1] in "*-+•●▪◦○■–—" and not text.lstrip().startswith("**")


def _is_heading(text: str, block: Block) -> bool:
    """A short line that says nothing: few words, no full stop, no verb that could bind."""
    words = _plain(text).split()
    if not words or block.kind in ("row", "note") or _VERB.search(_plain(text)):
        return False
    if block.kind == "heading":
        return not _ENTRY.search(text) or bool(block.level) or bool(opening(text, heading=True))
    bold, stripped = text.lstrip(" #").startswith(("**", "__")), text.rstrip(" *_")
    if len(words) > MOST_HEADING_WORDS or stripped.endswith((";", ",")) or (stripped.endswith((".", ":")) and not bold):
        return False
    return words[0][:1].isupper() and not _ENTRY.search(text)
