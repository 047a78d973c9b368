"""A report made by hand, with every verdict and every kind of thing a report can hold."""

from __future__ import annotations

from dataclasses import replace

from clausecheck.checking.report import (
    Coverage,
    ElementResult,
    Evidence,
    Finding,
    Input,
    NearMiss,
    Observation,
    Report,
    Run,
    UnreadPart,
)
from clausecheck.text import Span

TRAINING = Evidence(
    quote="use Customer Recordings to develop, improve, and support current and future products",
    document="agreement.pdf",
    span=Span(1200, 1284),
    page=12,
    printed_page="A-3",
    section="8.2(b)",
    heading="License",
    polarity="against",
    lead_in="Provider may:",
    says="lets the vendor improve its products with agency data",
)
EXPORT = Evidence(
    quote="Upon termination Provider will use commercially reasonable efforts to delete Customer Recordings within a "
    "reasonable period, except for backup copies, logs and whatever it is otherwise permitted or required to keep.",
    document="agreement.pdf",
    span=Span(4000, 4200),
    page=20,
    printed_page="20",
    section="14",
    heading="Deletion",
    polarity="for",
    says="promises deletion at the end",
    reasons=("efforts-qualifier",),
)
AUDIT = Evidence(
    quote="Provider may audit Customer’s use of the Services once a year.",
    document="agreement.pdf",
    span=Span(5000, 5062),
    page=22,
    printed_page="",
    section="Exhibit C, 4.1",
    heading="Audit",
    polarity="for",
)
NOTICE = Evidence(
    quote="Provider shall notify Customer of a breach within 24 hours.",
    document="order.docx",
    span=Span(100, 159),
    page=None,
    printed_page="",
    section="3",
    heading="Security",
    polarity="for",
    says="promises notice of a breach in 24 hours",
)

CONTRADICTED = Finding(
    safeguard="no-training",
    title="No AI training on agency data",
    question="Can the vendor use our recordings to build its products?",
    group="data",
    weight="critical",
    verdict="contradicted",
    summary="The text lets the vendor improve its products with agency data.",
    reasons=("contrary-clause",),
    evidence=(TRAINING,),
    elements=(ElementResult("bars", "Bars training on agency data", True, False),),
)
MISSING = Finding(
    safeguard="audit-right",
    title="The agency may audit",
    question="May we look for ourselves whether the vendor keeps its word?",
    group="oversight",
    weight="critical",
    verdict="missing",
    summary="No such clause was found in the text that was read.",
    elements=(ElementResult("agency-audits", "The agency may audit", True, False),),
    near_misses=(NearMiss(AUDIT, "This lets the vendor audit the agency."),),
)
WEAK = Finding(
    safeguard="deletion-at-end",
    title="Deletion when the agreement ends",
    question="What happens to our data when we leave?",
    group="data",
    weight="high",
    verdict="weak",
    summary="A clause addresses it but falls short: only efforts are promised. Not found with it: a time limit.",
    reasons=("efforts-qualifier", "missing-elements"),
    evidence=(EXPORT,),
    elements=(
        ElementResult("deletes", "Deletes at the end", True, True, EXPORT),
        ElementResult("deadline", "a time limit", True, False),
        ElementResult("certificate", "a certificate", False, False),
    ),
)
PRESENT = Finding(
    safeguard="breach-notice",
    title="Notice of a breach",
    question="Will we hear of a breach in time?",
    group="security",
    weight="critical",
    verdict="present",
    summary="A binding clause says so, and nothing was found that undoes it.",
    evidence=(NOTICE,),
    elements=(ElementResult("notice", "Notice within 72 hours", True, True, NOTICE),),
    defeaters_tried=("lets the vendor change the terms by posting them",),
)
UNSURE = Finding(
    safeguard="retention",
    title="Limits on retention",
    question="How long is our data kept?",
    group="data",
    weight="medium",
    verdict="cannot-tell",
    summary="Not found in the 29 of 31 pages that could be read.",
    reasons=("illegible",),
)
NEEDLESS = replace(
    UNSURE,
    safeguard="face-recognition",
    title="No face recognition",
    verdict="not-applicable",
    summary="None of the products named looks at faces.",
    reasons=(),
)

REPORT = Report(
    findings=(PRESENT, UNSURE, WEAK, CONTRADICTED, NEEDLESS, MISSING),
    observations=(
        Observation("restrictions", "note", "agreement.pdf: its author set restrictions; reading is allowed."),
        Observation("unread", "warning", "agreement.pdf: pages 30 and 31 are pictures."),
    ),
    coverage=Coverage(
        pages_held=31,
        pages_read=29,
        unread=(
            UnreadPart("agreement.pdf", 30, "it holds only a picture"),
            UnreadPart("agreement.pdf", 31, "it holds only a picture"),
        ),
        references_not_supplied=("Exhibit D", "the Privacy Policy"),
        rules_run=6,
    ),
    run=Run(
        tool_version="0.1.0",
        pack="tiny",
        pack_digest="d" * 64,
        inputs=(
            Input("agreement.pdf", "pdf", "a" * 64, 90210, 31),
            Input("order.docx", "docx", "b" * 64, 4711, 0),
        ),
        today="2026-11-25",
        vendor_names=("Example Cameras, Inc.", "Provider"),
        agency_names=("City of Exampleton", "Customer"),
        positions="",
    ),
)
