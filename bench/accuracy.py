"""The verdicts on hand-labelled contracts against the floors in accuracy.toml.

The folder with the contracts, their labels and `score.py`, which compares the two, is named by the variable
CLAUSECHECK_CORPUS; it is no part of the project.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from clausecheck.safeguards import load_pack

FLOORS = Path(__file__).with_name("accuracy.toml")
CORPUS = "CLAUSECHECK_CORPUS"
LOWER_IS_BETTER = frozenset({"false_present", "gross_present", "noise"})
SETS = ("all", "real", "synthetic", "seen", "aside")

Figures = Mapping[str, float | None]


def main() -> int:
    """Score, print the figures of every set and what misses its floor; 1 for a miss, 2 when nothing can be scored."""
    corpus = os.environ.get(CORPUS)
    if not corpus:
        print(f"{CORPUS} names no folder of labelled contracts, so accuracy is not measured.", file=sys.stderr)
        return 2
    done = _scored(Path(corpus))
    if not done.stdout.strip():
        print(f"score.py gave no figures (exit {done.returncode}): {done.stderr.strip()}", file=sys.stderr)
        return 1
    result = json.loads(done.stdout)
    print(table(result["sets"]))
    faults = [f"{name} gave no report: {why}" for name, why in result["failed"].items()]
    faults += misses(result["sets"], tomllib.loads(FLOORS.read_text(encoding="utf-8")))
    print("\n".join(faults) or "Every figure keeps its floor.")
    return int(bool(faults) or done.returncode != 0)


def misses(sets: Mapping[str, Figures], floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """One sentence for each figure that is worse than its floor or is not there."""
    return [line for name, wanted in floors.items() for line in _misses(name, sets.get(name, {}), wanted)]


def table(sets: Mapping[str, Figures]) -> str:
    """The figures, one column for each set of documents."""
    names = [name for name in SETS if name in sets]
    keys = list(sets[names[0]]) if names else []
    lines = [" " * 18 + "".join(f"{name:>11}" for name in names)]
    lines += [f"{key:18}" + "".join(f"{_shown(sets[name].get(key)):>11}" for name in names) for key in keys]
    return "\n".join(lines)


def _scored(corpus: Path) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory() as folder:
        chosen = Path(folder) / "safeguards.txt"
        chosen.write_text("\n".join(safeguard.id for safeguard in load_pack("baseline").safeguards), encoding="utf-8")
        command = [sys.executable, str(corpus / "score.py"), "--safeguards", str(chosen), "--json"]
        return subprocess.run(command, capture_output=True, text=True, check=False)


def _misses(name: str, figures: Figures, wanted: Mapping[str, float]) -> Iterator[str]:
    for key, floor in wanted.items():
        value = figures.get(key)
        if value is None:
            yield f"{key} ({name}) could not be computed."
        elif value > floor if key in LOWER_IS_BETTER else value < floor:
            least = "at most" if key in LOWER_IS_BETTER else "at least"
            yield f"{key} ({name}) is {value}, not {least} {floor}."


def _shown(value: float | None) -> str:
    return "-" if value is None else f"{value:g}"
