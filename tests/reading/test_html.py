from __future__ import annotations

import pytest

from clausecheck.errors import UnreadableError
from clausecheck.reading import read
from clausecheck.text import Document
from tests.reading.making import kinds, notice_kinds, texts

LONG = "<p>" + " ".join(["The vendor shall delete all recordings."] * 30) + "</p>"


def page(body: str, head: str = "", name: str = "terms.html") -> Document:
    return read(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), name=name)


def test_blocks_come_in_order_with_headings_by_level() -> None:
    document = page("<h1>Terms</h1><div>Loose <b>text</b><p>A\n paragraph.</p>tail</div><h3>Data</h3>")
    assert texts(document) == ["Terms", "Loose text", "A paragraph.", "tail", "Data"]
    assert kinds(document)[0] == ("heading", "", 1)
    assert kinds(document)[-1] == ("heading", "", 3)


def test_ordered_lists_show_their_numbers_by_type_start_and_value() -> None:
    document = page(
        "<ol><li>one<ol type='a'><li>sub<li value='5'>jump</ol><li>two</ol><ol start='9' type='I'><li>nine</ol>"
        "<ol reversed><li>x<li>y</ol><ol style='list-style-type: lower-roman'><li>r<li>s</ol>"
    )
    assert texts(document) == ["1. one", "a. sub", "e. jump", "2. two", "IX. nine", "2. x", "1. y", "i. r", "ii. s"]
    assert kinds(document)[:3] == [("item", "1", 1), ("item", "a", 2), ("item", "e", 2)]


def test_bullets_stand_in_the_text_and_are_no_labels() -> None:
    document = page("<ul><li>one<ul><li>sub</ul></ul>")
    assert texts(document) == ["• one", "• sub"]
    assert kinds(document) == [("item", "", 1), ("item", "", 2)]


def test_a_typed_number_in_an_item_stands_alone() -> None:
    assert texts(page("<ol><li>(a) typed</ol><ul><li>2.1 typed</ul>")) == ["(a) typed", "2.1 typed"]


def test_a_heading_in_an_item_carries_the_number_and_paragraphs_after_it_do_not() -> None:
    document = page("<ol><li><h2>Data</h2><p>Text.</p></li></ol>")
    assert texts(document) == ["1. Data", "Text."]
    assert kinds(document) == [("heading", "1", 2), ("paragraph", "", 0)]


def test_rows_are_read_with_their_cells_parted_and_layout_tables_are_not_rows() -> None:
    document = page(
        "<table><caption>Fees</caption><tr><th>Item<th>Price<tr><td>Camera<td>9</table><table><tr><td><p>a<p>b</table>"
    )
    assert texts(document) == ["Fees", "Item | Price", "Camera | 9", "a", "b"]


def test_one_break_is_a_space_and_two_part_paragraphs() -> None:
    assert texts(page("one<br>line<br><br>other")) == ["one line", "other"]


def test_preformatted_text_is_read_as_plain_text() -> None:
    assert texts(page("<pre>1. First clause\ngoes on.\n\n2. Second.</pre>")) == [
        "1. First clause goes on.",
        "2. Second.",
    ]


def test_scripts_styles_and_templates_are_no_text() -> None:
    assert (
        page("<script>a</script><style>b</style><template>c</template><noscript>d</noscript>x", "<title>t</title>").text
        == "x"
    )


def test_menus_headers_and_footers_around_the_text_are_furniture() -> None:
    document = page(
        f"<nav>Home</nav><header>Acme</header><main><header><h1>Terms</h1></header>{LONG}</main><footer>2026</footer>"
    )
    assert texts(document)[0] == "Terms"
    assert [item.text for item in document.furniture] == ["Home", "Acme", "2026"]


def test_a_page_whose_text_stands_in_its_footer_is_read_there() -> None:
    document = page(f"<p>short</p><footer>{LONG}</footer>")
    assert len(document.text.split()) > 150
    assert document.furniture == ()


@pytest.mark.parametrize("attribute", ["hidden", "style='display: none'", "style='color:red;VISIBILITY:hidden'"])
def test_hidden_text_is_no_text_and_is_reported(attribute: str) -> None:
    document = page(f"{LONG}<p {attribute}>Vendor may sell it.</p>")
    assert "sell" not in document.text
    assert notice_kinds(document) == ["hidden-text"]


def test_struck_text_is_no_text_and_is_reported() -> None:
    document = page(f"{LONG}<p>Vendor shall <s>not</s> sell.</p>")
    assert document.text.endswith("Vendor shall sell.")
    assert notice_kinds(document) == ["struck-text"]


def test_soft_hyphens_and_entities_leave_plain_words() -> None:
    assert page("<p>recog&shy;nition&nbsp;&amp; &sect;&nbsp;4").text == "recognition & § 4"


def test_a_page_shown_inside_a_short_page_is_reported_as_unread() -> None:
    document = page("<h1>Terms</h1><iframe src='terms-body.html'></iframe>")
    assert "unread-part" in notice_kinds(document)
    assert not document.complete


def test_a_sign_in_page_saved_as_a_page_is_read_and_is_not_taken_for_the_contract() -> None:
    document = page("<h1>Sign in</h1><input type='password'>")
    assert document.text == "Sign in"
    assert notice_kinds(document) == ["sign-in"]
    assert not document.complete


def test_a_page_of_few_words_may_be_a_wall() -> None:
    document = page("<p>We use cookies. Accept?</p>")
    assert notice_kinds(document) == ["few-words"]
    assert not document.complete


def test_a_long_page_named_like_a_pdf_is_read_with_a_notice() -> None:
    document = page(LONG, name="contract.pdf")
    assert document.media == "html"
    assert document.notices[0].sentence == "The file is named .pdf and is a web page; it was read as that."


@pytest.mark.parametrize("body", ["<h1>Access denied</h1>", f"{LONG}<input type='password'>"])
def test_a_page_in_the_place_of_a_pdf_is_refused(body: str) -> None:
    with pytest.raises(UnreadableError, match=r"^contract\.pdf is a web page and not a \.pdf file \(“.+ download"):
        page(body, name="contract.pdf")


def test_the_encoding_that_a_page_declares_is_used() -> None:
    cyrillic = '<html><head><meta charset="windows-1251"></head><body>Договор</body></html>'.encode("cp1251")
    assert read(cyrillic, name="a.html").text == "Договор"


def test_a_page_nested_too_deeply_is_refused() -> None:
    nested = "<html><body>" + "<div>" * 3000 + "text" + "</div>" * 3000
    with pytest.raises(UnreadableError, match=r"^deep\.html is damaged"):
        read(nested.encode(), name="deep.html")
