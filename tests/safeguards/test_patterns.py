from __future__ import annotations

import pytest

from clausecheck.agreement import assemble
from clausecheck.checking.lexicon import Lexicon
from clausecheck.checking.matching import search
from clausecheck.checking.trial import page_of
from clausecheck.safeguards.patterns import PatternError, parse


def met(source: str, text: str) -> bool:
    """Whether a sentence meets a pattern."""
    agreement = assemble([page_of(text)])
    reading, pattern = agreement.reading(0), parse(source)
    mentions = Lexicon(pattern.symbols, agreement.vocabulary).mentions(reading.text, reading.plain)
    return search(pattern, reading, mentions) is not None


@pytest.mark.parametrize(
    ("source", "text", "meets"),
    [
        ("shall not", "Vendor shall not sell it.", True),
        ("shall not", "Vendor shall certainly not sell it.", False),
        ("shall ... not", "Vendor shall certainly not sell it.", True),
        ("shall ...1 not", "Vendor shall in no case not sell it.", False),
        ("(lease | rent) it", "Vendor may rent it.", True),
        ("rent [all] it", "Vendor may rent it.", True),
        ("rent & lease", "Vendor may lease or rent it.", True),
        ("rent & lease", "Vendor may lease it.", False),
        ("rent | lease", "Vendor may lease it.", True),
        ("leas*", "Vendor is leasing it.", True),
        ("lease", "Vendor is leasing it.", False),
        ("{sell}", "Footage was sold.", True),
        ("{vendor} ... {agency-data}", "Provider shall keep Customer Data.", True),
        ("/\\d{2} days/", "Within 30 days.", True),
    ],
)
def test_a_pattern_means_what_its_signs_say(source: str, text: str, meets: bool) -> None:
    assert met(source, text) is meets


@pytest.mark.parametrize(
    ("source", "culprit"),
    [
        ("(a | b", r'"\(" without "\)"'),
        ("a | ", "an empty part"),
        ("(a ...5 | b) c", "a gap at the end of a part"),
        ("a ...500 b", "a gap of 500 words; the most is 60"),
        ("/a.*b/", "an unbounded repeat"),
        ("a ) b", r'unexpected "\)"'),
    ],
)
def test_a_wrong_pattern_is_refused_with_its_culprit(source: str, culprit: str) -> None:
    with pytest.raises(PatternError, match=culprit):
        parse(source)
