"""A safeguard against its own examples: every verdict right, every pattern hit, every look-alike refused."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from clausecheck.agreement import Agreement, assemble
from clausecheck.checking.judging import Case, judge
from clausecheck.checking.matching import Engine, Matches, matchers_of, search
from clausecheck.checking.precedence import Precedence
from clausecheck.checking.report import Finding
from clausecheck.checking.scope import Scope
from clausecheck.safeguards.loading import load_family
from clausecheck.safeguards.model import Example, Safeguard
from clausecheck.safeguards.packs import load_file, pack_of, rules_vocabulary
from clausecheck.text import Block, Document, Span
from clausecheck.vocabulary import Vocabulary

FEWEST_EXAMPLES = 8


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a rule file: where in it, and one sentence."""

    where: str
    message: str


def faults(file: Path) -> tuple[Fault, ...]:
    """Everything that keeps a rule file from being sound; raises RuleError when it cannot be read."""
    if file.parent.name == "families":
        return tuple(_family_faults(file))
    safeguard, vocabulary = load_file(file)
    engine = Engine(pack_of([safeguard], vocabulary, file.stem, safeguard.title), vocabulary)
    found: list[Fault] = []
    hit: set[str] = set()
    for number, example in enumerate(safeguard.examples):
        finding, matches = tried(example.text, safeguard, engine, vocabulary)
        hit |= set(matches)
        if finding.verdict != example.verdict:
            found.append(Fault(f"example[{number}]", _wrong(example, finding)))
    own = [m.where for m in matchers_of(safeguard) if not m.where.startswith("families/")]
    found += [Fault(where.split("#")[1], "No example hits this pattern.") for where in own if where not in hit]
    found += _poor(safeguard)
    return tuple(found)


def tried(text: str, safeguard: Safeguard, engine: Engine, vocabulary: Vocabulary) -> tuple[Finding, Matches]:
    """The finding for a text that stands for a whole contract, and what was matched in it."""
    agreement = assemble([page_of(text)], vocabulary=vocabulary)
    matches, mentions = engine.matches(agreement)
    return judge(safeguard, Case(agreement, matches, mentions, Scope(agreement), Precedence(agreement))), matches


def page_of(text: str) -> Document:
    """A document of one line a block."""
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    body = "\n".join(line for line in lines if line)
    blocks, start = [], 0
    for line in body.split("\n"):
        blocks.append(Block(Span(start, start + len(line))))
        start += len(line) + 1
    data = body.encode()
    return Document("example", "text", hashlib.sha256(data).hexdigest(), len(data), body, tuple(blocks))


def uncovered(file: Path, agreement: Agreement) -> tuple[str, ...]:
    """The sentences that touch the safeguard's topic and met none of its patterns, as printed, in order."""
    safeguard, vocabulary = load_file(file)
    engine = Engine(pack_of([safeguard], vocabulary, file.stem, safeguard.title), vocabulary)
    matches, mentions = engine.matches(agreement)
    met = {match.sentence for group in matches.values() for match in group}
    return tuple(
        agreement.quote(sentence.document, sentence.span)
        for number, sentence in enumerate(agreement.sentences)
        if number not in met
        and sentence.role not in ("heading", "signature")
        and search(safeguard.topic, agreement.reading(number), mentions[number])
    )


def _wrong(example: Example, finding: Finding) -> str:
    lacking = [element.id for element in finding.elements if element.required and not element.met]
    why = ", ".join((*finding.reasons, *(f"lacks {name}" for name in lacking)))
    return f'is {finding.verdict} ({why}), not {example.verdict}: "{" ".join(example.text.split())[:160]}"'


def _poor(safeguard: Safeguard) -> Iterable[Fault]:
    if len(safeguard.examples) < FEWEST_EXAMPLES:
        yield Fault("example", f"There are {len(safeguard.examples)} examples; a safeguard needs {FEWEST_EXAMPLES}.")
    if sum("no-keywords" in example.tags for example in safeguard.examples) < 2:
        yield Fault("example", 'Two examples tagged "no-keywords" are needed.')


def _family_faults(file: Path) -> Iterable[Fault]:
    from clausecheck.safeguards.model import Positions, Signal
    from clausecheck.safeguards.patterns import parse

    vocabulary = rules_vocabulary()
    family = load_family(file, vocabulary)
    signals = tuple(Signal(matcher, "for") for matcher in family.matchers)
    blank = Safeguard(
        family.name, "", family.title, "medium", (), "", "", (), parse("/$^/"), (), (), "", Positions("", "", ""),
        signals, (), (), (), (), (),
    )  # fmt: skip
    engine = Engine(pack_of([blank], vocabulary, family.name, family.title), vocabulary)
    met: set[str] = set()
    for number, (text, hit) in enumerate(family.examples):
        _, matches = tried(text, blank, engine, vocabulary)
        right = {where for where, group in matches.items() if not all(match.wrong_party for match in group)}
        met |= right
        if bool(right) != hit:
            yield Fault(f"example[{number}]", f'{"is not" if hit else "is"} recognised: "{text[:160]}"')
    yield from (Fault(m.where, "No example hits this pattern.") for m in family.matchers if m.where not in met)
