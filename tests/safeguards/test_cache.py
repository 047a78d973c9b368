from __future__ import annotations

from pathlib import Path

import pytest

from clausecheck.safeguards import load_pack


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "clausecheck"


def test_a_pack_from_the_cache_is_the_pack_from_its_files(folder: Path) -> None:
    made = load_pack("baseline")
    (kept,) = folder.glob("baseline-*.pickle")

    assert load_pack("baseline") == made
    assert kept.stat().st_mode & 0o077 == 0


def test_a_damaged_cache_is_made_anew(folder: Path) -> None:
    made = load_pack("baseline")
    (kept,) = folder.glob("baseline-*.pickle")
    kept.write_bytes(b"nonsense")

    assert load_pack("baseline") == made
    assert kept.read_bytes() != b"nonsense"


def test_a_cache_that_others_can_write_to_is_not_loaded(folder: Path) -> None:
    load_pack("baseline")
    (kept,) = folder.glob("baseline-*.pickle")
    kept.write_bytes(b"(lp0\n.")
    kept.chmod(0o666)

    assert load_pack("baseline").safeguards


def test_without_a_place_for_the_cache_the_pack_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))

    assert load_pack("baseline").safeguards
