"""Shipped packs, ready made: parsed rule files kept in the user's cache folder.

Parsing the rules costs more than reading a contract. Only what this program wrote itself, for the rules that it ships,
is ever loaded: a folder or file that others can write to, or that belongs to somebody else, is left alone, and the key
holds the program, the Python version and every byte of the rules. Without a usable folder nothing changes but the time.
"""

from __future__ import annotations

import hashlib
import os
import pickle  # only files that this program wrote; see the module's docstring
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from clausecheck.safeguards.model import Pack
from clausecheck.version import VERSION

_CODE = ("safeguards", "vocabulary")
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def cached(name: str, rules: Iterable[Path], make: Callable[[], Pack]) -> Pack:
    """The pack `name` made from the files `rules`: from the cache folder, or made and put there."""
    file = _folder() / f"{name}-{_key(rules)}.pickle"
    pack = _load(file)
    if pack is None:
        pack = make()
        _keep(file, pack)
    return pack


def _folder() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "clausecheck"


def _key(rules: Iterable[Path]) -> str:
    home = Path(__file__).resolve().parents[1]
    code = [file for room in _CODE for file in sorted((home / room).glob("*.py"))]
    total = hashlib.sha256(f"{VERSION} {sys.version}".encode())
    for file in (*code, *rules):
        total.update(f"\0{file.parent.name}/{file.name}\0".encode() + file.read_bytes())
    return total.hexdigest()


def _load(file: Path) -> Pack | None:
    try:
        if not (_is_ours(file.parent) and _is_ours(file)):
            return None
        pack = pickle.loads(file.read_bytes())  # noqa: S301  # ours alone, see above
    except Exception:  # a cache that cannot be used is no cache
        return None
    return pack if isinstance(pack, Pack) else None


def _is_ours(path: Path) -> bool:
    status = path.stat()
    return status.st_uid == os.getuid() and not status.st_mode & _OTHERS_WRITE


def _keep(file: Path, pack: Pack) -> None:
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for old in file.parent.glob(f"{file.name.rsplit('-', 1)[0]}-*.pickle"):
            old.unlink()
        handle, temporary = tempfile.mkstemp(dir=file.parent)
        with os.fdopen(handle, "wb") as out:
            pickle.dump(pack, out, protocol=5)
        Path(temporary).replace(file)
