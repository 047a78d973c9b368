"""Saved web pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from selectolax.lexbor import LexborHTMLParser

from clausecheck.reading.decoding import decode
from clausecheck.reading.draft import compose
from clausecheck.reading.refusing import unreadable
from clausecheck.reading.webpage import Reading, reading
from clausecheck.text import Document, Furniture, Notice

_FEW_FOR_A_DOCUMENT = 150
_FEW_FOR_A_PAGE = 60
_SIGN_IN = 'input[type="password" i]'
_OTHER_PAGES = "iframe, frame, object[data], embed[src]"
_DOCUMENT_NAMES = frozenset({".pdf", ".docx", ".doc", ".docm", ".rtf"})


def read(data: bytes, name: str, sha256: str) -> Document:
    """Read a page; raises UnreadableError when it stands in the place of a document that was not handed out."""
    tree = LexborHTMLParser(decode(data) or "")
    content = Reading() if tree.body is None else reading(tree.body)
    text, blocks = compose(content.pieces)
    asks_for_password = tree.css_first(_SIGN_IN) is not None
    words = len(text.split())
    suffix = PurePath(name).suffix.lower()
    if suffix in _DOCUMENT_NAMES and (words < _FEW_FOR_A_DOCUMENT or asks_for_password):
        raise unreadable(name, f"is a web page and not a {suffix} file{_shown(text)}", "download the document again")
    return Document(
        name=name,
        media="html",
        sha256=sha256,
        size=len(data),
        text=text,
        blocks=blocks,
        furniture=tuple(Furniture(None, piece.text) for piece in content.around),
        notices=(*content.unshown.notices(), *_notices(tree, words, asks_for_password)),
    )


def _shown(text: str) -> str:
    """The first words of the page, in brackets."""
    words = text.split()
    return f" (“{' '.join(words[:8])}{' …' if len(words) > 8 else ''}”)" if words else ""


def _notices(tree: LexborHTMLParser, words: int, asks_for_password: bool) -> Iterator[Notice]:
    others = len(tree.css(_OTHER_PAGES))
    if others:
        shows = "another page" if others == 1 else f"{others} other pages"
        yield Notice(
            "unread-part", f"The page shows {shows} inside it, not read.", touches_verdicts=words < _FEW_FOR_A_DOCUMENT
        )
    if asks_for_password:
        sentence = "The page asks for a password; the text behind it may not be in the file."
        yield Notice("sign-in", sentence, touches_verdicts=True)
    elif words < _FEW_FOR_A_PAGE:
        sentence = "The page holds few words; a contract may have been kept behind it and not be in the file."
        yield Notice("few-words", sentence, touches_verdicts=True)
