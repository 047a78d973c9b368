"""Running the program as a user does, and the files it is run on."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

TINY = Path(__file__).parents[1] / "packs" / "tiny"
TODAY = ("--today", "2026-11-25")

OPENING = """SERVICES AGREEMENT

This Agreement is between Example Cameras, Inc. ("Vendor") and the City of Exampleton ("City").
"""
NOTHING = "\n1. Term. This Agreement runs for one year.\n"
SALE = "\n1. Data. Vendor may sell the data of the City to advertisers.\n"
NO_SALE = "\n1. Data. Vendor shall not sell the data of the City.\n"
WEAK_DELETION = "\n2. Deletion. Vendor shall delete all data of the City upon termination.\n"
DELETION = "\n2. Deletion. Vendor shall delete all data of the City within 30 days after termination.\n"
AUDIT = "\n3. Audit. The City may audit Vendor once a year.\n"


@dataclass(frozen=True, slots=True)
class Done:
    """What a run left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


def clausecheck(
    *arguments: str | Path, stdin: bytes = b"", environment: Mapping[str, str] = MappingProxyType({})
) -> Done:
    """The program in a process of its own, without a terminal."""
    kept = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "NO_COLOR", "FORCE_COLOR"}}
    done = subprocess.run(
        [sys.executable, "-m", "clausecheck", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**kept, **environment},
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


def check(*arguments: str | Path, stdin: bytes = b"", environment: Mapping[str, str] = MappingProxyType({})) -> Done:
    """`clausecheck check` with the tiny pack."""
    return clausecheck("check", "--pack", TINY, *TODAY, *arguments, stdin=stdin, environment=environment)


def contract(folder: Path, *clauses: str, name: str = "agreement.txt") -> Path:
    """A contract of these clauses, in a text file."""
    file = folder / name
    file.write_text(OPENING + "".join(clauses), encoding="utf-8")
    return file
