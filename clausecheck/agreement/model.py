"""The agreement: sections, sentences, parties, definitions and frames over one or more documents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clausecheck.text import Span

Side = Literal["vendor", "agency"]
Role = Literal["operative", "recital", "definition", "heading", "table", "signature"]
Bearer = Literal["vendor", "agency", "both", "anyone", "third", "unknown"]
Modality = Literal["must", "must-not", "may", "only", "no-duty", "is", "is-not"]


@dataclass(frozen=True, slots=True)
class Section:
    """A section, sub-section or exhibit; `span` reaches to the start of the next section that is not inside it.

    `number` is as printed ("8.2", "(b)", "Exhibit C", ""), `label` the whole path a lawyer cites ("8.2(b)",
    "Exhibit C, 4.1"), `heading` its title without the number. `level` counts from 0 (the document);
    `parent` is the index of the enclosing section, None at the top.
    """

    document: int
    number: str
    label: str
    heading: str
    span: Span
    level: int
    parent: int | None
    role: Role = "operative"


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit of evidence: a sentence, or a list item with the words above the list that it completes.

    `span` is the sentence or item without its number; `leads` the lead-ins ("Vendor shall:"), outermost first.
    `section` indexes `Agreement.sections`.
    """

    document: int
    section: int
    role: Role
    span: Span
    leads: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """One side of the agreement with every name it bears in it, as printed and in order of appearance.

    `named_by` says how the side was found: "option", "text" or "usual" (a name such as Vendor or City that
    needs no introduction).
    """

    side: Side
    names: tuple[str, ...]
    named_by: Literal["option", "text", "usual"]


@dataclass(frozen=True, slots=True)
class Definition:
    """A defined term, the kinds it resolves to through other definitions, and what it leaves out.

    `kinds` and `excludes` hold names of kinds of the vocabulary (agency-data, derived-data …), sorted.
    `excluded_terms` are other defined terms that the definition leaves out, as printed.
    """

    term: str
    document: int
    section: int
    span: Span
    kinds: tuple[str, ...]
    excludes: tuple[str, ...] = ()
    excluded_terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A document, exhibit, policy or link that the text refers to. `supplied` is true when it is in the files."""

    target: str
    kind: Literal["exhibit", "document", "link", "policy"]
    document: int
    section: int
    span: Span
    supplied: bool


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in hours, and where it is written in `Reading.text`."""

    hours: float
    span: Span


@dataclass(frozen=True, slots=True)
class Frame:
    """Who must, must not or may do what: one for each finite verb group of a sentence.

    All spans are offsets into `Reading.text` of the sentence (lead-in and item as one line), not into the document.
    `clause` holds everything that belongs to the verb group; `subject` stands before the modal, `predicate` after it;
    `purpose`, `conditions` and `exceptions` lie within the clause and in order. `tentative` marks a modal that does
    not bind ("should").
    """

    bearer: Bearer
    modality: Modality
    passive: bool
    tentative: bool
    clause: Span
    subject: Span
    predicate: Span
    purpose: Span | None = None
    conditions: tuple[Span, ...] = ()
    exceptions: tuple[Span, ...] = ()
    deadlines: tuple[Duration, ...] = ()
