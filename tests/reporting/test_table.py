"""The table, whole, as a reader sees it in terminals of several widths."""

import re
from dataclasses import replace

import pytest

from clausecheck.checking.report import Finding
from clausecheck.reporting.table import NARROWEST, Style, grid, render
from tests.reporting.values import AUDIT, CONTRADICTED, MISSING, PRESENT, REPORT, TRAINING, UNSURE, WEAK

AT_60 = """\
Sign-stoppers: 2 of 3 critical safeguards are not present (1
contradicted, 1 missing).

  Verdict         Safeguard, words and where
────────────────  ──────────────────────────────────────────
✗ contradicted    No AI training on agency data
  critical        “Provider may: … use Customer Recordings
                  to develop, improve, and support current
                  and future products”
                  agreement.pdf, p. 12 (printed A-3),
                  § 8.2(b)
                  The text lets the vendor improve its
                  products with agency data.

○ missing         The agency may audit
  critical        Does not count: “Provider may audit
                  Customer’s use of the Services once a
                  year.”
                  agreement.pdf, p. 22, Exhibit C, § 4.1
                  This lets the vendor audit the agency.

? cannot-tell     Limits on retention
  medium          Not found in the 29 of 31 pages that could
                  be read.

~ weak            Deletion when the agreement ends
  high            “Upon termination Provider will use
                  commercially reasonable efforts to delete
                  Customer Recordings within a reasonable
                  period, except for backup copies, logs and
                  whatever it is otherwise permitted or
                  required to …”
                  agreement.pdf, p. 20, § 14
                  A clause addresses it but falls short:
                  only efforts are promised. Not found with
                  it: a time limit.

✓ present         Notice of a breach
  critical        “Provider shall notify Customer of a
                  breach within 24 hours.”
                  order.docx, § 3

· not-applicable  No face recognition
  medium          None of the products named looks at faces.

- agreement.pdf: its author set restrictions; reading is
  allowed.
! agreement.pdf: pages 30 and 31 are pictures.

Not read: agreement.pdf, pages 30–31: it holds only a
  picture.
Read: 29 of 31 pages in 2 files. References not supplied: 2
  (Exhibit D; the Privacy Policy). Rules run: 6 (pack tiny).
Parties as read: vendor: Example Cameras, Inc., Provider;
  agency: City of Exampleton, Customer.
No playbook positions were loaded (--positions FILE).
This report is a machine reading and is not a substitute for
  the advice of an attorney.
"""

AT_80 = """\
Sign-stoppers: 2 of 3 critical safeguards are not present (1 contradicted, 1
missing).

  Verdict         Safeguard                 Words and where
────────────────  ────────────────────────  ────────────────────────────────────
✗ contradicted    No AI training on agency  “Provider may: … use Customer
  critical        data                      Recordings to develop, improve, and
                                            support current and future products”
                                            agreement.pdf, p. 12 (printed A-3),
                                            § 8.2(b)
                                            The text lets the vendor improve its
                                            products with agency data.

○ missing         The agency may audit      Does not count: “Provider may audit
  critical                                  Customer’s use of the Services once
                                            a year.”
                                            agreement.pdf, p. 22, Exhibit C,
                                            § 4.1
                                            This lets the vendor audit the
                                            agency.

? cannot-tell     Limits on retention       Not found in the 29 of 31 pages that
  medium                                    could be read.

~ weak            Deletion when the         “Upon termination Provider will use
  high            agreement ends            commercially reasonable efforts to
                                            delete Customer Recordings within a
                                            reasonable period, except for backup
                                            copies, logs and whatever it is
                                            otherwise permitted or required
                                            to …”
                                            agreement.pdf, p. 20, § 14
                                            A clause addresses it but falls
                                            short: only efforts are promised.
                                            Not found with it: a time limit.

✓ present         Notice of a breach        “Provider shall notify Customer of a
  critical                                  breach within 24 hours.”
                                            order.docx, § 3

· not-applicable  No face recognition       None of the products named looks at
  medium                                    faces.

- agreement.pdf: its author set restrictions; reading is allowed.
! agreement.pdf: pages 30 and 31 are pictures.

Not read: agreement.pdf, pages 30–31: it holds only a picture.
Read: 29 of 31 pages in 2 files. References not supplied: 2 (Exhibit D; the
  Privacy Policy). Rules run: 6 (pack tiny).
Parties as read: vendor: Example Cameras, Inc., Provider; agency: City of
  Exampleton, Customer.
No playbook positions were loaded (--positions FILE).
This report is a machine reading and is not a substitute for the advice of an
  attorney.
"""

AT_120 = """\
Sign-stoppers: 2 of 3 critical safeguards are not present (1 contradicted, 1 missing).

  Verdict         Safeguard                    Where                  Words
────────────────  ───────────────────────────  ─────────────────────  ──────────────────────────────────────────────────
✗ contradicted    No AI training on agency     agreement.pdf, p. 12   “Provider may: … use Customer Recordings to
  critical        data                         (printed A-3),         develop, improve, and support current and future
                                               § 8.2(b)               products”
                                                                      The text lets the vendor improve its products with
                                                                      agency data.

○ missing         The agency may audit         agreement.pdf, p. 22,  Does not count: “Provider may audit Customer’s use
  critical                                     Exhibit C, § 4.1       of the Services once a year.”
                                                                      This lets the vendor audit the agency.

? cannot-tell     Limits on retention                                 Not found in the 29 of 31 pages that could be
  medium                                                              read.

~ weak            Deletion when the agreement  agreement.pdf, p. 20,  “Upon termination Provider will use commercially
  high            ends                         § 14                   reasonable efforts to delete Customer Recordings
                                                                      within a reasonable period, except for backup
                                                                      copies, logs and whatever it is otherwise
                                                                      permitted or required to …”
                                                                      A clause addresses it but falls short: only
                                                                      efforts are promised. Not found with it: a time
                                                                      limit.

✓ present         Notice of a breach           order.docx, § 3        “Provider shall notify Customer of a breach within
  critical                                                            24 hours.”

· not-applicable  No face recognition                                 None of the products named looks at faces.
  medium

- agreement.pdf: its author set restrictions; reading is allowed.
! agreement.pdf: pages 30 and 31 are pictures.

Not read: agreement.pdf, pages 30–31: it holds only a picture.
Read: 29 of 31 pages in 2 files. References not supplied: 2 (Exhibit D; the Privacy Policy). Rules run: 6 (pack tiny).
Parties as read: vendor: Example Cameras, Inc., Provider; agency: City of Exampleton, Customer.
No playbook positions were loaded (--positions FILE).
This report is a machine reading and is not a substitute for the advice of an attorney.
"""

FULL = """\
Sign-stoppers: 2 of 3 critical safeguards are not present (1 contradicted, 1 missing).

  Verdict         Safeguard                 Words and where
────────────────  ────────────────────────  ─────────────────────────────────────────────────────
✗ contradicted    No AI training on agency  Against: “Provider may: … use Customer Recordings to
  critical        data                      develop, improve, and support current and future
                  no-training               products”
                                            agreement.pdf, p. 12 (printed A-3), § 8.2(b)
                                            The text lets the vendor improve its products with
                                            agency data.
                                            Not found with it: Bars training on agency data.

○ missing         The agency may audit      No such clause was found in the text that was read.
  critical        audit-right               Does not count: “Provider may audit Customer’s use of
                                            the Services once a year.”
                                            agreement.pdf, p. 22, Exhibit C, § 4.1
                                            This lets the vendor audit the agency.
                                            Not found with it: The agency may audit.

? cannot-tell     Limits on retention       Not found in the 29 of 31 pages that could be read.
  medium          retention

~ weak            Deletion when the         A clause addresses it but falls short: only efforts
  high            agreement ends            are promised. Not found with it: a time limit.
                  deletion-at-end           For: “Upon termination Provider will use commercially
                                            reasonable efforts to delete Customer Recordings
                                            within a reasonable period, except for backup copies,
                                            logs and whatever it is otherwise permitted or
                                            required to keep.”
                                            agreement.pdf, p. 20, § 14
                                            The text promises deletion at the end.
                                            Found with it: Deletes at the end.
                                            Not found with it: a time limit; a certificate
                                            (optional).

✓ present         Notice of a breach        A binding clause says so, and nothing was found that
  critical        breach-notice             undoes it.
                                            For: “Provider shall notify Customer of a breach
                                            within 24 hours.”
                                            order.docx, § 3
                                            The text promises notice of a breach in 24 hours.
                                            Found with it: Notice within 72 hours.
                                            Tried against it: lets the vendor change the terms by
                                            posting them.

· not-applicable  No face recognition       None of the products named looks at faces.
  medium          face-recognition

- agreement.pdf: its author set restrictions; reading is allowed.
! agreement.pdf: pages 30 and 31 are pictures.

Not read: agreement.pdf, pages 30–31: it holds only a picture.
Read: 29 of 31 pages in 2 files. References not supplied: 2 (Exhibit D; the Privacy Policy). Rules
  run: 6 (pack tiny).
Parties as read: vendor: Example Cameras, Inc., Provider; agency: City of Exampleton, Customer.
No playbook positions were loaded (--positions FILE).
This report is a machine reading and is not a substitute for the advice of an attorney.
"""

QUIET = """\
Sign-stoppers: 2 of 3 critical safeguards are not present (1 contradicted, 1 missing).

Not read: agreement.pdf, pages 30–31: it holds only a picture.
Read: 29 of 31 pages in 2 files. References not supplied: 2 (Exhibit D; the Privacy Policy). Rules
  run: 6 (pack tiny).
Parties as read: vendor: Example Cameras, Inc., Provider; agency: City of Exampleton, Customer.
No playbook positions were loaded (--positions FILE).
This report is a machine reading and is not a substitute for the advice of an attorney.
"""


@pytest.mark.parametrize(("width", "expected"), [(60, AT_60), (80, AT_80), (120, AT_120)])
def test_the_table_fits_the_terminal(width: int, expected: str) -> None:
    assert render(REPORT, Style(width)) == expected


def test_verbose_shows_every_quote_element_and_near_miss() -> None:
    assert render(REPORT, Style(100, verbosity=1)) == FULL


def test_quiet_leaves_the_sign_stoppers_and_the_coverage() -> None:
    assert render(REPORT, Style(100, verbosity=-1)) == QUIET


@pytest.mark.parametrize("width", range(10, 230, 7))
@pytest.mark.parametrize("verbosity", [0, 1])
def test_no_line_is_wider_than_the_terminal(width: int, verbosity: int) -> None:
    lines = render(REPORT, Style(width, verbosity=verbosity)).splitlines()

    assert max(map(len, lines)) <= max(width, NARROWEST)


def test_colour_adds_nothing_but_colour() -> None:
    coloured = render(REPORT, Style(80, colour=True))

    assert "\x1b[31;1m✗ contradicted\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == AT_80


def test_heavier_findings_come_first_among_those_of_one_verdict() -> None:
    findings = (replace(MISSING, title="Light", weight="medium"), replace(MISSING, title="Heavy", weight="critical"))
    text = render(replace(REPORT, findings=findings), Style(80))

    assert text.index("Heavy") < text.index("Light")


@pytest.mark.parametrize(
    ("findings", "line"),
    [
        ((PRESENT,), "Sign-stoppers: 0 of 1 critical safeguard is not present."),
        ((CONTRADICTED, PRESENT), "Sign-stoppers: 1 of 2 critical safeguards is not present (1 contradicted)."),
        (
            (CONTRADICTED, replace(UNSURE, weight="critical"), replace(WEAK, weight="critical"), PRESENT),
            "Sign-stoppers: 3 of 4 critical safeguards are not present (1 contradicted, 1 cannot-tell, 1 weak).",
        ),
        ((WEAK,), "Sign-stoppers: none of the safeguards that were checked is critical."),
        (
            (replace(MISSING, verdict="not-applicable"),),
            "Sign-stoppers: none of the safeguards that were checked is critical.",
        ),
    ],
)
def test_the_first_line_counts_critical_safeguards_that_are_not_present(
    findings: tuple[Finding, ...], line: str
) -> None:
    assert render(replace(REPORT, findings=findings), Style(150)).splitlines()[0] == line


def test_a_report_without_findings_is_still_a_report() -> None:
    assert "Read: 29 of 31 pages" in render(replace(REPORT, findings=()), Style(100))


def test_characters_that_steer_a_terminal_are_shown_and_not_sent() -> None:
    quote = replace(
        TRAINING, quote="may\x1b[2J sell\u202e lla\x07 data\u200b, all", document="a\x1b]0;x.pdf", lead_in=""
    )
    text = render(replace(REPORT, findings=(replace(CONTRADICTED, evidence=(quote,)),)), Style(100))

    assert "may\\x1b[2J sell\\u202e lla\\x07 data, all" in text
    assert "a\\x1b]0;x.pdf" in text
    assert not {"\x1b", "\u202e", "\x07", "\u200b"} & set(text)


def test_a_long_quote_is_cut_between_words_and_says_so() -> None:
    quote = replace(AUDIT, quote=" ".join(f"word{number}" for number in range(60)), polarity="for")
    text = render(replace(REPORT, findings=(replace(PRESENT, evidence=(quote,)),)), Style(200))

    assert "word29 …”" in text
    assert "word30" not in text


def test_many_references_are_counted_and_the_first_three_named() -> None:
    coverage = replace(REPORT.coverage, references_not_supplied=tuple(f"Exhibit {letter}" for letter in "ABCDE"))
    report = replace(REPORT, coverage=coverage)

    assert "References not supplied: 5 (Exhibit A; Exhibit B; Exhibit C; 2 more)." in render(report, Style(150))
    assert "Exhibit D; Exhibit E" in render(report, Style(150, verbosity=1))


def test_the_positions_that_were_loaded_are_named() -> None:
    report = replace(REPORT, run=replace(REPORT.run, positions="ours.toml"))

    assert "Playbook positions: ours.toml." in render(report, Style(100))


def test_a_grid_keeps_lines_and_columns() -> None:
    assert grid(("A", "B"), [("one\ntwo", "x"), ("three", "y\nz")]) == "\n".join(
        ["A      B", "─────  ───", "one    x", "two", "", "three  y", "       z"]
    )


def test_a_weak_finding_shows_the_clause_that_cuts_into_it() -> None:
    finding = replace(WEAK, evidence=(replace(AUDIT, quote="Vendor shall delete."), TRAINING))
    text = render(replace(REPORT, findings=(finding,)), Style(180))

    assert (
        text.index("“Vendor shall delete.”") < text.index("Against: “Provider may: … use") < text.index("falls short")
    )
