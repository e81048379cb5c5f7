"""Starting programs in the checkout, and saying what happens."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Command = Sequence[str | Path]

ROOT = Path(__file__).resolve().parents[1]


class StoppedError(Exception):
    """Something outside this checkout must be put right first; the sentence says what."""


def say(sentence: str) -> None:
    print(sentence, flush=True)


def call(command: Command, extra: Mapping[str, str] | None = None) -> int:
    """Run a program in the checkout, its output going straight to the terminal; its exit code comes back."""
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **(extra or {})}, check=False).returncode


def must(command: Command) -> None:
    if code := call(command):
        raise StoppedError(f"This did not work (exit code {code}): {shlex.join(map(str, command))}")
