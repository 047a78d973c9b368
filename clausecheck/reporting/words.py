"""The words that every format shares: verdicts, their order and legend, and what a reader must always be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clausecheck.checking.report import Coverage, Finding, Report, Run, Verdict, Weight
from clausecheck.reporting.citing import visible

ORDER: tuple[Verdict, ...] = ("contradicted", "missing", "cannot-tell", "weak", "present", "not-applicable")
WEIGHTS: tuple[Weight, ...] = ("critical", "high", "medium")
OPEN: tuple[Verdict, ...] = ("contradicted", "missing", "cannot-tell", "weak")

SYMBOLS: Mapping[Verdict, str] = {
    "contradicted": "✗",
    "missing": "○",
    "cannot-tell": "?",
    "weak": "~",
    "present": "✓",
    "not-applicable": "·",
}

LEGEND: Mapping[Verdict, str] = {
    "contradicted": "The text takes or permits the opposite, whether or not a protective clause also stands.",
    "missing": "Everything was read, and nothing addresses it.",
    "cannot-tell": "The deciding words could not be read, or stand in a named document that was not supplied.",
    "weak": "The text addresses it but falls short, for the reasons given.",
    "present": "A binding duty of the right party holds every required element, and nothing found undoes it.",
    "not-applicable": "The pack and the products found say that it does not apply.",
}

NO_SUBSTITUTE = "This report is a machine reading and is not a substitute for the advice of an attorney."


def by_urgency(findings: Sequence[Finding]) -> list[Finding]:
    """Contradicted and missing first, then cannot-tell, weak, present, not-applicable; heavier ones first in each."""
    return sorted(findings, key=lambda f: (ORDER.index(f.verdict), WEIGHTS.index(f.weight)))


def alarms(report: Report, least: Weight) -> list[Finding]:
    """The findings of weight `least` or above that are contradicted, missing, cannot-tell or weak."""
    enough = WEIGHTS[: WEIGHTS.index(least) + 1]
    return [finding for finding in report.findings if finding.weight in enough and finding.verdict in OPEN]


def sign_stoppers(report: Report) -> str:
    """One line: how many critical safeguards are not present, with the denominator."""
    critical = [f for f in report.findings if f.weight == "critical" and f.verdict != "not-applicable"]
    stopping = alarms(report, "critical")
    if not critical:
        return "Sign-stoppers: none of the safeguards that were checked is critical."
    counts = [(sum(f.verdict == verdict for f in stopping), verdict) for verdict in OPEN]
    parts = ", ".join(f"{count} {verdict}" for count, verdict in counts if count)
    share = f"{len(stopping)} of {counted(len(critical), 'critical safeguard')}"
    verb = "is" if 1 in (len(stopping), len(critical)) else "are"
    return f"Sign-stoppers: {share} {verb} not present{f' ({parts})' if parts else ''}."


def covered(report: Report, most: int | None = None) -> list[str]:
    """The coverage line, in sentences: what was read, what was not supplied (at most `most` names), which rules ran."""
    names = [visible(name) for name in report.coverage.references_not_supplied]
    listed = "; ".join(names if most is None or len(names) <= most else [*names[:most], f"{len(names) - most} more"])
    return [
        _read(report.coverage, report.run),
        f"References not supplied: {len(names)} ({listed})." if names else "References not supplied: none.",
        f"Rules run: {report.coverage.rules_run} (pack {report.run.pack}).",
    ]


def _read(coverage: Coverage, run: Run) -> str:
    files = counted(len(run.inputs), "file")
    pages = f"{coverage.pages_read} of {counted(coverage.pages_held, 'page')}"
    if coverage.pages_held:
        return f"Read: {pages} in {files}."
    return f"Read: {files}, in part or not at all." if coverage.unread else f"Read: {files}, in full (no pages)."


def parties(run: Run) -> str:
    """The names of both sides as the program read them."""
    vendor, agency = (", ".join(map(visible, names)) or "not named" for names in (run.vendor_names, run.agency_names))
    return f"Parties as read: vendor: {vendor}; agency: {agency}."


def playbook(run: Run) -> str:
    """Which positions the report rests on."""
    if run.positions:
        return f"Playbook positions: {run.positions}."
    return "No playbook positions were loaded (--positions FILE)."


def unread(coverage: Coverage) -> list[str]:
    """What was not read and why, pages of one file with the same cause together, in order."""
    causes: dict[tuple[str, str], list[int]] = {}
    for part in coverage.unread:
        causes.setdefault((part.document, part.why), []).extend([part.page] if part.page else [])
    return [_unread(document, why, pages) for (document, why), pages in causes.items()]


def _unread(document: str, why: str, pages: Sequence[int]) -> str:
    cause = why.rstrip(".") + "."
    if not pages:
        return cause if cause.startswith(document) else f"{document}: {cause}"
    return f"{document}, {'page' if len(pages) == 1 else 'pages'} {ranges(pages)}: {cause}"


def ranges(pages: Sequence[int]) -> str:
    """Page numbers as a person writes them: "3, 7–9"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 page", "2 pages"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
