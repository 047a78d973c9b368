"""Matchers × sentences → matches: which frame, which words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from clausecheck.agreement import Agreement, Reading
from clausecheck.agreement.durations import durations
from clausecheck.agreement.model import Frame
from clausecheck.checking.lexicon import Lexicon, Mentions, raw
from clausecheck.checking.prefilter import Prefilter
from clausecheck.safeguards.model import Matcher, Pack, Safeguard
from clausecheck.safeguards.patterns import Item, Pattern
from clausecheck.safeguards.patterns import Sequence as Items
from clausecheck.text import Span
from clausecheck.vocabulary import Vocabulary

_COUNTS_AS = {
    "vendor": frozenset({"vendor", "both", "anyone", "unknown"}),
    "agency": frozenset({"agency", "both", "anyone", "unknown"}),
    "both": frozenset({"both"}),
    "anyone": frozenset({"anyone"}),
    "third": frozenset({"third"}),
}


@dataclass(frozen=True, slots=True)
class Match:
    """A matcher met by a sentence. `span` are the words that met it, in `Reading.text`.

    `wrong_party` says that all was met but the bearer, who is the other side.
    """

    sentence: int
    frame: int | None
    span: Span
    wrong_party: bool = False


Matches = dict[str, list[Match]]


def matchers_of(safeguard: Safeguard) -> Iterable[Matcher]:
    """Every matcher of a safeguard, in the order of its file."""
    yield from (signal.matcher for signal in safeguard.signals)
    yield from (lookalike.matcher for lookalike in safeguard.lookalikes)
    for element in safeguard.elements:
        yield from element.matchers
    yield from (defeater.matcher for defeater in safeguard.defeaters)


class Engine:
    """A pack's matchers, indexed by the rarest symbol each of them needs."""

    def __init__(self, pack: Pack, vocabulary: Vocabulary) -> None:
        matchers = {m.where: m for safeguard in pack.safeguards for m in matchers_of(safeguard)}
        topics = [safeguard.topic for safeguard in pack.safeguards]
        patterns = [p for m in matchers.values() for p in patterns_of(m)] + topics
        symbols = frozenset().union(*(pattern.symbols for pattern in patterns)) | GRADING_SYMBOLS
        self.lexicon = Lexicon(symbols, vocabulary)
        self._prefilter = Prefilter(matchers.values(), vocabulary)

    def matches(self, agreement: Agreement) -> tuple[Matches, list[Mentions]]:
        """What every matcher is met by, in order of sentences; and the mentions in each sentence."""
        found: Matches = {}
        everything: list[Mentions] = []
        for number, sentence in enumerate(agreement.sentences):
            reading = agreement.reading(number)
            mentions = self.lexicon.mentions(reading.text, reading.plain)
            everything.append(mentions)
            if sentence.role in ("heading", "signature"):
                continue
            look = Look(reading, mentions)
            for matcher in self._prefilter.candidates(mentions):
                for match in matched(matcher, agreement, number, look):
                    found.setdefault(matcher.where, []).append(match)
        return found, everything


GRADING_SYMBOLS = frozenset(
    {
        "{softener}",
        "{on-request}",
        "{changeable}",
        "{currently}",
        "{policy}",
        "{post}",
        "{term-end}",
        "{swallowing}",
        "{required-by-law}",
    }
)


def patterns_of(matcher: Matcher) -> Iterable[Pattern]:
    """Every pattern of a matcher."""
    yield from (pattern for _, pattern in matcher.slots)
    yield from (pattern for pattern in (matcher.phrase, matcher.unless, matcher.section) if pattern)


def search(pattern: Pattern, reading: Reading, mentions: Mentions) -> Span | None:
    """The first words of a sentence that meet `pattern`."""
    look = Look(reading, mentions)
    return look.find(pattern, (look.whole,))


def matched(matcher: Matcher, agreement: Agreement, number: int, look: Look) -> Iterable[Match]:
    """The matches of one matcher in one sentence: at most one for a phrase, one a frame for slots."""
    whole = look.whole
    if matcher.unless and look.find(matcher.unless, (whole,)):
        return
    if matcher.section and not _headed(matcher.section, agreement, number):
        return
    if matcher.phrase:
        span = look.find(matcher.phrase, (whole,))
        if span and _timely(matcher, (d.hours for d in durations(look.reading.text))):
            yield Match(number, None, span)
        return
    if not all(look.find(pattern, (whole,)) for _, pattern in matcher.slots):
        return
    for index, frame in enumerate(agreement.frames(number)):
        match = _framed(matcher, frame, look)
        if match:
            yield Match(number, index, match[0], match[1])


def _framed(matcher: Matcher, frame: Frame, look: Look) -> tuple[Span, bool] | None:
    if matcher.modalities and frame.modality not in matcher.modalities:
        return None
    borne = not matcher.bearers or any(_bears(wanted, frame) for wanted in matcher.bearers)
    if not borne and frame.bearer not in ("vendor", "agency"):
        return None
    if not _timely(matcher, (d.hours for d in frame.deadlines)):
        return None
    spans = []
    for slot, pattern in matcher.slots:
        span = look.find(pattern, regions(slot, frame))
        if span is None:
            return None
        spans.append(span)
    start = min((span.start for span in spans), default=frame.clause.start)
    end = max((span.end for span in spans), default=frame.clause.end)
    return Span(start, end), not borne


def _bears(wanted: str, frame: Frame) -> bool:
    if wanted.endswith("!"):
        return frame.bearer == wanted[:-1]
    if frame.bearer == "unknown" and frame.modality == "may":
        return False
    return frame.bearer in _COUNTS_AS[wanted]


def _timely(matcher: Matcher, hours: Iterable[float]) -> bool:
    return matcher.hours is None or any(matcher.hours[0] <= h <= matcher.hours[1] for h in hours)


def regions(slot: str, frame: Frame) -> tuple[Span, ...]:  # noqa: PLR0911  # one line a slot
    """The parts of the sentence that a slot looks at."""
    subject = (frame.subject,)
    predicate = _without(frame.predicate, frame.exceptions)
    if slot == "subject":
        return subject
    if slot == "act":
        return predicate
    if slot == "object":
        stands_before = frame.passive or frame.modality in ("is", "is-not") or frame.bearer in ("unknown", "anyone")
        return (*subject, *predicate) if stands_before else predicate
    if slot == "purpose":
        return _without(Span(frame.purpose.start, frame.predicate.end), frame.exceptions) if frame.purpose else ()
    if slot == "condition":
        return frame.conditions
    if slot == "exception":
        return frame.exceptions
    return _without(frame.clause, frame.exceptions)


def _without(span: Span, cut: Sequence[Span]) -> tuple[Span, ...]:
    rest, start = [], span.start
    for out in sorted(cut):
        if out.end <= start or out.start >= span.end:
            continue
        if out.start > start:
            rest.append(Span(start, out.start))
        start = max(start, out.end)
    if start < span.end:
        rest.append(Span(start, span.end))
    return tuple(rest)


def _headed(pattern: Pattern, agreement: Agreement, number: int) -> bool:
    """Whether a heading above the sentence meets `pattern`; only its words and classes count, not kinds."""
    words = agreement.headings(number)
    return any(
        any(_plain_hit(item, words, agreement) for item in sequence)
        for conjunction in pattern.alternatives
        for variants in conjunction
        for sequence in variants
    )


def _plain_hit(item: Item, words: str, agreement: Agreement) -> bool:
    for symbol in item.symbols:
        terms = agreement.vocabulary.terms(symbol[1:-1]) if symbol.startswith("{") else (symbol[1:],)
        if any(term in words for term in terms):
            return True
    return False


class Look:
    """Searches one sentence for patterns; where an item stands is found once."""

    __slots__ = ("_found", "_mentions", "_present", "reading", "whole")

    def __init__(self, reading: Reading, mentions: Mentions) -> None:
        self.reading, self._mentions = reading, mentions
        self._present = frozenset(mentions)
        self.whole = Span(0, len(reading.text))
        self._found: dict[frozenset[str], list[Span]] = {}

    def find(self, pattern: Pattern, within: Sequence[Span]) -> Span | None:
        """The first words within the regions that meet `pattern`."""
        for conjunction in pattern.alternatives:
            start, end = len(self.reading.text), -1
            for variants in conjunction:
                span = self._variant(variants, within)
                if span is None:
                    break
                start, end = min(start, span.start), max(end, span.end)
            else:
                return Span(start, end)
        return None

    def _variant(self, variants: Iterable[Items], within: Sequence[Span]) -> Span | None:
        for items in variants:
            span = self._sequence(items, within)
            if span:
                return span
        return None

    def _sequence(self, items: Items, within: Sequence[Span]) -> Span | None:
        for item in items:
            if self._present.isdisjoint(item.symbols) and not _holds_raw(item.symbols):
                return None
        for first in self._spans(items[0].symbols):
            if _held(first, within):
                end = self._rest(items, 1, first.end, within)
                if end is not None:
                    return Span(first.start, end)
        return None

    def _rest(self, items: Items, index: int, end: int, within: Sequence[Span]) -> int | None:
        if index == len(items):
            return end
        for span in self._spans(items[index].symbols):
            if span.start < end or not _held(span, within):
                continue
            if self.reading.words_between(end, span.start) > items[index].gap:
                return None
            last = self._rest(items, index + 1, span.end, within)
            if last is not None:
                return last
        return None

    def _spans(self, symbols: frozenset[str]) -> list[Span]:
        found = self._found.get(symbols)
        if found is None:
            found = [span for symbol in symbols & self._present for span in self._mentions[symbol]]
            if _holds_raw(symbols):
                found += [s for symbol in symbols if symbol.startswith("/") for s in raw(symbol, self.reading.plain)]
            found.sort()
            self._found[symbols] = found
        return found


@cache
def _holds_raw(symbols: frozenset[str]) -> bool:
    return any(symbol.startswith("/") for symbol in symbols)


def _held(span: Span, within: Sequence[Span]) -> bool:
    return any(region.start <= span.start and span.end <= region.end for region in within)
