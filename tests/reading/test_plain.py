from __future__ import annotations

import pytest

from clausecheck.reading import read
from clausecheck.text import Document
from tests.reading.making import kinds, texts


def plain(text: str, name: str = "a.txt") -> Document:
    return read(text.encode(), name=name)


def test_hard_wrapped_lines_join_and_blank_lines_part() -> None:
    assert texts(plain("Vendor shall\nkeep data.\n\nIt may not\nsell it.")) == [
        "Vendor shall keep data.",
        "It may not sell it.",
    ]


def test_items_are_blocks_without_blank_lines_between() -> None:
    document = plain("Vendor shall:\n(a) delete data;\n(b) say so\n    in writing.")
    assert texts(document) == ["Vendor shall:", "(a) delete data;", "(b) say so in writing."]
    assert [kind for kind, _, _ in kinds(document)] == ["paragraph", "item", "item"]


def test_a_number_after_a_wrap_is_no_item() -> None:
    assert texts(plain("as stated in Section\n4.2 of this Agreement.")) == [
        "as stated in Section 4.2 of this Agreement."
    ]


def test_capitals_are_headings_apart_from_the_text_under_them() -> None:
    document = plain("SECTION 4. DATA\nThe city owns the data.")
    assert texts(document) == ["SECTION 4. DATA", "The city owns the data."]
    assert kinds(document)[0] == ("heading", "", 0)


def test_markdown_structure_is_seen_and_its_marks_stay_in_the_text() -> None:
    document = plain("## Data\n* one\n  * sub\n\n**Retention**\n\n| a | b |\n|---|---|\n| c | d |\n", "a.md")
    assert document.media == "markdown"
    assert texts(document) == ["## Data", "* one", "* sub", "**Retention**", "| a | b |", "| c | d |"]
    assert kinds(document) == [
        ("heading", "", 2),
        ("item", "", 1),
        ("item", "", 2),
        ("heading", "", 0),
        ("row", "", 0),
        ("row", "", 0),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_text_is_read_in_the_usual_encodings(encoding: str) -> None:
    assert read("“Vendor” shall pay 5 € – now.\r\nOr later.".encode(encoding), name="a.txt").text == (
        "“Vendor” shall pay 5 € – now. Or later."
    )
