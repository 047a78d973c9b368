"""`clausecheck try`: rule files against their own examples."""

from __future__ import annotations

from pathlib import Path

import click

from clausecheck.cli import output as out
from clausecheck.cli import parameters
from clausecheck.cli.gathering import read_one
from clausecheck.errors import RuleError


@click.command("try")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--cover",
    type=click.Path(path_type=Path),
    metavar="DOCUMENT",
    help="List the sentences of a contract that touch the subject and meet none of the rules.",
)
@parameters.debug
def try_(*, files: tuple[Path, ...], cover: Path | None) -> int:
    """Try rule FILES: every example gets its verdict, every pattern is hit, every look-alike is refused.

    Exit 0 when all are sound, 2 when one is not.
    """
    if cover:
        for file in files:
            _cover(file, cover)
        return 0
    unsound = [file for file in files if not _sound(file)]
    return RuleError.exit_code if unsound else 0


def _sound(file: Path) -> bool:
    from clausecheck.checking.trial import faults

    try:
        found = [f"{file.name}: {fault.where}: {fault.message}" for fault in faults(file)]
    except RuleError as error:
        found = [str(error)]
    out.emit("\n".join(found or [f"{file.name}: sound"]) + "\n")
    return not found


def _cover(file: Path, contract: Path) -> None:
    from clausecheck.agreement import assemble
    from clausecheck.checking.trial import uncovered
    from clausecheck.reporting.citing import visible
    from clausecheck.safeguards.packs import load_file

    vocabulary = load_file(file)[1]
    agreement = assemble([read_one(contract, None, None, contract.name)], vocabulary=vocabulary)
    sentences = uncovered(file, agreement)
    head = f"{file.name}: {len(sentences)} sentences of {contract.name} touch the subject and meet none of its rules."
    out.emit("\n".join([head, *(f"- {visible(sentence)}" for sentence in sentences)]) + "\n")
