"""Running headers and footers, page numbers and envelope stamps: what is on a page and not part of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set

from clausecheck.reading.pdfium import PageText
from clausecheck.reading.pdflines import Line

_STAMP = re.compile(
    r"\s*(?:Docu[Ss]ign Envelope ID\b|Envelope ID:|Adobe (?:Acrobat )?Sign Transaction (?:Number|ID)\b"
    r"|(?:Doc|Document) ID: ?[0-9a-f]{16,}|(?:Dropbox|Hello) ?Sign\b.{0,20}\bID\b|Powered by \w+Sign\b"
    r"|PandaDoc\b.{0,20}\bID\b)"
)
_NUMBER = r"(?:[A-Z]{1,3}-?)?\d{1,4}|[ivxl]{1,7}"
_PAGE_NUMBER = re.compile(
    rf"(?:^|.*\s|.*\b)(?:page|pg\.?|p\.)\s*[|:#-]?\s*(?P<named>{_NUMBER})(?:\s*(?:of|/)\s*\d{{1,4}})?\s*[|-]?\s*(?:\b.{{0,40}})?$"
    rf"|^[-–—|\[(\s]*(?P<alone>{_NUMBER})[-–—|\])\s]*$"
    rf"|^(?P<of>\d{{1,4}})\s*(?:of|/)\s*\d{{1,4}}$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_EDGE = 4
_EDGE_SHARE = 0.15
_SAME_HEIGHT = 8.0
_FEWEST_NUMBERED = 3
_MOST_WORDS = 10
_MOST_NUMBER_WORDS = 5
_MOST_PRINTED_OVER = 3

Pages = Mapping[int, PageText]


def furniture(pages: Pages) -> dict[int, frozenset[int]]:
    """For every page index the indices of its lines that are furniture."""
    edges = {number: _edge_lines(page) for number, page in pages.items()}
    running = _running(pages, edges)
    repeated = _on_most(
        {n: {_spot(_masked(p.lines[at].text), p.lines[at]) for at in edges[n]} for n, p in pages.items()}
    )
    printed_over = _on_most({n: {_spot(line.text, line) for line in p.lines} for n, p in pages.items()})
    found: dict[int, frozenset[int]] = {}
    for number, page in pages.items():
        lines, edge = page.lines, edges[number]
        stamps = {at for at, line in enumerate(lines) if _STAMP.match(line.text)}
        numbers = {at for at in edge | _outermost(lines) if _is_page_number(lines[at].text)}
        heads = {at for at in edge if _spot(_masked(lines[at].text), lines[at]) in repeated}
        heads |= {at for at in edge if _runs_on(number, lines[at], running)}
        over = {at for at, line in enumerate(lines) if at not in edge and _spot(line.text, line) in printed_over}
        found[number] = frozenset(stamps | numbers | heads | (over if len(over) <= _MOST_PRINTED_OVER else set()))
    return _with_page_numbers(pages, edges, found)


def _masked(text: str) -> str:
    """`text` as it is compared between pages: all digits alike."""
    return _DIGITS.sub("#", text)


def _with_page_numbers(
    pages: Pages, edges: Mapping[int, frozenset[int]], found: Mapping[int, frozenset[int]]
) -> dict[int, frozenset[int]]:
    """With the longer lines, too, that print the number which the numbers on the other pages call for."""
    numbers = printed_numbers(pages, found)
    steps = Counter(int(number) - page for page, number in numbers.items() if number.isdecimal())
    if not steps or steps.most_common(1)[0][1] < _FEWEST_NUMBERED:
        return dict(found)
    step = steps.most_common(1)[0][0]
    return {
        page: taken if numbers[page] else taken | _printing(str(page + step), pages[page].lines, edges[page])
        for page, taken in found.items()
    }


def _printing(number: str, lines: tuple[Line, ...], edge: frozenset[int]) -> frozenset[int]:
    """The lines at the edge of a page that print this page number."""
    return frozenset(index for index in edge if page_number(lines[index].text) == number)


def page_number(text: str) -> str:
    """The number that a page-number line prints ("Page | 3", "- 3 -"), or ""."""
    match = _PAGE_NUMBER.match(text) if text.count(" ") < _MOST_WORDS else None
    return next((group for group in match.groups() if group), "") if match else ""


def _is_page_number(text: str) -> bool:
    return text.count(" ") < _MOST_NUMBER_WORDS and bool(page_number(text))


def _outermost(lines: Sequence[Line]) -> frozenset[int]:
    """The indices of the lowest and the highest line."""
    order = sorted(range(len(lines)), key=lambda index: lines[index].base)
    return frozenset({*order[:1], *order[-1:]})


def _edge_lines(page: PageText) -> frozenset[int]:
    """The indices of the lines near the upper and lower edge; of the first and last ones where no place is known."""
    lines = page.lines
    if page.height > 0:
        low, high = _EDGE_SHARE * page.height, (1 - _EDGE_SHARE) * page.height
        return frozenset(index for index, line in enumerate(lines) if not low < line.base < high)
    return frozenset({*range(min(_EDGE, len(lines))), *range(max(0, len(lines) - _EDGE), len(lines))})


def _spot(text: str, line: Line) -> tuple[str, int]:
    """The text and roughly the height at which it stands."""
    return text, round(line.base / _SAME_HEIGHT)


def _on_most(spots: Mapping[int, Set[tuple[str, int]]]) -> frozenset[tuple[str, int]]:
    """What stands on more than half of all pages, or of the odd or the even pages; of three pages at least."""
    seen = Counter(spot for held in spots.values() for spot in held)
    groups = (list(spots), [page for page in spots if page % 2], [page for page in spots if not page % 2])
    return frozenset(
        spot
        for spot, count in seen.items()
        if count > 1 and _has_words(spot[0]) and any(_is_on_most(spot, spots, group) for group in groups)
    )


def _is_on_most(spot: tuple[str, int], spots: Mapping[int, Set[tuple[str, int]]], pages: Sequence[int]) -> bool:
    return len(pages) >= 3 and sum(spot in spots[page] for page in pages) > len(pages) / 2


def _has_words(text: str) -> bool:
    return sum(char.isalpha() for char in text) >= 4


def _running(pages: Pages, edges: Mapping[int, frozenset[int]]) -> dict[str, dict[int, list[float]]]:
    """Masked edge lines, and their cells: on which pages, and at which heights."""
    places: dict[str, dict[int, list[float]]] = {}
    for page, held in pages.items():
        for index in edges[page]:
            line = held.lines[index]
            for each in (line, *line.cells):
                places.setdefault(_masked(each.text), {}).setdefault(page, []).append(line.base)
    return places


def _runs_on(page: int, line: Line, running: Mapping[str, Mapping[int, Sequence[float]]]) -> bool:
    """True when the same line stands at the same height on pages near by, three pages at least in all."""
    places = running[_masked(line.text)]

    def alike(other: int) -> bool:
        return any(abs(base - line.base) < _SAME_HEIGHT for base in places.get(other, ()))

    if not any(alike(other) for other in (page - 2, page - 1, page + 1, page + 2)):
        return False
    return bool(page_number(line.text)) or sum(map(alike, places)) >= 3


def printed_numbers(pages: Pages, taken: Mapping[int, Iterable[int]]) -> dict[int, str]:
    """Page index to the number printed on the page, where a line of furniture shows one."""
    numbers: dict[int, str] = {}
    for page, indices in taken.items():
        shown = [page_number(pages[page].lines[index].text) for index in sorted(indices)]
        numbers[page] = next((number for number in shown if number), "")
    return numbers
