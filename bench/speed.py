"""How long whole processes take: a check against pdftotext on the same file, and `--version` against the interpreter.

The commands of a comparison take turns, so that a busy moment of the machine strikes all of them.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from bench import contract

RUNS = 9
PAGES = 60
MOST_TIMES_PDFTOTEXT = 3.0
MOST_START_S = 0.1
_EXPECTED = {0, 1}  # a check exits 1 when it finds something

Times = Mapping[str, Sequence[float]]


def main() -> int:
    """Measure and print; 1 when a target is missed, 2 when a program is not there."""
    missing = [name for name in ("pdftotext", "clausecheck") if not shutil.which(name)]
    if missing:
        print(f"Not on the PATH: {', '.join(missing)}.", file=sys.stderr)
        return 2
    return max(_check(), _start())


def timed(commands: Mapping[str, Sequence[str]], runs: int = RUNS) -> Times:
    """Seconds of wall time of each command in each of `runs` rounds, after one round that does not count."""
    rounds = [{name: _seconds(command) for name, command in commands.items()} for _ in range(runs + 1)][1:]
    return {name: [one[name] for one in rounds] for name in commands}


def _seconds(command: Sequence[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode not in _EXPECTED:
        raise RuntimeError(f"{' '.join(command)} exited {done.returncode}: {done.stderr.strip()[-500:]}")
    return time.perf_counter() - start


def _check() -> int:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "contract.pdf"
        pages = contract.write(file, PAGES)
        print(f"A contract of {pages} pages, {file.stat().st_size:,} bytes; {RUNS} runs each, in turns.")
        times = timed(
            {
                "pdftotext FILE -": ["pdftotext", str(file), "-"],
                "clausecheck check FILE": ["clausecheck", "check", str(file)],
                "clausecheck check --format json FILE": ["clausecheck", "check", "--format", "json", str(file)],
            }
        )
    base, *others = times.values()
    _table(times)
    ratios = [median(other) / median(base) for other in others]
    kept = max(ratios) <= MOST_TIMES_PDFTOTEXT
    print(f"Ratio of medians {max(ratios):.2f}, target at most {MOST_TIMES_PDFTOTEXT}: {_word(kept)}\n")
    return int(not kept)


def _start() -> int:
    times = timed(
        {"python -c pass": [sys.executable, "-c", "pass"], "clausecheck --version": ["clausecheck", "--version"]}
    )
    bare, ours = (median(seconds) for seconds in times.values())
    _table(times)
    kept = ours - bare <= MOST_START_S
    print(f"Difference {ours - bare:.3f} s, target at most {MOST_START_S} s: {_word(kept)}\n")
    return int(not kept)


def _table(times: Times) -> None:
    for name, seconds in times.items():
        print(f"  {name:40} min {min(seconds):.3f} s   median {median(seconds):.3f} s")


def _word(kept: bool) -> str:
    return "kept" if kept else "MISSED"
