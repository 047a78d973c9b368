"""What a file really is, by its content and not by its name."""

from __future__ import annotations

import io
import re
from pathlib import PurePath

from clausecheck.errors import UnreadableError
from clausecheck.reading.decoding import decode
from clausecheck.reading.refusing import unreadable
from clausecheck.text import Media, Notice

_PICTURES = (
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"BM", "BMP"),
)
_OFFICE = {
    "xl/": "an Excel workbook",
    "ppt/": "a PowerPoint presentation",
    "Contents/": "a Visio drawing or another office file",
}
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b",
    re.IGNORECASE | re.DOTALL,
)
_ARCHIVED_PAGE = re.compile(r"\A(?:[\w-]+:.*\n(?:[ \t].*\n)*)*?content-type:\s*multipart/", re.IGNORECASE)
_NAMES: dict[Media, tuple[str, ...]] = {
    "pdf": (".pdf",),
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
    "html": (".html", ".htm", ".xhtml"),
    "markdown": (".md", ".markdown"),
    "text": (".txt",),
}
_CALLED = {"pdf": "PDF", "docx": "Word document", "html": "web page", "markdown": "text", "text": "text"}
_PDF_WITHIN = 1024
_EXPORT = "save it as .docx or .pdf and check that"


def media(data: bytes, name: str) -> Media:
    """The kind of file that `data` is; raises UnreadableError for what no reader takes."""
    if not data.strip():
        raise unreadable(name, "is empty", "get the file again")
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, name)
    foreign = _foreign(data)
    if foreign:
        raise unreadable(name, *foreign)
    return _textual(data, name)


def misnamed(media: Media, name: str) -> Notice | None:
    """A notice when the name promises another kind of file than `media`."""
    suffix = PurePath(name).suffix.lower()
    promised = next((kind for kind, suffixes in _NAMES.items() if suffix in suffixes), media)
    if _CALLED[promised] == _CALLED[media]:
        return None
    return Notice("misnamed", f"The file is named {suffix} and is a {_CALLED[media]}; it was read as that.")


def _zipped(data: bytes, name: str) -> Media:
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise unreadable(name, "is a damaged zip or Word file", "get the file again") from error
    if any(re.fullmatch(r"word/document\d*\.xml", part) for part in names) or _main_part(names):
        return "docx"
    raise _zip_refusal(names, name)


def _main_part(names: list[str]) -> bool:
    return "[Content_Types].xml" in names and any(part.startswith("word/") for part in names)


def _zip_refusal(names: list[str], name: str) -> UnreadableError:
    for prefix, what in _OFFICE.items():
        if any(part.startswith(prefix) for part in names):
            return unreadable(name, f"is {what}, which is not read", _EXPORT)
    if "mimetype" in names and "content.xml" in names:
        return unreadable(name, "is an OpenDocument file, which is not read", _EXPORT)
    return unreadable(name, "is a zip archive and not a Word document", "unpack it and check the files inside")


def _foreign(data: bytes) -> tuple[str, str] | None:
    """What happened and what to do, for the formats that are known and not read."""
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound(data)
    if data.lstrip()[:5] == b"{\\rtf":
        return "is an RTF file, which is not read", _EXPORT
    for magic, kind in _PICTURES:
        if data.startswith(magic):
            return f"is a picture ({kind}) whose text was not recognised", "check a PDF with a text layer instead"
    return None


def _compound(data: bytes) -> tuple[str, str]:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "is a Word document locked by a password", "save it without the password and check that"
    return "is an old Word document (.doc), which is not read", _EXPORT


def _textual(data: bytes, name: str) -> Media:
    text = decode(data)
    if text is None:
        happened = "is not a document: its bytes are neither PDF, Word, HTML nor text"
        raise unreadable(name, happened, "get the file again")
    if _ARCHIVED_PAGE.match(text[:4096]):
        raise unreadable(name, "is an e-mail or a web archive, which is not read", "save the page or the text itself")
    if _HTML.match(text[:4096]):
        return "html"
    return "markdown" if name.lower().endswith((".md", ".markdown")) else "text"
