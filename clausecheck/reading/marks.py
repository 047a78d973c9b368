"""The numbers, letters and bullets that open a clause, as printed."""

from __future__ import annotations

import re

_NAMED = (
    r"(?:ARTICLE|Article|SECTION|Section|EXHIBIT|Exhibit|SCHEDULE|Schedule|APPENDIX|Appendix|ANNEX|Annex"
    r"|ATTACHMENT|Attachment|ADDENDUM|Addendum|PART|Part)\s+(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z](?:-\d+)?)(?![\w’'])[.:]?"
)
_MARK = re.compile(
    rf"(?P<named>{_NAMED})(?=\s|$|[–—-])"
    r"|(?P<dotted>§?\s?\d{1,3}(?:\.\d{1,3})+)[.)]?(?=\s|$|[“\"A-Z(])"
    r"|(?P<number>\d{1,3})[.)](?=\s|$|[“\"A-Z])"
    r"|\((?P<paren>[a-z]{1,2}|[A-Z]{1,2}|[ivx]{1,6}|[IVX]{1,6}|\d{1,3})\)(?=\s|$|[“\"A-Za-z])"
    r"|(?P<letter>[A-Z]|[a-z]|[ivx]{2,6}|[IVX]{2,6})[.)](?=\s|$)"
    r"|(?P<bullet>[•●▪◦○■□➢➔✓·‣⁃∙-]|[–—](?=\s)|o(?=\s+[A-Z]))(?=\s|$)"
)
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_CITING = re.compile(
    r"(?:\b(?:sections?|subsections?|articles?|exhibits?|schedules?|appendix|annex|attachments?|paragraphs?|clauses?"
    r"|parts?|items?|rules?|chapters?|titles?|ORS|RCW|U\.?S\.?C\.?|C\.?F\.?R\.?|§§?|to|through|of|under|in|with|by|and|or"
    r"|the|this|at|than|from|per|for|a|an|is|are|Mr|Ms|Inc|No|Nos)\.?|[,(/$§&-])$",
    re.I,
)
_LONGEST_CITING = 16


def opens_with_mark(text: str) -> re.Match[str] | None:
    """The mark at the start of a line, or None."""
    return _MARK.match(text)


def is_mark(text: str) -> bool:
    """True for a number, a letter or a bullet and nothing else."""
    mark = _MARK.match(text)
    return bool(mark and mark.end() >= len(text.rstrip(".:)")))


def leads_to_citation(text: str) -> bool:
    """True when the words before a line break want a number or a name after them ("under Section")."""
    return bool(_CITING.search(text[-_LONGEST_CITING:]))


def predecessor(mark: str) -> str | None:
    """The letter or number that stands before `mark` in a list, None for the first of a list."""
    if mark.isdigit():
        return str(int(mark) - 1) if int(mark) > 1 else None
    lower = mark.lower()
    before = _ROMANS[_ROMANS.index(lower) - 1] if lower in _ROMANS[1:] else None
    if before is None and len(lower) == 1 and lower not in "ai":
        before = chr(ord(lower) - 1)
    if before is None:
        return None
    return before.upper() if mark.isupper() else before
