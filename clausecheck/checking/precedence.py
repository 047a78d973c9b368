"""Which clause yields: the ranking that the agreement itself states, between its body and its exhibits."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from clausecheck.agreement import Agreement
from clausecheck.checking.hits import Hit

_ATTACHED_WORDS = r"(?:exhibits?|attachments?|schedules?|appendices|appendix|annex(?:es)?|addend(?:um|a)|order forms?)"
_BODY_FIRST = re.compile(
    r"\b(?:this|the) (?:\w+ ){0,3}(?:agreement|contract|body of)\b[^.;]{0,80}?"
    r"(?:ha(?:s|ve)|takes?|(?:shall|will) (?:have|take)) (?:priority|precedence) over"
    rf"[^.;]{{0,80}}?\b{_ATTACHED_WORDS}\b"
    r"|\b(?:this|the) (?:\w+ ){0,3}(?:agreement|contract) (?:shall |will )?(?:control|govern|prevail)s? over"
    rf"[^.;]{{0,60}}?\b{_ATTACHED_WORDS}\b"
)
_RANKED = re.compile(r"\border of (?:precedence|priority)\b|\b(?:following|descending|this) order\b|\bnamed earlier\b")
_DOCUMENT = re.compile(
    r"\b(?P<attached>exhibit|attachment|schedule|appendix|annex) (?P<id>[a-z](?:-?\d)?|\d{1,2}|[ivx]{1,4})\b"
    r"|\b(?P<body>(?:this|the|the body of (?:this|the)|terms of this) (?:master )?(?:agreement|contract))\b"
)
_ATTACHED = re.compile(r"(exhibit|attachment|schedule|appendix|annex|addendum)\b", re.IGNORECASE)
_DEFEATS = re.compile(
    r"\b(?:no matter what rank|regardless of (?:any|the) (?:rank|order|precedence)|despite anything|notwithstanding any(?:thing)?)\b"
)
_BODY = ""
_LIST_REACH = 12


class Precedence:
    """The ranking that the agreement states: the body, then its exhibits, each with its rank from 0."""

    def __init__(self, agreement: Agreement) -> None:
        self._agreement = agreement
        self.ranks = self._listed() or self._body_first()

    def outranks(self, sentence: int, above: Collection[int]) -> bool:
        """Whether `sentence` must yield to one of the sentences `above`, which stand in a part that ranks higher.

        A clause that says that it holds whatever the rank does not yield.
        """
        if not self.ranks or _DEFEATS.search(self._agreement.reading(sentence).plain):
            return False
        own = self._rank(sentence)
        return any(self._rank(other) < own for other in above)

    def settle(self, cons: Sequence[Hit], full: Sequence[Hit]) -> tuple[list[Hit], list[Hit]]:
        """`cons` divided into those that bite and those that yield to a complete clause of a higher part."""
        above = [hit.match.sentence for hit in full if hit.clean]
        yielding = [hit for hit in cons if self.outranks(hit.match.sentence, above)]
        return [hit for hit in cons if hit not in yielding], yielding

    def _rank(self, sentence: int) -> int:
        part = self._part(sentence)
        return self.ranks.get(part, len(self.ranks))

    def _body_first(self) -> dict[str, int]:
        for number, sentence in enumerate(self._agreement.sentences):
            inside = sentence.role in ("operative", "definition") and self._part(number) == _BODY
            if inside and _BODY_FIRST.search(self._agreement.reading(number).plain):
                return {_BODY: 0}
        return {}

    def _listed(self) -> dict[str, int]:
        """The order of a list in the body: "(1) this Agreement, (2) Exhibit C, (3) Exhibit A"."""
        for number, sentence in enumerate(self._agreement.sentences):
            words = self._agreement.reading(number).plain
            if sentence.role in ("operative", "definition") and self._part(number) == _BODY and _RANKED.search(words):
                parts = dict.fromkeys(self._parts_named(number))
                if len(parts) > 1 and _BODY in parts:
                    return {part: rank for rank, part in enumerate(parts)}
        return {}

    def _parts_named(self, number: int) -> Iterator[str]:
        """The parts named from the ranking words on, over the items of the list that follow."""
        section = self._agreement.sentences[number].section
        started = False
        for following in range(number, min(number + _LIST_REACH, len(self._agreement.sentences))):
            sentence = self._agreement.sentences[following]
            inside = section in (sentence.section, self._agreement.sections[sentence.section].parent)
            if following > number and not inside:
                return
            words = self._agreement.quote(sentence.document, sentence.span).lower()
            ranked = _RANKED.search(words)
            start = 0 if started or not ranked else ranked.end()
            started = True
            for match in _DOCUMENT.finditer(words, start):
                yield _BODY if match["body"] else f"{match['attached']} {match['id']}"

    def _part(self, sentence: int) -> str:
        """The exhibit that holds a sentence, in lower case, or "" for the body."""
        held = self._agreement.sections
        at: int | None = self._agreement.sentences[sentence].section
        while at is not None:
            name = held[at].number or held[at].heading
            if _ATTACHED.match(name) or name.lower().startswith("order form"):
                return name.lower()
            at = held[at].parent
        return _BODY
