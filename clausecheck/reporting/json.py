"""The report for a machine; its form is published in report.schema.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import resources
from typing import Any

from clausecheck.checking.report import Coverage, ElementResult, Evidence, Finding, NearMiss, Observation, Report, Run

SCHEMA = "urn:clausecheck:report:1"
VERSION = 1

Object = Mapping[str, Any]


def render(report: Report) -> str:
    """The report as JSON, in a fixed order of keys, ending in a newline."""
    return dumped(
        {
            "schema": SCHEMA,
            "version": VERSION,
            "complete": report.complete,
            "findings": [_finding(finding) for finding in report.findings],
            "observations": [_observation(observation) for observation in report.observations],
            "coverage": _coverage(report.coverage),
            "run": _run(report.run),
        }
    )


def schema() -> str:
    """The JSON Schema that every report meets."""
    return resources.files("clausecheck.reporting").joinpath("report.schema.json").read_text(encoding="utf-8")


def dumped(value: object) -> str:
    """Any JSON the program prints: indented, in the order given, ending in a newline."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> Object:
    return {
        "safeguard": finding.safeguard,
        "title": finding.title,
        "question": finding.question,
        "group": finding.group,
        "weight": finding.weight,
        "verdict": finding.verdict,
        "summary": finding.summary,
        "reasons": list(finding.reasons),
        "evidence": [evidence(quote) for quote in finding.evidence],
        "elements": [_element(element) for element in finding.elements],
        "near_misses": [_near_miss(miss) for miss in finding.near_misses],
        "defeaters_tried": list(finding.defeaters_tried),
    }


def evidence(quote: Evidence) -> Object:
    """One quote with its place."""
    return {
        "quote": quote.quote,
        "polarity": quote.polarity,
        "document": quote.document,
        "start": quote.span.start,
        "end": quote.span.end,
        "page": quote.page,
        "printed_page": quote.printed_page,
        "section": quote.section,
        "heading": quote.heading,
        "lead_in": quote.lead_in,
        "says": quote.says,
        "reasons": list(quote.reasons),
    }


def _element(element: ElementResult) -> Object:
    return {
        "id": element.id,
        "title": element.title,
        "required": element.required,
        "met": element.met,
        "evidence": evidence(element.evidence) if element.evidence else None,
    }


def _near_miss(miss: NearMiss) -> Object:
    return {"why": miss.why, "evidence": evidence(miss.evidence)}


def _observation(observation: Observation) -> Object:
    return {
        "kind": observation.kind,
        "severity": observation.severity,
        "sentence": observation.sentence,
        "evidence": [evidence(quote) for quote in observation.evidence],
        "safeguards": list(observation.safeguards),
    }


def _coverage(coverage: Coverage) -> Object:
    return {
        "pages_held": coverage.pages_held,
        "pages_read": coverage.pages_read,
        "unread": [{"document": part.document, "page": part.page, "why": part.why} for part in coverage.unread],
        "references_not_supplied": list(coverage.references_not_supplied),
        "rules_run": coverage.rules_run,
    }


def _run(run: Run) -> Object:
    return {
        "tool_version": run.tool_version,
        "pack": run.pack,
        "pack_digest": run.pack_digest,
        "inputs": [
            {"name": i.name, "media": i.media, "sha256": i.sha256, "size": i.size, "pages": i.pages} for i in run.inputs
        ],
        "today": run.today,
        "vendor_names": list(run.vendor_names),
        "agency_names": list(run.agency_names),
        "positions": run.positions,
    }
