"""What a table shows of a finding: the words that decide, where they stand, and what they do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clausecheck.checking.report import ElementResult, Evidence, Finding, NearMiss
from clausecheck.reporting.citing import cite, words_of

_MOST_WORDS = 30
_NEAREST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Passage:
    """Words, their place and a sentence about them; each may be empty."""

    words: str
    where: str
    says: str


def passages(finding: Finding, *, several: bool, full: bool) -> Sequence[Passage]:
    """The passages that decide, or with `full` all of them; places name the document when there are `several`."""
    if full:
        return [*_all(finding, several)]
    if finding.evidence:
        return _deciding(finding, several)
    if finding.verdict == "missing" and finding.near_misses:
        return [_near(finding.near_misses[0], several, _NEAREST_WORDS)]
    return [Passage("", "", finding.summary)]


def _deciding(finding: Finding, several: bool) -> Sequence[Passage]:
    """The first quote, for `weak` also the first against it; the summary stands under the last."""
    first, *rest = finding.evidence
    against = [quote for quote in rest if quote.polarity != first.polarity] if finding.verdict == "weak" else []
    shown = [(first, "")] + [(quote, f"{_sign(quote)} ") for quote in against[:1]]
    summary = "" if finding.verdict == "present" else finding.summary
    return [
        Passage(
            sign + words_of(quote, _MOST_WORDS),
            cite(quote, name_document=several),
            summary if number == len(shown) else "",
        )
        for number, (quote, sign) in enumerate(shown, 1)
    ]


def _all(finding: Finding, several: bool) -> Iterable[Passage]:
    if finding.summary not in map(_does, finding.evidence):
        yield Passage(finding.summary, "", "")
    for quote in finding.evidence:
        yield Passage(f"{_sign(quote)} {words_of(quote)}", cite(quote, name_document=several), _does(quote))
    for miss in finding.near_misses:
        yield _near(miss, several, None)
    for line in _elements(finding.elements):
        yield Passage(line, "", "")
    if finding.defeaters_tried:
        yield Passage(f"Tried against it: {'; '.join(finding.defeaters_tried)}.", "", "")


def _sign(quote: Evidence) -> str:
    return "For:" if quote.polarity == "for" else "Against:"


def _does(quote: Evidence) -> str:
    return f"The text {quote.says}." if quote.says else ""


def _near(miss: NearMiss, several: bool, most: int | None) -> Passage:
    words = f"Does not count: {words_of(miss.evidence, most)}"
    return Passage(words, cite(miss.evidence, name_document=several), miss.why)


def _elements(elements: Sequence[ElementResult]) -> Iterable[str]:
    for met, label in ((True, "Found with it"), (False, "Not found with it")):
        titles = [e.title + ("" if e.required else " (optional)") for e in elements if e.met is met]
        if titles:
            yield f"{label}: {'; '.join(titles)}."
