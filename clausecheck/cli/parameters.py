"""Options that several commands share, and values that are more than a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

PageRanges = tuple[tuple[int, int], ...]
Command = TypeVar("Command", bound=Callable[..., Any])

_RANGE = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")


def page_ranges(_ctx: click.Context, _param: click.Parameter, value: str | None) -> PageRanges | None:
    """The (first, last) pages of a text such as "123-164" or "3,7-9", in the order given."""
    return None if value is None else tuple(_range(part.strip()) for part in value.split(","))


def _range(part: str) -> tuple[int, int]:
    match = _RANGE.fullmatch(part)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 1 <= first <= last:
        raise click.BadParameter(f'"{part}" is no range of pages; write 123-164 or 3,7-9, counted from 1.')
    return first, last


def day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> date | None:
    """The date that is written as YYYY-MM-DD."""
    try:
        return None if value is None else date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f'"{value}" is no date; write it as 2026-11-25.') from error


def shipped_ids(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[str]:
    """For the shell: the ids of shipped safeguards that complete what was typed after the last comma."""
    from clausecheck.vocabulary import shipped

    before, comma, last = typed.rpartition(",")
    ids = sorted(file.stem for file in (shipped() / "catalogue").glob("*/*.toml"))
    return [f"{before}{comma}{name}" for name in ids if name.startswith(last)]


def shipped_packs(_ctx: click.Context, _param: click.Parameter, typed: str) -> list[str]:
    """For the shell: the shipped packs that complete what was typed."""
    from clausecheck.vocabulary import shipped

    names = ["catalogue", *sorted(file.stem for file in (shipped() / "packs").glob("*.toml"))]
    return [name for name in names if name.startswith(typed)]


def split(values: Iterable[str]) -> tuple[str, ...]:
    """The names in options that may be repeated and may hold commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def pack(default: str) -> Callable[[Command], Command]:
    """The option --pack."""
    return click.option(
        "-p",
        "--pack",
        shell_complete=shipped_packs,
        default=default,
        show_default=True,
        help="A pack that is shipped, or a folder of rules (./ours).",
    )


def format_of(*names: str) -> Callable[[Command], Command]:
    """The option --format; the first name is the default."""
    return click.option("-f", "--format", "form", type=click.Choice(names), default=names[0], show_default=True)


def color(command: Command) -> Command:
    """The option --color."""
    choice = click.Choice(("auto", "always", "never"))
    return click.option("--color", "colour", type=choice, default="auto", show_default=True, help="Colour the result.")(
        command
    )


def debug(command: Command) -> Command:
    """The option --debug, which is looked up where the program ends."""
    text = "Show the details of an error in the program."
    return click.option("--debug", is_flag=True, expose_value=False, help=text)(command)


def parties(command: Command) -> Command:
    """The options --vendor and --agency."""
    agency = click.option("--agency", multiple=True, metavar="NAME", help="A name of the agency; may be repeated.")
    vendor = click.option("--vendor", multiple=True, metavar="NAME", help="A name of the vendor; may be repeated.")
    return vendor(agency(command))


def reading(command: Command) -> Command:
    """The options that say how a file is read."""
    password = click.option(
        "--password-file", type=click.Path(path_type=Path), help="A file whose first line opens an encrypted PDF."
    )
    pages = click.option(
        "--pages",
        callback=page_ranges,
        metavar="RANGES",
        help="Pages of a PDF, counted from 1: 123-164 or 3,7-9.",
    )
    return pages(password(command))
