"""The check itself: every safeguard of a pack against one agreement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from clausecheck.agreement import Agreement
from clausecheck.checking.coverage import coverage, inputs
from clausecheck.checking.judging import Case, judge
from clausecheck.checking.matching import Engine
from clausecheck.checking.observations import observations
from clausecheck.checking.precedence import Precedence
from clausecheck.checking.report import Coverage, Finding, Input, Report, Run, UnreadPart
from clausecheck.checking.scope import Scope
from clausecheck.safeguards.model import Pack
from clausecheck.version import VERSION


def check(
    agreement: Agreement,
    pack: Pack,
    *,
    today: date | None = None,
    unread: Sequence[UnreadPart] = (),
    unread_inputs: Sequence[Input] = (),
) -> Report:
    """The report on `agreement`, one finding for each safeguard of `pack` in its order.

    `unread` are whole files that could not be read, `unread_inputs` their record; with these, or with unread pages,
    nothing is called missing. `today` (default: the clock) is recorded and is the only date that is used. The
    agreement must speak the pack's vocabulary (`assemble(…, vocabulary=pack.vocabulary)`) when the pack brings one of
    its own.
    """
    matches, mentions = Engine(pack, agreement.vocabulary).matches(agreement)
    case = Case(agreement, matches, mentions, Scope(agreement), Precedence(agreement))
    covered = coverage(agreement, unread, len(pack.safeguards))
    findings = tuple(_honest(judge(safeguard, case), covered) for safeguard in pack.safeguards)
    run = Run(
        tool_version=VERSION,
        pack=pack.name,
        pack_digest=pack.digest,
        inputs=(*inputs(agreement), *unread_inputs),
        today=(today or date.today()).isoformat(),
        vendor_names=agreement.names("vendor"),
        agency_names=agreement.names("agency"),
        positions=pack.positions,
    )
    return Report(findings, observations(agreement), covered, run)


def _honest(finding: Finding, covered: Coverage) -> Finding:
    """What was not found is not called missing while a part was not read."""
    if finding.verdict != "missing" or not covered.unread:
        return finding
    return replace(finding, verdict="cannot-tell", reasons=("illegible",), summary=_not_found(covered))


def _not_found(covered: Coverage) -> str:
    if covered.pages_held and covered.pages_read:
        return f"Not found in the {covered.pages_read} of {covered.pages_held} pages that could be read."
    if covered.pages_read or not covered.pages_held:
        return "Not found in what could be read; a part was not read."
    return "Nothing could be read, so nothing can be said."
