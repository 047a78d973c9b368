"""Safeguards as loaded: frozen values, patterns compiled."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from clausecheck.safeguards.patterns import Pattern
from clausecheck.vocabulary import Vocabulary

Polarity = Literal["for", "against"]
Effect = Literal["contradicts", "weakens"]
Force = Literal["contract-term", "vendor-direct", "agency-duty", "agency-policy", "prohibits-term", "recommended"]
Status = Literal["text-seen", "second-hand", "unverified"]
Scope = Literal["section", "definitions", "agreement"]


@dataclass(frozen=True, slots=True)
class Matcher:
    """What a frame or a sentence must look like; every slot given must match.

    `slots` are (slot name, pattern) pairs; `bearers` and `modalities` are empty for any. `hours` are the
    shortest and the longest time that count (None: not asked). `phrase` looks at the whole sentence, needs no frame and
    excludes the slots.
    """

    where: str
    bearers: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    slots: tuple[tuple[str, Pattern], ...] = ()
    phrase: Pattern | None = None
    unless: Pattern | None = None
    section: Pattern | None = None
    hours: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Signal:
    """A clause that speaks for or against a safeguard, and what it is worth."""

    matcher: Matcher
    polarity: Polarity
    effect: Effect = "contradicts"
    ceiling: bool = False
    reasons: tuple[str, ...] = ()
    proves: tuple[str, ...] = ()
    says: str = ""
    family: str = ""


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A clause that must not count, and why, as a full sentence."""

    matcher: Matcher
    why: str
    polarity: Polarity | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """One part of a safeguard; met when one of `matchers` hits in its scope or a signal proves it."""

    id: str
    title: str
    scope: Scope
    matchers: tuple[Matcher, ...]


@dataclass(frozen=True, slots=True)
class Defeater:
    """A clause that undoes the safeguard wherever it stands."""

    matcher: Matcher
    effect: Effect
    says: str
    family: str = ""


@dataclass(frozen=True, slots=True)
class Authority:
    """What asks for the safeguard, with what force, and how well that was checked."""

    cite: str
    jurisdiction: str
    force: tuple[Force, ...]
    status: Status
    as_of: date
    note: str


@dataclass(frozen=True, slots=True)
class Example:
    """A small contract and the verdict it must get."""

    text: str
    verdict: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Positions:
    """The three positions of a playbook, one sentence each."""

    preferred: str
    fallback: str
    walk_away: str


@dataclass(frozen=True, slots=True)
class Safeguard:
    """One safeguard, complete. `floor` is a conjunction of alternatives: (("a", "b"), ("c",)) is (a or b) and c."""

    id: str
    group: str
    title: str
    weight: Literal["critical", "high", "medium"]
    owed_by: tuple[str, ...]
    question: str
    why: str
    ask: tuple[str, ...]
    topic: Pattern
    required: tuple[str, ...]
    floor: tuple[tuple[str, ...], ...]
    wording: str
    positions: Positions
    signals: tuple[Signal, ...]
    lookalikes: tuple[Lookalike, ...]
    elements: tuple[Element, ...]
    defeaters: tuple[Defeater, ...]
    authorities: tuple[Authority, ...]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A named list of safeguards, in order; `digest` is the SHA-256 of every file that went into it."""

    name: str
    title: str
    safeguards: tuple[Safeguard, ...]
    digest: str
    vocabulary: Vocabulary = field(repr=False, compare=False)
    positions: str = ""
