"""clausecheck: which safeguards an AI vendor agreement holds, with the words each verdict rests on.

    report = check(assemble([read(Path("contract.pdf"))]), load_pack("baseline"))

What stands in `__all__` is public; everything else may change. Names are loaded when they are first used, so that
importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clausecheck.agreement import Agreement, assemble
    from clausecheck.checking import Report, check
    from clausecheck.errors import ClausecheckError, RuleError, UnreadableError, UsageError
    from clausecheck.reading import read
    from clausecheck.safeguards import Pack, load_pack
    from clausecheck.text import Document

__all__ = [
    "Agreement",
    "ClausecheckError",
    "Document",
    "Pack",
    "Report",
    "RuleError",
    "UnreadableError",
    "UsageError",
    "assemble",
    "check",
    "load_pack",
    "read",
]

_HOMES = {
    "Agreement": "agreement",
    "ClausecheckError": "errors",
    "Document": "text",
    "Pack": "safeguards",
    "Report": "checking",
    "RuleError": "errors",
    "UnreadableError": "errors",
    "UsageError": "errors",
    "assemble": "agreement",
    "check": "checking",
    "load_pack": "safeguards",
    "read": "reading",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
