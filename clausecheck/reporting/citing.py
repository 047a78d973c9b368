"""Where words stand, the way a lawyer cites them, and words of a contract made fit for display."""

from __future__ import annotations

import re
import unicodedata

from clausecheck.checking.report import Evidence

_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(r"(^|, )(?=[\d(])")
_ESCAPES = {"Cc": "\\x{:02x}", "Cf": "\\u{:04x}", "Cs": "\\u{:04x}"}
_UNSEEN = ("\u00ad", "\u200b", "\ufeff")


def cite(evidence: Evidence, *, name_document: bool = False) -> str:
    """The place of a quote: "order.pdf, p. 12 (printed A-3), § 8.2(b)"; a heading or "—" where no more is known."""
    parts = [visible(evidence.document)] if name_document else []
    if evidence.page is not None:
        parts.append(place(evidence.page, evidence.printed_page))
    if evidence.section:
        parts.append(_NUMBER.sub("\\1§ ", visible(evidence.section)))
    elif evidence.heading:
        parts.append(f"“{shortened(evidence.heading, 8)}”")
    return ", ".join(parts) or "—"


def place(page: int | None, printed: str) -> str:
    """A page of the file, and the number printed on it where that differs; "" for a format without pages."""
    if page is None:
        return ""
    return f"p. {page}" + (f" (printed {visible(printed)})" if printed not in ("", str(page)) else "")


def words_of(evidence: Evidence, most: int | None = None) -> str:
    """The quote in quotation marks, after its lead-in and an ellipsis where it has one; at most `most` words of it."""
    quote = visible(evidence.quote) if most is None else shortened(evidence.quote, most)
    if not evidence.lead_in:
        return f"“{quote}”"
    lead = visible(evidence.lead_in) if most is None else _last(evidence.lead_in, max(4, most // 3))
    return f"“{lead} … {quote}”"


def shortened(text: str, most: int) -> str:
    """At most `most` words of `text`, and "…" where words were left out."""
    words = visible(text).split(" ")
    return " ".join(words) if len(words) <= most else " ".join(words[:most]) + " …"


def _last(text: str, most: int) -> str:
    words = visible(text).split(" ")
    return " ".join(words) if len(words) <= most else "… " + " ".join(words[-most:])


def visible(text: str) -> str:
    """`text` on one line, with every control or formatting character that could mislead written as an escape."""
    return "".join(map(_shown, _SPACE.sub(" ", text).strip()))


def _shown(character: str) -> str:
    if character.isascii() and character.isprintable():
        return character
    if character in _UNSEEN:
        return ""
    category = unicodedata.category(character)
    if category == "Co":
        return "□"
    return _ESCAPES[category].format(ord(character)) if category in _ESCAPES else character
