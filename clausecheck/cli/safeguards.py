"""`clausecheck safeguards`: what is checked."""

from __future__ import annotations

import click

from clausecheck.cli import output as out
from clausecheck.cli import parameters
from clausecheck.errors import UsageError, did_you_mean


@click.command("safeguards")
@parameters.pack("catalogue")
@click.option("--group", multiple=True, help="Only this group; may be repeated.")
@click.option("--weight", multiple=True, type=click.Choice(("critical", "high", "medium")), help="Only this weight.")
@parameters.format_of("table", "markdown", "json")
@parameters.color
@parameters.debug
def safeguards(*, pack: str, group: tuple[str, ...], weight: tuple[str, ...], form: str, colour: str) -> None:
    """List the safeguards of a pack, in its order."""
    from clausecheck.reporting import catalogue
    from clausecheck.safeguards import load_pack

    rules = load_pack(pack)
    groups = tuple(dict.fromkeys(s.group for s in rules.safeguards))
    for name in group:
        if name not in groups:
            hint = did_you_mean(name, groups) or "."
            raise UsageError(f'There is no group "{name}"{hint} The groups are {", ".join(groups)}.')
    listed = [s for s in rules.safeguards if (not group or s.group in group) and (not weight or s.weight in weight)]
    if form == "json":
        text = catalogue.listed_json(listed, rules)
    elif form == "markdown":
        text = catalogue.listed_markdown(listed, rules)
    else:
        text = catalogue.table(listed, out.style(colour))
    out.emit(text)
