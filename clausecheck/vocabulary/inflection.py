"""English inflection, as far as word lists need it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_VOWELS = "aeiou"
_ADVERB_HEAD_REST = re.compile(r"(\w+ly |)(\S+)(.*)")


def verb_forms(verb: str, irregular: Mapping[str, list[str]]) -> Iterator[str]:
    """The forms of `verb`; of several words the first changes that is no adverb ("carry out" gives "carried out")."""
    adverb, head, rest = _ADVERB_HEAD_REST.fullmatch(verb).groups()  # type: ignore[union-attr]  # matches any text
    for form in (head, *(irregular[head] if head in irregular else _regular(head))):
        yield adverb + form + rest


def plural(noun: str) -> str:
    """The plural of the last word of `noun`."""
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def _regular(verb: str) -> Iterator[str]:
    yield plural(verb)
    stem = verb
    if verb.endswith("e"):
        yield verb + "d"
        yield (
            (verb[:-2] + "ying")
            if verb.endswith("ie")
            else (verb[:-1] + "ing" if not verb.endswith("ee") else verb + "ing")
        )
        return
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        yield verb[:-1] + "ied"
        yield verb + "ing"
        return
    if _doubles(verb):
        stem = verb + verb[-1]
    yield stem + "ed"
    yield stem + "ing"


def _doubles(verb: str) -> bool:
    """One syllable that ends in consonant, vowel, consonant: "log" gives "logged"; longer verbs are irregular."""
    return (
        len(verb) >= 3
        and verb[-1] not in _VOWELS + "wxy"
        and verb[-2] in _VOWELS
        and verb[-3] not in _VOWELS
        and sum(c in _VOWELS for c in verb) == 1
    )
