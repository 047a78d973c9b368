"""The commands beside `check`, the help, and the names that the documentation gives."""

import json
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from clausecheck.cli import main
from clausecheck.reporting.json import schema
from clausecheck.version import VERSION
from tests.cli.running import AUDIT, NO_SALE, TINY, clausecheck, contract

PAGE = Path(__file__).parents[2] / "docs" / "command-line.md"
COMMANDS = sorted(main.commands)
HEAVY = ("regex", "pypdf", "pypdfium2", "docx", "lxml", "selectolax", "ahocorasick_rs", "tabulate", "tomllib")


def test_the_version_is_printed() -> None:
    assert clausecheck("--version").out == f"clausecheck, version {VERSION}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    done = clausecheck(name, "--help")

    assert done.code == 0
    assert done.out.startswith(f"Usage: clausecheck {name} ")


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("check", "--help")])
def test_help_and_version_load_no_library_of_the_readers(arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "clausecheck", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = set(re.findall(r"\|\s+(\w+)$", done.stderr, re.MULTILINE))

    assert "click" in loaded
    assert not loaded & set(HEAVY)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    options = [
        option
        for parameter in main.commands[name].params
        if isinstance(parameter, click.Option)
        for option in (*parameter.opts, *parameter.secondary_opts)
    ]

    assert f"## `clausecheck {name}" in page
    assert [option for option in options if not re.search(rf"`{re.escape(option)}[` ]", page)] == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_documented_as_it_works(shell: str) -> None:
    done = clausecheck(environment={"_CLAUSECHECK_COMPLETE": f"{shell}_source"})

    assert "_CLAUSECHECK_COMPLETE" in done.out
    assert f"_CLAUSECHECK_COMPLETE={shell}_source clausecheck" in PAGE.read_text(encoding="utf-8")


def test_the_shell_completes_packs() -> None:
    words = {"COMP_WORDS": "clausecheck check --pack cat", "COMP_CWORD": "3"}
    done = clausecheck(environment={"_CLAUSECHECK_COMPLETE": "bash_complete", **words})

    assert done.out == "plain,catalogue\n"


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        ((), ["deletion", "no-sale", "audit-right"]),
        (("--group", "data"), ["deletion", "no-sale"]),
        (("--weight", "critical"), ["no-sale"]),
        (("--group", "oversight", "--weight", "critical"), []),
    ],
)
def test_safeguards_are_listed_by_group_and_weight(options: tuple[str, ...], ids: list[str]) -> None:
    done = clausecheck("safeguards", "--pack", TINY, "--format", "json", *options)

    assert [safeguard["id"] for safeguard in json.loads(done.out)["safeguards"]] == ids


def test_safeguards_are_listed_as_a_table_and_as_markdown() -> None:
    assert clausecheck("safeguards", "--pack", TINY).out.startswith("Safeguard    Weight    Title and question\n")
    assert "## oversight" in clausecheck("safeguards", "--pack", TINY, "-f", "markdown").out


def test_an_unknown_group_is_a_usage_error() -> None:
    done = clausecheck("safeguards", "--pack", TINY, "--group", "dat")

    assert done.code == 2
    assert 'There is no group "dat"; did you mean "data"?' in done.err


def test_a_safeguard_is_explained() -> None:
    done = clausecheck("explain", "no-sale", "--pack", TINY)

    assert done.code == 0
    assert "[VENDOR] shall not sell the data of [AGENCY]." in done.out
    assert "Who asks for it" in done.out


def test_an_unknown_safeguard_is_a_usage_error() -> None:
    done = clausecheck("explain", "no-sael", "--pack", TINY)

    assert done.code == 2
    assert 'There is no safeguard "no-sael"; did you mean "no-sale"?' in done.err


def test_a_sound_rule_file_passes_its_trial() -> None:
    done = clausecheck("try", TINY / "catalogue" / "data" / "no-sale.toml")

    assert (done.code, done.out) == (0, "no-sale.toml: sound\n")


def test_an_unsound_rule_file_fails_its_trial_and_says_where(tmp_path: Path) -> None:
    rule = tmp_path / "no-sale.toml"
    text = (TINY / "catalogue" / "data" / "no-sale.toml").read_text(encoding="utf-8")
    rule.write_text(text.replace('phrase   = "no money"', 'phrase   = "not a penny"'), encoding="utf-8")
    done = clausecheck("try", rule)

    assert done.code == 2
    assert "no-sale.toml: signal[2]: No example hits this pattern." in done.out
    assert "no-sale.toml: example[6]: is missing (lacks bars-sale), not present" in done.out


def test_every_rule_file_is_tried_although_one_is_wrong(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.toml"
    wrong.write_text("title = 3\n", encoding="utf-8")
    done = clausecheck("try", wrong, TINY / "catalogue" / "data" / "no-sale.toml")

    assert done.code == 2
    assert done.out.splitlines()[-1] == "no-sale.toml: sound"
    assert done.out.startswith("wrong.toml: ")


def test_a_trial_lists_the_sentences_of_a_contract_that_no_rule_met(tmp_path: Path) -> None:
    file = contract(tmp_path, NO_SALE, "\n2. Offers. What was sold before this date stays sold.\n")
    done = clausecheck("try", TINY / "catalogue" / "data" / "no-sale.toml", "--cover", file)

    assert done.code == 0
    assert done.out.splitlines()[1:] == ["- What was sold before this date stays sold."]


def test_read_shows_sections_and_sentences_with_their_places(tmp_path: Path) -> None:
    done = clausecheck("read", contract(tmp_path, NO_SALE, AUDIT), "--frames")

    assert done.code == 0
    assert "vendor: Vendor, Example Cameras, Inc." in done.out
    assert "operative: Vendor shall not sell the data of the City." in done.out
    assert "vendor must-not; does “sell the data of the City.”" in done.out


def test_read_gives_json_whose_offsets_are_exact(tmp_path: Path) -> None:
    outline = json.loads(clausecheck("read", contract(tmp_path, NO_SALE), "-f", "json", "--frames").out)
    text = outline["document"]["text"]

    assert all(text[s["start"] : s["end"]] == s["text"] for s in outline["sentences"])
    assert [f["modality"] for s in outline["sentences"] for f in s["frames"] if f["bearer"] == "vendor"] == ["must-not"]


def test_read_names_what_it_cannot_read(tmp_path: Path) -> None:
    done = clausecheck("read", tmp_path / "nothing.pdf")

    assert done.code == 3
    assert done.err.startswith("Error: ")
    assert "nothing.pdf does not exist" in done.err


def test_the_schema_is_printed() -> None:
    assert clausecheck("schema").out == schema()
