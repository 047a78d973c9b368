"""The benchmarks compare as they say."""

import sys
import tomllib
from pathlib import Path

import pytest
from pypdf import PdfReader

from bench import accuracy, contract
from bench.__main__ import main
from bench.speed import timed

FLOORS = {"all": {"false_present": 0.1, "found": 0.8}}


@pytest.mark.parametrize(
    ("false_present", "found", "sentences"),
    [
        (0.1, 0.8, []),
        (0.0, 1.0, []),
        (0.11, 0.8, ["false_present (all) is 0.11, not at most 0.1."]),
        (0.1, 0.79, ["found (all) is 0.79, not at least 0.8."]),
        (None, 0.8, ["false_present (all) could not be computed."]),
    ],
)
def test_a_figure_worse_than_its_floor_is_named(
    false_present: float | None, found: float, sentences: list[str]
) -> None:
    figures = {"all": {"false_present": false_present, "found": found}}

    assert accuracy.misses(figures, FLOORS) == sentences


def test_a_set_that_is_not_there_misses_every_floor() -> None:
    assert len(accuracy.misses({}, FLOORS)) == 2


def test_the_table_gives_each_set_its_own_column() -> None:
    sets: dict[str, accuracy.Figures] = {
        "all": {"cells": 3.0},
        "synthetic": {"cells": 1.0},
        "real": {"cells": 2.0},
        "aside": {"cells": None},
    }

    head, row = accuracy.table(sets).splitlines()
    assert head.split() == ["all", "real", "synthetic", "aside"]
    assert row.split() == ["cells", "3", "2", "1", "-"]


def test_the_floors_are_figures_that_have_a_direction() -> None:
    floors = tomllib.loads(accuracy.FLOORS.read_text(encoding="utf-8"))

    assert set(floors) <= set(accuracy.SETS)
    assert floors["all"].keys() >= {*accuracy.LOWER_IS_BETTER, "present_r", "contradicted_r", "accuracy", "evidence"}


def test_a_score_that_fails_fails_the_benchmark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    script = 'import json, sys\nprint(json.dumps({"sets": {"all": {}}, "failed": {"a": "no report"}}))\nsys.exit(1)\n'
    (tmp_path / "score.py").write_text(script, encoding="utf-8")
    monkeypatch.setenv(accuracy.CORPUS, str(tmp_path))

    assert accuracy.main() == 1
    assert "a gave no report: no report" in capsys.readouterr().out


def test_without_labelled_contracts_nothing_is_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv(accuracy.CORPUS, raising=False)

    assert main(["accuracy"]) == 2
    assert accuracy.CORPUS in capsys.readouterr().err


def test_an_unknown_benchmark_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sped"]) == 2
    assert "Usage" in capsys.readouterr().err


def test_the_generated_contract_is_the_same_each_time(tmp_path: Path) -> None:
    pages = [contract.write(tmp_path / name, 5) for name in ("a.pdf", "b.pdf")]

    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert len(PdfReader(tmp_path / "a.pdf").pages) == pages[0] == pages[1]


def test_every_command_is_timed_in_every_round() -> None:
    python = sys.executable
    times = timed({"quick": [python, "-c", "pass"], "findings": [python, "-c", "raise SystemExit(1)"]}, runs=2)

    assert [len(seconds) for seconds in times.values()] == [2, 2]


def test_a_command_that_fails_is_no_time() -> None:
    with pytest.raises(RuntimeError, match="exited 3"):
        timed({"broken": [sys.executable, "-c", "raise SystemExit(3)"]}, runs=1)
