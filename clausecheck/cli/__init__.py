"""The command line: parse, call, print, exit."""

from clausecheck.cli.program import main

__all__ = ["main"]
