"""The reading rules that hold for every safeguard: what a clause that speaks for it is worth, and why."""

from __future__ import annotations

import re

from clausecheck.agreement import Agreement
from clausecheck.agreement.model import Frame
from clausecheck.checking.lexicon import Mentions
from clausecheck.checking.matching import Match
from clausecheck.safeguards.model import Signal
from clausecheck.text import Span

_LINK = re.compile(r"https?://|www\.|\b\w+\.(?:com|org|gov|net|io|ai)/")


def reasons(agreement: Agreement, match: Match, signal: Signal, mentions: Mentions) -> tuple[str, ...]:
    """Why a clause that speaks for a safeguard is worth less than it seems, in a fixed order; () when it is clean."""
    sentence = agreement.sentences[match.sentence]
    frame = agreement.frames(match.sentence)[match.frame] if match.frame is not None else None
    text = agreement.reading(match.sentence).text
    clause = frame.clause if frame else Span(0, len(text))
    found = list(signal.reasons)
    if sentence.role in ("recital", "definition"):
        found.append("recital" if sentence.role == "recital" else "definition-only")
    if frame and frame.tentative:
        found.append("permissive-modality")
    if _within("{softener}", mentions, clause):
        found.append("efforts-qualifier")
    if _within("{currently}", mentions, clause) and (frame is None or frame.modality in ("is", "is-not")):
        found.append("feature-description")
    if frame:
        found.extend(_of_frame(frame, mentions, text))
    return tuple(dict.fromkeys(found))


def _of_frame(frame: Frame, mentions: Mentions, text: str) -> list[str]:
    found = []
    if frame.modality == "must" and frame.bearer != "agency" and _only_on_request(frame, mentions):
        found.append("on-request-only")
    if any(_within("{swallowing}", mentions, span) for span in frame.exceptions):
        found.append("swallowing-exception")
    if frame.modality in ("must", "is", "only") and _by_link(frame.clause, mentions, text):
        found.append("by-link-changeable")
    return found


def _only_on_request(frame: Frame, mentions: Mentions) -> bool:
    return _within("{on-request}", mentions, frame.clause) and not _within("{term-end}", mentions, frame.clause)


def _by_link(clause: Span, mentions: Mentions, text: str) -> bool:
    at_link = _LINK.search(text, clause.start, clause.end) is not None or _within("{post}", mentions, clause)
    return _within("{policy}", mentions, clause) and (at_link or _within("{changeable}", mentions, clause))


def _within(symbol: str, mentions: Mentions, span: Span) -> bool:
    return any(span.start <= m.start and m.end <= span.end for m in mentions.get(symbol, ()))
