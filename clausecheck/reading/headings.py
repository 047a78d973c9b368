"""What is marked as a heading and what reads like one are two things: templates set whole clauses in heading styles."""

from __future__ import annotations

import re

_MOST_WORDS = 25
_LIST_END = re.compile(r"[;,](?: (?:and|or|and/or))?$")
_SENTENCE_END = re.compile(r"[.:][\"”’')\]]*$")
_VERB = re.compile(
    r"\b(?:shall|will|must|may|can|agrees?|is|are|has|have|does|do|means?|represents?|warrants?)\b", re.IGNORECASE
)


def reads_as_heading(text: str) -> bool:
    """False for a sentence, a clause or a part of a list, whatever its style."""
    if len(text.split()) > _MOST_WORDS or text[:1].islower() or _LIST_END.search(text):
        return False
    return not (_SENTENCE_END.search(text) and _VERB.search(text))
