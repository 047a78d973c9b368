"""Where a result goes and how it is set: standard output or a file, colour, width."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausecheck.errors import UsageError

if TYPE_CHECKING:
    from clausecheck.reporting.table import Style

WIDTH = 100


def style(colour: str, verbosity: int = 0, output: Path | None = None) -> Style:
    """How a table is set for its destination; `WIDTH` columns when that is no terminal."""
    from clausecheck.reporting.table import Style

    width = WIDTH if output else shutil.get_terminal_size((WIDTH, 24)).columns
    return Style(width, _coloured(colour, to_terminal=not output and sys.stdout.isatty()), verbosity)


def _coloured(colour: str, *, to_terminal: bool) -> bool:
    if colour != "auto":
        return colour == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") != "0":
        return True
    return to_terminal and os.environ.get("TERM") != "dumb"


def emit(text: str, output: Path | None = None) -> None:
    """Write `text` in UTF-8 to `output`, all or nothing, or to standard output; a closed pipe is no error."""
    data = text.encode("utf-8", "backslashreplace")
    if output is None:
        _to_standard_output(data)
        return
    try:
        _replace(output.resolve(), data)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise UsageError(f"The report cannot be written to {output} ({reason}); name another file.") from error


def _to_standard_output(data: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Whoever read the pipe has seen enough; without this, the last flush would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _replace(target: Path, data: bytes) -> None:
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        draft.write_bytes(data)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def refuse_to_overwrite(output: Path | None, inputs: Sequence[Path]) -> None:
    """Raise UsageError when `output` is one of the files that are read."""
    if output and output.exists():
        for file in inputs:
            if file.exists() and file.samefile(output):
                raise UsageError(f"{output} is a file that is read, so the report is not written to it; name another.")


def note(sentence: str) -> None:
    """One line on standard error."""
    from clausecheck.reporting.citing import visible

    click.echo(visible(sentence), err=True)
