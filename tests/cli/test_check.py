"""`clausecheck check`, as a user types it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from clausecheck.reporting.json import schema
from tests.cli.running import (
    AUDIT,
    DELETION,
    NO_SALE,
    NOTHING,
    OPENING,
    SALE,
    TINY,
    WEAK_DELETION,
    check,
    clausecheck,
    contract,
)

TABLE = """\
Sign-stoppers: 1 of 1 critical safeguard is not present (1 contradicted).

  Verdict       Safeguard               Words and where
──────────────  ──────────────────────  ──────────────────────────────────────────────────────
✗ contradicted  No sale of agency data  “Vendor may sell the data of the City to advertisers.”
  critical                              § 1
                                        The text lets the vendor sell data.

○ missing       Right to audit          No such clause was found in the text that was read.
  medium

~ weak          Deletion at the end     “Vendor shall delete all data of the City upon
  high                                  termination.”
                                        § 2
                                        A clause addresses it but falls short. Not found with
                                        it: Within 30 days.

"""


def verdicts(text: str) -> dict[str, str]:
    return {finding["safeguard"]: finding["verdict"] for finding in json.loads(text)["findings"]}


def test_the_table_goes_to_standard_output_and_nothing_else(tmp_path: Path) -> None:
    done = check(contract(tmp_path, SALE, WEAK_DELETION))

    assert done.out.startswith(TABLE)
    assert done.err == ""
    assert done.code == 1


@pytest.mark.parametrize(
    ("clauses", "fail_on", "code"),
    [
        ((NO_SALE, DELETION, AUDIT), "medium", 0),
        ((NO_SALE, WEAK_DELETION), "critical", 0),
        ((NO_SALE, WEAK_DELETION, AUDIT), "high", 1),
        ((NO_SALE, DELETION), "high", 0),
        ((NO_SALE, DELETION), "medium", 1),
        ((SALE,), "critical", 1),
        ((NOTHING,), "critical", 1),
        ((SALE,), "never", 0),
    ],
)
def test_the_exit_code_follows_the_weight_of_what_is_not_present(
    tmp_path: Path, clauses: tuple[str, ...], fail_on: str, code: int
) -> None:
    assert check(contract(tmp_path, *clauses), "--fail-on", fail_on).code == code


def test_without_fail_on_only_critical_safeguards_count(tmp_path: Path) -> None:
    assert check(contract(tmp_path, NO_SALE)).code == 0


def test_the_json_meets_its_schema_and_is_the_same_every_time(tmp_path: Path) -> None:
    file = contract(tmp_path, SALE, WEAK_DELETION)
    first, second = check(file, "-f", "json"), check(file, "-f", "json")

    jsonschema.validate(json.loads(first.out), json.loads(schema()))
    assert first == second


def test_quotes_are_exact_slices_of_what_read_shows(tmp_path: Path) -> None:
    file = contract(tmp_path, SALE, WEAK_DELETION)
    text = json.loads(clausecheck("read", file, "-f", "json").out)["document"]["text"]
    report = json.loads(check(file, "-f", "json").out)
    quotes = [quote for finding in report["findings"] for quote in finding["evidence"]]

    assert len(quotes) == 2
    assert all(text[quote["start"] : quote["end"]] == quote["quote"] for quote in quotes)


def test_markdown_proposes_wording(tmp_path: Path) -> None:
    assert "Wording to propose:" in check(contract(tmp_path, SALE), "--format", "markdown").out


def test_files_are_one_agreement_and_places_name_the_file(tmp_path: Path) -> None:
    terms, order = contract(tmp_path, NO_SALE), contract(tmp_path, DELETION, name="order.txt")
    done = check(terms, order)

    assert "agreement.txt, § 1" in done.out
    assert "order.txt, § 2" in done.out
    assert "Read: 2 files" in done.out


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    files = contract(tmp_path, NO_SALE), contract(tmp_path / "old", DELETION)
    report = json.loads(check(*files, "-f", "json").out)

    assert [entry["name"] for entry in report["run"]["inputs"]] == [str(file) for file in files]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = contract(tmp_path, NO_SALE)

    assert len(json.loads(check(file, file, "-f", "json").out)["run"]["inputs"]) == 1


def test_a_dash_reads_standard_input() -> None:
    done = check("-", "-f", "json", stdin=(OPENING + NO_SALE).encode())

    assert json.loads(done.out)["run"]["inputs"][0]["name"] == "standard input"
    assert verdicts(done.out)["no-sale"] == "present"


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (("--only", "no-sale"), ["no-sale"]),
        (("--only", "audit-right,no-sale"), ["no-sale", "audit-right"]),
        (("--only", "audit-right", "--only", "deletion"), ["deletion", "audit-right"]),
        (("--skip", "deletion, audit-right"), ["no-sale"]),
        (("--only", "no-sale,deletion", "--skip", "deletion"), ["no-sale"]),
    ],
)
def test_only_and_skip_choose_safeguards_in_the_order_of_the_pack(
    tmp_path: Path, options: tuple[str, ...], ids: list[str]
) -> None:
    assert list(verdicts(check(contract(tmp_path, NO_SALE), *options, "-f", "json").out)) == ids


def test_the_sides_can_be_named(tmp_path: Path) -> None:
    file = tmp_path / "terms.txt"
    file.write_text("1. Data. Brightwell shall not sell the data of Exampleton.\n", encoding="utf-8")
    report = json.loads(check(file, "--vendor", "Brightwell", "--agency", "Exampleton", "-f", "json").out)

    assert report["run"]["vendor_names"] == ["Brightwell"]
    assert report["run"]["agency_names"] == ["Exampleton"]
    assert report["findings"][1]["verdict"] == "present"


def test_own_positions_are_loaded_and_named(tmp_path: Path) -> None:
    ours = tmp_path / "ours.toml"
    ours.write_text('[no-sale]\npreferred = "Ours."\nfallback = "Less."\nwalk_away = "Gone."\n', encoding="utf-8")
    done = check(contract(tmp_path, SALE), "--positions", ours, "-f", "markdown")

    assert "- Preferred: Ours." in done.out
    assert "Playbook positions: ours.toml." in done.out


def test_the_date_that_is_given_is_the_date_that_is_recorded(tmp_path: Path) -> None:
    assert json.loads(check(contract(tmp_path), "-f", "json").out)["run"]["today"] == "2026-11-25"


def test_quiet_and_verbose_say_less_and_more(tmp_path: Path) -> None:
    file = contract(tmp_path, SALE)

    assert "Verdict" not in check(file, "-q").out
    assert "Sign-stoppers: 1 of 1" in check(file, "-q").out
    assert "no-sale" in check(file, "-v").out


@pytest.mark.parametrize(
    ("option", "environment", "coloured"),
    [
        ("auto", {}, False),
        ("always", {}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
    ],
)
def test_colour_is_for_terminals_and_those_who_ask(
    tmp_path: Path, option: str, environment: dict[str, str], coloured: bool
) -> None:
    assert ("\x1b[" in check(contract(tmp_path), "--color", option, environment=environment).out) == coloured


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_gets_colour_and_its_own_width(tmp_path: Path) -> None:
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    environment = {k: v for k, v in os.environ.items() if k not in {"COLUMNS", "NO_COLOR", "FORCE_COLOR"}}
    command = [sys.executable, "-m", "clausecheck", "check", str(contract(tmp_path)), "--pack", str(TINY)]
    subprocess.run(command, stdout=theirs, env={**environment, "TERM": "xterm"}, check=False)
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    os.close(theirs)

    assert "\x1b[31m○ missing\x1b[0m" in shown
    assert "Safeguard, words and where" in shown


def test_a_report_is_written_to_a_file_and_nothing_to_standard_output(tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    done = check(contract(tmp_path, NO_SALE), "-f", "json", "--output", target)

    assert done.out == ""
    assert verdicts(target.read_text(encoding="utf-8"))["no-sale"] == "present"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["agreement.txt", "report.json"]


def test_a_report_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    target.write_text("old" * 10_000, encoding="utf-8")
    check(contract(tmp_path), "-f", "markdown", "-o", target)

    assert target.read_text(encoding="utf-8").startswith("# Contract check\n")


@pytest.mark.parametrize("link", [False, True])
def test_a_file_that_is_read_is_never_overwritten(tmp_path: Path, link: bool) -> None:
    file = contract(tmp_path, SALE)
    target = file
    if link:
        target = tmp_path / "link.txt"
        target.symlink_to(file)
    before = file.read_bytes()
    done = check(file, "--output", target)

    assert done.code == 2
    assert "is a file that is read" in done.err
    assert file.read_bytes() == before


def test_a_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    file = contract(tmp_path, *[NO_SALE] * 4000)
    command = [sys.executable, "-m", "clausecheck", "read", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()

    assert said == b""
    assert process.returncode == 0


def test_each_run_leaves_its_inputs_alone(tmp_path: Path) -> None:
    file = contract(tmp_path, SALE)
    before: Any = file.read_bytes(), file.stat().st_mtime_ns
    check(file, "-v")

    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
