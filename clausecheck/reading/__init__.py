"""Files to documents: `read` finds out what a file is and gives it to the reader for it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from clausecheck.errors import ClausecheckError, UsageError
from clausecheck.reading import sniff
from clausecheck.reading.refusing import unreadable
from clausecheck.text import Document, Media

__all__ = ["read"]

PageRanges = tuple[tuple[int, int], ...]


def read(
    source: Path | bytes,
    *,
    name: str | None = None,
    pages: PageRanges | None = None,
    password: str | None = None,
) -> Document:
    """Read a file, or the bytes of one; `name` is what reports call it (the file's own name, "-" for bytes).

    `pages` holds (first, last) pages of the file, counted from 1, for a contract inside a packet. Raises
    UnreadableError with one plain sentence when nothing can be read, and UsageError for pages that are not there.
    """
    data = source if isinstance(source, bytes) else _load(source)
    known_as = name or ("-" if isinstance(source, bytes) else Path(source).name)
    media = sniff.media(data, known_as)
    if pages is not None and media != "pdf":
        raise UsageError(f"{known_as} has no fixed pages, so a range of pages cannot be taken from it.")
    try:
        document = _read_as(media, data, known_as, pages, password)
    except ClausecheckError:
        raise
    except Exception as error:
        raise unreadable(known_as, f"is damaged ({type(error).__name__})", "get the file again") from error
    if document.complete and not document.text.strip() and not document.furniture:
        raise unreadable(known_as, "holds no text", "check that it is the right file")
    misnamed = sniff.misnamed(media, known_as)
    return replace(document, notices=(misnamed, *document.notices)) if misnamed else document


def _load(path: Path) -> bytes:
    try:
        return Path(path).read_bytes()
    except FileNotFoundError as error:
        raise unreadable(str(path), "does not exist", "check the name") from error
    except IsADirectoryError as error:
        raise unreadable(str(path), "is a folder", "name the files inside it") from error
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise unreadable(str(path), f"cannot be opened ({reason})", "check who may read it") from error


def _read_as(media: Media, data: bytes, name: str, pages: PageRanges | None, password: str | None) -> Document:
    if media == "pdf":
        from clausecheck.reading import pdf

        return pdf.read(data, name, digest(data), pages, password)
    if media == "docx":
        from clausecheck.reading import docx

        return docx.read(data, name, digest(data))
    if media == "html":
        from clausecheck.reading import html

        return html.read(data, name, digest(data))
    from clausecheck.reading import plain

    return plain.read(data, name, digest(data), media)


def digest(data: bytes) -> str:
    """The SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
