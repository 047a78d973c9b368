"""What is worth saying and is no safeguard."""

from __future__ import annotations

from clausecheck.agreement import Agreement
from clausecheck.checking.report import Observation


def observations(agreement: Agreement) -> tuple[Observation, ...]:
    """Notices of the readers, and parties that the text does not name, in order of the documents."""
    found = [
        Observation(
            notice.kind, "warning" if notice.touches_verdicts else "note", f"{document.name}: {notice.sentence}"
        )
        for document in agreement.documents
        for notice in document.notices
    ]
    found.extend(
        Observation(
            "parties",
            "note",
            f"The text does not say in a form that is understood who the {party.side} is; usual names were taken."
            f" Say it with --{party.side} NAME.",
        )
        for party in agreement.parties
        if party.named_by == "usual"
    )
    return tuple(found)
