"""Defined terms, resolved to kinds through the words of their definitions and through other defined terms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from clausecheck.agreement.marking import shadow
from clausecheck.agreement.model import Definition, Sentence
from clausecheck.text import Document, Span
from clausecheck.vocabulary import Vocabulary

_QUOTED = r"[*_]*[\"“][*_]*(?P<{0}>[^\"”*_]{{2,60}}?),?[*_]*[\"”][*_]*"
_MEANS = re.compile(
    _QUOTED.format("first")
    + r"(?:,? (?:or|and) "
    + _QUOTED.format("second")
    + r")?,?(?: \([^)]{0,80}\))?(?: as used [^,.]{0,40},?)?"
    r" (?:(?:shall |will )?means?|(?:shall |will )?refers? to|is defined as|(?:shall |will )?includes?|(?:shall |will )?consists? of|is|are)\b[:,]?"
)
_PARENTHETICAL = re.compile(
    r"\(\s*(?:[^()\"“]{0,60}?)((?:(?:,|or|and|and/or|the|each|an?|collectively,?|together,?)?\s*"
    + _QUOTED.format("x").replace("?P<x>", "")
    + r",?\s*){1,4})[^()]{0,40}\)"
)
_NAMES = re.compile(r"[\"“][*_]*([^\"”*_]{2,60}?)[*_]*,?[*_]*[\"”]")
_IS = re.compile(r"\b(?:is|are|shall be|will be|constitutes?|(?:is|are) (?:considered|deemed|treated as))\b")
LEAVES_OUT = re.compile(
    r"\b(?:excluding|excludes?|(?:does|do|shall|will) not include|other than|but not|except(?: for)?|exclusive of|not including)\b"
)
_MOST_NAMED = 120
_MOST_DEFINIENS = 160
_START = 40
_NO_THINGS = frozenset(
    "date term period policy law fee addendum console emergency credit rule user account notice dispute claim".split()
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A term as introduced: what it means, in the order of the text."""

    term: str
    document: int
    section: int
    span: Span
    meaning: str


def find(documents: Sequence[Document], units: Sequence[Sentence], vocabulary: Vocabulary) -> tuple[Definition, ...]:
    """The defined terms of all documents, each at its first definition, in order."""
    found: dict[str, _Found] = {}
    parties = frozenset().union(*(vocabulary.kinds[side].names for side in ("vendor", "agency", "both", "third")))
    for unit in units:
        if unit.role not in ("heading", "signature"):
            for each in _in_sentence(documents, unit):
                if each.term.lower() not in parties:
                    found.setdefault(each.term.lower(), each)
    plain = {name: _plainly(each, vocabulary) for name, each in found.items()}
    resolved = _resolved(found, plain)
    limits = _limits(documents, units)
    return tuple(_left_out(each, resolved, limits, vocabulary) for each in resolved.values())


def _in_sentence(documents: Sequence[Document], unit: Sentence) -> Iterator[_Found]:
    text = documents[unit.document].text[unit.span.start : unit.span.end]
    if '"' not in text and "“" not in text:
        return
    match = _MEANS.search(text)
    if match and match.start() < 90:
        for name in (match["first"], match["second"]):
            if name:
                yield _Found(name.strip(), unit.document, unit.section, unit.span, text[match.end() :].strip())
        return
    for match in _PARENTHETICAL.finditer(text):
        meaning = _last_clause(text[max(0, match.start() - _MOST_NAMED) : match.start()])
        for name in _NAMES.findall(match[1]):
            yield _Found(name.strip(), unit.document, unit.section, unit.span, meaning)


def _last_clause(text: str) -> str:
    """The words that a parenthesis names: back to the start of the clause."""
    return re.split(r"; |\. |\) ", text)[-1]


def _plainly(each: _Found, vocabulary: Vocabulary) -> Definition:
    kept = LEAVES_OUT.split(each.meaning, maxsplit=1)[0][:_MOST_DEFINIENS]
    kinds = vocabulary.kinds_of(each.term, shadow(kept))
    return Definition(each.term, each.document, each.section, each.span, kinds)


def _resolved(found: Mapping[str, _Found], plain: Mapping[str, Definition]) -> dict[str, Definition]:
    """Terms without a kind of their own take that of the defined term their definition starts with, along the chain."""
    known = dict(plain)
    for _ in range(4):
        changed = False
        for name, definition in known.items():
            if definition.kinds or name.split()[-1].rstrip("s()") in _NO_THINGS:
                continue
            kinds = next(
                (known[o].kinds for o in _mentioned(found[name].meaning[:_START], known, name) if known[o].kinds), ()
            )
            if kinds:
                known[name] = replace(definition, kinds=kinds)
                changed = True
        if not changed:
            break
    return known


def _mentioned(meaning: str, known: Iterable[str], own: str) -> list[str]:
    """The defined terms that `meaning` names, in the order of the text, longer names first."""
    lower = shadow(meaning)
    places = [
        (match.start(), -len(name), name)
        for name in known
        if name != own and (match := re.search(rf"\b{re.escape(shadow(name))}\b", lower))
    ]
    return [name for _, _, name in sorted(places)]


@dataclass(frozen=True, slots=True)
class _Limit:
    """A sentence that leaves something out: how it begins, in lower case, and what follows the limiting words."""

    unit: Sentence
    opening: str
    out: str


def _limits(documents: Sequence[Document], units: Sequence[Sentence]) -> tuple[_Limit, ...]:
    found = []
    for unit in units:
        text = documents[unit.document].text[unit.span.start : unit.span.end]
        match = LEAVES_OUT.search(text)
        if match:
            found.append(_Limit(unit, shadow(text[:80]).lstrip(' "*_'), text[match.end() :]))
    return tuple(found)


def _left_out(
    definition: Definition, resolved: Mapping[str, Definition], limits: Sequence[_Limit], vocabulary: Vocabulary
) -> Definition:
    """`definition` with what its own sentence, or a later "X does not include …", leaves out."""
    kinds: set[str] = set()
    terms: set[str] = set()
    lower = shadow(definition.term)
    for limit in limits:
        own = limit.unit.span == definition.span or limit.opening.startswith((lower, f"the term {lower}"))
        if own and limit.unit.document == definition.document:
            named = _mentioned(limit.out, resolved, definition.term.lower())
            out = f" {shadow(limit.out)} ".replace(",", " ")
            terms.update(resolved[name].term for name in named)
            kinds.update(kind for name in named for kind in resolved[name].kinds)
            kinds.update(
                k.name for k in vocabulary.kinds.values() if any(" " in n and f" {n} " in out for n in k.names)
            )
    kinds -= set(definition.kinds)
    return replace(definition, excludes=tuple(sorted(kinds)), excluded_terms=tuple(sorted(terms)))
