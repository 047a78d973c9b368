"""The report as Markdown, for a memo: first what is not present, with the wording and positions to negotiate by."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clausecheck.checking.report import ElementResult, Evidence, Finding, Report, Run, Verdict
from clausecheck.reporting import words
from clausecheck.reporting.citing import cite, visible, words_of
from clausecheck.safeguards.model import Pack, Safeguard

_PARTS: tuple[tuple[str, tuple[Verdict, ...]], ...] = (
    ("Not present", words.OPEN),
    ("Present", ("present",)),
    ("Not asked", ("not-applicable",)),
)
_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~#])")


def render(report: Report, pack: Pack) -> str:
    """The whole report, ending in a newline; `pack` is the one it was made with and gives wording and positions."""
    rules = {safeguard.id: safeguard for safeguard in pack.safeguards}
    several = len(report.run.inputs) > 1
    blocks = ["# Contract check", words.NO_SUBSTITUTE, f"**{words.sign_stoppers(report)}**", *_coverage(report)]
    blocks += ["## Overview", _overview(report)]
    for heading, verdicts in (
        ("Not present", words.OPEN),
        ("Present", ("present",)),
        ("Not asked", ("not-applicable",)),
    ):
        chosen = [f for f in words.by_urgency(report.findings) if f.verdict in verdicts]
        blocks += [f"## {heading}"] if chosen else []
        for finding in chosen:
            blocks += _finding(finding, rules[finding.safeguard], several)
    blocks += _observations(report)
    blocks += ["## Record of the run", _record(report.run)]
    return "\n\n".join(blocks) + "\n"


def plain(text: str) -> str:
    """`text` on one line, with nothing in it that Markdown would read as markup."""
    return _MARKUP.sub(r"\\\1", visible(text))


def advice(safeguard: Safeguard) -> Iterable[str]:
    """The wording to propose, the positions to hold and the questions to ask, a block each."""
    yield "Wording to propose:"
    yield f"> {plain(safeguard.wording)}"
    held = safeguard.positions
    yield _list(
        f"{name}: {plain(text)}"
        for name, text in (("Preferred", held.preferred), ("Fallback", held.fallback), ("Walk away", held.walk_away))
        if text
    )
    if safeguard.ask:
        yield "Ask the vendor:"
        yield _list(map(plain, safeguard.ask))


def _coverage(report: Report) -> Iterable[str]:
    lines = [*words.covered(report), words.parties(report.run), words.playbook(report.run)]
    yield _list([*map(plain, lines), *(f"Not read: {plain(line)}" for line in words.unread(report.coverage))])


def _overview(report: Report) -> str:
    several = len(report.run.inputs) > 1
    rows = [
        f"| {finding.verdict} | {finding.weight} | {plain(finding.title)} | "
        f"{plain(cite(finding.evidence[0], name_document=several)) if finding.evidence else '—'} |"
        for finding in words.by_urgency(report.findings)
    ]
    return "\n".join(["| Verdict | Weight | Safeguard | Where |", "| --- | --- | --- | --- |", *rows])


def _finding(finding: Finding, safeguard: Safeguard, several: bool) -> Iterable[str]:
    yield f"### {plain(finding.title)}: {finding.verdict}"
    yield f"*{plain(finding.question)}* ({finding.weight}, `{finding.safeguard}`)"
    yield plain(finding.summary)
    for quote in finding.evidence:
        yield _quote(quote, several)
    for miss in finding.near_misses:
        yield f"Near, but does not count: {plain(miss.why)}"
        yield _near(miss.evidence, several)
    if finding.elements:
        yield _list(map(_element, finding.elements))
    if finding.verdict in words.OPEN:
        yield from advice(safeguard)


def _quote(quote: Evidence, several: bool) -> str:
    sign = "For" if quote.polarity == "for" else "Against"
    says = f" The text {plain(quote.says)}." if quote.says else ""
    return f"> {plain(words_of(quote))}\n>\n> {sign}: {plain(cite(quote, name_document=several))}.{says}"


def _near(quote: Evidence, several: bool) -> str:
    return f"> {plain(words_of(quote))}\n>\n> {plain(cite(quote, name_document=several))}."


def _element(element: ElementResult) -> str:
    need = "" if element.required else " (optional)"
    where = f", {plain(cite(element.evidence))}" if element.evidence else ""
    return f"{'Found' if element.met else 'Not found'}: {plain(element.title)}{need}{where}"


def _observations(report: Report) -> Iterable[str]:
    if report.observations:
        yield "## Observations"
        yield _list(f"{o.severity.capitalize()}: {plain(o.sentence)}" for o in report.observations)


def _record(run: Run) -> str:
    lines = [
        f"clausecheck {run.tool_version}, {run.today}",
        f"pack {plain(run.pack)}, SHA-256 `{run.pack_digest}`",
        *(f"{plain(i.name)} ({i.media}, {i.size:,} bytes), SHA-256 `{i.sha256 or '—'}`" for i in run.inputs),
    ]
    return _list(lines)


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
