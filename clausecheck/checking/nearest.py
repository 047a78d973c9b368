"""For a safeguard that was not found: the passages that come nearest to its subject."""

from __future__ import annotations

from collections.abc import Sequence

from clausecheck.agreement import Agreement
from clausecheck.checking.evidence import evidence
from clausecheck.checking.lexicon import Mentions
from clausecheck.checking.matching import Match, search
from clausecheck.checking.report import NearMiss
from clausecheck.safeguards.model import Safeguard

MOST = 3


def nearest(safeguard: Safeguard, agreement: Agreement, mentions: Sequence[Mentions]) -> list[NearMiss]:
    """At most three passages that touch the safeguard's topic, in order."""
    found: list[NearMiss] = []
    for number, sentence in enumerate(agreement.sentences):
        if sentence.role in ("heading", "signature"):
            continue
        span = search(safeguard.topic, agreement.reading(number), mentions[number])
        if span:
            quote = evidence(agreement, Match(number, None, span), "for")
            found.append(NearMiss(quote, "It speaks of the subject but neither gives nor takes the safeguard."))
        if len(found) == MOST:
            break
    return found
