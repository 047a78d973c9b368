"""What the program made of one document: parties, sections, sentences and, if asked, their frames."""

from __future__ import annotations

from collections.abc import Iterable

from clausecheck.agreement import Agreement, Reading
from clausecheck.agreement.model import Frame, Section
from clausecheck.reporting import json
from clausecheck.reporting.citing import place, visible
from clausecheck.reporting.table import Style
from clausecheck.text import Page, Span


def as_text(agreement: Agreement, style: Style, *, frames: bool) -> str:
    """The outline of the first document for a reader; section by section, in reading order."""
    document = agreement.documents[0]
    read = sum(not page.unread for page in document.pages)
    pages = f", {read} of {len(document.pages)} pages read" if document.pages else ""
    lines = [_bold(f"{visible(document.name)}: {document.media}{pages}, {len(document.text):,} characters", style)]
    lines += [f"{party.side}: {', '.join(map(visible, party.names))} ({party.named_by})" for party in agreement.parties]
    lines += [f"not read: p. {page.number}: {page.unread}" for page in document.pages if page.unread]
    lines += [f"note: {visible(notice.sentence)}" for notice in document.notices]
    shown: int | None = None
    for number, sentence in enumerate(agreement.sentences):
        if sentence.section != shown:
            shown = sentence.section
            lines += ["", _bold(_heading(agreement, agreement.sections[shown], sentence.span), style)]
        text = " … ".join(visible(agreement.quote(0, span)) for span in (*sentence.leads, sentence.span))
        lines.append(f"  [{sentence.span.start}:{sentence.span.end}] {sentence.role}: {text}")
        if frames:
            lines += [f"      {line}" for line in _frames(agreement, number)]
    return "\n".join(lines) + "\n"


def as_json(agreement: Agreement, *, frames: bool) -> str:
    """The outline of the first document for a machine; offsets are those of evidence in a report."""
    document = agreement.documents[0]
    return json.dumped(
        {
            "document": {
                "name": document.name,
                "media": document.media,
                "sha256": document.sha256,
                "size": document.size,
                "text": document.text,
                "complete": document.complete,
            },
            "pages": [
                {
                    "page": p.number,
                    "printed_page": p.printed,
                    "start": p.span.start,
                    "end": p.span.end,
                    "unread": p.unread,
                }
                for p in document.pages
            ],
            "notices": [{"kind": n.kind, "sentence": n.sentence, "page": n.page} for n in document.notices],
            "furniture": [{"page": f.page, "text": f.text} for f in document.furniture],
            "parties": [{"side": p.side, "names": list(p.names), "named_by": p.named_by} for p in agreement.parties],
            "sections": [
                {"label": s.label, "heading": s.heading, "start": s.span.start, "end": s.span.end, "role": s.role}
                for s in agreement.sections
            ],
            "sentences": [_sentence(agreement, number, frames=frames) for number in range(len(agreement.sentences))],
        }
    )


def _bold(line: str, style: Style) -> str:
    return f"\x1b[1m{line}\x1b[0m" if style.colour else line


def _page(page: Page) -> json.Object:
    return {
        "page": page.number,
        "printed_page": page.printed,
        "start": page.span.start,
        "end": page.span.end,
        "unread": page.unread,
    }


def _heading(agreement: Agreement, section: Section, span: Span) -> str:
    found = agreement.documents[0].place(span.start)
    title = " ".join(part for part in (section.label, visible(section.heading)) if part) or "(before the first section)"
    where = place(found.page, found.printed)
    return f"{title}, {where}" if where else title


def _sentence(agreement: Agreement, number: int, *, frames: bool) -> json.Object:
    sentence = agreement.sentences[number]
    found = agreement.documents[0].place(sentence.span.start)
    held: dict[str, object] = {
        "role": sentence.role,
        "section": agreement.sections[sentence.section].label,
        "page": found.page,
        "printed_page": found.printed,
        "start": sentence.span.start,
        "end": sentence.span.end,
        "text": agreement.quote(0, sentence.span),
        "lead_ins": [agreement.quote(0, span) for span in sentence.leads],
    }
    if frames:
        reading = agreement.reading(number)
        held["frames"] = [_frame(agreement, reading, frame) for frame in agreement.frames(number)]
    return held


def _frame(agreement: Agreement, reading: Reading, frame: Frame) -> json.Object:
    return {
        "bearer": frame.bearer,
        "modality": frame.modality,
        "passive": frame.passive,
        "tentative": frame.tentative,
        "subject": _words(agreement, reading, frame.subject),
        "predicate": _words(agreement, reading, frame.predicate),
        "purpose": _words(agreement, reading, frame.purpose) if frame.purpose else "",
        "conditions": [_words(agreement, reading, span) for span in frame.conditions],
        "exceptions": [_words(agreement, reading, span) for span in frame.exceptions],
        "deadlines_h": [duration.hours for duration in frame.deadlines],
    }


def _words(agreement: Agreement, reading: Reading, span: Span) -> str:
    """The printed words that a part of a reading stands for."""
    return visible(" … ".join(agreement.quote(0, part) for part in reading.spans(span)))


def _frames(agreement: Agreement, number: int) -> Iterable[str]:
    reading = agreement.reading(number)
    for frame in agreement.frames(number):
        parts = [f"{frame.bearer} {frame.modality}{' (passive)' if frame.passive else ''}"]
        parts += [f"does “{_words(agreement, reading, frame.predicate)}”"]
        parts += [f"purpose “{_words(agreement, reading, frame.purpose)}”"] if frame.purpose else []
        parts += [f"if “{_words(agreement, reading, span)}”" for span in frame.conditions]
        parts += [f"except “{_words(agreement, reading, span)}”" for span in frame.exceptions]
        parts += [f"within {duration.hours:g} h" for duration in frame.deadlines]
        yield "; ".join(parts)
