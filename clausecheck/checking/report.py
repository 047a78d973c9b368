"""What a check finds: one finding for each safeguard, observations, coverage and the record of the run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clausecheck.text import Span

Verdict = Literal["present", "weak", "contradicted", "missing", "cannot-tell", "not-applicable"]
Polarity = Literal["for", "against"]
Weight = Literal["critical", "high", "medium"]
Reason = Literal[
    "recital",
    "definition-only",
    "permissive-modality",
    "efforts-qualifier",
    "on-request-only",
    "by-link-changeable",
    "wrong-party",
    "narrow-scope",
    "no-deadline",
    "no-survival",
    "swallowing-exception",
    "opt-out-default",
    "feature-description",
    "lower-precedence",
    "statute-only-reference",
    "missing-elements",
    "external-document",
    "illegible",
    "contrary-clause",
    "precedence-unsettled",
    "struck-in-redline",
    "hidden-text",
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the contract: `quote` is exactly `Document.text[span.start:span.end]` of the document named.

    `lead_in` holds the words above a list that the quote completes, also an exact slice, or "". `says` is
    what the words do, in one clause for a reader of the report.
    """

    quote: str
    document: str
    span: Span
    page: int | None
    printed_page: str
    section: str
    heading: str
    polarity: Polarity
    lead_in: str = ""
    says: str = ""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class ElementResult:
    """One element of a safeguard: met, and by which words, or not met."""

    id: str
    title: str
    required: bool
    met: bool
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A passage that comes near a safeguard and the reason why it does not count, as a full sentence."""

    evidence: Evidence
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict for one safeguard. `summary` is one plain sentence; evidence is in order of weight, best first."""

    safeguard: str
    title: str
    question: str
    group: str
    weight: Weight
    verdict: Verdict
    summary: str
    reasons: tuple[Reason, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    elements: tuple[ElementResult, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
    defeaters_tried: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """Whatever is not a safeguard: kind, severity, one plain sentence, and the words it rests on."""

    kind: str
    severity: Literal["warning", "note"]
    sentence: str
    evidence: tuple[Evidence, ...] = ()
    safeguards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnreadPart:
    """A page (from 1) or a whole part of a file that was not read, and why."""

    document: str
    page: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read. Pages are counted over all documents; a format without pages counts as none."""

    pages_held: int
    pages_read: int
    unread: tuple[UnreadPart, ...]
    references_not_supplied: tuple[str, ...]
    rules_run: int


@dataclass(frozen=True, slots=True)
class Input:
    """One file of the run."""

    name: str
    media: str
    sha256: str
    size: int
    pages: int


@dataclass(frozen=True, slots=True)
class Run:
    """The record of the run: enough to repeat it. `today` is the only date the program uses (ISO)."""

    tool_version: str
    pack: str
    pack_digest: str
    inputs: tuple[Input, ...]
    today: str
    vendor_names: tuple[str, ...]
    agency_names: tuple[str, ...]
    positions: str


@dataclass(frozen=True, slots=True)
class Report:
    """One finding for each safeguard of the pack, in the pack's order."""

    findings: tuple[Finding, ...]
    observations: tuple[Observation, ...]
    coverage: Coverage
    run: Run

    @property
    def complete(self) -> bool:
        """True when every page and part of every file was read."""
        return not self.coverage.unread
