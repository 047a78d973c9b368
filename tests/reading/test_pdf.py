from __future__ import annotations

import io
import random
from collections.abc import Sequence

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.constants import PageLabelStyle
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, FloatObject, NameObject, StreamObject
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, SimpleDocTemplate, Table, TableStyle

from clausecheck.reading import read
from clausecheck.text import Document
from tests.reading.making import STEP, TOP, Run, kinds, notice_kinds, pdf, texts

WIDE = "The vendor shall keep every recording in the form in which it was made, and shall not alter"
SECOND = "its date, its place or its length; the agency alone decides how long a recording is kept and"
_CHANCE = random.Random(3)  # noqa: S311
_WORDS = "vendor agency records camera shall deliver monthly report notice before after written consent data".split()
SENTENCES = [f"Each {' '.join(_CHANCE.choices(_WORDS, k=_CHANCE.randint(14, 60)))}." for _ in range(60)]


def read_pages(*pages: Sequence[str] | Sequence[Run]) -> Document:
    return read(pdf(*pages), name="a.pdf")


def flowing(width: float, columns: int = 1) -> bytes:
    """Sentences set by a typesetter in one or two columns of that width."""
    target = io.BytesIO()
    frames = [Frame(60 + at * (width + 30), 60, width, 660, leftPadding=0, rightPadding=0) for at in range(columns)]
    template = BaseDocTemplate(target, pagesize=LETTER, invariant=1)
    template.addPageTemplates(PageTemplate(frames=frames))
    style = getSampleStyleSheet()["BodyText"]
    template.build([Paragraph(sentence, style) for sentence in SENTENCES])
    return target.getvalue()


def ruled(*rows: list[str]) -> bytes:
    """A table with lines around every cell."""
    target = io.BytesIO()
    style = getSampleStyleSheet()["BodyText"]
    cells = [[Paragraph(cell, style) for cell in line] for line in rows]
    grid = Table(cells, colWidths=[150, 250], style=TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black")]))
    SimpleDocTemplate(target, pagesize=LETTER, invariant=1).build(
        [Paragraph(WIDE, style), grid, Paragraph(SECOND, style)]
    )
    return target.getvalue()


def test_wrapped_lines_join_and_a_short_line_ends_a_paragraph() -> None:
    document = read_pages([WIDE, SECOND, "no longer.", "Fees are due in March."])
    assert texts(document) == [f"{WIDE} {SECOND} no longer.", "Fees are due in March."]


def test_numbers_and_letters_open_items_and_capitals_make_headings() -> None:
    document = read_pages(
        ["RECITALS", "A. The city buys cameras.", "1. Fees.", "1.1 Fees are due.", "(a) at once; and"]
    )
    assert [kind for kind, _, _ in kinds(document)] == ["heading", "item", "item", "item", "item"]


def test_a_bold_line_is_a_heading_and_a_bold_number_with_it() -> None:
    document = read_pages(
        [WIDE, SECOND, "no more.", "*Retention of data", WIDE, "*2. Deletion", "Vendor shall delete."]
    )
    assert ("heading", "", 0) in kinds(document)
    assert [text for text, kind in zip(texts(document), kinds(document), strict=True) if kind[0] == "heading"] == [
        "Retention of data",
        "2. Deletion",
    ]


def test_a_citation_at_the_start_of_a_line_opens_no_item() -> None:
    document = read_pages([f"{WIDE} under Section", "4.2 without consent."])
    assert texts(document) == [f"{WIDE} under Section 4.2 without consent."]


def test_a_number_set_apart_from_its_text_by_a_gap_stays_with_it() -> None:
    document = read_pages([(72, 700, "1."), (108, 700, "Fees are due in March."), (72, 670, "2."), (108, 670, "Ends.")])
    assert texts(document) == ["1. Fees are due in March.", "2. Ends."]


@pytest.mark.parametrize("columns", [1, 2])
def test_columns_keep_their_order_and_every_sentence_is_found_whole(columns: int) -> None:
    document = read(flowing(460 / columns - 15, columns), name="a.pdf")
    assert texts(document) == SENTENCES


def test_columns_that_the_file_holds_line_by_line_are_read_one_after_the_other() -> None:
    left, right = (simpleSplit(" ".join(SENTENCES[at : at + 9]), "Helvetica", 10, 220) for at in (0, 20))
    rows = zip(left[:40], right[:40], strict=True)
    lines = [run for at, (one, two) in enumerate(rows) for run in ((60, 720 - 12 * at, one), (320, 720 - 12 * at, two))]
    document = read(pdf([(300, 750, "TITLE"), *lines], size=10), name="a.pdf")
    assert document.text.split() == ["TITLE", *" ".join(left[:40]).split(), *" ".join(right[:40]).split()]


def test_a_paragraph_goes_on_over_a_page_break_and_every_offset_knows_its_page() -> None:
    document = read_pages([WIDE, SECOND], ["for good.", "Next."])
    assert texts(document) == [f"{WIDE} {SECOND} for good.", "Next."]
    assert document.place(document.text.index("decides")).page == 1
    assert document.place(document.text.index("for good")).page == 2


def test_a_word_broken_at_a_line_end_is_mended_and_a_compound_keeps_its_hyphen() -> None:
    document = read_pages(
        [f"{WIDE} the recog-", f"nition of faces; {WIDE} a non-", f"exclusive licence; {WIDE} the agree-"],
        ["ment, in which recognition and agreement are defined."],
    )
    assert "the recognition of faces" in document.text
    assert "a non-exclusive licence" in document.text
    assert "the agreement, in" in document.text


def test_running_headers_footers_and_page_numbers_are_furniture() -> None:
    pages = [
        [
            (72, 760, "Agreement of the City"),
            (72, 614, f"{at}: {WIDE}"),
            (72, 600, f"{at} soon."),
            (280, 30, f"Page {at} of 5"),
        ]
        for at in range(1, 6)
    ]
    document = read_pages(*pages)
    assert texts(document) == [f"{at}: {WIDE} {at} soon." for at in range(1, 6)]
    assert {item.text for item in document.furniture if item.page == 2} == {"Agreement of the City", "Page 2 of 5"}
    assert [page.printed for page in document.pages] == ["1", "2", "3", "4", "5"]


def test_a_word_that_ends_a_paragraph_on_most_pages_stays_in_the_text() -> None:
    pages: list[list[Run]] = [[(72, 700 - 30 * at, WIDE), (72, 686 - 30 * at, "Agreement.")] for at in range(5)]
    assert texts(read_pages(*pages)) == [f"{WIDE} Agreement."] * 5


@pytest.mark.parametrize("gap", [14, 30])
def test_numbers_that_count_the_lines_are_furniture(gap: float) -> None:
    lines = simpleSplit(" ".join(SENTENCES[:8]), "Helvetica", 11, 400)[:24]
    page = [
        run
        for at, line in enumerate(lines)
        for run in ((60 if at > 8 else 66, TOP - 20 * at, str(at + 1)), (60 + gap, TOP - 20 * at, line))
    ]
    document = read_pages(page)
    assert document.text.split() == " ".join(lines).split()
    assert [item.text for item in document.furniture] == [" ".join(str(at + 1) for at in range(24))]


def test_numbers_before_clauses_stay() -> None:
    page = [f"{at} Vendor shall deliver report {at}." for at in range(1, 15)]
    assert read_pages(page).text.split() == " ".join(page).split()


def test_copies_of_one_page_stay_in_the_text() -> None:
    page: list[Run] = [(72, 650 - 14 * at, f"Clause {at} holds.") for at in range(6)]
    document = read_pages(page, page, page)
    assert document.text.count("Clause 5 holds.") == 3


def test_a_word_printed_over_every_page_is_furniture() -> None:
    document = read_pages(*([(72, 650, f"Clause {at} holds."), (200, 400, "SPECIMEN COPY")] for at in range(3)))
    assert "SPECIMEN" not in document.text
    assert {item.text for item in document.furniture} == {"SPECIMEN COPY"}


def test_numbers_of_pages_and_columns_of_the_title_line_are_furniture() -> None:
    pages: list[list[Run]] = [
        [(72, 760, "Rev. 3"), (250, 760, "Contract 26-118"), (72, 700, WIDE), (300, 30, f"- {at} -")]
        for at in (1, 2, 3)
    ]
    document = read_pages(*pages)
    assert "Rev. 3" not in document.text
    assert [page.printed for page in document.pages] == ["1", "2", "3"]


def test_the_stamp_of_a_signing_service_is_furniture() -> None:
    stamp = "DocuSign Envelope ID: 8A1B22C3-0000-4D4D-9999-ABCDEF012345"
    document = read_pages([(20, 780, stamp), (72, 700, WIDE)])
    assert document.text == WIDE
    assert [item.text for item in document.furniture] == [stamp]


def test_page_labels_of_the_file_stand_for_printed_numbers() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf([WIDE], [SECOND], [WIDE]))))
    writer.set_page_label(0, 1, style=PageLabelStyle.LOWERCASE_ROMAN)
    writer.set_page_label(2, 2, style=PageLabelStyle.DECIMAL, prefix="A-", start=7)
    target = io.BytesIO()
    writer.write(target)
    assert [page.printed for page in read(target.getvalue(), name="a.pdf").pages] == ["i", "ii", "A-7"]


def test_rows_of_a_ruled_table_are_blocks_even_when_cells_wrap() -> None:
    long_cell = "Recordings without any value as evidence, counted from the day on which they were made by an officer"
    document = read(ruled(["Class", "Period"], [long_cell, "180 days"], ["Logs", "three years"]), name="a.pdf")
    assert texts(document) == [WIDE, "Class | Period", f"{long_cell} | 180 days", "Logs | three years", SECOND]
    assert [kind for kind, _, _ in kinds(document)] == ["paragraph", "row", "row", "row", "paragraph"]


def test_rows_without_rules_are_blocks_too() -> None:
    lines: list[Run] = [(72, 700, "Item"), (300, 700, "Price"), (72, 686, "Camera"), (300, 686, "$90")]
    assert texts(read_pages(lines)) == ["Item | Price", "Camera | $90"]


def test_a_label_and_its_value_read_as_one_line() -> None:
    lines: list[Run] = [
        (72, 700, "AND:"),
        (200, 700, "Acme Inc., a corporation under"),
        (200, 686, "the laws of Oregon."),
    ]
    assert texts(read_pages(lines)) == ["AND: Acme Inc., a corporation under the laws of Oregon."]


def test_a_footnote_does_not_cut_the_sentence_above_it() -> None:
    notes: list[Run] = [(72, 110, "_1 Logs are not recordings."), (72, 100, "_2 See Exhibit B,"), (72, 90, "_part 4.")]
    first: list[Run] = [(72, 400, WIDE), (72, 386, SECOND), *notes]
    document = read_pages(first, ["nobody may change it.", "Next."])
    assert texts(document) == [
        "1 Logs are not recordings.",
        "2 See Exhibit B, part 4.",
        f"{WIDE} {SECOND} nobody may change it.",
        "Next.",
    ]
    assert [kind for kind, _, _ in kinds(document)] == ["note", "note", "paragraph", "paragraph"]
    assert [document.place(block.span.start).page for block in document.blocks] == [1, 1, 1, 2]


def test_a_raised_mark_at_the_end_of_a_line_does_not_end_the_paragraph() -> None:
    lines: list[Run] = [(72, 400, WIDE), (540, 405, "_1"), (72, 386, "Its Date and its length stay.")]
    assert len(texts(read_pages(lines))) == 1


def test_a_heading_stamped_on_a_page_last_is_read_first() -> None:
    lines: list[Run] = [(72, 700, WIDE), (72, 686, "and more."), (250, 760, "EXHIBIT B")]
    assert texts(read_pages(lines)) == ["EXHIBIT B", f"{WIDE} and more."]


def test_a_blank_page_is_read_and_empty() -> None:
    document = read_pages([WIDE], [], ["Last."])
    assert [page.unread for page in document.pages] == ["", "", ""]
    assert document.place(document.text.index("Last")).page == 3


def test_what_was_filled_into_a_form_is_text() -> None:
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.drawString(72, 700, "Retention period:")
    canvas.acroForm.textfield(name="days", value="thirty days", x=200, y=695, width=120, height=18)
    canvas.save()
    assert "thirty days" in read(target.getvalue(), name="a.pdf").text


def test_attached_files_are_reported() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf([WIDE]))))
    writer.add_attachment("terms.txt", b"Vendor may sell.")
    target = io.BytesIO()
    writer.write(target)
    document = read(target.getvalue(), name="a.pdf")
    assert notice_kinds(document) == ["attachment"]
    assert not document.complete


def test_text_typed_over_a_page_is_text() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf([WIDE]))))
    typed = FreeText(text="Vendor may not sell.", rect=(72, 400, 300, 440))
    look = StreamObject()
    look.set_data(b"BT /F1 12 Tf 5 15 Td (Vendor may not sell.) Tj ET")
    resources = writer.pages[0]["/Resources"]
    look.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(map(FloatObject, (0, 0, 228, 40))),
            NameObject("/Resources"): resources,
        }
    )
    typed[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(look)})
    writer.add_annotation(0, typed)
    target = io.BytesIO()
    writer.write(target)
    assert texts(read(target.getvalue(), name="a.pdf")) == [WIDE, "Vendor may not sell."]


@pytest.mark.parametrize("angle", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(angle: int) -> None:
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=LETTER, invariant=1)
    canvas.setPageRotation(angle)
    canvas.translate(*{0: (0, 0), 90: (612, 0), 180: (612, 792), 270: (0, 792)}[angle])
    canvas.rotate(angle)
    for at, line in enumerate([WIDE, SECOND, "no longer.", "1. Fees are due.", "2. The term ends."]):
        canvas.drawString(72, 500 - STEP * at, line)
    canvas.save()
    document = read(target.getvalue(), name="a.pdf")
    assert texts(document) == [f"{WIDE} {SECOND} no longer.", "1. Fees are due.", "2. The term ends."]


def test_a_form_that_only_adobe_reader_shows_is_not_taken_for_read() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf(["Please wait."]))))
    form = StreamObject()
    form.set_data(b"<xdp:xdp/>")
    fields = {NameObject("/XFA"): writer._add_object(form), NameObject("/Fields"): ArrayObject()}
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(fields)
    writer.root_object[NameObject("/NeedsRendering")] = BooleanObject(True)
    target = io.BytesIO()
    writer.write(target)
    document = read(target.getvalue(), name="a.pdf")
    assert notice_kinds(document) == ["dynamic-form"]
    assert not document.complete


def test_letters_that_mean_nothing_make_a_page_unread() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf([WIDE, SECOND]))))
    to_unicode = StreamObject()
    to_unicode.set_data(
        b"begincmap 1 begincodespacerange <00><ff> endcodespacerange 1 beginbfrange <21><7e><e021> endbfrange"
    )
    for held in list(writer._objects):
        if isinstance(held, DictionaryObject) and held.get("/Type") == "/Font":
            held[NameObject("/ToUnicode")] = writer._add_object(to_unicode)
    target = io.BytesIO()
    writer.write(target)
    document = read(target.getvalue(), name="a.pdf")
    assert [page.unread for page in document.pages] == ["its text layer is garbled; the letters have no meaning"]
    assert document.text == ""


def test_the_same_bytes_give_the_same_document() -> None:
    data = flowing(400)
    assert read(data, name="a.pdf") == read(data, name="a.pdf")
