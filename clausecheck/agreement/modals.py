"""Finite verb groups: what binds, forbids, permits or states, as found in marked lower-case text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clausecheck.agreement.model import Modality
from clausecheck.text import Span

_ADVERB = (
    r"(?: (?:(?!(?:apply|supply|comply|reply|rely|multiply|imply)\b)\w+ly|also|then|at all times|at its own expense"
    r"|in any event|in turn|both|each|hereby|further|always|ever|instead))*"
)
_NOT = r"(?: (?:not|never)\b|n't\b)"

_PROMISE = r"(?:agrees?|undertakes?|covenants?|promises?|commits?|pledges?)"
_ALLOWED = r"(?:permitted|allowed|authorized|authorised|entitled|licensed)"
_GROUPS: tuple[tuple[str, Modality, tuple[str, ...]], ...] = (
    (
        "no_duty",
        "no-duty",
        (
            (
                r"(?:has|have|had|shall have|will have|bears?|assumes?|accepts?|undertakes?|shall be under|(?:is|are) under)"
                r" no (?:\w+ )?(?:obligations?|duty|duties|responsibilit\w+|liabilit\w+)(?: (?:to|for|of)\b)?"
            ),
            (
                r"(?:is|are|shall|will|be)(?: be)? not (?:be )?(?:obligated|required|obliged|responsible|liable)"
                r"(?: (?:to|for)\b)?"
            ),
            r"(?:does|do) not (?:undertake|assume|have any (?:obligation|duty|responsibility))(?: (?:to|for)\b)?",
            r"need not\b",
            r"disclaims? (?:any|all) (?:obligation|duty|responsibility|liability)(?: (?:to|for)\b)?",
        ),
    ),
    (
        "never_failing",
        "must",
        (r"(?:shall|must|will|may) (?:not|never) (?:fail|omit|neglect|refuse|decline) to\b",),
    ),
    (
        "forbidden",
        "must-not",
        (
            (
                rf"(?:shall|must|will|may|can|could|should|would|ought)(?:{_ADVERB})(?:{_NOT}|not\b|n't\b)(?: be)?"
                rf"(?: {_ALLOWED} to)?"
            ),
            r"(?:cannot|can't|won't|shan't|may neither|shall neither|must neither|will neither)\b",
            rf"{_PROMISE}(?: that it (?:shall|will))? not to\b",
            rf"{_PROMISE} to (?:refrain from|never)\b",
            (
                r"(?:is|are|be|shall be|will be|remains?|stays?)(?: \w+ly)?"
                r" (?:prohibited|forbidden|barred|precluded|banned|enjoined)(?: from| to)?\b"
            ),
            (
                r"(?:shall|must|will)"
                r" (?:refrain from|abstain from|cease|decline to|prevent|prohibit|forbid|turn down|refuse|reject)\b"
            ),
            rf"(?:is|are|shall be|will be) not(?: to)?(?: be)?(?: {_ALLOWED} to)\b",
            (
                r"(?:has|have|shall have|will have) no (?:right|authority|permission|licen[cs]e|power)s?"
                r"(?: (?:to|in|of|over)\b)?"
            ),
            r"(?:is|are) (?:not|never) to\b",
        ),
    ),
    (
        "entitled",
        "may",
        (
            rf"(?:is|are|shall be|will be|be)(?: \w+ly)? (?:{_ALLOWED}|free|welcome) to\b",
            (
                r"(?:has|have|shall have|will have|retains?|reserves?|shall retain|will retain|enjoys?|receives?)"
                r" (?:\w+ ){0,2}(?:right|authority|permission|licen[cs]e|discretion|option)s?,?(?: (?:and|or) licen[cs]e)?"
                r"(?: \([^)]{0,60}\))?(?:,? (?:\w+,? ){0,8}?(?:to|of)\b)"
            ),
        ),
    ),
    (
        "bound",
        "must",
        (
            (
                rf"(?:shall|must|will)(?:{_ADVERB})"
                r"(?: (?:be (?:required|obligated|obliged|bound) to|be responsible for|have the duty to))?\b"
            ),
            rf"{_PROMISE}(?: \w+ly)? to\b",
            r"(?:is|are)(?: \w+ly)? (?:required|obligated|obliged|bound) to\b",
            r"(?:is|are)(?: \w+ly)? responsible for\b",
            r"(?:is|are|shall be|will be) the (?:sole )?(?:responsibility|duty|obligation) of\b",
            r"(?:has|have) to\b",
            r"(?:has|have) (?:a|the) (?:duty|obligation) to\b",
            r"(?:is|are) to\b(?= be\b| \w+\b)",
        ),
    ),
    ("free", "may", (r"(?:may|can|might|could)\b",)),
    ("advised", "must", (r"(?:should|would|ought to)\b",)),
    (
        "denied",
        "is-not",
        (r"(?:does|do|did|has|have|is|are)(?:n't| (?:not|never))\b", r"(?:has|have) never\b"),
    ),
    (
        "stated",
        "is",
        (
            (
                r"(?:is|are|owns?|retains?|belongs?|remains?|vests?|deletes?|destroys?|notifies|warrants?|represents?"
                r"|acknowledges?|understands?|certifies|provides?|supersedes?|prevails?|controls?|governs?|uses?|processes"
                r"|constitutes?|means|includes?|survives?|takes|reserves?|decides?|fixes|bears?|carries|licenses?|assigns?"
                r"|collects?|stores?|keeps?|shares?|sells?|trains?|disclaims?|rejects?|assumes?|indemnif\w+|maintains?"
                r"|prevents?|limits?|restricts?|prohibits?|precludes?|impairs?|sets|determines?|chooses?|supports|performs|serves"
                r"|discards?|erases?|purges?|overwrites?|applies|confines?|holds|has|have)\b(?! of\b)"
            ),
        ),
    ),
)
_MODAL = re.compile("|".join(f"(?P<{name}>{'|'.join(forms)})" for name, _, forms in _GROUPS))
_OPENER = re.compile(
    r"\b(?:ha[sd]|have|shall|will|must|may|might|can|(?:c|w|sh)ould|ought|is|are|applies|choose|confine|determine|discard|erase|overwrite|serves|sets|supports|be|do|does|did|need|accept|acknowledge|agree"
    r"|assign|assume|bear|belong|carries|certifies|collect|commit|constitute|control|covenant|decide|delete|destroy|disclaim"
    r"|enjoy|fixes|holds|govern|impair|include|indemnif|keep|license|limit|maintain|means|notifies|own|performs|pledge|preclude|prevail|purge"
    r"|prevent|processes|prohibit|promise|provide|receive|reject|remain|represent|reserve|restrict|retain|sell|share|stay"
    r"|store|supersede|survive|take|train|understand|undertake|use|vest|warrant)"
)
"""How every form of `_GROUPS` begins: a quick look before the long one."""
_MODALITY: Mapping[str, Modality] = {name: modality for name, modality, _ in _GROUPS}
_NAMED_SUBJECT = re.compile(r"[\ue000-\ue003](?:,? (?:\w+ly|hereby))? $")
BINDING = frozenset({"no_duty", "never_failing", "forbidden", "entitled", "bound", "free", "advised"})


@dataclass(frozen=True, slots=True)
class Modal:
    """One finite verb group; `tentative` when it does not bind."""

    span: Span
    modality: Modality
    binding: bool
    tentative: bool


def modals(text: str) -> tuple[Modal, ...]:
    """The finite verb groups of marked `text`, in order: what binds, and what a party is said to do.

    Where there is neither, the first statement.
    """
    found = [_modal(match) for match in _groups(text)]
    chosen = [
        m
        for m in found
        if m.binding or m.modality == "is-not" or _NAMED_SUBJECT.search(text, max(0, m.span.start - 12), m.span.start)
    ]
    return tuple(chosen or found[:1])


def _groups(text: str) -> Iterator[re.Match[str]]:
    position = 0
    while opener := _OPENER.search(text, position):
        match = _MODAL.match(text, opener.start())
        if match:
            yield match
        position = max(match.end() if match else 0, opener.end())


def _modal(match: re.Match[str]) -> Modal:
    name = match.lastgroup or ""
    tentative = name == "advised" or match.group().startswith(("should", "would", "ought"))
    return Modal(Span(*match.span()), _MODALITY[name], name in BINDING, tentative)
