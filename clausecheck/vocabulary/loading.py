"""Vocabulary files (TOML) → Vocabulary."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from clausecheck.errors import RuleError, did_you_mean
from clausecheck.vocabulary.classes import FIRST_MARK, Kind, Vocabulary, WordClass
from clausecheck.vocabulary.inflection import plural, verb_forms

_CLASS_KEYS = {"verbs", "nouns", "terms", "includes"}
_KIND_KEYS = {"kind", "qualifies", "names", "words", "cues"}

Tables = Mapping[str, dict[str, Any]]


def load_vocabulary(files: Iterable[Path]) -> Vocabulary:
    """The classes of all `files` together; raises RuleError for an unknown key, an unknown class or a circle."""
    tables: dict[str, dict[str, Any]] = {}
    origin: dict[str, str] = {}
    irregular: dict[str, list[str]] = {}
    for file in files:
        for name, table in _tables(file).items():
            if name == "irregular-verbs":
                irregular.update(table)
                continue
            if name in tables:
                raise RuleError(file.name, name, f"the class is already in {origin[name]}")
            _checked(file.name, name, table)
            tables[name], origin[name] = table, file.name
    kinds = _kinds(tables)
    classes = {
        name: _word_class(name, tables, origin, irregular, kinds) for name in tables if not tables[name].get("kind")
    }
    return Vocabulary(classes, kinds)


def _tables(file: Path) -> Tables:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(file.name, "", f"is not TOML: {error}") from error


def _checked(where: str, name: str, table: object) -> None:
    if not isinstance(table, dict):
        raise RuleError(where, name, "is not a class; write it as [name] with verbs, nouns, terms or includes")
    known = _KIND_KEYS if table.get("kind") else _CLASS_KEYS
    for key, value in table.items():
        if key not in known:
            raise RuleError(where, f"{name}.{key}", f"is unknown{did_you_mean(key, known)}")
        if key not in ("kind", "qualifies") and not (
            isinstance(value, list) and all(isinstance(v, str) for v in value)
        ):
            raise RuleError(where, f"{name}.{key}", "must be a list of strings")


def _kinds(tables: Tables) -> dict[str, Kind]:
    found: dict[str, Kind] = {}
    for name, table in tables.items():
        if table.get("kind"):
            found[name] = Kind(
                name,
                chr(FIRST_MARK + len(found)),
                tuple(table.get("names", ())),
                tuple(table.get("words", ())),
                tuple(table.get("cues", ())),
                bool(table.get("qualifies", False)),
            )
    return found


def _word_class(
    name: str,
    tables: Tables,
    origin: Mapping[str, str],
    irregular: Mapping[str, list[str]],
    kinds: Mapping[str, Kind],
) -> WordClass:
    terms: dict[str, None] = {}
    marks: dict[str, None] = {}
    pending, seen = [name], {name}
    while pending:
        current = pending.pop()
        if current in kinds:
            marks[kinds[current].mark] = None
            continue
        table = tables[current]
        terms.update(dict.fromkeys(_terms(table, irregular)))
        for other in table.get("includes", ()):
            if other not in tables:
                raise RuleError(
                    origin[current], f"{current}.includes", f'no class "{other}"{did_you_mean(other, tables)}'
                )
            if other not in seen:
                seen.add(other)
                pending.append(other)
    return WordClass(name, tuple(sorted(terms, key=lambda t: (-len(t), t))), "".join(sorted(marks)))


def _terms(table: Mapping[str, list[str]], irregular: Mapping[str, list[str]]) -> Iterable[str]:
    for verb in table.get("verbs", ()):
        yield from verb_forms(verb, irregular)
    for noun in table.get("nouns", ()):
        yield noun
        yield plural(noun)
    yield from table.get("terms", ())
