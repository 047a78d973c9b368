from __future__ import annotations

import pytest

from clausecheck.agreement import assemble
from clausecheck.checking import check
from clausecheck.checking.trial import page_of
from clausecheck.safeguards import load_pack

FORM = """
2. Keeping
2.1 The Agency alone sets how long Agency Data is kept. Vendor shall purge Agency Data automatically within 30 days, and
backups within a further 14 days, unless the Agency places a legal hold.
9. Other terms
9.1 """


def verdict(clause: str) -> str:
    text = FORM.replace("and\nbackups", "and backups") + clause
    found = check(assemble([page_of(text)]), load_pack("catalogue"))
    return next(finding.verdict for finding in found.findings if finding.safeguard == "retention-limits")


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Vendor shall wear badges on site.", "present"),
        ("Despite Section 2, Vendor may hold on to exchanges that its engineers find instructive.", "contradicted"),
        ("The periods in Vendor's bulletins govern in place of those in Section 2.", "contradicted"),
        ("The times in Section 2 are targets only.", "weak"),
        ("Section 2 does not apply to exchanges used for tuning.", "weak"),
        ("Notwithstanding Section 2, the Agency may order an earlier purge.", "present"),
        ("Notwithstanding Section 2, Vendor shall purge probe images at once.", "present"),
        ("A use outside Section 2 is a material breach.", "present"),
    ],
)
def test_a_clause_that_names_the_protecting_section_can_undo_it(clause: str, expected: str) -> None:
    assert verdict(clause) == expected
