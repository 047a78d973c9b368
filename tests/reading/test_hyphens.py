from __future__ import annotations

import pytest

from clausecheck.reading.hyphens import SOFT, Mender


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("recog|nition", "recognition"),
        ("agree|ment", "agreement"),
        ("non|exclusive", "non-exclusive"),
        ("third|party", "third-party"),
        ("24|hour", "24-hour"),
        ("with|out", "without"),
        ("Anglo|American", "Anglo-American"),
        ("state-of-the|art", "state-of-the-art"),
    ],
)
def test_a_broken_word_loses_its_hyphen_and_a_compound_keeps_it(broken: str, mended: str) -> None:
    left, right = broken.split("|")
    mender = Mender(["the text holds other words"])
    assert mender.mend(f"a {left}{SOFT}{right} b") == f"a {mended} b"
    assert mender.mend(f"{left}\u00ad{right}") == mended
    assert mender.going_on(f"a {left}-", f"{right} b") + right == f"a {mended}"


def test_the_way_in_which_the_file_writes_a_word_elsewhere_decides() -> None:
    assert Mender(["face-print"]).mend(f"face{SOFT}print") == "face-print"
    assert Mender(["faceprint"]).mend(f"face{SOFT}print") == "faceprint"


@pytest.mark.parametrize("text", ["a dash -", "the end", "a slash/"])
def test_a_line_that_breaks_no_word_goes_on_after_a_space(text: str) -> None:
    assert Mender([]).going_on(text, "next") == text + " "
