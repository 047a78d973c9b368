"""Matches of one safeguard → its finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from clausecheck.agreement import Agreement
from clausecheck.agreement.definitions import LEAVES_OUT
from clausecheck.agreement.model import Reference
from clausecheck.checking import grading
from clausecheck.checking.crossings import outranking, undoing
from clausecheck.checking.deferring import left_to_another
from clausecheck.checking.evidence import evidence
from clausecheck.checking.hits import Hit
from clausecheck.checking.lexicon import Mentions
from clausecheck.checking.matching import Match, Matches
from clausecheck.checking.nearest import nearest
from clausecheck.checking.precedence import Precedence
from clausecheck.checking.report import ElementResult, Evidence, Finding, NearMiss, Reason, Verdict
from clausecheck.checking.scope import Scope
from clausecheck.safeguards.model import Defeater, Effect, Element, Matcher, Safeguard, Signal

MOST_QUOTES = 6
OUTRANKING = Defeater(Matcher("outranking"), "contradicts", "claims to hold whatever the rest says")
UNDOING: dict[Effect, Defeater] = {
    "contradicts": Defeater(Matcher("undoing"), "contradicts", "overrides the section that protects"),
    "weakens": Defeater(Matcher("undoing"), "weakens", "takes a piece out of the section that protects"),
}


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that a verdict is made from."""

    agreement: Agreement
    matches: Matches
    mentions: Sequence[Mentions]
    scope: Scope
    precedence: Precedence


def judge(safeguard: Safeguard, case: Case) -> Finding:
    """The finding for one safeguard, as if every page had been read."""
    vetoed, hits = _hits(safeguard, case)
    pros = [hit for hit in hits if hit.signal.polarity == "for"]
    cons = [hit for hit in hits if hit.signal.polarity == "against"]
    elements = _elements(safeguard, case, pros)
    met = {element.id for element in elements if element.met}
    full = any(hit.clean for hit in pros) and all(name in met for name in safeguard.required)
    biting, outranked = case.precedence.settle(cons, pros if full else [])
    contrary = [hit for hit in biting if hit.signal.effect == "contradicts"]
    weakening = [hit for hit in biting if hit.signal.effect == "weakens"]
    defeats = _defeats(safeguard, case, pros) if full and not contrary else []
    result = _verdict(safeguard, pros, contrary, weakening, defeats, full, met)
    left = left_to_another(safeguard, case.agreement, case.mentions) if result.verdict == "missing" else None
    if left:
        return _cannot_tell(safeguard, case, elements, *left)
    shown = _shown(case, result.verdict, pros, contrary, [*weakening, *outranked], defeats)
    misses = (
        vetoed
        if result.verdict != "missing"
        else [*_below(case, pros), *vetoed, *nearest(safeguard, case.agreement, case.mentions)]
    )
    reasons = (*result.reasons, *(["lower-precedence"] if outranked else []))
    return Finding(
        safeguard=safeguard.id,
        title=safeguard.title,
        question=safeguard.question,
        group=safeguard.group,
        weight=safeguard.weight,
        verdict=result.verdict,
        summary=_summary(result, elements, shown),
        reasons=cast("tuple[Reason, ...]", tuple(dict.fromkeys(reasons))),
        evidence=tuple(shown),
        elements=elements,
        near_misses=_distinct(misses)[:3],
        defeaters_tried=tuple(dict.fromkeys(d.says for d in (*UNDOING.values(), OUTRANKING, *safeguard.defeaters)))
        if full
        else (),
    )


def _tried(safeguard: Safeguard) -> tuple[str, ...]:
    return tuple(dict.fromkeys(d.says for d in (*UNDOING.values(), OUTRANKING, *safeguard.defeaters)))


def _cannot_tell(
    safeguard: Safeguard, case: Case, elements: tuple[ElementResult, ...], match: Match, document: Reference
) -> Finding:
    return Finding(
        safeguard.id, safeguard.title, safeguard.question, safeguard.group, safeguard.weight, "cannot-tell",
        f"The text leaves this to {document.target}, which was not supplied.", ("external-document",),
        (evidence(case.agreement, match, "for", f"leaves the subject to {document.target}"),), elements,
    )  # fmt: skip


def _hits(safeguard: Safeguard, case: Case) -> tuple[list[NearMiss], list[Hit]]:
    """The near misses that a look-alike or the wrong party explains, and the hits that stand."""
    misses: list[NearMiss] = []
    hits: list[Hit] = []
    for signal in safeguard.signals:
        for match in case.matches.get(signal.matcher.where, ()):
            role = case.agreement.sentences[match.sentence].role
            if signal.polarity == "against" and role == "recital":
                continue
            why = _veto(safeguard, case, signal, match)
            if why:
                misses.append(NearMiss(evidence(case.agreement, match, signal.polarity), why))
                continue
            reasons = grading.reasons(case.agreement, match, signal, case.mentions[match.sentence])
            hits.append(Hit(signal, match, reasons if signal.polarity == "for" else signal.reasons))
    return misses, _one_a_sentence(hits)


def _veto(safeguard: Safeguard, case: Case, signal: Signal, match: Match) -> str:
    """Why the match does not count, or ""."""
    for lookalike in safeguard.lookalikes:
        if lookalike.polarity not in (None, signal.polarity):
            continue
        for other in case.matches.get(lookalike.matcher.where, ()):
            same = other.sentence == match.sentence
            if same and not other.wrong_party and (other.frame is None or match.frame in (None, other.frame)):
                return lookalike.why
    if match.wrong_party:
        frame = case.agreement.frames(match.sentence)[match.frame or 0]
        who = "the agency" if frame.bearer == "agency" else "the vendor"
        return f"The words are about the other side: they speak of what {who} must, must not or may do."
    return ""


def _one_a_sentence(hits: Iterable[Hit]) -> list[Hit]:
    """The best hit of each polarity, effect and worth in a sentence, in order of sentences, clean ones first."""
    best: dict[tuple[int, str, str, tuple[str, ...]], Hit] = {}
    for hit in hits:
        key = (hit.match.sentence, hit.signal.polarity, hit.signal.effect, hit.signal.proves)
        if key not in best or _worth(hit) < _worth(best[key]):
            best[key] = hit
    return sorted(best.values(), key=lambda hit: (*_worth(hit), hit.match.sentence, hit.signal.matcher.where))


def _worth(hit: Hit) -> tuple[bool, bool, int]:
    return (bool(hit.reasons), hit.signal.ceiling, len(hit.reasons))


def _elements(safeguard: Safeguard, case: Case, pros: Sequence[Hit]) -> tuple[ElementResult, ...]:
    near = frozenset().union(*(case.scope.near(hit.match.sentence) for hit in pros)) if pros else frozenset()
    return tuple(_element(element, safeguard, case, pros, near) for element in safeguard.elements)


def _element(
    element: Element, safeguard: Safeguard, case: Case, pros: Sequence[Hit], near: frozenset[int]
) -> ElementResult:
    required = element.id in safeguard.required
    for hit in pros:
        if element.id in hit.signal.proves:
            shown = evidence(case.agreement, hit.match, "for", element.title)
            return ElementResult(element.id, element.title, required, True, shown)
    for matcher in element.matchers:
        for match in case.matches.get(matcher.where, ()):
            if not match.wrong_party and pros and _in_scope(element, case, match, near):
                shown = evidence(case.agreement, match, "for", element.title)
                return ElementResult(element.id, element.title, required, True, shown)
    return ElementResult(element.id, element.title, required, False)


def _in_scope(element: Element, case: Case, match: Match, near: frozenset[int]) -> bool:
    role = case.agreement.sentences[match.sentence].role
    if role == "recital" or _left_out(case, match):
        return False
    return (
        match.sentence in near
        or element.scope == "agreement"
        or (element.scope == "definitions" and role == "definition")
    )


def _left_out(case: Case, match: Match) -> bool:
    """Whether the words stand where a definition says what it leaves out."""
    words = case.agreement.reading(match.sentence).plain
    limit = LEAVES_OUT.search(words, 0, match.span.start) if match.frame is None else None
    return limit is not None and (
        case.agreement.sentences[match.sentence].role == "definition" or "not include" in limit.group()
    )


def _defeats(safeguard: Safeguard, case: Case, pros: Sequence[Hit]) -> list[tuple[Defeater, Match]]:
    clean = [hit for hit in pros if hit.clean]
    own = {hit.match.sentence for hit in clean}
    named = [(UNDOING[effect], match) for effect, match in undoing(case.agreement, case.scope, clean)]
    named += [(OUTRANKING, match) for match in outranking(case.agreement, safeguard.topic, case.mentions, own)]
    return named + [
        (defeater, match)
        for defeater in safeguard.defeaters
        for match in case.matches.get(defeater.matcher.where, ())
        if not match.wrong_party
        and (match.sentence not in own)
        and case.agreement.sentences[match.sentence].role != "recital"
        and not case.precedence.outranks(match.sentence, own)
    ]


@dataclass(frozen=True, slots=True)
class _Result:
    verdict: Verdict
    reasons: tuple[str, ...] = ()


def _verdict(  # noqa: PLR0913, PLR0917  # the decision names all that it rests on
    safeguard: Safeguard,
    pros: Sequence[Hit],
    contrary: Sequence[Hit],
    weakening: Sequence[Hit],
    defeats: Sequence[tuple[Defeater, Match]],
    full: bool,
    met: set[str],
) -> _Result:
    if contrary or any(defeater.effect == "contradicts" for defeater, _ in defeats):
        unsettled = ("precedence-unsettled",) if full and contrary else ()
        return _Result(
            "contradicted", ("contrary-clause", *unsettled, *(r for hit in contrary for r in hit.signal.reasons))
        )
    if full and not weakening and not defeats:
        return _Result("present")
    reasons = [reason for hit in pros for reason in hit.reasons] if not any(hit.clean for hit in pros) else []
    reasons += [reason for hit in weakening for reason in hit.reasons]
    named = bool(reasons)
    if not all(name in met for name in safeguard.required):
        reasons.append("missing-elements")
    if weakening or defeats:
        reasons.append("contrary-clause")
    at_floor = all(any(name in met for name in part) for part in safeguard.floor)
    if pros and (at_floor or named):
        return _Result("weak", tuple(dict.fromkeys(reasons)))
    return _Result("missing")


def _shown(
    case: Case,
    verdict: Verdict,
    pros: Sequence[Hit],
    contrary: Sequence[Hit],
    minor: Sequence[Hit],
    defeats: Sequence[tuple[Defeater, Match]],
) -> list[Evidence]:
    """The quotes, best first: those that decide before those that only bear on it; none for `missing`."""
    if verdict == "missing":
        return []
    against = [evidence(case.agreement, h.match, "against", h.signal.says, h.reasons) for h in contrary]
    against += [evidence(case.agreement, match, "against", defeater.says) for defeater, match in defeats]
    lesser = [evidence(case.agreement, h.match, "against", h.signal.says, h.reasons) for h in minor]
    favour = [evidence(case.agreement, h.match, "for", h.signal.says, h.reasons) for h in pros]
    if verdict == "contradicted":
        ranked = [*_unique(against)[:4], *_unique(favour)[:2]]
    else:
        ranked = [*_unique(favour)[:4], *_unique([*against, *lesser])[:2]]
    return ranked[:MOST_QUOTES]


def _unique(quotes: Iterable[Evidence]) -> list[Evidence]:
    return list({(quote.document, quote.span): quote for quote in reversed(list(quotes))}.values())[::-1]


def _below(case: Case, pros: Sequence[Hit]) -> list[NearMiss]:
    return [
        NearMiss(
            evidence(case.agreement, hit.match, "for", hit.signal.says),
            "It touches the subject but falls short of the least that counts.",
        )
        for hit in pros
    ]


def _distinct(misses: Iterable[NearMiss]) -> tuple[NearMiss, ...]:
    return tuple({(m.evidence.document, m.evidence.span): m for m in reversed(list(misses))}.values())[::-1]


def _summary(result: _Result, elements: Sequence[ElementResult], shown: Sequence[Evidence]) -> str:
    lacking = [element.title for element in elements if element.required and not element.met]
    if result.verdict == "missing":
        return "No such clause was found in the text that was read."
    if result.verdict == "present":
        return "A binding clause says so, and nothing was found that undoes it."
    if result.verdict == "contradicted":
        says = next((quote.says for quote in shown if quote.polarity == "against" and quote.says), "takes the opposite")
        return f"The text {says}."
    lacks = f" Not found with it: {'; '.join(lacking)}." if lacking else ""
    why = "; ".join(_PLAIN[reason] for reason in result.reasons if reason in _PLAIN)
    return f"A clause addresses it but falls short{': ' + why if why else ''}.{lacks}"


_PLAIN = {
    "recital": "it stands in a recital, which binds nobody",
    "definition-only": "it stands in a definition, not in a duty",
    "permissive-modality": "the words do not bind",
    "efforts-qualifier": "only efforts are promised",
    "on-request-only": "it happens only on request",
    "by-link-changeable": "it rests on a page that the vendor can change",
    "narrow-scope": "it covers only part of the subject",
    "no-deadline": "no time limit is given",
    "swallowing-exception": "an exception leaves little of it",
    "opt-out-default": "it holds only for those who opt out",
    "feature-description": "it describes a feature and promises nothing",
    "statute-only-reference": "it only refers to the law",
    "contrary-clause": "another clause cuts into it",
    "external-document": "the words stand in a document that was not supplied",
    "no-survival": "it ends with the agreement",
}
