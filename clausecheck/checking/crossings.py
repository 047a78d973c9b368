"""Clauses that name the section of a protective clause in order to undo it, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from clausecheck.agreement import Agreement
from clausecheck.checking.hits import Hit
from clausecheck.checking.lexicon import Mentions
from clausecheck.checking.matching import Match, search
from clausecheck.checking.scope import Scope
from clausecheck.safeguards.model import Effect
from clausecheck.safeguards.patterns import Pattern
from clausecheck.text import Span

_CITED = (
    r"(?:sections?|articles?|clauses?|paragraphs?|exhibits?|schedules?|attachments?|appendix|annex|terms?)"
    r" [\w.()-]{1,12}"
)
_OVERRIDES = re.compile(
    rf"\b(?:despite|notwithstanding|in spite of|regardless of|whatever|irrespective of) (?:anything (?:contrary )?in )?"
    rf"{_CITED}"
    r"|\b(?:in place of|instead of|prevails? over|supersedes?|overrides?|displaces?|replaces?)"
    rf" (?:those |that |anything |any \w+ )?(?:in |of |stated in )?{_CITED}"
)
_CUTS = re.compile(
    rf"\b(?:is|are|stands?|falls?|remains?|lies?) outside(?: of)? {_CITED}"
    rf"|\b{_CITED}(?: and [\w.()-]{{1,8}})? (?:does|do|shall|will|is|are)(?:n't| not)"
    r" (?:apply|reach|cover|extend|touch|bind|govern|concern|limit|restrict|prevent|operative)"
    rf"|\b(?:times?|periods?|duties|promises|limits?|terms?|commitments?) (?:in|of|stated in|under) {_CITED}"
    r" (?:is|are) (?:\w+ )?(?:targets?|goals?|aims?|aspirations?|indicative|estimates?|guidelines?)"
    r"|\b(?:extend|lengthen|vary|waive|shorten|suspend|relax) (?:\w+ ){0,3}(?:periods?|times?|limits?|duties)"
    rf" (?:in|of|under) {_CITED}"
    rf"|\bfor (?:the )?purposes? of {_CITED}[^.;]{{0,60}}\bmeans\b"
    rf"|\bin {_CITED} (?:does|do|shall|will) not include\b"
    rf"|\b(?:exempt|excepted|excluded|free) from {_CITED}"
)
_OUTRANKS = re.compile(
    r"\b(?:no matter what rank|whatever (?:its|their|the) rank"
    r"|(?:regardless|irrespective) of (?:\w+ )?(?:rank|order|precedence))\b"
)
_FOR_THE_AGENCY = ("agency", "both")


def undoing(agreement: Agreement, scope: Scope, hits: Sequence[Hit]) -> Iterable[tuple[Effect, Match]]:
    """The sentences that undo a section in which one of `hits` stands, in order, and what they do to it.

    One that overrides it contradicts, one that cuts a piece out of it weakens; rights of the agency do neither.
    """
    homes = frozenset().union(*(scope.sections_around(hit.match.sentence) for hit in hits)) if hits else frozenset()
    own = {hit.match.sentence for hit in hits}
    for number, sections in sorted(scope.citing.items()):
        unit = agreement.sentences[number]
        if number in own or not sections & homes or unit.role in ("recital", "heading", "signature"):
            continue
        words = agreement.reading(number).plain
        overriding = _OVERRIDES.search(words)
        match = overriding or _CUTS.search(words)
        if match and not _favours_the_agency(agreement, number):
            yield "contradicts" if overriding else "weakens", Match(number, None, Span(*match.span()))


def outranking(
    agreement: Agreement, topic: Pattern, mentions: Sequence[Mentions], own: Collection[int]
) -> Iterable[Match]:
    """The sentences on the topic that claim to hold whatever the ranking says; rights of the agency do not."""
    for number, unit in enumerate(agreement.sentences):
        if number in own or unit.role in ("recital", "heading", "signature"):
            continue
        reading = agreement.reading(number)
        if _OUTRANKS.search(reading.plain) and not _favours_the_agency(agreement, number):
            span = search(topic, reading, mentions[number])
            if span:
                yield Match(number, None, span)


def _favours_the_agency(agreement: Agreement, number: int) -> bool:
    """Whether the sentence gives the agency a right or binds the vendor."""
    return any(
        (frame.bearer in _FOR_THE_AGENCY and frame.modality in ("may", "only"))
        or (frame.bearer == "vendor" and frame.modality in ("must", "must-not") and not frame.tentative)
        for frame in agreement.frames(number)
    )
