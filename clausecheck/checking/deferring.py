"""A subject that the text expressly leaves to a document that was not supplied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausecheck.agreement import Agreement
from clausecheck.agreement.model import Reference
from clausecheck.checking.lexicon import Mentions
from clausecheck.checking.matching import Match, search
from clausecheck.safeguards.model import Safeguard
from clausecheck.text import Span

_LEFT = re.compile(
    r"\b(?:is|are|shall be|will be|must be)(?: \w+ly)? (?:as )?(?:governed (?:only )?by|subject (?:only )?to|(?:set (?:out|forth)|described|stated"
    r"|specified|detailed|addressed|provided|given|fixed|contained|found|laid down) in)\b"
)


def left_to_another(
    safeguard: Safeguard, agreement: Agreement, mentions: Sequence[Mentions]
) -> tuple[Match, Reference] | None:
    """The first sentence that leaves the safeguard's topic to a document that was not supplied, and that document."""
    absent = [r for r in agreement.references if not r.supplied and r.kind != "link"]
    for number, sentence in enumerate(agreement.sentences if absent else ()):
        if sentence.role not in ("operative", "table"):
            continue
        reading = agreement.reading(number)
        match = _LEFT.search(reading.plain)
        if not match:
            continue
        named = next((r for r in absent if r.target.lower() in reading.plain[match.end() :]), None)
        topic = search(safeguard.topic, reading, mentions[number]) if named else None
        if named and topic and topic.end <= match.start():
            return Match(number, None, Span(topic.start, match.end())), named
    return None
