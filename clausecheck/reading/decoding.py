"""Bytes to characters, by the marks and statistics of the bytes themselves."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_DECLARED = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_LINE_ENDS = re.compile(r"\r\n?|\x85|\u2028|\u2029")
_MOST_CONTROLS = 0.005


def decode(data: bytes) -> str | None:
    """The text with `\\n` as only line end, or None when the bytes are not text."""
    text = _marked(data) or _unmarked(data)
    if text is None:
        return None
    text = _LINE_ENDS.sub("\n", text)
    controls = len(_CONTROLS.findall(text))
    return None if controls > _MOST_CONTROLS * len(text) else _CONTROLS.sub("", text)


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return None


def _unmarked(data: bytes) -> str | None:
    head = data[:4096]
    zeros = head.count(0)
    if zeros > len(head) // 5:
        little = head[1::2].count(0) >= head[0::2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_declared(head) or "cp1252", "replace")


def _declared(head: bytes) -> str | None:
    """The encoding that a web page names in its head."""
    match = _DECLARED.search(head)
    try:
        return codecs.lookup(match[1].decode()).name if match else None
    except LookupError:
        return None
