"""A match → the words of the contract, cut to a length that a reader can check at a glance."""

from __future__ import annotations

import re
from typing import cast

from clausecheck.agreement import Agreement
from clausecheck.agreement.model import Sentence
from clausecheck.checking.matching import Match
from clausecheck.checking.report import Evidence, Polarity, Reason
from clausecheck.text import Span

MOST_WORDS = 80
_WORD = re.compile(r"\S+")


def evidence(
    agreement: Agreement, match: Match, polarity: Polarity, says: str = "", reasons: tuple[str, ...] = ()
) -> Evidence:
    """The sentence of `match`, or the part of a long one around the words that met the rule."""
    unit = agreement.sentences[match.sentence]
    reading = agreement.reading(match.sentence)
    document = agreement.documents[unit.document]
    whole = _with_lead(document.text, unit)
    held = [span for span in reading.spans(match.span) if whole.start <= span.start < whole.end]
    core = Span(held[0].start, held[-1].end) if held else Span(unit.span.start, unit.span.start)
    span = _cut(document.text, whole, core)
    place = document.place(span.start)
    section = agreement.sections[unit.section]
    return Evidence(
        quote=document.text[span.start : span.end],
        document=document.name,
        span=span,
        page=place.page,
        printed_page=place.printed,
        section=section.label,
        heading=section.heading,
        polarity=polarity,
        lead_in=agreement.quote(unit.document, unit.leads[0]) if unit.leads else "",
        says=says,
        reasons=cast("tuple[Reason, ...]", reasons),
    )


def _with_lead(text: str, unit: Sentence) -> Span:
    """The unit, with its lead-in when both stand on one line and are short enough to be quoted together."""
    if unit.leads and "\n" not in text[unit.leads[-1].start : unit.span.end]:
        joint = Span(unit.leads[-1].start, unit.span.end)
        if len(text[joint.start : joint.end].split()) <= MOST_WORDS:
            return joint
    return unit.span


def _cut(text: str, whole: Span, core: Span) -> Span:
    """`whole`, or at most `MOST_WORDS` words of it that hold the start of `core`, on whole words."""
    words = [Span(*m.span()) for m in _WORD.finditer(text, whole.start, whole.end)]
    if len(words) <= MOST_WORDS:
        return whole
    first = next((i for i, word in enumerate(words) if word.end > core.start), 0)
    last = next((i for i, word in enumerate(words) if word.end >= core.end), len(words) - 1)
    spare = max(0, MOST_WORDS - (last - first + 1))
    begin = max(0, min(first - spare // 2, len(words) - MOST_WORDS))
    return Span(words[begin].start, words[min(begin + MOST_WORDS, len(words)) - 1].end)
