"""The automatic numbers of Word: counted as the paragraphs pass by, shown as the list definition says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from clausecheck.reading import numerals
from clausecheck.reading.styles import NumberSource, Styles
from clausecheck.reading.wordml import Element, W, integer, toggle, value

_LEVELS = 9
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")
_SLOT = re.compile(r"%([1-9])")
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda n: f"{n:02}",
    "lowerLetter": numerals.letters,
    "upperLetter": lambda n: numerals.letters(n).upper(),
    "lowerRoman": numerals.roman,
    "upperRoman": lambda n: numerals.roman(n).upper(),
    "ordinal": numerals.ordinal,
    "cardinalText": numerals.cardinal_words,
    "ordinalText": numerals.ordinal_words,
    "numberInDash": lambda n: f"- {n} -",
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph: as shown, the number in it ("" for a bullet), and the depth from 1."""

    shown: str
    number: str
    depth: int
    apart: bool = True


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str
    text: str
    restart: int | None
    legal: bool
    apart: bool
    style: str


class Numbering:
    """The lists of one file and where their counts stand; `root` is the root of numbering.xml or None."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._nums = {} if root is None else {n.get(W + "numId", ""): n for n in root.findall(W + "num")}
        self._abstracts = (
            {} if root is None else {a.get(W + "abstractNumId", ""): a for a in root.findall(W + "abstractNum")}
        )
        self._levels: dict[int, tuple[str, dict[int, _Level]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[int, int]] = set()

    def label(self, source: NumberSource) -> Label | None:
        """Count one paragraph of the list, and what stands before it; None when that is nothing."""
        abstract, levels = self._definition(source.number_id)
        at = _level_of(source, levels)
        if at not in levels:
            return None
        counts = self._counts.setdefault(abstract, {})
        self._restart(source.number_id, at, counts)
        counts[at] = counts[at] + 1 if at in counts else levels[at].start
        for deeper in [level for level in counts if level > at and _restarts(levels.get(level), at)]:
            del counts[deeper]
        for upper in range(at):
            counts.setdefault(upper, levels[upper].start if upper in levels else 1)
        return _label(levels, at, counts)

    def _restart(self, number_id: int, at: int, counts: dict[int, int]) -> None:
        """Begin anew, once, where a list that shares its definition with others says so."""
        start = integer(self._override(number_id, at), "startOverride")
        if start is not None and (number_id, at) not in self._started:
            counts[at] = start - 1
        self._started.add((number_id, at))

    def _override(self, number_id: int, level: int) -> Element | None:
        num = self._nums.get(str(number_id))
        overrides = [] if num is None else num.findall(W + "lvlOverride")
        return next((each for each in overrides if each.get(W + "ilvl") == str(level)), None)

    def _definition(self, number_id: int) -> tuple[str, dict[int, _Level]]:
        """The name of the definition that counts for a list, and its levels."""
        if number_id not in self._levels:
            abstract = self._abstract(number_id)
            levels = {} if abstract is None else {_depth(each): _level(each) for each in abstract.findall(W + "lvl")}
            for at in range(_LEVELS):
                override = self._override(number_id, at)
                own = None if override is None else override.find(W + "lvl")
                if own is not None:
                    levels[at] = _level(own)
            name = "" if abstract is None else abstract.get(W + "abstractNumId", "")
            self._levels[number_id] = name, levels
        return self._levels[number_id]

    def _abstract(self, number_id: int, hops: int = 3) -> Element | None:
        abstract = self._abstracts.get(value(self._nums.get(str(number_id)), "abstractNumId") or "")
        linked = value(abstract, "numStyleLink")
        target = self._styles.number_of(linked) if linked else None
        return self._abstract(target, hops - 1) if target is not None and hops else abstract


def _level_of(source: NumberSource, levels: dict[int, _Level]) -> int:
    linked = (at for at, level in levels.items() if source.style and level.style == source.style)
    return source.level if source.level is not None else next(linked, 0)


def _restarts(level: _Level | None, at: int) -> bool:
    """Whether a deeper level begins anew after a paragraph of level `at`."""
    return level is None or level.restart is None or at < level.restart


def _depth(element: Element) -> int:
    return int(element.get(W + "ilvl", "0"))


def _level(element: Element) -> _Level:
    formats = [each.get(W + "val", "decimal") for each in element.iter(W + "numFmt")]
    start = integer(element, "start")
    return _Level(
        start=0 if start is None else start,
        format=formats[-1] if formats else "decimal",
        text=value(element, "lvlText") or "",
        restart=integer(element, "lvlRestart"),
        legal=bool(toggle(element, "isLgl")),
        apart=value(element, "suff") != "nothing",
        style=value(element, "pStyle") or "",
    )


def _label(levels: dict[int, _Level], at: int, counts: dict[int, int]) -> Label | None:
    level = levels[at]
    if level.format == "bullet":
        return Label(_bullet(level.text), "", at + 1)
    shown = _SLOT.sub(lambda slot: _shown(levels, int(slot[1]) - 1, counts, level.legal), level.text).strip()
    number = shown.rstrip(".:") if any(char.isalnum() for char in shown) else ""
    return Label(shown, number, at + 1, level.apart) if shown else None


def _shown(levels: dict[int, _Level], at: int, counts: dict[int, int], legal: bool) -> str:
    count = counts.get(at, 0)
    name = levels[at].format if at in levels else "decimal"
    return str(count) if legal and name != "decimalZero" else _FORMATS.get(name, str)(count)


def _bullet(text: str) -> str:
    sign = _PRIVATE.sub("•", text.strip()) or "•"
    return "◦" if sign == "o" else sign
