"""The documents name what is there, and nothing else."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click
import pytest

from clausecheck.checking.report import Reason, Verdict
from clausecheck.cli import main

ROOT = Path(__file__).parents[1]
DOCS = sorted(ROOT.glob("docs/*.md"))
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "samples" / "README.md", *DOCS]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")


def commands() -> Iterator[tuple[str, click.Command]]:
    assert isinstance(main, click.Group)
    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        yield name, command


def options(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield from (name for name in parameter.opts if name.startswith("--"))


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_each_command_and_option_is_documented(name: str) -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    command = dict(commands())[name]

    assert f"`clausecheck {name}" in page
    assert [option for option in options(command) if f"`{option}" not in page] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))

    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_document_is_linked_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [page.name for page in DOCS if f"docs/{page.name}" not in readme] == []


def test_the_list_of_safeguards_is_the_one_that_is_shipped() -> None:
    page = ROOT / "docs" / "safeguards.md"
    command = [sys.executable, "-m", "clausecheck", "safeguards", "--pack", "baseline", "--format", "markdown"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    if "REGEN" in os.environ:
        page.write_text(done.stdout, encoding="utf-8")

    assert done.stdout == page.read_text(encoding="utf-8")


def test_every_reason_is_explained() -> None:
    page = (ROOT / "docs" / "verdicts.md").read_text(encoding="utf-8")
    assert [word for word in (*get_args(Reason), *get_args(Verdict)) if f"| `{word}` |" not in page] == []
