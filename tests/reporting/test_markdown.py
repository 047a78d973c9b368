"""The report for a memo."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from clausecheck.reporting.markdown import plain, render
from clausecheck.safeguards import load_pack
from clausecheck.safeguards.model import Pack
from tests.reporting.values import AUDIT, CONTRADICTED, MISSING, REPORT, TRAINING

TINY = Path(__file__).parents[1] / "packs" / "tiny"
EXPECTED = """\
# Contract check

This report is a machine reading and is not a substitute for the advice of an attorney.

**Sign-stoppers: 2 of 2 critical safeguards are not present (1 contradicted, 1 missing).**

- Read: 29 of 31 pages in 2 files.
- References not supplied: 2 (Exhibit D; the Privacy Policy).
- Rules run: 6 (pack tiny).
- Parties as read: vendor: Example Cameras, Inc., Provider; agency: City of Exampleton, Customer.
- No playbook positions were loaded (--positions FILE).
- Not read: agreement.pdf, pages 30–31: it holds only a picture.

## Overview

| Verdict | Weight | Safeguard | Where |
| --- | --- | --- | --- |
| contradicted | critical | No AI training on agency data | agreement.pdf, p. 12 (printed A-3), § 8.2(b) |
| missing | critical | The agency may audit | — |

## Not present

### No AI training on agency data: contradicted

*Can the vendor use our recordings to build its products?* (critical, `no-sale`)

The text lets the vendor improve its products with agency data.

> “Provider may: … use Customer Recordings to develop, improve, and support current and future products”
>
> Against: agreement.pdf, p. 12 (printed A-3), § 8.2(b). The text lets the vendor improve its products with agency data.

- Not found: Bars training on agency data

Wording to propose:

> \\[VENDOR\\] shall not sell the data of \\[AGENCY\\].

- Preferred: No sale, in any form.
- Fallback: No sale without written consent of each case.
- Walk away: Any right to sell.

Ask the vendor:

- Do you sell data, or pass it on for anything of value?

### The agency may audit: missing

*May we look for ourselves whether the vendor keeps its word?* (critical, `audit-right`)

No such clause was found in the text that was read.

Near, but does not count: This lets the vendor audit the agency.

> “Provider may audit Customer’s use of the Services once a year.”
>
> agreement.pdf, p. 22, Exhibit C, § 4.1.

- Not found: The agency may audit

Wording to propose:

> \\[AGENCY\\] may audit \\[VENDOR\\].

- Preferred: An audit each year.
- Fallback: An independent report each year.
- Walk away: Neither.

## Observations

- Note: agreement.pdf: its author set restrictions; reading is allowed.
- Warning: agreement.pdf: pages 30 and 31 are pictures.

## Record of the run

- clausecheck 0.1.0, 2026-11-25
- pack tiny, SHA-256 `dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd`
- agreement.pdf (pdf, 90,210 bytes), SHA-256 `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa`
- order.docx (docx, 4,711 bytes), SHA-256 `bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb`
"""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(str(TINY))


def test_the_memo_says_what_to_propose_for_what_is_not_present(pack: Pack) -> None:
    findings = (replace(CONTRADICTED, safeguard="no-sale"), MISSING)

    assert render(replace(REPORT, findings=findings), pack) == EXPECTED


def test_what_is_present_gets_no_advice(pack: Pack) -> None:
    finding = replace(CONTRADICTED, safeguard="no-sale", verdict="present", evidence=(AUDIT,))
    text = render(replace(REPORT, findings=(finding,)), pack)

    assert "## Present" in text
    assert "Wording to propose" not in text


def test_words_of_a_contract_are_never_markup(pack: Pack) -> None:
    quote = replace(TRAINING, quote="<script>alert(1)</script> *all* [link](http://x) | # \n\n> end", lead_in="")
    findings = (replace(CONTRADICTED, safeguard="no-sale", evidence=(quote,)),)
    text = render(replace(REPORT, findings=findings), pack)

    assert plain(quote.quote) in text
    assert not re.search(r"(?<!\\)<script", text)
    assert r"\*all\* \[link\](http://x) \| \# \> end" in text
