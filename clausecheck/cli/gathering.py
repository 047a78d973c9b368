"""Files to documents; a file that cannot be read is kept as such and does not stop the others."""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clausecheck.errors import UnreadableError, UsageError

if TYPE_CHECKING:
    from clausecheck.checking.report import Input, UnreadPart
    from clausecheck.cli.parameters import PageRanges
    from clausecheck.text import Document

STANDARD_INPUT = Path("-")


@dataclass(frozen=True, slots=True)
class Gathered:
    """The documents that were read, and the files that were not, each in the order given."""

    documents: tuple[Document, ...]
    unread: tuple[UnreadPart, ...]
    unread_inputs: tuple[Input, ...]


def gather(files: Sequence[Path], pages: PageRanges | None, password_file: Path | None) -> Gathered:
    """Every file of one agreement, each once. Raises UsageError for options that do not fit."""
    files = tuple(dict.fromkeys(files))
    if pages and len(files) > 1:
        raise UsageError("--pages goes with a single file; check the packet by itself.")
    password = password_in(password_file) if password_file else None
    stems = Counter(file.name for file in files)
    documents: list[Document] = []
    unread: list[UnreadPart] = []
    inputs: list[Input] = []
    for file in files:
        name = str(file) if stems[file.name] > 1 else file.name
        try:
            documents.append(read_one(file, pages, password, name))
        except UnreadableError as error:
            part, record = _unread(file, name, error)
            unread.append(part)
            inputs.append(record)
    return Gathered(tuple(documents), tuple(unread), tuple(inputs))


def read_one(file: Path, pages: PageRanges | None, password: str | None, name: str) -> Document:
    """The document in `file`, or on standard input for "-"."""
    from clausecheck.reading import read

    if file == STANDARD_INPUT:
        return read(sys.stdin.buffer.read(), name="standard input", pages=pages, password=password)
    return read(file, name=name, pages=pages, password=password)


def password_in(file: Path) -> str:
    """The first line of `file`."""
    try:
        return file.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The password in {file} cannot be read; check the name and who may read it.") from error


def _unread(file: Path, name: str, error: UnreadableError) -> tuple[UnreadPart, Input]:
    from clausecheck.checking.report import Input, UnreadPart

    data = file.read_bytes() if file.is_file() else b""
    sha256 = hashlib.sha256(data).hexdigest() if file.is_file() else ""
    return UnreadPart(name, None, str(error)), Input(name, "unknown", sha256, len(data), 0)
