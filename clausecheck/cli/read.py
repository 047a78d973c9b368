"""`clausecheck read`: what the program made of a file."""

from __future__ import annotations

from pathlib import Path

import click

from clausecheck.cli import output as out
from clausecheck.cli import parameters
from clausecheck.cli.gathering import password_in, read_one
from clausecheck.errors import UnreadableError


@click.command("read")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--frames", is_flag=True, help="Who must, must not or may do what, sentence by sentence.")
@parameters.format_of("text", "json")
@parameters.reading
@parameters.parties
@parameters.color
@parameters.debug
def read_(  # noqa: PLR0913  # one argument an option
    *,
    file: Path,
    frames: bool,
    form: str,
    pages: parameters.PageRanges | None,
    password_file: Path | None,
    vendor: tuple[str, ...],
    agency: tuple[str, ...],
    colour: str,
) -> int:
    """Show what was read of FILE: sections, sentences and what they are, each with its place.

    Exit 3 when a page or a part could not be read.
    """
    from clausecheck.agreement import assemble
    from clausecheck.reporting import outline

    password = password_in(password_file) if password_file else None
    document = read_one(file, pages, password, file.name)
    agreement = assemble([document], vendor=vendor, agency=agency)
    if form == "json":
        out.emit(outline.as_json(agreement, frames=frames))
    else:
        out.emit(outline.as_text(agreement, out.style(colour), frames=frames))
    return 0 if document.complete else UnreadableError.exit_code
