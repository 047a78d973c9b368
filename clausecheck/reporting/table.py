"""The report for a terminal: what stops a signature first, the words beside every verdict, what was read last."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from clausecheck.checking.report import Finding, Report, Verdict
from clausecheck.reporting import words
from clausecheck.reporting.citing import visible
from clausecheck.reporting.passages import Passage, passages

NARROWEST: Final = 48
_STACKED_BELOW, _WIDE_FROM = 70, 112
_VERDICT = 2 + max(map(len, words.ORDER))
_MOST_REFERENCES = 3
_INKS: dict[Verdict, str] = {
    "contradicted": "31;1",
    "missing": "31",
    "cannot-tell": "35",
    "weak": "33",
    "present": "32",
    "not-applicable": "2",
}
_BOLD, _DIM = "1", "2"
_TIED = re.compile(r"(?<=§) |(?<=\bp\.) |(?<=\(printed) | (?=…)")


@dataclass(frozen=True, slots=True)
class Style:
    """How the table is set: `width` in columns of the terminal; `verbosity` below 0 leaves the findings out."""

    width: int = 100
    colour: bool = False
    verbosity: int = 0

    def wrap(self, text: str, width: int, ink: str = "") -> str:
        """`text` in lines of at most `width`, inked where colour is on; its own line breaks stay."""
        lines = [part for line in text.splitlines() for part in _lines(line, width)]
        inked = [f"\x1b[{ink}m{line}\x1b[0m" for line in lines] if self.colour and ink else lines
        return "\n".join(inked)


def render(report: Report, style: Style) -> str:
    """The report as a table, ending in a newline; below `NARROWEST` columns it is set as if it had them."""
    style = Style(max(style.width, NARROWEST), style.colour, style.verbosity)
    parts = [style.wrap(words.sign_stoppers(report), style.width, _BOLD)]
    if style.verbosity >= 0:
        parts += [_findings(report, style), _notes(report, style)]
    return "\n\n".join(part for part in (*parts, _coverage(report, style)) if part) + "\n"


def grid(headers: Sequence[str], rows: Iterable[Sequence[str]], *, airy: bool = True) -> str:
    """Columns two apart under a rule, with a blank line between rows when `airy`; cells are wrapped already."""
    from tabulate import DataRow, Line, TableFormat, tabulate

    plain = DataRow("", "  ", "")
    form = TableFormat(None, Line("", "─", "  ", ""), None, None, plain, plain, 0, None)
    lines: list[Sequence[str]] = []
    for row in rows:
        lines += [("",) * len(headers)] if airy and lines else []
        lines += zip_longest(*(cell.splitlines() for cell in row), fillvalue="")
    text = tabulate(lines, headers, tablefmt=form, disable_numparse=True, preserve_whitespace=True)
    return "\n".join(line.rstrip() for line in text.splitlines())


def _findings(report: Report, style: Style) -> str:
    several = len(report.run.inputs) > 1
    setting = _stacked if style.width < _STACKED_BELOW else _usual if style.width < _WIDE_FROM else _wide
    full = style.verbosity > 0
    found = [(f, passages(f, several=several, full=full)) for f in words.by_urgency(report.findings)]
    headers, rows = setting(found, style)
    return grid(headers, rows) if rows else ""


Found = Sequence[tuple[Finding, Sequence[Passage]]]
Rows = tuple[Sequence[str], Sequence[Sequence[str]]]


def _stacked(found: Found, style: Style) -> Rows:
    width = style.width - _VERDICT - 2
    rows = [
        (_verdict(finding, style), _joined(_title(finding, width, style), *(_whole(p, width, style) for p in shown)))
        for finding, shown in found
    ]
    return ("  Verdict", "Safeguard, words and where"), rows


def _usual(found: Found, style: Style) -> Rows:
    rest = style.width - _VERDICT - 4
    title = rest * 2 // 5 if style.width < 90 else rest // 3
    rows = [
        (
            _verdict(finding, style),
            _title(finding, title, style),
            _joined(*(_whole(p, rest - title, style) for p in shown)),
        )
        for finding, shown in found
    ]
    return ("  Verdict", "Safeguard", "Words and where"), rows


def _wide(found: Found, style: Style) -> Rows:
    rest = min(style.width, 180) - _VERDICT - 6
    title, where = rest * 28 // 100, rest * 22 // 100
    rows: list[Sequence[str]] = []
    for finding, shown in found:
        head = (_verdict(finding, style), _title(finding, title, style))
        for passage in shown:
            text = style.wrap(passage.words, rest - title - where), style.wrap(passage.says, rest - title - where, _DIM)
            rows.append((*head, style.wrap(passage.where, where), _joined(*text)))
            head = ("", "")
    return ("  Verdict", "Safeguard", "Where", "Words"), rows


def _verdict(finding: Finding, style: Style) -> str:
    word = style.wrap(f"{words.SYMBOLS[finding.verdict]} {finding.verdict}", _VERDICT, _INKS[finding.verdict])
    return f"{word}\n  {style.wrap(finding.weight, _VERDICT, _DIM)}"


def _title(finding: Finding, width: int, style: Style) -> str:
    name = style.wrap(finding.safeguard, width, _DIM) if style.verbosity > 0 else ""
    return _joined(style.wrap(finding.title, width, _BOLD), name)


def _whole(passage: Passage, width: int, style: Style) -> str:
    return _joined(
        style.wrap(passage.words, width), style.wrap(passage.where, width, "36"), style.wrap(passage.says, width, _DIM)
    )


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _notes(report: Report, style: Style) -> str:
    signs = {"warning": "!", "note": "-"}
    lines = [f"{signs[o.severity]} {visible(o.sentence)}" for o in report.observations]
    return "\n".join(_hung(line, style) for line in lines)


def _coverage(report: Report, style: Style) -> str:
    most = None if style.verbosity > 0 else _MOST_REFERENCES
    lines = [
        *(f"Not read: {visible(line)}" for line in words.unread(report.coverage)),
        " ".join(words.covered(report, most)),
        words.parties(report.run),
        words.playbook(report.run),
        words.NO_SUBSTITUTE,
    ]
    return "\n".join(_hung(line, style) for line in lines)


def _hung(line: str, style: Style) -> str:
    return "\n".join(_lines(line, style.width, "  "))


def _lines(text: str, width: int, indent: str = "") -> list[str]:
    """Wrapped lines; a section sign, a page mark and an ellipsis stay with the word they belong to."""
    tied = _TIED.sub("\xa0", text)
    lines = textwrap.wrap(tied, width, subsequent_indent=indent, break_on_hyphens=False)
    return [line.replace("\xa0", " ") for line in lines]
