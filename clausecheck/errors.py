"""Every error clausecheck raises on purpose, and the exit code each one means.

ClausecheckError
├── UsageError      2   an option or a name that cannot be used
├── RuleError       2   a rule, vocabulary, family or pack file is wrong
└── UnreadableError 3   a contract cannot be read
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class ClausecheckError(Exception):
    """Base of all errors raised on purpose; the message is one plain sentence."""

    exit_code = 4


class UsageError(ClausecheckError):
    """What was asked for cannot be done as asked."""

    exit_code = 2


class RuleError(ClausecheckError):
    """A rule file breaks the format; names the file, the key and the culprit."""

    exit_code = 2

    def __init__(self, where: str, key: str, reason: str) -> None:
        super().__init__(f"{where}: `{key}`: {reason}")
        self.where, self.key, self.reason = where, key, reason


class UnreadableError(ClausecheckError):
    """A file cannot be read at all; says what happened and what to do."""

    exit_code = 3


def did_you_mean(wrong: str, known: Iterable[str]) -> str:
    """A hint to append to a message, or nothing: `; did you mean "x"?`."""
    close = difflib.get_close_matches(wrong, sorted(known), n=1)
    return f'; did you mean "{close[0]}"?' if close else ""
