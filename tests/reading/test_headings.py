from __future__ import annotations

import pytest

from clausecheck.reading.headings import kind_by_text, reads_as_heading, stands_out
from clausecheck.reading.marks import is_mark


@pytest.mark.parametrize(
    "text", ["Data Ownership", "Limitation of Liability.", "ARTICLE 4", "What we do with your data"]
)
def test_headings_read_as_headings(text: str) -> None:
    assert reads_as_heading(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vendor shall not sell the data.",
        "the records of the vendor; and",
        "if the vendor fails to pay",
        "word " * 30,
    ],
)
def test_clauses_and_parts_of_lists_do_not(text: str) -> None:
    assert not reads_as_heading(text)


def test_a_label_with_its_value_does_not_stand_out() -> None:
    assert stands_out("Retention of data")
    assert not stands_out("Retention: 30 days")
    assert not stands_out("12/31")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("EXHIBIT B: Scope of Work", "heading"),
        ("RECITALS", "heading"),
        ("Article 4 is not affected by this.", "paragraph"),
        ("(b) to delete it;", "item"),
        ("4.2 Vendor shall pay.", "item"),
        ("• cameras", "item"),
        ("30 days after notice", "paragraph"),
    ],
)
def test_words_alone_tell_the_kind_of_a_block(text: str, kind: str) -> None:
    assert kind_by_text(text) == kind


@pytest.mark.parametrize(
    ("text", "alone"), [("1.", True), ("(b)", True), ("4.2", True), ("•", True), ("1. Fees", False)]
)
def test_a_mark_alone_is_known(text: str, alone: bool) -> None:
    assert is_mark(text) is alone
