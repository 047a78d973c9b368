"""The samples are what their sources say, and each gets the report recorded beside it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from clausecheck.reading import read
from samples.lines import FOLDER, load
from samples.make import samples

NAMES = ("vendor-form.docx", "city-form.pdf", "click-through.html")
TODAY = "2026-11-25"


def report(name: str) -> str:
    """The report on a sample, as a user gets it."""
    arguments = ["check", name, "--pack", "baseline", "--format", "markdown", "--today", TODAY, "--fail-on", "never"]
    done = subprocess.run(
        [sys.executable, "-m", "clausecheck", *arguments],
        cwd=FOLDER,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return _DIGEST.sub("…", done.stdout)


_DIGEST = re.compile(r"(?<=pack baseline, SHA-256 `)[0-9a-f]{64}")


@pytest.mark.parametrize("name", NAMES)
def test_the_report_is_as_recorded(name: str) -> None:
    recorded = FOLDER / f"{Path(name).stem}.report.md"
    ours = report(name)
    if "REGEN" in os.environ:
        recorded.write_text(ours, encoding="utf-8")

    assert ours == recorded.read_text(encoding="utf-8")


def test_building_twice_gives_the_same_bytes() -> None:
    assert samples() == samples()


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_built_from_its_source(name: str) -> None:
    built = read(samples()[name], name=name)

    assert read(FOLDER / name).text == built.text


@pytest.mark.parametrize("name", NAMES)
def test_the_text_holds_every_line_of_the_source(name: str) -> None:
    text = " ".join(read(FOLDER / name).text.split())
    for line in load(Path(name).stem):
        if line.kind not in {"break", "row", "article"}:
            assert line.text in text


def test_word_numbers_are_computed_as_the_source_prints_them() -> None:
    text = read(FOLDER / "vendor-form.docx").text
    for line in load("vendor-form"):
        if line.kind in {"clause", "item", "exhibit-clause"}:
            assert f"{line.label} {line.text}" in text


def test_printed_page_numbers_differ_from_those_of_the_file() -> None:
    pages = read(FOLDER / "city-form.pdf").pages

    assert [page.printed for page in pages] == ["Cover", *map(str, range(1, len(pages)))]
    assert len(pages) >= 8


def test_running_headers_and_the_page_of_a_site_are_not_read_as_contract() -> None:
    city, site = (read(FOLDER / name).text for name in ("city-form.pdf", "click-through.html"))

    assert "Contract No. 2026-118\n" in city
    assert city.count("Contract No. 2026-118") == 1
    assert "Careers" not in site
    assert "cookies" not in site
