"""Word styles: what a paragraph or a run takes over from its style and from the styles that one is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clausecheck.reading.wordml import Element, W, integer, toggle, value

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"toc [1-9]", re.IGNORECASE)
_BODY_OUTLINE = 9


@dataclass(frozen=True, slots=True)
class NumberSource:
    """The list that a paragraph belongs to; `level` counts from 0 and is None when the list itself links the style."""

    number_id: int
    level: int | None
    style: str = ""


@dataclass(frozen=True, slots=True)
class _Style:
    id: str
    name: str
    based_on: str
    paragraph: Element | None
    run: Element | None


class Styles:
    """The styles of one file; `root` is the root of styles.xml, None when there is none."""

    def __init__(self, root: Element | None) -> None:
        elements = [] if root is None else root.findall(W + "style")
        self._styles = {style.id: style for style in map(_style, elements)}
        self._switches: dict[tuple[str, str], bool | None] = {}
        self._default = next((e.get(W + "styleId", "") for e in elements if _is_default_paragraph(e)), "")

    def heading_level(self, properties: Element | None) -> int:
        """The heading level of a paragraph from 1, or 0; `properties` is its w:pPr."""
        own = integer(properties, "outlineLvl")
        if own is not None:
            return _level(own)
        for style in self._chain(self._style_of(properties)):
            named = _HEADING.fullmatch(style.name)
            outline = integer(style.paragraph, "outlineLvl")
            if named or outline is not None or style.name.lower() == "title":
                return int(named[1]) if named else _level(0 if outline is None else outline)
        return 0

    def is_contents(self, properties: Element | None) -> bool:
        """True for an entry of a table of contents."""
        return any(_CONTENTS.fullmatch(style.name) for style in self._chain(self._style_of(properties)))

    def number_source(self, properties: Element | None) -> NumberSource | None:
        """The list of a paragraph, by its own properties or by its style; None when it has no number."""
        own = None if properties is None else properties.find(W + "numPr")
        level, number = integer(own, "ilvl"), integer(own, "numId")
        if number is not None:
            return NumberSource(number, level or 0) if number else None
        for style in self._chain(self._style_of(properties)):
            inherited = None if style.paragraph is None else style.paragraph.find(W + "numPr")
            number = integer(inherited, "numId")
            level = integer(inherited, "ilvl") if level is None else level
            if number is not None:
                return NumberSource(number, level, style.id) if number else None
        return None

    def number_of(self, style_id: str) -> int | None:
        """The list that a numbering style stands for."""
        for style in self._chain(style_id):
            numbering = None if style.paragraph is None else style.paragraph.find(W + "numPr")
            if numbering is not None:
                return integer(numbering, "numId")
        return None

    def is_hidden(self, run: Element | None, paragraph: Element | None) -> bool:
        """True for text that Word does not show; takes the w:rPr of the run and the w:pPr of its paragraph."""
        return self._switched("vanish", run, paragraph)

    def is_struck(self, run: Element | None, paragraph: Element | None) -> bool:
        """True for text that is shown crossed out; arguments as for `is_hidden`."""
        return self._switched("strike", run, paragraph) or self._switched("dstrike", run, paragraph)

    def is_bold(self, run: Element | None, paragraph: Element | None) -> bool:
        """True for bold text; arguments as for `is_hidden`."""
        return self._switched("b", run, paragraph)

    def _switched(self, name: str, run: Element | None, paragraph: Element | None) -> bool:
        """The first word on a property, from the run itself outwards to the style of the paragraph."""
        own = toggle(run, name)
        if own is not None:
            return own
        character = self._style_switch(name, value(run, "rStyle") or "")
        return bool(self._style_switch(name, self._style_of(paragraph)) if character is None else character)

    def _style_switch(self, name: str, style_id: str) -> bool | None:
        if (name, style_id) not in self._switches:
            states = (toggle(style.run, name) for style in self._chain(style_id))
            self._switches[name, style_id] = next((state for state in states if state is not None), None)
        return self._switches[name, style_id]

    def _style_of(self, properties: Element | None) -> str:
        return value(properties, "pStyle") or self._default

    def _chain(self, style_id: str) -> Iterator[_Style]:
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            yield self._styles[style_id]
            style_id = self._styles[style_id].based_on


def _style(element: Element) -> _Style:
    return _Style(
        element.get(W + "styleId", ""),
        value(element, "name") or "",
        value(element, "basedOn") or "",
        element.find(W + "pPr"),
        element.find(W + "rPr"),
    )


def _is_default_paragraph(element: Element) -> bool:
    return element.get(W + "type") == "paragraph" and element.get(W + "default") in {"1", "true", "on"}


def _level(outline: int) -> int:
    return outline + 1 if 0 <= outline < _BODY_OUTLINE else 0
