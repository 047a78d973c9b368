from __future__ import annotations

import pytest

from clausecheck.agreement import assemble
from clausecheck.checking.trial import page_of
from tests.agreement.contracts import agreement


@pytest.mark.parametrize(
    ("text", "vendor", "agency"),
    [
        (
            'Made between the City of Elm, a municipality ("City"), and Acme Vision, Inc. ("Contractor").',
            "Acme Vision",
            "City of Elm",
        ),
        (
            "BETWEEN: The City of Elm, (City) a municipality AND: Acme Group Inc, (Contractor) a corporation",
            "Acme Group",
            "City",
        ),
        ('These terms are an agreement between Acme (also "we" or "us") and you ("Customer").', "Acme", "Customer"),
        (
            "This agreement is between the City of Elm (we, us or the City) and Acme Ltd. (you or the Company).",
            "you",
            "we",
        ),
        ("Acme will host it. Acme may change it. Acme shall keep it. You may use it.", "Acme", ""),
    ],
)
def test_the_text_tells_who_the_parties_are(text: str, vendor: str, agency: str) -> None:
    found = agreement(text)

    assert vendor in found.names("vendor")
    assert not agency or agency in found.names("agency")


def test_a_name_given_as_an_option_comes_first() -> None:
    found = assemble([page_of("Lumen shall not sell our footage.")], vendor=["Lumen"], agency=["Elm"])

    assert (found.names("vendor"), found.names("agency")) == (("Lumen",), ("Elm",))
    assert found.frames(0)[0].bearer == "vendor"
