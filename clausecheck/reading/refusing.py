"""How a refusal to read is worded: what happened, to which file, what it means, what to do."""

from __future__ import annotations

from clausecheck.errors import UnreadableError


def unreadable(name: str, happened: str, remedy: str) -> UnreadableError:
    """One sentence: `happened` follows the file's name, `remedy` is an order to the user without full stop."""
    return UnreadableError(f"{name} {happened}, so no verdict can be given on it; {remedy}.")
