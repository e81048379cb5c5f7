"""What a program that turns Word papers into PDF is asked, and what it says where it does not."""

from pathlib import Path
from typing import Protocol

TIME_LIMIT = 120.0  # seconds a paper


class NotTurnedError(Exception):
    """A program did not turn a paper; its text goes on after the paper's name and ends in a full stop."""


class Turner(Protocol):
    """A program of this machine that turns Word papers into PDF."""

    @property
    def name(self) -> str:
        """What people call it: “Word”."""
        ...

    def turn(self, paper: Path) -> bytes:
        """The PDF of a paper, which is untouched and not locked meanwhile.

        Raises:
            NotTurnedError: it could not, or not within `TIME_LIMIT`; nothing of it runs on.
        """
        ...
