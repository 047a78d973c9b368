"""The report for a machine."""

import json
import math
from dataclasses import replace
from typing import Any, get_args

import jsonschema
import pytest

from clausecheck.checking import report as values
from clausecheck.reporting.json import render, schema
from tests.reporting.values import CONTRADICTED, MISSING, REPORT, TRAINING

SCHEMA = json.loads(schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def parsed() -> dict[str, Any]:
    found = json.loads(render(REPORT))
    assert isinstance(found, dict)
    return found


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_report_with_everything_meets_the_schema() -> None:
    VALIDATOR.validate(parsed())


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(REPORT) == render(replace(REPORT))


def test_findings_stand_in_the_order_of_the_pack() -> None:
    assert [f["safeguard"] for f in parsed()["findings"]] == [f.safeguard for f in REPORT.findings]


def test_a_finding_holds_its_words_and_their_place() -> None:
    finding = next(f for f in parsed()["findings"] if f["safeguard"] == CONTRADICTED.safeguard)

    assert finding == {
        "safeguard": "no-training",
        "title": "No AI training on agency data",
        "question": "Can the vendor use our recordings to build its products?",
        "group": "data",
        "weight": "critical",
        "verdict": "contradicted",
        "summary": "The text lets the vendor improve its products with agency data.",
        "reasons": ["contrary-clause"],
        "evidence": [
            {
                "quote": TRAINING.quote,
                "polarity": "against",
                "document": "agreement.pdf",
                "start": 1200,
                "end": 1284,
                "page": 12,
                "printed_page": "A-3",
                "section": "8.2(b)",
                "heading": "License",
                "lead_in": "Provider may:",
                "says": "lets the vendor improve its products with agency data",
                "reasons": [],
            }
        ],
        "elements": [
            {
                "id": "bars",
                "title": "Bars training on agency data",
                "required": True,
                "met": False,
                "evidence": None,
            }
        ],
        "near_misses": [],
        "defeaters_tried": [],
    }


def test_the_rest_says_what_was_read_and_how_to_repeat_it() -> None:
    report = parsed()

    assert (report["schema"], report["version"], report["complete"]) == ("urn:clausecheck:report:1", 1, False)
    assert report["coverage"] == {
        "pages_held": 31,
        "pages_read": 29,
        "unread": [
            {"document": "agreement.pdf", "page": 30, "why": "it holds only a picture"},
            {"document": "agreement.pdf", "page": 31, "why": "it holds only a picture"},
        ],
        "references_not_supplied": ["Exhibit D", "the Privacy Policy"],
        "rules_run": 6,
    }
    assert report["run"] == {
        "tool_version": "0.1.0",
        "pack": "tiny",
        "pack_digest": "d" * 64,
        "inputs": [
            {"name": "agreement.pdf", "media": "pdf", "sha256": "a" * 64, "size": 90210, "pages": 31},
            {"name": "order.docx", "media": "docx", "sha256": "b" * 64, "size": 4711, "pages": 0},
        ],
        "today": "2026-11-25",
        "vendor_names": ["Example Cameras, Inc.", "Provider"],
        "agency_names": ["City of Exampleton", "Customer"],
        "positions": "",
    }


def test_near_misses_stand_apart_from_evidence() -> None:
    finding = next(f for f in parsed()["findings"] if f["safeguard"] == MISSING.safeguard)

    assert finding["evidence"] == []
    assert [miss["why"] for miss in finding["near_misses"]] == ["This lets the vendor audit the agency."]


@pytest.mark.parametrize(
    ("name", "literal"), [("reason", values.Reason), ("verdict", values.Verdict), ("weight", values.Weight)]
)
def test_the_schema_knows_every_word_of_the_report(name: str, literal: object) -> None:
    defined = SCHEMA["$defs"]
    known = defined["reason"] if name == "reason" else defined["finding"]["properties"][name]

    assert tuple(known["enum"]) == get_args(literal)


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("version",), 2),
        (("findings", 0, "verdict"), "compliant"),
        (("findings", 0, "evidence", 0, "page"), 0),
        (("findings", 0, "more"), 1),
        (("coverage", "pages_read"), math.pi),
    ],
)
def test_the_schema_refuses_what_is_no_report(path: tuple[str | int, ...], wrong: object) -> None:
    report: Any = parsed()
    *way, last = path
    place = report
    for step in way:
        place = place[step]
    place[last] = wrong

    assert not VALIDATOR.is_valid(report)
