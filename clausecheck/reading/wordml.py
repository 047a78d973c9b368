"""WordprocessingML: names of elements, and their small properties."""

from __future__ import annotations

from lxml.etree import _Element as Element

__all__ = ["Element", "W", "integer", "local", "toggle", "value"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def value(parent: Element | None, name: str) -> str | None:
    """The `w:val` of the child called `name`, None when there is no such child or value."""
    child = None if parent is None else parent.find(W + name)
    return None if child is None else child.get(W + "val")


def integer(parent: Element | None, name: str) -> int | None:
    """As `value`, for a number; None when it is no number."""
    text = value(parent, name) or ""
    return int(text) if text.lstrip("-").isdecimal() else None


def toggle(properties: Element | None, name: str) -> bool | None:
    """Whether a property is switched on or off; None when nothing is said about it."""
    child = None if properties is None else properties.find(W + name)
    return None if child is None else child.get(W + "val", "1") not in _OFF
