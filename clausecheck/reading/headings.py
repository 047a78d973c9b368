"""What is marked as a heading and what reads like one are two things: templates set whole clauses in heading styles."""

from __future__ import annotations

import re

from clausecheck.reading.marks import opens_with_mark
from clausecheck.text import BlockKind

_MOST_WORDS = 25
_MOST_BARE_WORDS = 12
_LIST_END = re.compile(r"[;,](?: (?:and|or|and/or))?$")
_SENTENCE_END = re.compile(r"[.:][\"”’')\]]*$")
_LABELLED = re.compile(r"\w: \S")
_VERB = re.compile(
    r"\b(?:shall|will|must|may|can|agrees?|is|are|has|have|does|do|means?|represents?|warrants?)\b", re.IGNORECASE
)


def reads_as_heading(text: str) -> bool:
    """False for a sentence, a clause or a part of a list, whatever its style."""
    if len(text.split()) > _MOST_WORDS or text[:1].islower() or _LIST_END.search(text):
        return False
    return not (_SENTENCE_END.search(text) and _VERB.search(text))


def stands_out(text: str) -> bool:
    """True when bold text that is not marked as a heading is one; "Label: value" is none."""
    short = len(text.split()) <= _MOST_BARE_WORDS and any(map(str.isalpha, text)) and not _LABELLED.search(text)
    return short and reads_as_heading(text)


def kind_by_text(text: str) -> BlockKind:
    """The kind of a block that nothing but its words tells: a printed number or name, capitals."""
    mark = opens_with_mark(text)
    named = bool(mark and mark["named"])
    short = len(text.split()) <= _MOST_BARE_WORDS and not text.endswith((".", ";", ","))
    if short and (named or is_upper(text)):
        return "heading"
    return "item" if mark and not named else "paragraph"


def is_upper(text: str) -> bool:
    """True for words in capitals."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 4 and all(char.isupper() for char in letters)
