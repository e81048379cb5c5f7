"""The command line: a thin front end over the use cases of the window, for scripts, support and tests."""

from boardtool.cli.program import main

__all__ = ["main"]
