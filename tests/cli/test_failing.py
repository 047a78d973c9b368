"""Whatever goes wrong is one plain sentence and an exit code, and nothing that was not read is called missing."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from clausecheck.cli.failing import outcome
from clausecheck.errors import RuleError, UnreadableError, UsageError
from tests.cli.running import NO_SALE, SALE, TINY, Done, check, clausecheck, contract

WORDS = "Vendor shall not sell the data of the City to anybody, in any form, at any time, for any price."


def empty(folder: Path) -> Path:
    file = folder / "order.pdf"
    file.write_bytes(b"")
    return file


def directory(folder: Path) -> Path:
    path = folder / "contracts"
    path.mkdir()
    return path


def absent(folder: Path) -> Path:
    return folder / "nothing.pdf"


def web_page(folder: Path) -> Path:
    file = folder / "contract.pdf"
    file.write_text("<!doctype html><html><body><h1>Access denied</h1><p>Sign in.</p></body></html>", encoding="utf-8")
    return file


def encrypted(folder: Path) -> Path:
    file = folder / "locked.pdf"
    canvas = Canvas(str(file), encrypt=StandardEncryption("secret", ownerPassword="owner", strength=128))
    canvas.drawString(72, 700, WORDS)
    canvas.save()
    return file


def scan(folder: Path) -> Path:
    file = folder / "scan.pdf"
    canvas = Canvas(str(file))
    canvas.drawImage(ImageReader(Image.effect_noise((400, 600), 60)), 0, 0, 595, 842)
    canvas.save()
    return file


def random_bytes(folder: Path) -> Path:
    file = folder / "random.pdf"
    file.write_bytes(bytes((7 * number * number + 131 * number) % 256 for number in range(4000)))
    return file


UNREADABLE = [empty, directory, absent, web_page, encrypted, random_bytes]
Making = Callable[[Path], Path]


def one_sentence(done: Done) -> bool:
    """Whether standard error holds one line, one sentence and no trace."""
    line = done.err.rstrip("\n")
    return "\n" not in line and line.endswith((".", "?")) and "Traceback" not in line


@pytest.mark.parametrize("make", UNREADABLE)
def test_a_file_that_cannot_be_read_gets_one_sentence(tmp_path: Path, make: Making) -> None:
    file = make(tmp_path)
    done = check(file)

    assert done.code == 3
    assert done.out == ""
    assert file.name in done.err
    assert one_sentence(done)


@pytest.mark.parametrize("make", [*UNREADABLE, scan])
@pytest.mark.parametrize("options", [(), ("--fail-on", "never")])
def test_nothing_is_missing_in_what_was_not_read(tmp_path: Path, make: Making, options: tuple[str, ...]) -> None:
    done = check(make(tmp_path), "-f", "json", *options)
    report = json.loads(done.out)

    assert done.code == 3
    assert {finding["verdict"] for finding in report["findings"]} == {"cannot-tell"}
    assert len(report["findings"]) == 3
    assert len(report["run"]["inputs"]) == 1
    assert report["coverage"]["unread"]


def test_a_scan_gets_a_table_that_says_what_was_not_read(tmp_path: Path) -> None:
    done = check(scan(tmp_path))

    assert done.code == 3
    assert "Not read: scan.pdf, page 1: it is a picture of text" in done.out
    assert "missing" not in done.out


@pytest.mark.parametrize("make", UNREADABLE)
def test_one_bad_file_does_not_stop_the_others(tmp_path: Path, make: Making) -> None:
    bad = make(tmp_path)
    done = check(contract(tmp_path, SALE), bad, "-f", "json")
    report = json.loads(done.out)

    assert done.code == 3
    assert one_sentence(done)
    assert [f["verdict"] for f in report["findings"]] == ["cannot-tell", "contradicted", "cannot-tell"]
    assert [entry["name"] for entry in report["run"]["inputs"]] == ["agreement.txt", bad.name]
    assert report["run"]["inputs"][1]["media"] == "unknown"


@pytest.mark.parametrize(("clause", "code"), [(SALE, 1), (NO_SALE, 0)])
def test_an_incomplete_check_can_be_allowed(tmp_path: Path, clause: str, code: int) -> None:
    assert check(contract(tmp_path, clause), empty(tmp_path), "--allow-incomplete").code == code


def test_a_check_of_nothing_is_incomplete_whatever_is_allowed(tmp_path: Path) -> None:
    assert check(empty(tmp_path), "--allow-incomplete", "--fail-on", "never").code == 3


def test_a_document_that_was_only_referred_to_does_not_make_a_check_incomplete(tmp_path: Path) -> None:
    file = contract(tmp_path, NO_SALE, "\n2. Rest. Exhibit Q, attached hereto, is part of this Agreement.\n")
    report = json.loads(check(file, "-f", "json").out)

    assert report["coverage"]["references_not_supplied"] == ["Exhibit Q"]
    assert check(file).code == 0


def test_a_password_opens_a_locked_file(tmp_path: Path) -> None:
    secret = tmp_path / "password"
    secret.write_text("secret\n", encoding="utf-8")

    assert check(encrypted(tmp_path), "--password-file", secret).code == 0


def two_pages(folder: Path) -> Path:
    file = folder / "packet.pdf"
    canvas = Canvas(str(file))
    for words in ("Vendor may sell the data of the City to advertisers.", WORDS):
        canvas.drawString(72, 700, words)
        canvas.showPage()
    canvas.save()
    return file


def test_a_contract_is_taken_out_of_a_packet_by_its_pages(tmp_path: Path) -> None:
    report = json.loads(check(two_pages(tmp_path), "--pages", "2", "--only", "no-sale", "-f", "json").out)

    assert report["findings"][0]["verdict"] == "present"
    assert report["findings"][0]["evidence"][0]["page"] == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--only", "no-sail"), 'holds no safeguard "no-sail"; did you mean "no-sale"?'),
        (("--skip", "no-sale,deletion,audit-right"), "no safeguard is left to check"),
        (("--pages", "1-2"), "has no fixed pages"),
        (("--pages", "9-2"), '"9-2" is no range of pages'),
        (("--today", "yesterday"), '"yesterday" is no date'),
        (("--positions", "nowhere.toml"), "The positions in nowhere.toml cannot be read"),
        (("--password-file", "nowhere"), "The password in nowhere cannot be read"),
        (("--output", "no-folder/report.json"), "cannot be written to no-folder/report.json"),
        (("--output", "."), "cannot be written to ."),
        (("--format", "pdf"), "'pdf' is not one of"),
        (("--pack", "basline"), 'There is no pack "basline"; did you mean "baseline"?'),
        (("--frobnicate",), "No such option"),
        (("--pages", "1", "order.txt"), "--pages goes with a single file"),
    ],
)
def test_wrong_use_is_exit_code_2_and_says_what_is_wrong(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    done = check(contract(tmp_path, SALE), *options)

    assert done.code == 2
    assert said in done.err
    assert done.out == ""
    assert "Traceback" not in done.err


def test_a_typo_in_a_rule_file_names_file_key_and_culprit(tmp_path: Path) -> None:
    pack = tmp_path / "ours"
    shutil.copytree(TINY, pack)
    rule = pack / "catalogue" / "data" / "no-sale.toml"
    rule.write_text(rule.read_text(encoding="utf-8").replace("modality", "modalty"), encoding="utf-8")
    done = clausecheck("check", "--pack", pack, contract(tmp_path, SALE))

    assert done.code == 2
    assert all(word in done.err for word in ("no-sale.toml", "modalty", 'did you mean "modality"?'))
    assert one_sentence(done)
    assert done.out == ""


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (UsageError("No."), 2, "Error: No."),
        (RuleError("a.toml", "act", "is wrong"), 2, "Error: a.toml: `act`: is wrong"),
        (UnreadableError("a.pdf is empty."), 3, "Error: a.pdf is empty."),
        (click.BadParameter("Not so."), 2, "Not so."),
        (KeyboardInterrupt(), 130, "Interrupted"),
        (click.Abort(), 130, "Interrupted"),
        (KeyError("secret words"), 4, "failed by a mistake of its own (KeyError)"),
        (RecursionError(), 4, "(RecursionError)"),
        (MemoryError(), 4, "(MemoryError)"),
    ],
)
def test_an_error_is_a_sentence_and_a_code(
    capsys: pytest.CaptureFixture[str], error: BaseException, code: int, said: str
) -> None:
    def run() -> int:
        raise error

    assert outcome(run) == code
    shown = capsys.readouterr()
    assert said in shown.err
    assert "Traceback" not in shown.err
    assert "secret words" not in shown.err
    assert shown.out == ""


def test_an_error_in_the_program_shows_its_trace_only_on_demand(capsys: pytest.CaptureFixture[str]) -> None:
    def run() -> int:
        raise KeyError("lost")

    assert outcome(run, show_trace=True) == 4
    assert "Traceback (most recent call last)" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="needs a named pipe and the signal of a terminal")
def test_an_interrupted_run_ends_with_130(tmp_path: Path) -> None:
    pipe = tmp_path / "contract.txt"
    os.mkfifo(pipe)
    command = [sys.executable, "-m", "clausecheck", "check", str(pipe), "--pack", str(TINY)]
    # The pipe opens when the program has begun to read.
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as process, pipe.open("wb"):
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()

    assert process.returncode == 130
    assert out == b""
    assert err.strip() == b"Interrupted; no report was written."
