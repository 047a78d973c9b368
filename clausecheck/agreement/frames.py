"""Sentence → frames: who must, must not or may do what, for which purpose, with which exceptions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from clausecheck.agreement.bearers import Sides
from clausecheck.agreement.clauses import completed, limited
from clausecheck.agreement.durations import durations
from clausecheck.agreement.grants import granted, unlimited
from clausecheck.agreement.modals import Modal, modals
from clausecheck.agreement.model import Bearer, Duration, Frame, Modality
from clausecheck.text import Span
from clausecheck.vocabulary import Vocabulary

_STRONG = r"; (?:and |or |but )?|\. |: |, (?:but|provided) |\((?:[a-z]|[ivx]{1,4}|\d)\) "
_WEAK = r"|, (?:and|or|nor) |\b(?:nor|but|and|or)\b "
_SUBORDINATE = r"\b(?:that|which|who|if|when|where|unless|until|because|while|so that|to the extent|except that|as) "
_PARTICIPLE = (
    r"(?:\w+ed|sold|kept|held|made|given|taken|written|put|built|shown|known|lent|run|sent|found|bought|set|fed|bound"
    r"|taught|told|brought|done|lost|cut|drawn|sworn|read|let)"
)
_PASSIVE = re.compile(rf"\s*(?:(?:be|being|been|is|are|was|were)\s+)(?:\w+ly\s+|also\s+|so\s+)*{_PARTICIPLE}\b")
_BARE_PASSIVE = re.compile(rf"\s*(?:\w+ly\s+|also\s+|so\s+)*{_PARTICIPLE}\b")
_INVERTED_PASSIVE = re.compile(rf"[^,;]{{1,80}}? be (?:\w+ly )?{_PARTICIPLE}\b")
_NEGATIVE_SUBJECT = re.compile(
    r"(?:^|, |\b(?:and|or|but|that) )(?:no(?! (?:more|less|later|fewer|longer|sooner|earlier) than)|none of|neither|nobody|no one|nothing|not any|in no event|in no case"
    r"|under no circumstances?|at no time|never|nor)\b"
)
_INVERTED = re.compile(
    r"\b(?:in no event|in no case|under no circumstances?|at no time|never|nor|neither|only then)\s*$"
)
_NEGATED: dict[Modality, Modality] = {"must": "must-not", "may": "must-not", "is": "is-not"}
_ITEM_NOT = re.compile(r"\s*:\s*(?:not|never)\b")
_NEGATIVE_RELATIVE = re.compile(r"\W*(?:nothing|no \w+|none of [^,]{1,40}?)(?: \w+)? (?:that|which|who)\b")
_NO_OBJECT = re.compile(
    r"(?: \w+ly)? (?!be\b|have\b|in\b)\w+(?: (?:or|and) \w+)? no (?!later|more than|less|longer than|charge|cost|fewer|event|fee)\w"
)
_BARE_VERB = re.compile(r"\s*(?:\w+ly )?\w+,\s*(?:and|or|nor|but)?\s*")
_SHARED_OBJECT = re.compile(r"\b(?:of|to|by|for|with|in|on), ")
_EMPTY = re.compile(r"[\s,;(]*(?:(?:and|or|nor|but|,)\s*)*")
_CONTRAST = re.compile(r"\b(?:but not|and not|not)\s+(?=to\b|for\b)")


def frames_of(text: str, vocabulary: Vocabulary, carried: Bearer = "unknown") -> tuple[Frame, ...]:
    """The frames of one sentence, in order of their modals; `text` is `Reading.text`.

    `carried` is the side that the sentence before speaks of, for a pronoun that opens this one.
    """
    line = _Line(text, Sides(vocabulary, carried), durations(text))
    grant = granted(text, line.sides, line.limits)
    heads = [m for m in modals(text) if grant is None or not grant.clause.start <= m.span.start < grant.clause.end]
    found = line.clauses(heads)
    if grant is not None:
        found.append(grant)
    found.extend(frame for base in tuple(found) for frame in _contrasted(text, base))
    return tuple(sorted(found, key=lambda frame: (frame.predicate.start, frame.clause)))


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence on its way to frames: marked text, the sides that it names, and its lengths of time."""

    text: str
    sides: Sides
    limits: tuple[Duration, ...]

    def clauses(self, heads: list[Modal]) -> list[Frame]:
        """A frame for each finite verb group."""
        text, found = self.text, list[Frame]()
        ends = [0, *(head.span.end for head in heads)]
        starts = [_boundary(text, ends[i], head.span.start, first=i == 0) for i, head in enumerate(heads)]
        for i, head in enumerate(heads):
            later = [start for start, coordinate in starts[i + 1 :] if coordinate]
            end = next((e for e in later if not _unfinished(text, head.span.end, e)), len(text))
            found.append(self._clause(starts[i][0], head, max(end, head.span.end), found))
        return found

    def _clause(self, start: int, head: Modal, end: int, before: list[Frame]) -> Frame:
        text, subject = self.text, Span(start, head.span.start)
        free = unlimited(text, start, end, self.sides, self.limits)
        if free:
            return free
        modality = head.modality
        if _negative(text, start, head, found_before=bool(before)) or _NO_OBJECT.match(text, head.span.end, end):
            modality = _NEGATED.get(modality, modality)
        predicate = Span(head.span.end if head.binding or modality == "is-not" else head.span.start, end)
        if modality in ("may", "must", "is") and limited(text[head.span.start : end]):
            modality = "only"
        inverted = bool(_INVERTED.search(text[: head.span.start])) or text[: head.span.end].endswith(" of")
        passive = _passive(text, head, end, inverted=inverted)
        if passive:
            bearer = self.sides.agent(text, subject, predicate)
        elif inverted:
            bearer = self.sides.after(text, head.span.end, end, before)
        else:
            bearer = self.sides.bearer(text, subject, before)
        frame = Frame(bearer, modality, passive, head.tentative, Span(start, end), subject, predicate)
        return completed(text, frame, self.limits)


def _negative(text: str, start: int, head: Modal, *, found_before: bool) -> bool:
    """Whether the subject says no: "no person", "neither party", "nothing that the camera records"."""
    if _NEGATIVE_SUBJECT.search(text[start : head.span.start]) or _ITEM_NOT.match(text, head.span.end):
        return True
    return not found_before and bool(_NEGATIVE_RELATIVE.match(text[: head.span.start]))


def _unfinished(text: str, start: int, end: int) -> bool:
    """Whether a clause breaks off before its object, which a later clause shares: "shall not use, and shall not …"."""
    if _EMPTY.fullmatch(text, start, end):
        return True
    return bool(_BARE_VERB.fullmatch(text, start, end)) and bool(_SHARED_OBJECT.search(text, end))


def _passive(text: str, head: Modal, end: int, *, inverted: bool) -> bool:
    at = head.span.end
    if _PASSIVE.match(text, at, end) or (inverted and _INVERTED_PASSIVE.match(text, at, end)):
        return True
    ends_in_be = not head.binding or (head.modality == "must-not" and text[:at].endswith(" be"))
    return ends_in_be and bool(_BARE_PASSIVE.match(text, at, end))


def _boundary(text: str, after: int, modal: int, *, first: bool) -> tuple[int, bool]:
    """Where the clause of the modal begins, and whether it stands beside the clause before it."""
    cut = (after, True)
    for match in _boundaries("" if first else _WEAK).finditer(text, after, modal):
        if match["sub"] is None or not _fronted(text, match.start(), modal):
            cut = (match.end(), match["sub"] is None)
    return cut


def _fronted(text: str, start: int, modal: int) -> bool:
    """Whether a subordinate clause stands before its main clause: "Unless Customer opts out, Provider may …"."""
    before = text[:start].rstrip()
    opens = not before or before[-1] in ".;:," or before.endswith(("except", " and", " or"))
    return opens and text.find(", ", start, modal) >= 0


@lru_cache(maxsize=2)
def _boundaries(weak: str) -> re.Pattern[str]:
    return re.compile(f"(?:{_STRONG}{weak})|(?P<sub>{_SUBORDINATE})")


def _contrasted(text: str, frame: Frame) -> tuple[Frame, ...]:
    """ "may use … to provide the services but not to train …": the second half forbids."""
    match = _CONTRAST.search(text, frame.predicate.start, frame.predicate.end)
    if frame.modality not in ("may", "must", "only", "is") or not match:
        return ()
    rest = Span(match.end(), frame.predicate.end)
    return (replace(frame, modality="must-not", predicate=rest, purpose=rest, exceptions=(), conditions=()),)
