from __future__ import annotations

import hashlib
import io
import random
import zipfile
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, StreamObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from clausecheck.errors import UnreadableError, UsageError
from clausecheck.reading import read
from clausecheck.text import Document
from tests.reading.making import notice_kinds, paragraph, pdf, word

CLAUSE = "The vendor shall delete all recordings within thirty days after this agreement ends."
NOISE = random.Random(1).randbytes(5000)  # noqa: S311
LOCKED = {"needs a password": None, "does not open with the password given": "wrong"}


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(data, name=name)
    sentence = str(caught.value)
    assert sentence.startswith(f"{name} ")
    assert ", so no verdict can be given on it; " in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def read_or_refusal(data: bytes, name: str) -> Document | str:
    try:
        return read(data, name=name)
    except UnreadableError as error:
        return str(error)


def encrypted(user: str, owner: str) -> bytes:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf([CLAUSE]))))
    writer.encrypt(user, owner, algorithm="AES-256")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def scan(*, stamp: str = "") -> bytes:
    """A page that is one picture of text."""
    picture = Image.new("L", (850, 1100), 255)
    ImageDraw.Draw(picture).text((80, 80), CLAUSE, fill=0)
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1)
    canvas.drawImage(ImageReader(picture), 0, 0, width=595, height=842)
    if stamp:
        canvas.drawString(20, 820, stamp)
    canvas.showPage()
    canvas.drawString(72, 700, CLAUSE)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


@pytest.mark.parametrize("data", [b"", b" \n\t\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    assert refusal(data, "order.pdf") == "order.pdf is empty, so no verdict can be given on it; get the file again."


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"is a folder, so no verdict .+ name the files inside it\.$"):
        read(tmp_path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"no\.pdf does not exist, so no verdict .+ check the name\.$"):
        read(tmp_path / "no.pdf")


@pytest.mark.parametrize(("happened", "password"), LOCKED.items())
def test_a_locked_pdf_is_refused_without_its_password(happened: str, password: str | None) -> None:
    with pytest.raises(UnreadableError, match=rf"^a\.pdf {happened}, so .+ --password-file\.$"):
        read(encrypted("open sesame", "owner"), name="a.pdf", password=password)


def test_a_locked_pdf_is_read_with_its_password() -> None:
    document = read(encrypted("open sesame", "owner"), name="a.pdf", password="open sesame")  # noqa: S106
    assert document.text == CLAUSE
    assert notice_kinds(document) == ["encrypted"]


def test_a_pdf_that_forbids_copying_opens_and_is_read() -> None:
    assert read(encrypted("", "owner"), name="a.pdf").text == CLAUSE


@pytest.mark.parametrize("stamp", ["", "DocuSign Envelope ID: 8A1B-22"])
def test_a_page_that_is_a_picture_is_unread_and_the_other_one_is_read(stamp: str) -> None:
    document = read(scan(stamp=stamp), name="scan.pdf")
    assert [page.unread for page in document.pages] == [
        "it is a picture of text (a scan); its text was not recognised",
        "",
    ]
    assert document.text == CLAUSE
    assert document.place(0).page == 2
    assert not document.complete


def test_random_bytes_are_refused() -> None:
    assert "is not a document" in refusal(NOISE, "a.pdf")


def test_random_bytes_after_a_pdf_header_are_refused() -> None:
    assert "is a damaged PDF" in refusal(b"%PDF-1.7\n" + NOISE, "a.pdf")


def test_a_pdf_that_breaks_off_is_refused_or_read_as_incomplete() -> None:
    whole = pdf(*[[CLAUSE, f"Page {number}"] for number in range(1, 13)])
    for share in (0.3, 0.6, 0.9, 0.99):
        result = read_or_refusal(whole[: int(len(whole) * share)], "half.pdf")
        assert "half.pdf is a damaged PDF" in result if isinstance(result, str) else not result.complete


def test_a_page_whose_contents_are_damaged_is_unread_and_a_blank_one_is_not() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf([CLAUSE], [CLAUSE], []))))
    broken = StreamObject()
    broken.set_data(NOISE)
    broken[NameObject("/Filter")] = NameObject("/FlateDecode")
    writer.pages[1][NameObject("/Contents")] = broken
    target = io.BytesIO()
    writer.write(target)
    document = read(target.getvalue(), name="a.pdf")
    assert [page.unread for page in document.pages] == ["", "it is damaged; nothing on it could be read", ""]
    assert document.text == CLAUSE


@pytest.mark.parametrize(
    ("parts", "happened"),
    [
        (["xl/workbook.xml", "[Content_Types].xml"], "is an Excel workbook"),
        (["ppt/presentation.xml"], "is a PowerPoint presentation"),
        (["mimetype", "content.xml"], "is an OpenDocument file"),
        (["contract.pdf", "exhibit.pdf"], "is a zip archive and not a Word document"),
    ],
)
def test_a_zip_that_is_no_word_file_is_refused_by_what_it_is(parts: list[str], happened: str) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for part in parts:
            archive.writestr(part, "x")
    assert happened in refusal(target.getvalue(), "a.docx")


def test_an_old_word_file_and_rtf_are_refused_with_the_way_out() -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
    assert "old Word document (.doc)" in refusal(old, "a.docx")
    assert "is an RTF file" in refusal(rb"{\rtf1\ansi Vendor shall.}", "a.doc")
    assert "save it as .docx or .pdf" in refusal(old, "a.docx")


def test_a_word_file_locked_by_a_password_is_refused() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert "locked by a password" in refusal(locked, "a.docx")


def test_a_picture_is_refused() -> None:
    target = io.BytesIO()
    Image.new("L", (10, 10)).save(target, "PNG")
    assert "is a picture (PNG)" in refusal(target.getvalue(), "page.png")


def test_a_mail_and_a_web_archive_are_refused() -> None:
    mail = b"From: a@b.c\nSubject: terms\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n\n--x\n"
    assert "is an e-mail or a web archive" in refusal(mail, "terms.mht")


@pytest.mark.parametrize("cut", [0.2, 0.5, 0.9])
def test_a_word_file_that_breaks_off_is_refused(cut: float) -> None:
    data = word(paragraph(CLAUSE))
    assert "is a damaged zip or Word file" in refusal(data[: int(len(data) * cut)], "a.docx")


def test_a_word_file_with_a_broken_part_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word(paragraph(CLAUSE)))) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            archive.writestr(name, b"<w:document" if name == "word/document.xml" else source.read(name))
    assert "is damaged" in refusal(target.getvalue(), "a.docx")


@pytest.mark.parametrize("ranges", [((0, 1),), ((2, 1),), ((1, 4),), ((1, 1), (9, 9))])
def test_pages_that_are_not_there_cannot_be_read(ranges: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(UsageError, match=r"^a\.pdf has pages 1 to 3, so pages \d-\d cannot be read\.$"):
        read(pdf(["a"], ["b"], ["c"]), name="a.pdf", pages=ranges)


def test_a_range_of_pages_keeps_the_numbers_of_the_file() -> None:
    document = read(pdf(["one"], ["two"], ["three"]), name="a.pdf", pages=((2, 3),))
    assert [page.number for page in document.pages] == [2, 3]
    assert document.place(document.text.index("three")).page == 3


def test_pages_of_a_format_without_pages_cannot_be_asked_for() -> None:
    with pytest.raises(UsageError, match="has no fixed pages"):
        read(b"Vendor shall.", name="a.txt", pages=((1, 1),))


def test_a_word_file_named_like_a_pdf_is_read_with_a_notice() -> None:
    document = read(word(paragraph(CLAUSE)), name="a.pdf")
    assert (document.media, document.text) == ("docx", CLAUSE)
    assert document.notices[0].sentence == "The file is named .pdf and is a Word document; it was read as that."


def test_the_name_and_the_digest_of_a_file_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "terms.txt"
    file.write_text("Vendor shall.", encoding="utf-8")
    document = read(file)
    assert (document.name, document.size) == ("terms.txt", 13)
    assert document.sha256 == hashlib.sha256(b"Vendor shall.").hexdigest()


def test_a_pdf_of_blank_pages_is_refused(tmp_path: Path) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(612, 792)
    file = tmp_path / "blank.pdf"
    writer.write(file)

    with pytest.raises(UnreadableError, match=r"blank\.pdf holds no text, so no verdict can be given on it"):
        read(file)
