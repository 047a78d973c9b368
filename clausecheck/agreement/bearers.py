"""Who a clause binds or entitles: the party that its subject names, or that does what a passive verb says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from clausecheck.agreement.model import Bearer, Frame
from clausecheck.text import Span
from clausecheck.vocabulary import Vocabulary

_NOBODY = re.compile(r"^\s*(?:no (?:one|person|user|individual|employee)|nobody|anyone|any person|none)\b")
_PRONOUN = re.compile(
    r"^\s*(?:(?:and|or|but|nor|then|also|further|each|both|therefore|accordingly|however|furthermore),?\s*)*"
    r"(?:it|they|he or she|who|which|that|such party)?\s*,?\s*$"
)
_PREPOSITION = re.compile(
    r"\b(?:of|by|to|from|with|for|on|under|against|between|behalf of|through|in)\s+(?:the |any |each |such )?$"
)
_HEAD = re.compile(
    r"^(?:\s|\"|\(|(?:\w+|\d+)\) |the |each |any |such |neither |no |as between the parties |both |a |an |either |only "
    r"|that |and |or |but )*$"
)
_BY = re.compile(r"\bby (?:the |either |any |its )?")
_ACT = re.compile(
    r"(?:'s|')? (?:\w+ ){0,2}?(?:use|access|processing|collection|disclosure|retention|rights?|handling|sharing|sale)\b"
)
_JOINTS = frozenset(("and", "or", "nor", "and the", "or the", "nor the", "and/or", "nor any"))
_SUBJECT_REACH = 60


class Sides:
    """The marks of the parties in marked text, and who a stretch of text speaks of.

    `carried` is whom a pronoun stands for that nobody in its own sentence explains.
    """

    def __init__(self, vocabulary: Vocabulary, carried: Bearer = "unknown") -> None:
        self._carried: Bearer = carried
        self.marks: dict[str, Bearer] = {
            vocabulary.marks("vendor"): "vendor",
            vocabulary.marks("agency"): "agency",
            vocabulary.marks("both"): "both",
            vocabulary.marks("third"): "third",
        }
        self.mention = _mention("".join(self.marks))

    def named(self, match: re.Match[str]) -> Bearer:
        """The side that a match of `mention` names."""
        return self.marks[match.group()[0]]

    def bearer(self, text: str, subject: Span, before: Sequence[Frame]) -> Bearer:
        """The side of the last phrase of `subject` headed by a party, else that of an earlier clause, else unknown."""
        words = text[subject.start : subject.end]
        mentions = list(self.mention.finditer(words))
        for match in reversed(mentions):
            comma = words.rfind(", ", 0, match.start())
            if _HEAD.match(words[comma + 2 if comma >= 0 else 0 : match.start()]):
                return self._joined(words, match, mentions)
        if _NOBODY.match(words):
            return "anyone"
        if _PRONOUN.match(words):
            return self._antecedent(text, subject.start, before)
        heads = [m for m in mentions if not _PREPOSITION.search(words[: m.start()])] or mentions
        return self.named(heads[0]) if heads else "unknown"

    def after(self, text: str, start: int, end: int, before: Sequence[Frame]) -> Bearer:
        """The side named behind an inverted verb: "in no event shall Contractor …"."""
        subject = Span(start, min(end, start + _SUBJECT_REACH))
        match = self.mention.search(text, subject.start, subject.end)
        return self.named(match) if match else self.bearer(text, subject, before)

    def agent(self, text: str, subject: Span, predicate: Span) -> Bearer:
        """The side in the "by" phrase of a passive, or whose act the subject names; anyone when there is neither."""
        for by in _BY.finditer(text, predicate.start, predicate.end):
            match = self.mention.match(text, by.end())
            if match:
                return self.named(match)
        match = self.mention.search(text, subject.start, subject.end)
        own_act = match and _ACT.match(text, match.end()) and _HEAD.match(text[subject.start : match.start()])
        return self.named(match) if match and own_act else "anyone"

    def _antecedent(self, text: str, start: int, before: Sequence[Frame]) -> Bearer:
        """Whom "it" or a left-out subject stands for: the last party that heads the words since the frame before."""
        since = before[-1].clause.start if before else 0
        words = text[since:start]
        heads = [
            m
            for m in self.mention.finditer(words)
            if _HEAD.match(words[: m.start()].rsplit(", ", 1)[-1]) and not words[m.end() :].startswith("'")
        ]
        if before and (not heads or before[-1].subject.end > since + heads[0].start()):
            return before[-1].bearer
        return self.named(heads[-1]) if heads else self._carried

    def _joined(self, words: str, head: re.Match[str], mentions: Sequence[re.Match[str]]) -> Bearer:
        """The bearer of a subject headed by `head`; two sides joined by "and", "or", "nor" are both bound."""
        side = self.named(head)
        for other in mentions:
            joint = words[min(head.end(), other.end()) : max(head.start(), other.start())].strip(" ,")
            if {side, self.named(other)} == {"vendor", "agency"} and joint in _JOINTS:
                return "both"
        return side


@lru_cache(maxsize=8)
def _mention(marks: str) -> re.Pattern[str]:
    return re.compile("|".join(f"{mark}+" for mark in marks))
