"""The program: its commands, its beginning and its end."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from clausecheck.cli.check import check_
from clausecheck.cli.explain import explain
from clausecheck.cli.failing import outcome
from clausecheck.cli.parameters import debug
from clausecheck.cli.read import read_
from clausecheck.cli.safeguards import safeguards
from clausecheck.cli.schema import schema
from clausecheck.cli.trial import try_
from clausecheck.version import VERSION


class _Program(click.Group):
    def __call__(self, *_args: Any, **_kwargs: Any) -> Any:
        gc.disable()  # One run makes no garbage worth a search: 4 % of the time of a check.
        _end(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """The exit code of the program with these arguments; nothing but the result goes to standard output."""
    return outcome(
        lambda: main.main(list(arguments), prog_name="clausecheck", standalone_mode=False),
        show_trace="--debug" in arguments,
    )


def _end(code: int) -> None:
    """End the process at once: to free the objects of a contract one by one costs 2 % of a check and helps nobody."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            continue
    os._exit(code)


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="clausecheck")
@debug
def main() -> None:
    """Which safeguards an AI vendor agreement holds, with the words each verdict rests on. Nothing leaves this machine.

    \b
    Exit codes: 0 clear, 1 findings, 2 wrong use or rule file, 3 incomplete,
    4 an error in the program, 130 interrupted.

    This program is not a substitute for the advice of an attorney.
    """


for command in (check_, safeguards, explain, try_, read_, schema):
    main.add_command(command)
