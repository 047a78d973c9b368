"""The report for a terminal: what stops a signature first, the words beside every verdict, what was read last."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tabulate import DataRow, Line, TableFormat, tabulate

from clausecheck.checking.report import Evidence, Finding, NearMiss, Observation, Report, Verdict
from clausecheck.reporting import words
from clausecheck.reporting.citing import cite, shortened, visible, words_of

NARROWEST: Final = 40
_STACKED_BELOW, _WIDE_FROM = 72, 112
_GAP = 2
_MOST_REFERENCES = 3
_PLAIN_ROWS = DataRow("", "  ", "")
_FORMAT = TableFormat(
    lineabove=None,
    linebelowheader=Line("", "─", "  ", ""),
    linebetweenrows=None,
    linebelow=None,
    headerrow=_PLAIN_ROWS,
    datarow=_PLAIN_ROWS,
    padding=0,
    with_header_hide=None,
)
_INKS: dict[Verdict, str] = {
    "contradicted": "31;1",
    "missing": "31",
    "cannot-tell": "35",
    "weak": "33",
    "present": "32",
    "not-applicable": "2",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How the table is set: `width` in columns of the terminal, colour or not, and how much is said."""

    width: int = 100
    colour: bool = False
    verbosity: int = 0


def render(report: Report, style: Style) -> str:
    """The report as a table, ending in a newline; below `NARROWEST` columns it is set as if it had them."""
    style = Style(max(style.width, NARROWEST), style.colour, style.verbosity)
    parts = [_inked(_filled(words.sign_stoppers(report), style), "1", style)]
    if style.verbosity >= 0:
        parts += [_findings(report, style), _notes(report.observations, style)]
    parts += [_coverage(report, style)]
    return "\n\n".join(part for part in parts if part) + "\n"


def grid(headers: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    """Columns of exactly `widths` characters, two apart; words wrap, lines of a cell stay lines."""
    wrapped = [[_wrapped(cell, width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    padded = [f"{header:<{width}}" for header, width in zip(headers, widths, strict=True)]
    text = tabulate(wrapped, padded, tablefmt=_FORMAT, disable_numparse=True, preserve_whitespace=True)
    return "\n".join(line.rstrip() for line in text.splitlines())


def _wrapped(cell: str, width: int) -> str:
    if "\x1b" in cell:
        return cell
    return "\n".join("\n".join(textwrap.wrap(line, width, break_on_hyphens=False)) for line in cell.splitlines())


def _findings(report: Report, style: Style) -> str:
    name_documents = len(report.run.inputs) > 1
    ordered = words.by_urgency(report.findings)
    if style.width < _STACKED_BELOW:
        headers, widths = ("Verdict", "Safeguard, where and words"), _shares(style.width, 1)
    elif style.width < _WIDE_FROM:
        headers, widths = ("Verdict", "Safeguard and where", "Words"), _shares(style.width, 0.4, 0.6)
    else:
        headers, widths = ("Verdict", "Safeguard", "Where", "Words"), _shares(style.width, 0.27, 0.25, 0.48)
    rows = [_row(finding, len(headers), name_documents, style) for finding in ordered]
    return grid(headers, [[f"{cell}\n\x20" for cell in row] for row in rows], widths)


def _shares(width: int, *shares: float) -> tuple[int, ...]:
    verdict = 2 + max(map(len, words.ORDER))
    rest = width - verdict - _GAP * len(shares)
    columns = [int(rest * share) for share in shares]
    return (verdict, *columns[:-1], rest - sum(columns[:-1]))
