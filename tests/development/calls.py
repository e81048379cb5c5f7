"""A stand-in for starting programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Calls:
    """Stands in for starting programs: remembers the commands, fails those that are to fail."""

    def __init__(self, *failing: str) -> None:
        self.failing = failing
        self.made: list[str] = []

    def __call__(self, command: Sequence[str | Path], extra: object = None) -> int:
        del extra
        line = " ".join(map(str, command))
        self.made.append(line)
        return int(any(word in line for word in self.failing))

    def which(self, word: str) -> list[int]:
        return [place for place, line in enumerate(self.made) if word in line]
