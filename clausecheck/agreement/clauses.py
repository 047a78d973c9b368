"""The parts of a clause beside its verb: purpose, conditions, exceptions, deadlines."""

from __future__ import annotations

import re
from dataclasses import replace

from clausecheck.agreement.model import Duration, Frame
from clausecheck.text import Span

_EXCEPTION = re.compile(
    r"\b(?:except(?:ing)?\b|unless\b|other than\b|save (?:for|as|that|where|to)\b|provided,? (?:however,? )?that\b"
    r"|but only\b|excluding\b|with the exception of\b|notwithstanding\b|subject to\b|apart from\b|beyond what\b"
    r"|beyond\b)"
)
_CONDITION = re.compile(
    r"\b(?:if|when|whenever|where|upon|once(?! (?:a|an|per|every|each|in)\b)|after|in the event|in case|to the extent"
    r"|as long as|so long as|without|until|at [^,.;]{1,30}? request|at the request|on request|following)\b"
)
_PURPOSE = re.compile(
    r"\b(?:in order to|so as to"
    r"|for (?:the |its |their |our |your |any |no |such |one )?(?:\w+ ){0,3}(?:purposes?|benefit|use|business)\b"
    r"|for the \w+ of|in connection with|for|as (?:necessary|needed|required|reasonably necessary) to"
    r"|to (?!time\b|the |a |an |any |its |such |each |all |those |their |this |be |[\ue000-\uf8ff]))"
)
_ONLY = re.compile(
    r"\b(?:only|solely|exclusively|for no other|and no others?|nothing else|limited to|one purpose|confined to"
    r"|no purpose other than|strictly)\b(?! (?:responsible|liable|owned|by\b|and exclusive|a |confidential)|-)"
)
_NOT_ONLY = re.compile(r"\b(?:not only|including but not limited to|not limited to|without being limited to)\b")


def limited(clause: str) -> bool:
    """Whether a clause allows for one thing and nothing else: "only", "solely", "for no other purpose"."""
    return bool(_ONLY.search(_NOT_ONLY.sub(" ", clause)))


def completed(text: str, frame: Frame, limits: tuple[Duration, ...]) -> Frame:
    """`frame` with its exceptions, conditions, purpose and deadlines."""
    exceptions = _stretches(text, frame, _EXCEPTION, to_end=True)
    conditions = tuple(s for s in _stretches(text, frame, _CONDITION, to_end=False) if not _inside(s.start, exceptions))
    first = min((s.start for s in exceptions if s.start >= frame.predicate.start), default=frame.predicate.end)
    found = _PURPOSE.search(text, frame.predicate.start, first)
    while found and not text[frame.predicate.start : found.start()].strip():
        found = _PURPOSE.search(text, found.end(), first)
    return replace(
        frame,
        purpose=Span(found.start(), first) if found else None,
        conditions=conditions,
        exceptions=exceptions,
        deadlines=tuple(d for d in limits if frame.clause.start <= d.span.start < frame.clause.end),
    )


def _stretches(text: str, frame: Frame, marker: re.Pattern[str], *, to_end: bool) -> tuple[Span, ...]:
    """From each marker to the end of its part of the clause; a part before the subject ends at its comma."""
    found: list[Span] = []
    position = frame.clause.start
    while match := marker.search(text, position, frame.clause.end):
        fronted = match.start() < frame.predicate.start
        limit = frame.predicate.start if fronted else frame.clause.end
        cut = text.find(", " if fronted or not to_end else "; ", match.end(), limit)
        end = cut if cut >= 0 else limit
        found.append(Span(match.start(), end))
        position = max(end, match.end())
    return tuple(found)


def _inside(offset: int, spans: tuple[Span, ...]) -> bool:
    return any(span.start <= offset < span.end for span in spans)
