"""The number that opens a block ("8.2", "(b)", "Exhibit D"), and what may follow it in the same list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Style = Literal[
    "attachment", "article", "part", "dotted", "dashed", "paren-digit", "lower", "upper", "roman", "upper-roman"
]

_ATTACHMENT = r"exhibit|schedule|appendix|annex|attachment|addendum"
_PREFIX = r"[\s#>*+•●▪◦○■–—_-]*"
_OPENING = re.compile(
    rf"(?P<prefix>{_PREFIX})(?P<open>\()?(?:(?P<dashed>[A-Z]{{1,2}}-\d{{1,2}}(?:\.\d{{1,2}})?)(?=[.:)]? +[A-Z“\"])|"
    rf"(?P<word>(?i:{_ATTACHMENT}|article|section|sec\.|part))\s+(?P<id>\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}|[IVXLC]{{1,6}}|[A-Z](?:-?\d{{1,2}})?)(?![\w’'-])"
    r"|§{0,2}\s?(?P<dotted>\d{1,3}(?:\.\s?\d{1,3}){0,5})"
    r"|(?P<letters>[a-z]{1,2}|[ivxl]{1,6}|[A-Z]|[IVX]{2,5})"
    r")(?P<close>\\?[.):]{1,2}|\s?[–—](?=\s))?(?P<after>[\s*_]*)",
)
_ROMAN = re.compile(r"(?:x{0,3})(?:ix|iv|v?i{0,3})")
_NAMED = frozenset(_ATTACHMENT.split("|"))


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number: its style, the words a lawyer would cite, and where the text after it begins in the block."""

    style: Style
    text: str
    key: str
    end: int

    @property
    def parts(self) -> tuple[int, ...]:
        """The parts of a dotted number; () for other styles."""
        return tuple(int(part) for part in self.key.split(".")) if self.style == "dotted" else ()


def opening(text: str, *, heading: bool = False) -> Number | None:
    """The number at the start of a block; None when it opens with words."""
    match = _OPENING.match(text)
    if not match:
        return None
    if match["word"]:
        return _named(match, text, heading)
    if match["dashed"]:
        return Number("dashed", match["dashed"], match["dashed"].lower(), match.end())
    if match["dotted"]:
        return _dotted(match, text, heading)
    return _lettered(match, text)


def _named(match: re.Match[str], text: str, heading: bool) -> Number | None:
    word, rest = match["word"].lower().rstrip("."), text[match.end() :]
    titled = match["word"][0].isupper() and (
        heading or bool(match["close"]) or not rest or rest[:1] in '([“"' or _titled(rest)
    )
    if match["open"] or not titled:
        return None
    if word in _NAMED:
        return Number("attachment", f"{word.capitalize()} {match['id']}", match["id"].lower(), match.end())
    if word in ("section", "sec") and match["id"][0].isdigit():
        return Number("dotted", match["id"], match["id"], match.end())
    style: Style = "part" if word == "part" else "article"
    return Number(
        style, f"{'Section' if word == 'sec' else word.capitalize()} {match['id']}", match["id"].lower(), match.end()
    )


def _titled(rest: str) -> bool:
    """Whether what follows "Exhibit A" is a title and not the rest of a sentence."""
    words = rest.split()
    return (
        len(words) <= 12
        and all(w[:1].isupper() or len(w) < 4 or not w[:1].isalpha() for w in words)
        and not rest.rstrip().endswith(".")
    )


def _dotted(match: re.Match[str], text: str, heading: bool) -> Number | None:
    key = match["dotted"].replace(" ", "")
    closed = (match["close"] or "").lstrip("\\")
    spaced = bool(match["after"]) or match.end() == len(text)
    if match["open"]:
        return (
            Number("paren-digit", f"({key})", key, match.end()) if closed.startswith(")") and "." not in key else None
        )
    if "." not in key and not closed and not (heading and spaced):
        return None if not _numbered_title(text, match) else Number("dotted", key, key, match.end())
    if not spaced and not text[match.end() : match.end() + 1].isupper():
        return None
    if closed.startswith(")") and "." not in key:
        return Number("paren-digit", f"({key})", key, match.end())
    return Number("dotted", key, key, match.end())


def _numbered_title(text: str, match: re.Match[str]) -> bool:
    """ "1 Definitions": a bare number before a short title."""
    rest = text[match.end() :]
    return (
        bool(match["after"])
        and len(rest.split()) <= 8
        and rest[:1].isupper()
        and not rest.rstrip().endswith((".", ";", ","))
    )


def _lettered(match: re.Match[str], text: str) -> Number | None:
    closed = (match["close"] or "").lstrip("\\")
    letters = match["letters"]
    if not closed or closed[0] not in ".)" or (match["open"] and closed[0] != ")"):
        return None
    if closed[0] == "." and not match["open"] and not match["after"] and match.end() < len(text):
        return None
    if len(letters) > 1 and not _is_roman(letters):
        return None
    style: Style = "upper" if letters.isupper() else "lower"
    if len(letters) > 1:
        style = "upper-roman" if letters.isupper() else "roman"
    return Number(style, f"({letters})" if closed[0] == ")" else letters, letters.lower(), match.end())


def _is_roman(letters: str) -> bool:
    return bool(_ROMAN.fullmatch(letters.lower()))


def follows(number: Number, last: str) -> bool:
    """Whether `number`, a letter or a digit in brackets, comes next after the key `last` of an open list."""
    if number.key.isdigit():
        return last.isdigit() and int(number.key) == int(last) + 1
    return len(number.key) == 1 and len(last) == 1 and ord(number.key) == ord(last) + 1


def roman_follows(number: Number, last: str) -> bool:
    """Whether `number` comes next after the roman numeral `last`."""
    return roman(number.key) == roman(last) + 1


_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def roman(letters: str) -> int:
    """The value of a lower-case roman numeral; 0 when it is none."""
    if not letters or not all(letter in _VALUES for letter in letters):
        return 0
    values = [_VALUES[letter] for letter in letters]
    return sum(-v if any(w > v for w in values[i + 1 :]) else v for i, v in enumerate(values))
