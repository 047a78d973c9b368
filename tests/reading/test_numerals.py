from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausecheck.reading import numerals

VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@given(st.integers(1, 3999))
def test_roman_numerals_have_the_value_that_they_write(number: int) -> None:
    values = [VALUES[sign] for sign in numerals.roman(number)]
    pairs = zip(values, [*values[1:], 0], strict=True)
    assert sum(-value if value < following else value for value, following in pairs) == number


@given(st.integers(1, 20000))
def test_letters_of_web_pages_count_in_base_26(number: int) -> None:
    value = 0
    for letter in numerals.base26(number):
        value = value * 26 + ord(letter) - ord("a") + 1
    assert value == number


@pytest.mark.parametrize(("number", "shown"), [(1, "a"), (26, "z"), (27, "aa"), (28, "bb"), (53, "aaa"), (0, "0")])
def test_letters_of_word_repeat_after_z(number: int, shown: str) -> None:
    assert numerals.letters(number) == shown


@pytest.mark.parametrize(
    ("number", "cardinal", "ordinal", "short"),
    [
        (1, "One", "First", "1st"),
        (12, "Twelve", "Twelfth", "12th"),
        (20, "Twenty", "Twentieth", "20th"),
        (42, "Forty-Two", "Forty-Second", "42nd"),
        (99, "Ninety-Nine", "Ninety-Ninth", "99th"),
        (111, "111", "111th", "111th"),
    ],
)
def test_numbers_in_words(number: int, cardinal: str, ordinal: str, short: str) -> None:
    assert numerals.cardinal_words(number) == cardinal
    assert numerals.ordinal_words(number) == ordinal
    assert numerals.ordinal(number) == short
