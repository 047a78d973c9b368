"""One rule file → Safeguard; one family file → Family. A mistake is a RuleError that names file, key and culprit."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, get_args

from clausecheck.errors import RuleError, did_you_mean
from clausecheck.safeguards.model import (
    Authority,
    Defeater,
    Element,
    Example,
    Force,
    Lookalike,
    Matcher,
    Positions,
    Safeguard,
    Signal,
    Status,
)
from clausecheck.safeguards.patterns import Pattern, PatternError, parse
from clausecheck.vocabulary import Vocabulary

SLOTS = ("subject", "act", "object", "purpose", "condition", "exception", "anywhere")
MODALITIES = ("must", "must-not", "may", "only", "no-duty", "is", "is-not")
BEARERS = ("vendor", "agency", "both", "anyone", "third", "vendor!", "agency!")
VERDICTS = ("present", "weak", "contradicted", "missing", "cannot-tell")
REASONS = (
    "narrow-scope", "permissive-modality", "efforts-qualifier", "on-request-only", "by-link-changeable", "no-deadline",
    "no-survival", "swallowing-exception", "opt-out-default", "feature-description", "statute-only-reference",
    "missing-elements", "definition-only", "wrong-party", "recital", "external-document",
)  # fmt: skip
WEIGHTS = ("critical", "high", "medium")
_MATCHER_KEYS = {*SLOTS, "phrase", "unless", "section", "deadline", "bearer", "modality"}
_KEYS: Mapping[str, set[str]] = {
    "signal": {*_MATCHER_KEYS, "polarity", "effect", "ceiling", "reason", "proves", "says"},
    "lookalike": {*_MATCHER_KEYS, "why", "polarity"},
    "element": {"id", "title", "scope", "any"},
    "family": {"is", "polarity", "effect", "ceiling", "reason", "proves", "says"},
    "defeater": {*_MATCHER_KEYS, "effect", "says"},
    "authority": {"cite", "jurisdiction", "force", "status", "as_of", "note"},
    "example": {"text", "verdict", "tags"},
    "positions": {"preferred", "fallback", "walk_away"},
    "wording": {"text"},
}
_TOP = {
    "title", "weight", "owed_by", "question", "why", "ask", "topic", "required", "floor", "defeaters", *_KEYS,
}  # fmt: skip
_DEADLINE = re.compile(r"(<=|>=)\s*(\d+)\s*(h|d|y)")
_HOURS = {"h": 1, "d": 24, "y": 8760}


@dataclass(frozen=True, slots=True)
class Family:
    """A standard clause: its matchers, and examples of what is one and what is not."""

    name: str
    title: str
    matchers: tuple[Matcher, ...]
    examples: tuple[tuple[str, bool], ...]


def load_family(file: Path, vocabulary: Vocabulary) -> Family:
    """The family in `file`; its name is the file's stem."""
    table = tables(file)
    read = _File(file.name, vocabulary)
    read.known("", table, {"title", "signal", "example"})
    signals = table.get("signal", [])
    matchers = tuple(
        read.matcher(f"families/{file.stem}#{i}", f"signal[{i}]", entry, _MATCHER_KEYS)
        for i, entry in enumerate(signals)
    )
    examples = tuple((str(e["text"]), bool(e["hit"])) for e in table.get("example", []))
    return Family(file.stem, read.text(table, "title"), matchers, examples)


def load_safeguard(file: Path, vocabulary: Vocabulary, families: Mapping[str, Family]) -> Safeguard:
    """The safeguard in `file`; its id is the file's stem, its group the name of the folder."""
    table = tables(file)
    read = _File(file.name, vocabulary)
    read.known("", table, _TOP)
    elements = tuple(read.element(file.stem, i, e) for i, e in enumerate(table.get("element", [])))
    ids = {element.id for element in elements}
    return Safeguard(
        id=file.stem,
        group=file.parent.name,
        title=read.text(table, "title"),
        weight=read.choice(table, "weight", WEIGHTS),
        owed_by=read.texts(table, "owed_by"),
        question=read.text(table, "question"),
        why=" ".join(read.text(table, "why").split()),
        ask=read.texts(table, "ask"),
        topic=read.pattern("topic", read.text(table, "topic")),
        required=read.ids("required", table.get("required", []), ids),
        floor=read.floor(table.get("floor", []), ids),
        wording=" ".join(read.text(read.table(table, "wording"), "text").split()),
        positions=positions(file.name, read.table(table, "positions")),
        signals=(*read.signals(file.stem, table, ids), *read.family_signals(table, families, ids)),
        lookalikes=tuple(read.lookalike(file.stem, i, e) for i, e in enumerate(table.get("lookalike", []))),
        elements=elements,
        defeaters=(*read.defeaters(file.stem, table), *read.family_defeaters(table, families)),
        authorities=tuple(read.authority(i, e) for i, e in enumerate(table.get("authority", []))),
        examples=tuple(read.example(i, e) for i, e in enumerate(table.get("example", []))),
    )


def tables(file: Path) -> dict[str, Any]:
    """The TOML of `file`."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(file.name, "", f"is not TOML: {error}") from error


def positions(where: str, table: Mapping[str, Any]) -> Positions:
    """The three positions of a playbook."""
    for key in table:
        if key not in _KEYS["positions"]:
            raise RuleError(where, f"positions.{key}", f"is unknown{did_you_mean(key, _KEYS['positions'])}")
    missing = sorted(_KEYS["positions"] - set(table))
    if missing:
        raise RuleError(where, f"positions.{missing[0]}", "is not given")
    return Positions(*(" ".join(str(table[key]).split()) for key in ("preferred", "fallback", "walk_away")))


class _File:
    """Reads the parts of one rule file; `where` is the file's name for messages."""

    def __init__(self, where: str, vocabulary: Vocabulary) -> None:
        self.where, self._vocabulary = where, vocabulary

    def known(self, key: str, table: object, keys: Iterable[str]) -> None:
        if not isinstance(table, dict):
            raise RuleError(self.where, key, "must be a table")
        allowed = set(keys)
        for name in table:
            if name not in allowed:
                raise RuleError(self.where, f"{key}.{name}".lstrip("."), f"is unknown{did_you_mean(name, allowed)}")

    def table(self, table: Mapping[str, Any], key: str) -> dict[str, Any]:
        value = table.get(key)
        if not isinstance(value, dict):
            raise RuleError(self.where, key, f"is not given; write [{key}]")
        self.known(key, value, _KEYS[key])
        return value

    def text(self, table: Mapping[str, Any], key: str) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value.strip():
            raise RuleError(self.where, key, "is not given" if value is None else "must be a text")
        return value.strip()

    def texts(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise RuleError(self.where, key, "must be a list of texts")
        return tuple(value)

    def choice(self, table: Mapping[str, Any], key: str, known: Iterable[str], default: str | None = None) -> Any:
        value = table.get(key, default)
        if value not in tuple(known):
            raise RuleError(
                self.where, key, f'"{value}" is none of {", ".join(known)}{did_you_mean(str(value), known)}'
            )
        return value

    def ids(self, key: str, value: object, known: Iterable[str]) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise RuleError(self.where, key, "must be a list of element ids")
        for name in value:
            if name not in tuple(known):
                raise RuleError(self.where, key, f'no element "{name}"{did_you_mean(str(name), known)}')
        return tuple(value)

    def floor(self, value: object, known: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        if not isinstance(value, list):
            raise RuleError(self.where, "floor", "must be a list")
        return tuple(self.ids("floor", part if isinstance(part, list) else [part], known) for part in value)

    def pattern(self, key: str, source: object) -> Pattern:
        if not isinstance(source, str):
            raise RuleError(self.where, key, "must be a pattern, in quotes")
        try:
            pattern = parse(source)
        except PatternError as error:
            raise RuleError(self.where, key, f"{error} in {source!r}") from error
        for symbol in sorted(pattern.symbols):
            if symbol.startswith("{") and symbol[1:-1] not in self._vocabulary:
                hint = did_you_mean(symbol[1:-1], self._vocabulary.names())
                raise RuleError(self.where, key, f"no class {symbol}{hint}")
        return pattern

    def matcher(self, where: str, key: str, entry: object, keys: Iterable[str]) -> Matcher:
        self.known(key, entry, keys)
        if not isinstance(entry, dict):
            raise TypeError
        slots = tuple((s, self.pattern(f"{key}.{s}", entry[s])) for s in SLOTS if s in entry)
        phrase = self.pattern(f"{key}.phrase", entry["phrase"]) if "phrase" in entry else None
        if (phrase is None) == (not slots):
            raise RuleError(self.where, key, "needs a phrase or some slots, and not both")
        if phrase and ("bearer" in entry or "modality" in entry):
            raise RuleError(self.where, key, "a phrase has no bearer and no modality; use a slot, such as anywhere")
        return Matcher(
            where=where,
            bearers=self._words(key, entry, "bearer", BEARERS),
            modalities=self._words(key, entry, "modality", MODALITIES),
            slots=slots,
            phrase=phrase,
            unless=self.pattern(f"{key}.unless", entry["unless"]) if "unless" in entry else None,
            section=self.pattern(f"{key}.section", entry["section"]) if "section" in entry else None,
            hours=self._hours(key, entry),
        )

    def _words(self, key: str, entry: Mapping[str, Any], name: str, known: Iterable[str]) -> tuple[str, ...]:
        words = tuple(word.strip() for word in str(entry.get(name, "")).split("|") if word.strip())
        for word in words:
            if word not in tuple(known):
                raise RuleError(self.where, f"{key}.{name}", f'"{word}" is unknown{did_you_mean(word, known)}')
        return words

    def _hours(self, key: str, entry: Mapping[str, Any]) -> tuple[float, float] | None:
        value = entry.get("deadline")
        if value is None or value == "any":
            return None if value is None else (0.0, float("inf"))
        match = _DEADLINE.fullmatch(str(value))
        if not match:
            raise RuleError(self.where, f"{key}.deadline", f'"{value}" is not "any" or such as "<=72h", ">=180d"')
        hours = float(int(match[2]) * _HOURS[match[3]])
        return (0.0, hours) if match[1] == "<=" else (hours, float("inf"))

    def signals(self, stem: str, table: Mapping[str, Any], ids: set[str]) -> Iterable[Signal]:
        for i, entry in enumerate(table.get("signal", [])):
            key = f"signal[{i}]"
            matcher = self.matcher(f"{stem}#{key}", key, entry, _KEYS["signal"])
            yield self._worth(key, entry, ids, Signal(matcher, self.choice(entry, "polarity", ("for", "against"))))

    def _worth(self, key: str, entry: Mapping[str, Any], ids: set[str], signal: Signal) -> Signal:
        reasons = entry.get("reason", [])
        reasons = (reasons,) if isinstance(reasons, str) else tuple(reasons)
        for reason in reasons:
            if reason not in REASONS:
                raise RuleError(self.where, f"{key}.reason", f'"{reason}" is unknown{did_you_mean(reason, REASONS)}')
        return replace(
            signal,
            effect=self.choice(entry, "effect", ("contradicts", "weakens"), "contradicts"),
            ceiling="ceiling" in entry and self.choice(entry, "ceiling", ("weak",)) == "weak",
            reasons=reasons,
            proves=self.ids(f"{key}.proves", entry.get("proves", []), ids),
            says=str(entry.get("says", "")),
        )

    def family_signals(
        self, table: Mapping[str, Any], families: Mapping[str, Family], ids: set[str]
    ) -> Iterable[Signal]:
        for i, entry in enumerate(table.get("family", [])):
            key = f"family[{i}]"
            self.known(key, entry, _KEYS["family"])
            family = self._family(key, self.text(entry, "is"), families)
            for matcher in family.matchers:
                blank = Signal(matcher, self.choice(entry, "polarity", ("for", "against")), family=family.name)
                signal = self._worth(key, entry, ids, blank)
                yield replace(signal, says=signal.says or family.title)

    def _family(self, key: str, name: str, families: Mapping[str, Family]) -> Family:
        if name not in families:
            raise RuleError(self.where, key, f'no family "{name}"{did_you_mean(name, families)}')
        return families[name]

    def lookalike(self, stem: str, i: int, entry: Mapping[str, Any]) -> Lookalike:
        key = f"lookalike[{i}]"
        matcher = self.matcher(f"{stem}#{key}", key, entry, _KEYS["lookalike"])
        polarity = self.choice(entry, "polarity", ("for", "against")) if "polarity" in entry else None
        return Lookalike(matcher, self.text(entry, "why"), polarity)

    def element(self, stem: str, i: int, entry: Mapping[str, Any]) -> Element:
        key = f"element[{i}]"
        self.known(key, entry, _KEYS["element"])
        matchers = tuple(
            self.matcher(f"{stem}#{key}.any[{j}]", f"{key}.any[{j}]", option, _MATCHER_KEYS)
            for j, option in enumerate(entry.get("any", []))
        )
        scope = self.choice(entry, "scope", ("section", "definitions", "agreement"), "section")
        return Element(self.text(entry, "id"), self.text(entry, "title"), scope, matchers)

    def defeaters(self, stem: str, table: Mapping[str, Any]) -> Iterable[Defeater]:
        for i, entry in enumerate(table.get("defeater", [])):
            key = f"defeater[{i}]"
            matcher = self.matcher(f"{stem}#{key}", key, entry, _KEYS["defeater"])
            effect = self.choice(entry, "effect", ("contradicts", "weakens"), "contradicts")
            yield Defeater(matcher, effect, self.text(entry, "says"))

    def family_defeaters(self, table: Mapping[str, Any], families: Mapping[str, Family]) -> Iterable[Defeater]:
        for name in self.texts(table, "defeaters"):
            family = self._family("defeaters", name, families)
            yield from (Defeater(matcher, "contradicts", family.title, family.name) for matcher in family.matchers)

    def authority(self, i: int, entry: Mapping[str, Any]) -> Authority:
        key = f"authority[{i}]"
        self.known(key, entry, _KEYS["authority"])
        force = self.texts(entry, "force")
        for word in force:
            if word not in get_args(Force):
                raise RuleError(self.where, f"{key}.force", f'"{word}" is unknown{did_you_mean(word, get_args(Force))}')
        if not isinstance(entry.get("as_of"), date):
            raise RuleError(self.where, f"{key}.as_of", "must be a date, such as 2026-11-22, without quotes")
        return Authority(
            cite=self.text(entry, "cite"),
            jurisdiction=self.text(entry, "jurisdiction"),
            force=force,  # type: ignore[arg-type]  # each was checked above
            status=self.choice(entry, "status", get_args(Status)),
            as_of=entry["as_of"],
            note=str(entry.get("note", "")),
        )

    def example(self, i: int, entry: Mapping[str, Any]) -> Example:
        key = f"example[{i}]"
        self.known(key, entry, _KEYS["example"])
        return Example(self.text(entry, "text"), self.choice(entry, "verdict", VERDICTS), self.texts(entry, "tags"))
