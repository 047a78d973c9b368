"""The one place where whatever went wrong becomes a sentence and an exit code."""

from __future__ import annotations

import traceback
from collections.abc import Callable

import click

from clausecheck.errors import ClausecheckError, UsageError
from clausecheck.version import VERSION

INTERNAL, INTERRUPTED = 4, 130


def outcome(run: Callable[[], object], *, show_trace: bool = False) -> int:
    """The exit code of `run`: the one it returns, or that of what it raised, said on standard error."""
    try:
        code = run()
    except click.ClickException as error:
        error.show()
        return UsageError.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say("Interrupted; no report was written.")
        return INTERRUPTED
    except ClausecheckError as error:
        _say(f"Error: {error}")
        return error.exit_code
    except Exception as error:
        if show_trace:
            traceback.print_exc()
        _say(_apology(error))
        return INTERNAL
    return code if isinstance(code, int) else 0


def _apology(error: Exception) -> str:
    return (
        f"Error: clausecheck {VERSION} failed by a mistake of its own ({type(error).__name__}) and gives no verdict; "
        "nothing was sent anywhere. Please report it to whoever gave you clausecheck, with what --debug shows."
    )


def _say(sentence: str) -> None:
    from clausecheck.reporting.citing import visible

    click.echo(visible(sentence), err=True)
