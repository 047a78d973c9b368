"""`clausecheck explain`: one safeguard, what it asks for and why."""

from __future__ import annotations

from pathlib import Path

import click

from clausecheck.cli import output as out
from clausecheck.cli import parameters
from clausecheck.errors import UsageError, did_you_mean


@click.command("explain")
@click.argument("name", metavar="ID", shell_complete=parameters.shipped_ids)
@parameters.pack("catalogue")
@click.option("--positions", type=click.Path(path_type=Path), help="Playbook positions of your own.")
@parameters.color
@parameters.debug
def explain(*, name: str, pack: str, positions: Path | None, colour: str) -> None:
    """Explain the safeguard ID: the question, why it matters, wording, positions, questions to ask, authorities."""
    from clausecheck.reporting import catalogue
    from clausecheck.safeguards import load_pack

    rules = load_pack(pack, positions_file=positions)
    known = {safeguard.id: safeguard for safeguard in rules.safeguards}
    if name not in known:
        hint = did_you_mean(name, known) or "."
        raise UsageError(f'There is no safeguard "{name}"{hint} `clausecheck safeguards` lists them.')
    out.emit(catalogue.explained(known[name], rules, out.style(colour)))
