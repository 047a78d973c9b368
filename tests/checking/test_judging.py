from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from clausecheck.agreement import assemble
from clausecheck.checking import Report, check
from clausecheck.checking.matching import Engine, Look, matched, matchers_of
from clausecheck.checking.trial import page_of
from clausecheck.reading import read
from clausecheck.safeguards import load_pack
from clausecheck.text import Page, Span

SAMPLES = Path(__file__).parents[2] / "samples"
TODAY = date(2026, 11, 25)
FORM = """
1. Use of the System. The System shall be used solely to find stolen vehicles and for no other purpose.
2. Faces. Vendor shall not enable face recognition.
"""


def report(text: str) -> Report:
    return check(assemble([page_of(text)]), load_pack("catalogue"), today=TODAY)


def test_there_is_one_finding_for_each_safeguard_in_the_order_of_the_pack() -> None:
    pack = load_pack("catalogue")

    assert [f.safeguard for f in report(FORM).findings] == [s.id for s in pack.safeguards]


@pytest.mark.parametrize("name", ["vendor-form.docx", "city-form.pdf", "click-through.html"])
def test_every_quote_is_an_exact_slice_on_the_page_that_is_named(name: str) -> None:
    document = read(SAMPLES / name)
    found = check(assemble([document]), load_pack("catalogue"), today=TODAY)
    quotes = [quote for finding in found.findings for quote in finding.evidence]

    assert quotes
    for quote in quotes:
        assert document.text[quote.span.start : quote.span.end] == quote.quote
        assert document.place(quote.span.start).page == quote.page
        assert len(quote.quote.split()) <= 80


def test_two_runs_give_the_same_report() -> None:
    assert report(FORM) == report(FORM)


def test_nothing_is_missing_while_a_page_is_unread() -> None:
    document = page_of("Vendor shall install cameras.")
    whole = Span(0, len(document.text))
    pages = (Page(1, "1", whole), Page(2, "2", Span(whole.end, whole.end), unread="it is a picture of text (a scan)"))
    found = check(assemble([replace(document, pages=pages)]), load_pack("catalogue"), today=TODAY)

    assert {finding.verdict for finding in found.findings} == {"cannot-tell"}
    assert found.coverage.pages_read == 1


def test_a_recital_gives_no_safeguard() -> None:
    (finding,) = [
        f
        for f in report("WHEREAS, the cameras are used solely to find stolen vehicles;").findings
        if f.safeguard == "permitted-use-limitation"
    ]

    assert finding.verdict != "present"


@pytest.mark.parametrize("name", ["vendor-form.docx", "city-form.pdf", "click-through.html"])
def test_what_the_prefilter_refuses_could_not_have_matched(name: str) -> None:
    pack = load_pack("catalogue")
    agreement = assemble([read(SAMPLES / name)])
    engine = Engine(pack, agreement.vocabulary)
    quick, mentions = engine.matches(agreement)
    matchers = {m.where: m for safeguard in pack.safeguards for m in matchers_of(safeguard)}
    slow: dict[str, int] = {}
    for number, sentence in enumerate(agreement.sentences):
        if sentence.role not in ("heading", "signature"):
            look = Look(agreement.reading(number), mentions[number])
            for where, matcher in matchers.items():
                slow[where] = slow.get(where, 0) + len(tuple(matched(matcher, agreement, number, look)))

    assert {where: len(found) for where, found in quick.items()} == {w: n for w, n in slow.items() if n}
