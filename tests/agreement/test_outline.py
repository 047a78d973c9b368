from __future__ import annotations

from tests.agreement.contracts import agreement

CONTRACT = """
RECITALS
A. City wishes to use the Services solely for finding stolen cars.
1. Definitions. In this Agreement the following words are used.
1.1 "City Data" means the images. City Data does not include Usage Data.
1.2 "Usage Data" means technical logs about the use of the Services.
2. Duties. Vendor shall:
(a) encrypt City Data;
(b) keep records that show:
(i) each query; and
(ii) each user.
2.1 Acme, Inc. has offices in the U.S. and in Canada. It shall: (a) delete City Data; and (b) certify the deletion.
Exhibit B: Scope
1. Vendor shall install the cameras shown in Exhibit C.
Retention Period: 30 days
"""


def test_a_citation_is_the_path_that_a_lawyer_writes() -> None:
    labels = [section.label for section in agreement(CONTRACT).sections]

    assert labels[-2:] == ["Exhibit B", "Exhibit B, 1"]
    assert "2(b)" in labels
    assert "2(b)(ii)" in labels
    assert "1.2" in labels


def test_a_list_item_carries_every_lead_in_above_it() -> None:
    found = agreement(CONTRACT)
    (unit,) = [unit for unit in found.sentences if found.quote(0, unit.span) == "each query; and"]

    assert [found.quote(0, lead) for lead in unit.leads] == ["Vendor shall:", "keep records that show:"]


def test_a_list_inside_a_sentence_is_divided_at_its_letters() -> None:
    found = agreement(CONTRACT)
    quotes = [found.quote(0, unit.span) for unit in found.sentences if unit.leads]

    assert "delete City Data; and" in quotes
    assert "certify the deletion." in quotes


def test_an_abbreviation_ends_no_sentence() -> None:
    found = agreement(CONTRACT)

    assert any("in the U.S. and in Canada." in found.quote(0, unit.span) for unit in found.sentences)


def test_recitals_definitions_and_duties_are_told_apart() -> None:
    found = agreement(CONTRACT)
    roles = {found.quote(0, unit.span)[:12]: unit.role for unit in found.sentences}

    assert roles["City wishes "] == "recital"
    assert roles['"City Data" '] == "definition"
    assert roles["encrypt City"] == "operative"


def test_an_entry_of_an_order_form_is_no_heading() -> None:
    found = agreement(CONTRACT)

    assert found.quote(0, found.sentences[-1].span) == "Retention Period: 30 days"
    assert found.sentences[-1].role == "operative"


def test_every_sentence_is_an_exact_slice_inside_its_section() -> None:
    found = agreement(CONTRACT)

    for unit in found.sentences:
        section = found.sections[unit.section]
        assert section.span.start <= unit.span.start <= unit.span.end <= section.span.end
        assert found.quote(0, unit.span) == found.quote(0, unit.span).strip()


def test_a_definition_says_what_it_leaves_out() -> None:
    (data,) = [term for term in agreement(CONTRACT).definitions if term.term == "City Data"]

    assert data.kinds == ("agency-data",)
    assert data.excludes == ("usage-data",)
    assert data.excluded_terms == ("Usage Data",)


def test_a_term_takes_the_kind_of_the_term_that_it_is_defined_by() -> None:
    found = agreement('"Case Files" means the footage. "Dossiers" means Case Files held for a trial.')

    assert [term.kinds for term in found.definitions] == [("agency-data",), ("agency-data",)]


def test_an_exhibit_that_is_only_named_was_not_supplied() -> None:
    found = {reference.target: reference.supplied for reference in agreement(CONTRACT).references}

    assert found["Exhibit C"] is False
    assert found.get("Exhibit B", True)
