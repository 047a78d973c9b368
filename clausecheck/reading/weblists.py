"""The numbers that a browser shows before the items of a list."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from clausecheck.reading import numerals
from clausecheck.reading.numbering import Label

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w-]+)", re.IGNORECASE)
_NAMES = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
    "lower-latin": "lower-alpha", "upper-latin": "upper-alpha",
}  # fmt: skip
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimal-leading-zero": lambda n: f"{n:02}",
    "lower-alpha": numerals.base26,
    "upper-alpha": lambda n: numerals.base26(n).upper(),
    "lower-roman": numerals.roman,
    "upper-roman": lambda n: numerals.roman(n).upper(),
}
_BULLETS = {"circle": "◦", "square": "▪"}


class Counter:
    """Counts the items of one list (an `ol` or `ul`, or anything else that holds items)."""

    def __init__(self, items: LexborNode, depth: int) -> None:
        self._depth = depth
        self._ordered = items.tag == "ol"
        self._style = _style(items) or ("decimal" if self._ordered else "disc")
        reverse = "reversed" in items.attributes
        count = sum(1 for child in items.iter() if child.tag == "li") if reverse else 1
        self._step = -1 if reverse else 1
        self._next = _number(items.attributes.get("start"), count)

    def label(self, item: LexborNode) -> Label:
        """What stands before the next item; its `shown` is "" when that is nothing."""
        count = _number(item.attributes.get("value"), self._next)
        self._next = count + self._step
        style = _style(item) or self._style
        if style == "none":
            return Label("", "", self._depth)
        if style in _FORMATS:
            number = _FORMATS[style](count)
            return Label(f"{number}.", number, self._depth)
        return Label(str(count) + "." if self._ordered else _BULLETS.get(style, "•"), "", self._depth)


def _style(node: LexborNode) -> str:
    """The kind of number that a list or an item asks for, or ""."""
    written = _STYLE.search(node.attributes.get("style") or "")
    name = written[1].lower() if written else node.attributes.get("type") or ""
    return _NAMES.get(name, name)


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"\s*-?\d{1,6}\s*", text, re.ASCII) else otherwise
