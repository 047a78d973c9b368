"""`clausecheck schema`: the form of a JSON report."""

from __future__ import annotations

import click

from clausecheck.cli import output as out
from clausecheck.cli import parameters


@click.command("schema")
@parameters.debug
def schema() -> None:
    """Print the JSON Schema of a report."""
    from clausecheck.reporting import json

    out.emit(json.schema())
