"""Which clause yields: a ranking clause in the body of the agreement decides against its exhibits."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from clausecheck.agreement import Agreement
from clausecheck.checking.hits import Hit

_BODY_FIRST = re.compile(
    r"(?:this|the) (?:\w+ ){0,3}(?:agreement|contract|body of)\b[^.;]{0,80}?"
    r"(?:have|has|take|takes|shall have|shall take|will have|will take) (?:priority|precedence) over"
    r"[^.;]{0,80}?\b(?:exhibits?|attachments?|schedules?|appendices|appendix)\b"
    r"|(?:this|the) (?:\w+ ){0,3}(?:agreement|contract) (?:shall |will )?(?:control|govern|prevail)s? over"
    r"[^.;]{0,60}?\b(?:exhibits?|attachments?|schedules?|appendices|appendix)\b",
    re.IGNORECASE,
)
_ATTACHED = re.compile(r"^(?:exhibit|attachment|schedule|appendix|annex|addendum)\b", re.IGNORECASE)
_DEFEATS = re.compile(r"\b(?:no matter what rank|regardless of (?:any|the) (?:rank|order|precedence)|despite anything|notwithstanding any(?:thing)?)\b", re.IGNORECASE)  # fmt: skip


class Precedence:
    """The ranking that the agreement states: whether its body stands above its exhibits."""

    def __init__(self, agreement: Agreement) -> None:
        self._agreement = agreement
        self.clause = next(
            (
                number
                for number, sentence in enumerate(agreement.sentences)
                if sentence.role not in ("heading", "recital")
                and not self._attached(number)
                and _BODY_FIRST.search(agreement.quote(sentence.document, sentence.span))
            ),
            None,
        )

    def outranks(self, sentence: int, above: Collection[int]) -> bool:
        """Whether `sentence` stands in an exhibit and must yield to one of `above`, which stands in the body."""
        if self.clause is None or not self._attached(sentence):
            return False
        words = self._agreement.quote(
            self._agreement.sentences[sentence].document, self._agreement.sentences[sentence].span
        )
        return not _DEFEATS.search(words) and any(not self._attached(other) for other in above)

    def settle(self, cons: Sequence[Hit], full: Sequence[Hit]) -> tuple[list[Hit], list[Hit]]:
        """`cons` divided into those that bite and those that yield to a complete clause in the body."""
        above = [hit.match.sentence for hit in full if hit.clean]
        yielding = [hit for hit in cons if self.outranks(hit.match.sentence, above)]
        return [hit for hit in cons if hit not in yielding], yielding

    def _attached(self, sentence: int) -> bool:
        held = self._agreement.sections
        at: int | None = self._agreement.sentences[sentence].section
        while at is not None:
            if _ATTACHED.match(held[at].number or held[at].label):
                return True
            at = held[at].parent
        return False
