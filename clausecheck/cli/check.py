"""`clausecheck check`: the files of one agreement against a pack."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from clausecheck.cli import output as out
from clausecheck.cli import parameters
from clausecheck.cli.gathering import Gathered, gather
from clausecheck.errors import UnreadableError, UsageError, did_you_mean

if TYPE_CHECKING:
    from clausecheck.checking.report import Report, Weight
    from clausecheck.reporting.table import Style
    from clausecheck.safeguards import Pack

FINDINGS = 1
INCOMPLETE = UnreadableError.exit_code


@click.command("check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@parameters.pack("baseline")
@parameters.format_of("table", "markdown", "json")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the report to a file.")
@click.option(
    "--fail-on",
    type=click.Choice(("critical", "high", "medium", "never")),
    default="critical",
    show_default=True,
    help="Exit 1 when a safeguard of this weight or above is not present.",
)
@click.option("--only", multiple=True, shell_complete=parameters.shipped_ids, metavar="IDS", help="Only these.")
@click.option("--skip", multiple=True, shell_complete=parameters.shipped_ids, metavar="IDS", help="All but these.")
@parameters.reading
@parameters.parties
@click.option("--positions", type=click.Path(path_type=Path), help="Playbook positions of your own.")
@click.option("--today", callback=parameters.day, metavar="DATE", help="The date to record; default: the clock.")
@click.option("--allow-incomplete", is_flag=True, help="Do not exit 3 because something could not be read.")
@parameters.color
@click.option("-q", "--quiet", is_flag=True, help="The sign-stoppers and the coverage alone.")
@click.option("-v", "--verbose", is_flag=True, help="Every quote in full, elements and near misses.")
@parameters.debug
def check_(  # noqa: PLR0913  # one argument an option
    *,
    files: tuple[Path, ...],
    pack: str,
    form: str,
    output: Path | None,
    fail_on: str,
    only: tuple[str, ...],
    skip: tuple[str, ...],
    pages: parameters.PageRanges | None,
    password_file: Path | None,
    vendor: tuple[str, ...],
    agency: tuple[str, ...],
    positions: Path | None,
    today: date | None,
    allow_incomplete: bool,
    colour: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """Check FILES as one agreement: which safeguards it holds, and by which words.

    A file is a PDF with a text layer, a Word file (.docx), a text or Markdown file, or a saved web page; `-` reads
    standard input.
    """
    from clausecheck.safeguards import load_pack

    out.refuse_to_overwrite(output, files)
    rules = chosen(load_pack(pack, positions_file=positions), parameters.split(only), parameters.split(skip))
    gathered = gather(files, pages, password_file)
    for part in gathered.unread:
        out.note(part.why)
    if gathered.documents or form != "table":
        report = _report(gathered, rules, vendor, agency, today)
        out.emit(_rendered(report, rules, form, out.style(colour, int(verbose) - int(quiet), output)), output)
    if not gathered.documents:
        return INCOMPLETE
    return _code(report, fail_on, allow_incomplete=allow_incomplete)


def chosen(pack: Pack, only: Iterable[str], skip: Iterable[str]) -> Pack:
    """The pack with the safeguards `only` names, or all, without those in `skip`; raises UsageError for unknown ids."""
    from dataclasses import replace

    wanted, unwanted = tuple(only), tuple(skip)
    known = [safeguard.id for safeguard in pack.safeguards]
    for name in (*wanted, *unwanted):
        if name not in known:
            raise UsageError(f'The pack "{pack.name}" holds no safeguard "{name}"{did_you_mean(name, known) or "."}')
    held = tuple(s for s in pack.safeguards if (not wanted or s.id in wanted) and s.id not in unwanted)
    if not held:
        raise UsageError("With these --only and --skip no safeguard is left to check.")
    return replace(pack, safeguards=held)


def _report(
    gathered: Gathered, rules: Pack, vendor: tuple[str, ...], agency: tuple[str, ...], today: date | None
) -> Report:
    from clausecheck.agreement import assemble
    from clausecheck.checking import check

    agreement = assemble(gathered.documents, vendor=vendor, agency=agency, vocabulary=rules.vocabulary)
    return check(agreement, rules, today=today, unread=gathered.unread, unread_inputs=gathered.unread_inputs)


def _rendered(report: Report, rules: Pack, form: str, style: Style) -> str:
    if form == "json":
        from clausecheck.reporting import json

        return json.render(report)
    if form == "markdown":
        from clausecheck.reporting import markdown

        return markdown.render(report, rules)
    from clausecheck.reporting import table

    return table.render(report, style)


def _code(report: Report, fail_on: str, *, allow_incomplete: bool) -> int:
    from clausecheck.reporting.words import alarms

    if not report.complete and not allow_incomplete:
        return INCOMPLETE
    return FINDINGS if fail_on != "never" and alarms(report, cast("Weight", fail_on)) else 0
