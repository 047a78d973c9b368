"""Permissions that come without "may": licences and rights granted, consents given, and "nothing here limits …"."""

from __future__ import annotations

import re
from dataclasses import replace

from clausecheck.agreement.bearers import Sides
from clausecheck.agreement.clauses import completed, limited
from clausecheck.agreement.model import Bearer, Duration, Frame
from clausecheck.text import Span

_GRANT = re.compile(r"\b(?:hereby )?(?:grants?|gives?|licen[cs]es?|granted|granting|extends)\b(?: to)? ?(?:the )?")
_AUTHORISED = re.compile(
    r"(?:^|[\ue000-\uf8ff] |hereby |\band |\bexpressly )"
    r"(?:consents? to|authori[sz]es?|permits?|allows?|instructs?|directs?|agrees? to) (?:the )?(?=[\ue000-\uf8ff])"
)
_HINTS = ("grant", "give", "licen", "extend", "consent", "authori", "permit", "allow", "instruct", "direct", "agree")
_THING = re.compile(r"\b(?:licen[cs]es?|rights?|permissions?|authori[sz]ations?|consents?)\b")
_UNLIMITED = re.compile(
    r"\bnothing\b[^;]{0,80}?\b(?:prohibits?|prevents?|limits?|restricts?|precludes?|bars?|affects?|impairs?)\b"
)
_TO = re.compile(r"\bto (?:the )?")
_NO = re.compile(r"\b(?:not|no|nothing|never|neither)\b[^;.]{0,60}$")
_END = re.compile(r"; |\. ")
_THING_REACH, _PARTY_REACH, _NO_REACH = 220, 160, 70


def granted(text: str, sides: Sides, limits: tuple[Duration, ...]) -> Frame | None:
    """ "Customer grants Provider a licence to …", "Customer authorizes Provider to …": what the other party may do."""
    if not any(hint in text for hint in _HINTS):
        return None
    for match in _AUTHORISED.finditer(text):
        mention = sides.mention.match(text, match.end())
        if mention and not _negated(text, match.start() + 1):
            return _permission(text, match.start(), mention, sides, limits)
    for match in _GRANT.finditer(text):
        mention = sides.mention.match(text, match.end()) or _to_party(text, match, sides)
        if mention and _THING.search(text, match.start(), match.end() + _THING_REACH):
            return _permission(text, match.start(), mention, sides, limits)
    return None


def unlimited(text: str, start: int, end: int, sides: Sides, limits: tuple[Duration, ...]) -> Frame | None:
    """ "Nothing here limits Provider's right to …": a permission of the party that is named after the verb."""
    match = _UNLIMITED.search(text, start, end) if "nothing" in text else None
    if not match:
        return None
    mention = sides.mention.search(text, match.end(), end)
    bearer: Bearer = sides.named(mention) if mention else "unknown"
    subject, predicate = Span(match.start(), match.end()), Span(match.end(), end)
    return completed(text, Frame(bearer, "may", False, False, Span(match.start(), end), subject, predicate), limits)


def _permission(text: str, start: int, mention: re.Match[str], sides: Sides, limits: tuple[Duration, ...]) -> Frame:
    """What `mention` may do: not at all when the grant is negated, only that when it is limited."""
    stop = _END.search(text, mention.end())
    end = stop.start() if stop else len(text)
    subject, predicate = Span(start, mention.end()), Span(mention.end(), end)
    frame = Frame(sides.named(mention), "may", False, False, Span(start, end), subject, predicate)
    if _negated(text, start):
        frame = replace(frame, modality="must-not")
    elif limited(text[start:end]):
        frame = replace(frame, modality="only")
    return completed(text, frame, limits)


def _to_party(text: str, grant: re.Match[str], sides: Sides) -> re.Match[str] | None:
    """The party behind "to" in "grants a licence to Provider"."""
    if not _THING.search(text, grant.start(), grant.end() + _PARTY_REACH):
        return None
    match = _TO.search(text, grant.end(), grant.end() + _PARTY_REACH)
    return sides.mention.match(text, match.end()) if match else None


def _negated(text: str, start: int) -> bool:
    return bool(_NO.search(text[max(0, start - _NO_REACH) : start]))
