"""Sentence → frames: who must, must not or may do what, for which purpose, with which exceptions."""

from __future__ import annotations

import re
from functools import lru_cache

from clausecheck.agreement.durations import durations
from clausecheck.agreement.modals import Modal, modals
from clausecheck.agreement.model import Bearer, Duration, Frame, Modality
from clausecheck.text import Span
from clausecheck.vocabulary import Vocabulary

_STRONG = r"; (?:and |or |but )?|\. |: |, (?:but|provided) |\((?:[a-z]|[ivx]{1,4}|\d)\) "
_WEAK = r"|, (?:and|or|nor) |\b(?:nor|but|and|or)\b "
_SUBORDINATE = r"\b(?:that|which|who|if|when|where|unless|until|because|while|so that|to the extent|except that|as) "
_EXCEPTION = re.compile(
    r"\b(?:except(?:ing)?\b|unless\b|other than\b|save (?:for|as|that|where|to)\b|provided,? (?:however,? )?that\b|but only\b"
    r"|excluding\b|with the exception of\b|notwithstanding\b|subject to\b|apart from\b|beyond what\b|beyond\b)"
)
_CONDITION = re.compile(
    r"\b(?:if|when|whenever|where|upon|once(?! (?:a|an|per|every|each|in)\b)|after|in the event|in case|to the extent|as long as|so long as|without|until"
    r"|at the request|on request|following)\b"
)
_PURPOSE = re.compile(
    r"\b(?:in order to|so as to|for (?:the |its |their |our |your |any |no |such |one )?(?:\w+ ){0,3}(?:purposes?|benefit|use|business)\b"
    r"|for the \w+ of|in connection with|for|as (?:necessary|needed|required|reasonably necessary) to"
    r"|to (?!time\b|the |a |an |any |its |such |each |all |those |their |this |be |[\ue000-\uf8ff]))"
)
_ONLY = re.compile(
    r"\b(?:only|solely|exclusively|for no other|and no others?|nothing else|limited to|one purpose|confined to"
    r"|no purpose other than|strictly)\b(?! (?:responsible|liable|owned|by\b|and exclusive|a )|-)"
)
_ONLY_EXCLUDED = re.compile(r"\b(?:not only|including but not limited to|not limited to|without being limited to)\b")
_PARTICIPLE = (
    r"(?:\w+ed|sold|kept|held|made|given|taken|written|put|built|shown|known|lent|run|sent|found|bought|set|fed|bound"
    r"|taught|told|brought|done|lost|cut|drawn|sworn|read|let)"
)
_PASSIVE = re.compile(rf"\s*(?:(?:be|being|been|is|are|was|were)\s+)(?:\w+ly\s+|also\s+|so\s+)*{_PARTICIPLE}\b")
_STATED_PASSIVE = re.compile(rf"\s*(?:\w+ly\s+|also\s+|so\s+)*{_PARTICIPLE}\b")
_INVERTED_PASSIVE = re.compile(rf"[^,;]{{1,80}}? be (?:\w+ly )?{_PARTICIPLE}\b")
_NEGATIVE_SUBJECT = re.compile(
    r"(?:^|, |\b(?:and|or|but|that) )(?:no|none of|neither|nobody|no one|nothing|not any|in no event|in no case"
    r"|under no circumstances?|at no time|never|nor)\b"
)
_UNLIMITED = re.compile(
    r"\bnothing\b[^;]{0,80}?\b(?:prohibits?|prevents?|limits?|restricts?|precludes?|bars?|affects?|impairs?)\b"
)
_INVERTED = re.compile(
    r"\b(?:in no event|in no case|under no circumstances?|at no time|never|nor|neither|only then)\s*$"
)
_NOBODY = re.compile(r"^\s*(?:no (?:one|person|user|individual|employee)|nobody|anyone|any person|none)\b")
_PRONOUN = re.compile(
    r"^\s*(?:(?:and|or|but|nor|then|also|further|each|both|therefore|accordingly|however|furthermore),?\s*)*(?:it|they|he or she|who|which|that|such party)?\s*,?\s*$"
)
_PREPOSITION = re.compile(
    r"\b(?:of|by|to|from|with|for|on|under|against|between|behalf of|through|in)\s+(?:the |any |each |such )?$"
)
_HEAD = re.compile(
    r"^(?:\s|\"|\(|(?:\w+|\d+)\) |the |each |any |such |neither |no |as between the parties |both |a |an |either |only |that |and |or |but )*$"
)
_EMPTY = re.compile(r"[\s,;(]*(?:(?:and|or|nor|but|,)\s*)*")
_CONTRAST = re.compile(r"\b(?:but not|and not|not)\s+(?=to\b|for\b)")


def frames_of(text: str, vocabulary: Vocabulary) -> tuple[Frame, ...]:
    """The frames of one sentence, in order of their modals; `text` is `Reading.text`."""
    sides = _Sides(vocabulary)
    limits = durations(text)
    found: list[Frame] = []
    grant = _granted(text, sides, limits)
    heads = [m for m in modals(text) if grant is None or not grant.clause.start <= m.span.start < grant.clause.end]
    starts = [
        _boundary(text, heads[i - 1].span.end if i else 0, head.span.start, first=i == 0)
        for i, head in enumerate(heads)
    ]
    for i, head in enumerate(heads):
        ends = [s for s, coordinate in starts[i + 1 :] if coordinate] + [len(text)]
        end = next(e for e in ends if e == len(text) or not _EMPTY.fullmatch(text, head.span.end, e))
        found.append(_frame(text, starts[i][0], head, max(end, head.span.end), sides, limits, found))
    if grant is not None:
        found.append(grant)
    found.extend(frame for base in tuple(found) for frame in _contrasted(text, base))
    return tuple(sorted(found, key=lambda frame: (frame.predicate.start, frame.clause)))


class _Sides:
    """The marks of the parties, and who a stretch of text speaks of."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.marks: dict[str, Bearer] = {
            vocabulary.marks("vendor"): "vendor",
            vocabulary.marks("agency"): "agency",
            vocabulary.marks("both"): "both",
            vocabulary.marks("third"): "third",
        }
        self.mention = _mention("".join(self.marks))

    def of(self, mark: str) -> Bearer:
        return self.marks[mark]


@lru_cache(maxsize=8)
def _mention(marks: str) -> re.Pattern[str]:
    return re.compile("|".join(f"{mark}+" for mark in marks))


def _boundary(text: str, after: int, modal: int, *, first: bool) -> tuple[int, bool]:
    """Where the clause of the modal begins, and whether it stands beside the clause before it."""
    cut = (after, True)
    for match in _boundaries("" if first else _WEAK).finditer(text, after, modal):
        if match["sub"] is None or not _fronted(text, match.start(), modal):
            cut = (match.end(), match["sub"] is None)
    return cut


def _fronted(text: str, start: int, modal: int) -> bool:
    """Whether a subordinate clause stands before its main clause: "Unless Customer opts out, Provider may …"."""
    before, comma = text[:start].rstrip(), text.find(", ", start, modal)
    return (
        (comma >= 0 and (not before or before[-1] in ".;:,")) or (before.endswith(("except", " and", " or")) and comma >= 0)
    )


@lru_cache(maxsize=2)
def _boundaries(weak: str) -> re.Pattern[str]:
    return re.compile(f"(?:{_STRONG}{weak})|(?P<sub>{_SUBORDINATE})")


def _frame(
    text: str, start: int, head: Modal, end: int, sides: _Sides, limits: tuple[Duration, ...], before: list[Frame]
) -> Frame:
    subject = Span(start, head.span.start)
    passive = (
        bool(_PASSIVE.match(text, head.span.end, end))
        or (not head.binding and bool(_STATED_PASSIVE.match(text, head.span.end, end)))
        or (
            head.modality == "must-not"
            and bool(_STATED_PASSIVE.match(text, head.span.end, end))
            and text[: head.span.end].endswith(" be")
        )
    )
    modality: Modality = head.modality
    unlimited = _UNLIMITED.search(text, start, end)
    negative = _NEGATIVE_SUBJECT.search(text[start : head.span.start])
    if unlimited:
        return _unlimited(text, unlimited, end, sides, limits)
    inverted = _INVERTED.search(text[: head.span.start]) is not None or text[: head.span.end].endswith(" of")
    if negative and modality in ("must", "may"):
        modality = "must-not"
    elif negative and modality == "is":
        modality = "is-not"
    predicate = Span(head.span.end if head.binding or modality == "is-not" else head.span.start, end)
    if modality in ("may", "must", "is") and _limited(text[head.span.start : end]):
        modality = "only"
    bearer = _bearer(
        text, Span(head.span.end, min(end, head.span.end + 60)) if inverted else subject, sides, before, inverted
    )
    passive = passive or (inverted and bool(_INVERTED_PASSIVE.match(text, head.span.end, end)))
    if passive:
        bearer = _agent(text, predicate, sides)
    return _complete(
        text, Frame(bearer, modality, passive, head.tentative, Span(start, end), subject, predicate), limits
    )


def _limited(clause: str) -> bool:
    return bool(_ONLY.search(_ONLY_EXCLUDED.sub(" ", clause)))


def _bearer(text: str, subject: Span, sides: _Sides, before: list[Frame], inverted: bool) -> Bearer:
    """The side that the subject names: the last phrase headed by a party, else inherited, else nobody known."""
    words = text[subject.start : subject.end]
    mentions = list(sides.mention.finditer(words))
    if inverted and mentions:
        return sides.of(mentions[0].group()[0])
    for match in reversed(mentions):
        comma = max(words.rfind(", ", 0, match.start()) + 2, 0) if ", " in words[: match.start()] else 0
        if _HEAD.match(words[comma : match.start()]):
            return _joined(words, match, mentions, sides)
    if _NOBODY.match(words):
        return "anyone"
    if _PRONOUN.match(words):
        return _antecedent(text, subject.start, before, sides)
    heads = [m for m in mentions if not _PREPOSITION.search(words[: m.start()])] or mentions
    return sides.of(heads[0].group()[0]) if heads else "unknown"


def _antecedent(text: str, start: int, before: list[Frame], sides: _Sides) -> Bearer:
    """Whom "it" or a left-out subject stands for: the last party that heads the words since the frame before."""
    since = before[-1].clause.start if before else 0
    words = text[since:start]
    heads = [
        m
        for m in sides.mention.finditer(words)
        if _HEAD.match(words[: m.start()].rsplit(", ", 1)[-1]) and not words[m.end() :].startswith("'")
    ]
    if before and (not heads or before[-1].subject.end > since + heads[0].start()):
        return before[-1].bearer
    return sides.of(heads[-1].group()[0]) if heads else "unknown"


def _joined(words: str, head: re.Match[str], mentions: list[re.Match[str]], sides: _Sides) -> Bearer:
    """The bearer of a subject headed by `head`; two sides joined by "and", "or", "nor" are both bound."""
    side = sides.of(head.group()[0])
    for other in mentions:
        joint = words[min(head.end(), other.end()) : max(head.start(), other.start())]
        if other is not head and {side, sides.of(other.group()[0])} == {"vendor", "agency"}:
            if joint.strip(" ,") in ("and", "or", "nor", "and the", "or the", "nor the", "and/or", "nor any"):
                return "both"
    return side


def _agent(text: str, predicate: Span, sides: _Sides) -> Bearer:
    match = re.compile(r"\bby (?:the |either |any |its )?").search(text, predicate.start, predicate.end)
    while match:
        mention = sides.mention.match(text, match.end())
        if mention:
            return sides.of(mention.group()[0])
        match = match.re.search(text, match.end(), predicate.end)
    return "anyone"


def _unlimited(text: str, match: re.Match[str], end: int, sides: _Sides, limits: tuple[Duration, ...]) -> Frame:
    """ "Nothing here limits Provider's right to …": a permission of the party that is named after the verb."""
    mention = sides.mention.search(text, match.end(), end)
    bearer: Bearer = sides.of(mention.group()[0]) if mention else "unknown"
    frame = Frame(
        bearer, "may", False, False, Span(match.start(), end), Span(match.start(), match.end()), Span(match.end(), end)
    )
    return _complete(text, frame, limits)


_GRANT = re.compile(
    r"\b(?:hereby )?(?:grants?|gives?|licen[cs]es?|granted|granting|extends)\b(?P<to>(?: to)? (?:the )?)?"
)
_AUTHORISED = re.compile(
    r"(?:^|[\ue000-\uf8ff] |hereby |\band |\bexpressly )(?:consents? to|authori[sz]es?|permits?|allows?|instructs?|directs?|agrees? to) (?:the )?(?=[\ue000-\uf8ff])"
)
_GRANTED_THING = re.compile(r"\b(?:licen[cs]es?|rights?|permissions?|authori[sz]ations?|consents?)\b")


def _granted(text: str, sides: _Sides, limits: tuple[Duration, ...]) -> Frame | None:
    """ "Customer grants Provider a licence to …": a permission of the party to whom it is granted."""
    for match in _AUTHORISED.finditer(text):
        mention = sides.mention.match(text, match.end())
        if mention and not _negated(text, match.start() + 1):
            end = _clause_end(text, mention.end())
            frame = Frame(
                sides.of(mention.group()[0]),
                "may",
                False,
                False,
                Span(match.start(), end),
                Span(match.start(), mention.end()),
                Span(mention.end(), end),
            )
            return _complete(
                text, _with(frame, modality="only") if _limited(text[mention.end() : end]) else frame, limits
            )
    for match in _GRANT.finditer(text):
        mention = sides.mention.match(text, match.end()) or (
            _to_party(text, match.end(), sides)
            if _GRANTED_THING.search(text, match.start(), match.end() + 160)
            else None
        )
        if not mention or not _GRANTED_THING.search(text, match.start(), min(len(text), match.end() + 220)):
            continue
        end = _clause_end(text, mention.end())
        frame = Frame(
            sides.of(mention.group()[0]), "may", False, False, Span(match.start(), end), Span(match.start(), mention.end()),
            Span(mention.end(), end),
        )  # fmt: skip
        if _negated(text, match.start()):
            frame = _with(frame, modality="must-not")
        elif _limited(text[match.end() : end]):
            frame = _with(frame, modality="only")
        return _complete(text, frame, limits)
    return None


def _to_party(text: str, start: int, sides: _Sides) -> re.Match[str] | None:
    match = re.compile(r"\bto (?:the )?").search(text, start, start + 160)
    return sides.mention.match(text, match.end()) if match else None


def _negated(text: str, start: int) -> bool:
    return bool(re.search(r"\b(?:not|no|nothing|never|neither)\b[^;.]{0,60}$", text[max(0, start - 70) : start]))


def _clause_end(text: str, start: int) -> int:
    match = re.compile(r"; |\. ").search(text, start)
    return match.start() if match else len(text)


def _complete(text: str, frame: Frame, limits: tuple[Duration, ...]) -> Frame:
    """`frame` with its exceptions, conditions, purpose and deadlines."""
    exceptions = _stretches(text, frame, _EXCEPTION, to_end=True)
    conditions = tuple(s for s in _stretches(text, frame, _CONDITION, to_end=False) if not _inside(s.start, exceptions))
    first = min((s.start for s in exceptions if s.start >= frame.predicate.start), default=frame.predicate.end)
    found = _PURPOSE.search(text, frame.predicate.start, first)
    while found and not text[frame.predicate.start : found.start()].strip():
        found = _PURPOSE.search(text, found.end(), first)
    purpose = Span(found.start(), first) if found else None
    deadlines = tuple(d for d in limits if frame.clause.start <= d.span.start < frame.clause.end)
    return _with(frame, purpose=purpose, conditions=conditions, exceptions=exceptions, deadlines=deadlines)


def _stretches(text: str, frame: Frame, marker: re.Pattern[str], *, to_end: bool) -> tuple[Span, ...]:
    """From each marker to the end of its part of the clause; a part before the subject ends at its comma."""
    found: list[Span] = []
    position = frame.clause.start
    while match := marker.search(text, position, frame.clause.end):
        stop = ", " if match.start() < frame.predicate.start or not to_end else "; "
        limit = frame.predicate.start if match.start() < frame.predicate.start else frame.clause.end
        cut = text.find(stop, match.end(), limit)
        end = cut if cut >= 0 else limit
        found.append(Span(match.start(), end))
        position = max(end, match.end())
    return tuple(found)


def _inside(offset: int, spans: tuple[Span, ...]) -> bool:
    return any(span.start <= offset < span.end for span in spans)


def _contrasted(text: str, frame: Frame) -> tuple[Frame, ...]:
    """ "may use … to provide the services but not to train …": the second half forbids."""
    match = _CONTRAST.search(text, frame.predicate.start, frame.predicate.end)
    if frame.modality not in ("may", "must", "only", "is") or not match:
        return ()
    rest = Span(match.end(), frame.predicate.end)
    return (_with(frame, modality="must-not", predicate=rest, purpose=rest, exceptions=(), conditions=()),)


def _with(frame: Frame, **changes: object) -> Frame:
    from dataclasses import replace

    return replace(frame, **changes)  # type: ignore[arg-type]  # the callers pass fields of the frame
