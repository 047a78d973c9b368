"""Counted numbers as lists print them: letters, Roman numerals, words."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip


def roman(number: int) -> str:
    """Lower case Roman numerals; plain digits below 1."""
    if number < 1:
        return str(number)
    shown = ""
    for size, sign in _ROMAN:
        shown += sign * (number // size)
        number %= size
    return shown


def letters(number: int) -> str:
    """a to z, then aa, bb … as Word counts; plain digits below 1."""
    if number < 1:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def base26(number: int) -> str:
    """a to z, then aa, ab … as web pages count; plain digits below 1."""
    if number < 1:
        return str(number)
    shown = ""
    while number:
        number, rest = divmod(number - 1, 26)
        shown = chr(ord("a") + rest) + shown
    return shown


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th."""
    endings = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number % 100 in {11, 12, 13} else endings.get(number % 10, 'th')}"


def cardinal_words(number: int) -> str:
    """One, Two, Twenty-One; digits outside 0 to 99."""
    if not 0 <= number < 100:
        return str(number)
    if number < 20:
        return _CARDINALS[number].capitalize()
    tens, rest = divmod(number, 10)
    return _TENS[tens - 2].capitalize() + (f"-{_CARDINALS[rest].capitalize()}" if rest else "")


def ordinal_words(number: int) -> str:
    """First, Second, Twenty-First; digits outside 0 to 99."""
    if not 0 <= number < 100:
        return ordinal(number)
    head, dash, last = cardinal_words(number).rpartition("-")
    return head + dash + _ordinal_word(last.lower()).capitalize()


def _ordinal_word(word: str) -> str:
    if word.endswith("y"):
        return word[:-1] + "ieth"
    return _ORDINALS.get(word, word + "th")
