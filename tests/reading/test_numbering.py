from __future__ import annotations

import pytest

from clausecheck.reading import read
from tests.reading.making import abstract, kinds, level, num, numbered, paragraph, texts, word

LEGAL = abstract(
    1,
    level(0, "decimal", "%1."),
    level(1, "decimal", "%1.%2"),
    level(2, "lowerLetter", "(%3)"),
    level(3, "lowerRoman", "(%4)"),
) + num(1, 1)


def labels(*levels: int, numbering: str = LEGAL, number: int = 1) -> list[str]:
    document = read(word(*(numbered("text", number, at) for at in levels), numbering=numbering))
    return [text.removesuffix(" text") for text in texts(document)]


def test_levels_count_and_begin_anew_under_a_new_parent() -> None:
    assert labels(0, 1, 1, 2, 2, 3, 1, 2, 0, 1) == ["1.", "1.1", "1.2", "(a)", "(b)", "(i)", "1.3", "(a)", "2.", "2.1"]


def test_the_label_is_printed_at_the_start_and_given_apart_without_its_stop() -> None:
    document = read(
        word(numbered("Fees", 1), numbered("Vendor shall pay.", 1, 1), numbered("x", 1, 2), numbering=LEGAL)
    )
    assert texts(document) == ["1. Fees", "1.1 Vendor shall pay.", "(a) x"]
    assert kinds(document) == [("item", "1", 1), ("item", "1.1", 2), ("item", "(a)", 3)]


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("upperRoman", ["I", "II", "III", "IV"]),
        ("upperLetter", ["A", "B", "C", "D"]),
        ("decimalZero", ["01", "02", "03", "04"]),
        ("ordinal", ["1st", "2nd", "3rd", "4th"]),
        ("cardinalText", ["One", "Two", "Three", "Four"]),
        ("ordinalText", ["First", "Second", "Third", "Fourth"]),
        ("chineseCounting", ["1", "2", "3", "4"]),
    ],
)
def test_numbers_are_shown_in_the_form_of_their_level(form: str, shown: list[str]) -> None:
    definition = abstract(1, level(0, form, "Article %1:")) + num(1, 1)
    assert labels(0, 0, 0, 0, numbering=definition) == [f"Article {number}:" for number in shown]


def test_legal_levels_show_roman_parents_as_digits() -> None:
    roman = level(0, "upperRoman", "Article %1")
    definition = abstract(1, roman, level(1, "decimal", "%1.%2", "<w:isLgl/>")) + num(1, 1)
    assert labels(0, 0, 1, numbering=definition) == ["Article I", "Article II", "2.1"]


def test_a_level_that_never_restarts_goes_on_under_the_next_parent() -> None:
    going_on = level(1, "decimal", "%2)", '<w:lvlRestart w:val="0"/>')
    definition = abstract(1, level(0, "decimal", "%1."), going_on) + num(1, 1)
    assert labels(0, 1, 1, 0, 1, numbering=definition) == ["1.", "1)", "2)", "2.", "3)"]


def test_lists_of_one_definition_go_on_and_an_override_begins_anew_once() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    definition = abstract(1, level(0, "decimal", "%1.")) + num(1, 1) + num(2, 1) + num(3, 1, override)
    document = read(word(*(numbered("x", number) for number in (1, 2, 3, 3, 1)), numbering=definition))
    assert texts(document) == ["1. x", "2. x", "5. x", "6. x", "7. x"]


def test_an_overriding_level_replaces_the_one_of_the_definition() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)", start=3)}</w:lvlOverride>'
    definition = abstract(1, level(0, "decimal", "%1.")) + num(1, 1, override)
    assert labels(0, 0, numbering=definition) == ["C)", "D)"]


def test_a_level_below_an_unused_one_shows_its_first_number() -> None:
    assert labels(1, 1, 0) == ["1.1", "1.2", "2."]


def test_a_bullet_stands_in_the_text_and_is_no_label() -> None:
    definition = abstract(1, level(0, "bullet", "\uf0b7"), level(1, "bullet", "o")) + num(1, 1)
    document = read(word(numbered("one", 1), numbered("two", 1, 1), numbering=definition))
    assert texts(document) == ["• one", "◦ two"]
    assert kinds(document) == [("item", "", 1), ("item", "", 2)]


def test_number_zero_takes_a_paragraph_out_of_the_list_of_its_style() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Clause"><w:name w:val="Clause"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    out = '<w:pStyle w:val="Clause"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = [paragraph("in", '<w:pStyle w:val="Clause"/>'), paragraph("out", out)]
    assert texts(read(word(*body, numbering=LEGAL, styles=style))) == ["1. in", "out"]


def test_a_level_linked_to_a_style_numbers_the_paragraphs_of_that_style_and_of_those_based_on_it() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="SubSub"><w:name w:val="SubSub"/><w:basedOn w:val="Sub"/></w:style>'
    )
    linked = level(1, "decimal", "%1.%2", '<w:pStyle w:val="Sub"/>')
    definition = abstract(1, level(0, "decimal", "%1."), linked) + num(1, 1)
    body = [numbered("a", 1), paragraph("b", '<w:pStyle w:val="Sub"/>'), paragraph("c", '<w:pStyle w:val="SubSub"/>')]
    assert texts(read(word(*body, numbering=definition, styles=style))) == ["1. a", "1.1 b", "1.2 c"]


def test_a_definition_that_points_to_a_list_style_takes_its_levels() -> None:
    style = (
        '<w:style w:type="numbering" w:styleId="Outline"><w:name w:val="Outline"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    pointing = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Outline"/></w:abstractNum>'
    definition = pointing + abstract(2, level(0, "decimal", "§ %1")) + num(1, 1) + num(2, 2)
    assert texts(read(word(numbered("x", 1), numbering=definition, styles=style))) == ["§ 1 x"]


def test_a_deleted_paragraph_takes_no_number() -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:author="A"/></w:rPr></w:pPr>'
        '<w:del w:author="A"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>'
    )
    document = read(word(numbered("a", 1), gone, numbered("b", 1), numbering=LEGAL))
    assert texts(document) == ["1. a", "2. b"]
