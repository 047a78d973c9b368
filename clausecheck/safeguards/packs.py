"""Packs: which safeguards are checked. A bare name is shipped with the program, a path holds a separator."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from clausecheck.errors import RuleError, UsageError, did_you_mean
from clausecheck.safeguards.cache import cached
from clausecheck.safeguards.loading import Family, load_family, load_safeguard, positions, tables
from clausecheck.safeguards.model import Pack, Safeguard
from clausecheck.vocabulary import Vocabulary, load_vocabulary, shipped, standard_vocabulary

CATALOGUE = "catalogue"


@lru_cache(maxsize=4)
def rules_vocabulary(root: Path | None = None) -> Vocabulary:
    """The vocabulary of the rules in `root` (default: the shipped ones)."""
    return load_vocabulary(sorted((root / "vocabulary").glob("*.toml"))) if root else standard_vocabulary()


@lru_cache(maxsize=4)
def rules_families(root: Path | None = None) -> Mapping[str, Family]:
    """The families of the rules in `root`, by name."""
    files = sorted(((root or shipped()) / "families").glob("*.toml"))
    return {file.stem: load_family(file, rules_vocabulary(root)) for file in files}


def load_pack(name: str = "baseline", *, positions_file: Path | None = None) -> Pack:
    """The pack `name`: shipped, "catalogue" for every safeguard shipped, or a folder of rules when it has a separator.

    A folder holds `catalogue/` and, if it needs its own, `vocabulary/`, `families/` and `packs/`; what it lacks is
    taken from the shipped rules. `positions_file` replaces playbook positions, one table a safeguard. Raises
    UsageError for an unknown name and RuleError for a wrong file.
    """
    pack = _folder(Path(name)) if "/" in name or "\\" in name else _shipped(name)
    return _with_positions(pack, positions_file) if positions_file else pack


def load_file(file: Path) -> tuple[Safeguard, Vocabulary]:
    """One rule file with the vocabulary and families that stand beside its catalogue, or the shipped ones."""
    root = _root_of(file)
    if not file.is_file():
        raise UsageError(f"There is no rule file {file}.")
    return load_safeguard(file, rules_vocabulary(root), rules_families(root)), rules_vocabulary(root)


def pack_of(safeguards: Iterable[Safeguard], vocabulary: Vocabulary, name: str, title: str, digest: str = "") -> Pack:
    """A pack made of `safeguards`, which speak in `vocabulary`."""
    return Pack(name, title, tuple(safeguards), digest, vocabulary)


def _root_of(file: Path) -> Path | None:
    for folder in file.resolve().parents:
        if any((folder / "vocabulary").glob("*.toml")):
            return None if folder == shipped().resolve() else folder
    return None


def _shipped(name: str) -> Pack:
    root = shipped()
    packs = {file.stem: file for file in sorted((root / "packs").glob("*.toml"))}
    if name != CATALOGUE and name not in packs:
        known = (CATALOGUE, *packs)
        raise UsageError(
            f'There is no pack "{name}"{did_you_mean(name, known)} The packs are {", ".join(sorted(known))}; '
            "a folder of your own needs a separator, as in ./ours."
        )
    return cached(name, sorted(root.glob("**/*.toml")), lambda: _made(root, name, packs.get(name)))


def _made(root: Path, name: str, listed: Path | None) -> Pack:
    """The pack from its files: the safeguards of `listed`, or all of them."""
    files = {file.stem: file for file in sorted((root / CATALOGUE).glob("*/*.toml"))}
    ids, title = _listed(listed, files) if listed else (list(files), "Every safeguard shipped")
    held = [load_safeguard(files[i], rules_vocabulary(), rules_families()) for i in ids]
    return pack_of(held, rules_vocabulary(), name, title, _digest(root, [files[i] for i in ids]))


def _listed(file: Path, files: Mapping[str, Path]) -> tuple[list[str], str]:
    table = tables(file)
    ids = table.get("safeguards")
    if not isinstance(ids, list):
        raise RuleError(file.name, "safeguards", "must be a list of safeguard ids")
    for name in ids:
        if name not in files:
            raise RuleError(file.name, "safeguards", f'no safeguard "{name}"{did_you_mean(str(name), files)}')
    return ids, str(table.get("title", file.stem))


def _folder(root: Path) -> Pack:
    files = sorted((root / CATALOGUE).glob("*/*.toml")) or sorted(root.glob("*.toml"))
    if not files:
        raise UsageError(f"There are no rule files in {root}: expected {root / CATALOGUE}/<group>/<safeguard-id>.toml.")
    own = root if any((root / "vocabulary").glob("*.toml")) else None
    held = [load_safeguard(file, rules_vocabulary(own), rules_families(own)) for file in files]
    return pack_of(held, rules_vocabulary(own), str(root), f"Rules in {root}", _digest(root, files))


def _digest(root: Path, files: Iterable[Path]) -> str:
    total = hashlib.sha256()
    shared = sorted((*(root / "vocabulary").glob("*.toml"), *(root / "families").glob("*.toml")))
    for file in (*shared, *files):
        total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


def _with_positions(pack: Pack, file: Path) -> Pack:
    try:
        table = tables(file)
    except OSError as error:
        raise UsageError(f"The positions in {file} cannot be read: {error.strerror}.") from error
    except tomllib.TOMLDecodeError as error:
        raise RuleError(file.name, "", f"is not TOML: {error}") from error
    known = [safeguard.id for safeguard in pack.safeguards]
    for name in table:
        if name not in known:
            raise RuleError(file.name, name, f"is no safeguard of the pack{did_you_mean(name, known)}")
    own = {name: positions(file.name, value) for name, value in table.items()}
    held = tuple(replace(s, positions=own.get(s.id, s.positions)) for s in pack.safeguards)
    return replace(pack, safeguards=held, positions=file.name)
