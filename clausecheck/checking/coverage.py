"""What was read and what was not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clausecheck.agreement import Agreement
from clausecheck.checking.report import Coverage, Input, UnreadPart


def coverage(agreement: Agreement, unread: Sequence[UnreadPart], rules: int) -> Coverage:
    """The coverage over all documents; `unread` are files that could not be read at all."""
    pages = [page for document in agreement.documents for page in document.pages]
    return Coverage(
        pages_held=len(pages),
        pages_read=sum(not page.unread for page in pages),
        unread=(*unread_parts(agreement), *unread),
        references_not_supplied=tuple(
            dict.fromkeys(reference.target for reference in agreement.references if not reference.supplied)
        ),
        rules_run=rules,
    )


def unread_parts(agreement: Agreement) -> Iterable[UnreadPart]:
    """Pages and parts of the documents that were not read, in order."""
    for document in agreement.documents:
        for page in document.pages:
            if page.unread:
                yield UnreadPart(document.name, page.number, page.unread)
        for notice in document.notices:
            if notice.touches_verdicts:
                yield UnreadPart(document.name, notice.page, notice.sentence)


def inputs(agreement: Agreement) -> Iterable[Input]:
    """The record of each document."""
    for document in agreement.documents:
        yield Input(document.name, document.media, document.sha256, document.size, len(document.pages))
