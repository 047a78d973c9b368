from __future__ import annotations

import html

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from clausecheck.errors import UnreadableError
from clausecheck.reading import read
from clausecheck.text import Document
from tests.reading.making import LEFT, STEP, TOP, pdf, saved, texts

WORD = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyzABCDEÄéß&<>'’0123456789"), min_size=1, max_size=12)
PARAGRAPH = st.lists(WORD, min_size=2, max_size=30).map(lambda words: "The " + " ".join(words) + " end.")
PARAGRAPHS = st.lists(PARAGRAPH, min_size=1, max_size=8)
PLAIN_WORD = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=1, max_size=9)
LINE = st.lists(PLAIN_WORD, min_size=3, max_size=9).map(" ".join)
FEW = settings(max_examples=40, deadline=None)


def assert_sound(document: Document) -> None:
    """Blocks stand in order and do not overlap; spans of pages meet; every offset has the place of its page."""
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(document.text)
        assert document.text[block.span.start : block.span.end].startswith(block.label)
        assert not document.text[end : block.span.start].strip()
        end = block.span.end
    reached = 0
    for page in document.pages:
        assert page.span.start == reached
        reached = page.span.end
        for offset in range(page.span.start, page.span.end):
            assert document.place(offset).page == page.number
    assert reached == (len(document.text) if document.pages else 0)


@FEW
@given(PARAGRAPHS)
def test_word_files_give_their_paragraphs_back(paragraphs: list[str]) -> None:
    written = docx.Document()
    for paragraph in paragraphs:
        written.add_paragraph(paragraph)
    document = read(saved(written))
    assert texts(document) == paragraphs
    assert_sound(document)


@FEW
@given(PARAGRAPHS)
def test_text_files_give_their_paragraphs_back(paragraphs: list[str]) -> None:
    document = read("\n\n".join(paragraphs).encode(), name="a.txt")
    assert texts(document) == paragraphs
    assert_sound(document)


@FEW
@given(PARAGRAPHS)
def test_web_pages_give_their_paragraphs_back(paragraphs: list[str]) -> None:
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    document = read(f"<html><body>{body}</body></html>".encode(), name="a.html")
    assert texts(document) == paragraphs
    assert_sound(document)


@FEW
@given(st.lists(st.lists(LINE, min_size=0, max_size=6), min_size=1, max_size=4).filter(any))
def test_pdf_files_give_their_words_back_in_order_each_on_its_page(pages: list[list[str]]) -> None:
    document = read(
        pdf(*([(LEFT, TOP - STEP * at, line) for at, line in enumerate(lines)] for lines in pages)), name="a.pdf"
    )
    words = [word for lines in pages for line in lines for word in line.split()]
    assert document.text.split() == words
    assert_sound(document)
    for page, lines in zip(document.pages, pages, strict=True):
        part = document.text[page.span.start : page.span.end]
        assert part.split() == [word for line in lines for word in line.split()]


@FEW
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_one_sentence(data: bytes) -> None:
    for opening in (b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>"):
        result = _read_or_refusal(opening + data)
        assert "\n" not in result if isinstance(result, str) else _is_sound(result)


def _read_or_refusal(data: bytes) -> Document | str:
    try:
        return read(data, name="a")
    except UnreadableError as error:
        return str(error)


def _is_sound(document: Document) -> bool:
    assert_sound(document)
    return True
