"""What the README shows is what the program does."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from clausecheck import errors

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
WIDTH = 100
BLOCK = re.compile(r"<!-- (\w+) -->\n```\w*\n(.*?)```\n", re.DOTALL)


def blocks() -> dict[str, str]:
    return dict(BLOCK.findall(README.read_text(encoding="utf-8")))


def shown(command: str) -> str:
    """What a terminal of `WIDTH` columns shows for a command that begins with clausecheck."""
    program, *arguments = command.split()
    assert program == "clausecheck"
    done = subprocess.run(
        [sys.executable, "-m", "clausecheck", *arguments],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": str(WIDTH), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    assert done.stdout.strip(), done.stderr
    return done.stdout


def test_the_transcript_is_what_the_command_prints() -> None:
    recorded = blocks()["transcript"]
    command = recorded.splitlines()[0].removeprefix("$ ")
    transcript = f"$ {command}\n{shown(command)}"
    if "REGEN" in os.environ:
        text = README.read_text(encoding="utf-8")
        README.write_text(text.replace(recorded, transcript), encoding="utf-8")

    assert blocks()["transcript"] == transcript


@pytest.mark.parametrize("name", ["run", "test"])
def test_one_command_does_all_the_set_up(name: str) -> None:
    command = blocks()[name]

    assert command.count("\n") == 1
    assert command.startswith("python3 -m venv .venv && ")


def test_every_other_command_in_the_readme_runs() -> None:
    for line in blocks()["more"].splitlines():
        command = line.split(" #")[0].rstrip()

        assert shown(command)


def test_the_exit_codes_are_those_of_the_errors() -> None:
    codes = {int(code) for code in re.findall(r"^\| (\d+) \|", README.read_text(encoding="utf-8"), re.MULTILINE)}
    raised = {kind.exit_code for kind in (errors.UsageError, errors.RuleError, errors.UnreadableError)}
    assert codes == {0, 1, 4, 130} | raised
