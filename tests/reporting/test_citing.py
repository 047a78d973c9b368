"""Places as a lawyer cites them."""

from dataclasses import replace

import pytest

from clausecheck.reporting.citing import cite, shortened, visible, words_of
from clausecheck.reporting.words import ranges
from tests.reporting.values import AUDIT, NOTICE, TRAINING


@pytest.mark.parametrize(
    ("page", "printed", "section", "heading", "expected"),
    [
        (12, "A-3", "8.2(b)", "License", "p. 12 (printed A-3), § 8.2(b)"),
        (12, "12", "8.2(b)", "", "p. 12, § 8.2(b)"),
        (12, "", "Exhibit C, 4.1", "", "p. 12, Exhibit C, § 4.1"),
        (None, "", "Article IV", "", "Article IV"),
        (None, "", "(a)", "", "§ (a)"),
        (None, "", "", "Data Protection", "“Data Protection”"),
        (None, "", "", "", "—"),
    ],
)
def test_a_place_is_cited_by_page_printed_page_and_section(
    page: int | None, printed: str, section: str, heading: str, expected: str
) -> None:
    quote = replace(TRAINING, page=page, printed_page=printed, section=section, heading=heading)

    assert cite(quote) == expected


def test_the_document_is_named_when_there_are_several() -> None:
    assert cite(NOTICE, name_document=True) == "order.docx, § 3"


def test_a_list_item_is_quoted_with_the_words_it_completes() -> None:
    assert words_of(TRAINING).startswith("“Provider may: … use Customer Recordings")
    assert words_of(AUDIT) == f"“{AUDIT.quote}”"


def test_a_long_lead_in_keeps_its_end() -> None:
    quote = replace(TRAINING, lead_in=" ".join(map(str, range(20))))

    assert words_of(quote, 12).startswith("“… 16 17 18 19 … use")


@pytest.mark.parametrize(("most", "expected"), [(2, "one two …"), (3, "one two three"), (9, "one two three")])
def test_words_are_left_out_whole(most: int, expected: str) -> None:
    assert shortened(" one\n two  three", most) == expected


def test_letters_of_any_language_stay() -> None:
    assert visible("Zürich – “§ 5” 日本 \ue000 co\u00adop") == "Zürich – “§ 5” 日本 □ coop"


@pytest.mark.parametrize(("pages", "expected"), [([3], "3"), ([3, 4], "3–4"), ([1, 3, 4, 5, 9], "1, 3–5, 9"), ([], "")])
def test_pages_in_a_row_are_a_range(pages: list[int], expected: str) -> None:
    assert ranges(pages) == expected
