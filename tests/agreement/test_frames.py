from __future__ import annotations

import pytest

from tests.agreement.contracts import agreement, frames


@pytest.mark.parametrize(
    ("sentence", "bearer", "modality"),
    [
        ("Provider shall not disclose Customer Data to any third party.", "vendor", "must-not"),
        ("Customer Data shall not be sold by Provider or its affiliates.", "vendor", "must-not"),
        ("Under no circumstances will Customer Data be used to train any model.", "anyone", "must-not"),
        ("Neither Vendor nor any affiliate may use Customer Data to train models.", "vendor", "must-not"),
        ("Neither party shall use the cameras to identify faces.", "both", "must-not"),
        ("In no event shall Contractor use Footage for marketing.", "vendor", "must-not"),
        ("Contractor is prohibited from using Data for marketing.", "vendor", "must-not"),
        ("Contractor agrees that it will not sell, rent, or lease Data.", "vendor", "must-not"),
        ("Vendor shall train no model on City Data.", "vendor", "must-not"),
        ("Recordings are never to be compared with mugshots.", "anyone", "must-not"),
        ("Nothing that an officer's camera records shall ever be used to name a person.", "anyone", "must-not"),
        ("Provider shall not fail to notify the City.", "vendor", "must"),
        ("It is the responsibility of Provider to delete all City Data.", "vendor", "must"),
        ("Contractor shall permit the City to inspect its records.", "vendor", "must"),
        ("Provider shall apply Agency's retention table.", "vendor", "must"),
        ("If you ask us to, we will delete your content.", "vendor", "must"),
        ("Customer acknowledges that Provider may use Customer Data to develop new products.", "vendor", "may"),
        ("You grant us a worldwide license to use Your Content to improve our services.", "vendor", "may"),
        ("Customer consents to Provider's use of Customer Data for product improvement.", "vendor", "may"),
        ("Contractor grants the City the right to audit its compliance.", "agency", "may"),
        ("Provider reserves the right to modify these terms at any time.", "vendor", "may"),
        ("Nothing in this Section prevents Provider from using de-identified data.", "vendor", "may"),
        ("Nothing in this Agreement shall limit the City's duties under the Public Records Act.", "agency", "may"),
        ("Unless Customer opts out, Provider may use Customer Content to train models.", "vendor", "may"),
        ("Provider may use Customer Data only to provide the Services.", "vendor", "only"),
        ("Provider will only process Customer Data as necessary to provide the Services.", "vendor", "only"),
        ("Provider's use of Customer Data is limited to providing the Services.", "vendor", "only"),
        ("Officers may search the database only with a case number.", "agency", "only"),
        ("Provider is not obligated to retain Customer Data.", "vendor", "no-duty"),
        ("We don't train on your content.", "vendor", "is-not"),
        ("Provider assigns to City all rights in Outputs.", "vendor", "is"),
        ("You retain ownership of Your Content.", "agency", "is"),
        ("Face recognition shall remain disabled.", "unknown", "must"),
    ],
)
def test_a_sentence_tells_who_is_bound_and_how(sentence: str, bearer: str, modality: str) -> None:
    assert (bearer, modality) in [(frame.bearer, frame.modality) for frame in frames(sentence)]


def test_an_exception_before_the_main_clause_belongs_to_it() -> None:
    sentence = "Except as required by law, Provider shall not disclose Customer Data."
    text = agreement(sentence).reading(0).plain
    (frame,) = frames(sentence)

    assert [text[span.start : span.end] for span in frame.exceptions] == ["except as required by law"]


def test_a_purpose_ends_where_the_exception_begins() -> None:
    sentence = "Provider will not use Customer Data to train models unless Customer opts in."
    text = agreement(sentence).reading(0).plain
    (frame,) = frames(sentence)

    assert frame.purpose is not None
    assert text[frame.purpose.start : frame.purpose.end].strip() == "to train models"


@pytest.mark.parametrize(
    ("limit", "hours"),
    [("seventy-two (72) hours", 72), ("30 days", 720), ("three business days", 72), ("one (1) year", 8760)],
)
def test_a_deadline_is_read_as_hours(limit: str, hours: float) -> None:
    (frame,) = frames(f"Contractor shall notify the City within {limit}.")

    assert [deadline.hours for deadline in frame.deadlines] == [hours]


def test_two_clauses_that_share_an_object_both_have_it() -> None:
    sentence = "Provider shall not, and shall not permit any third party to, use Agency Data to build a product."
    text = agreement(sentence).reading(0).plain

    assert all("agency data" in text[f.predicate.start : f.predicate.end] for f in frames(sentence))


def test_what_is_contrasted_with_not_to_is_forbidden() -> None:
    sentence = "Provider may use City Data to provide the Services but not to train models."

    assert {frame.modality for frame in frames(sentence)} == {"may", "must-not"}
