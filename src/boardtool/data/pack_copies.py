"""Copies of packs to look at, under a name that says what they are: the one kept is never handed out."""

import shutil
from pathlib import Path

from boardtool.data import packs
from boardtool.domain.errors import MachineError


def copy_out(folder: Path, digest: str, *, name: str, to: Path) -> Path:
    """A copy of a kept pack called `name`.pdf in `to`.

    Raises:
        MachineError: the pack is missing, or cannot be copied.
    """
    target = to / digest[:8] / f"{name}.pdf"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(packs.path_of(folder, digest), target)
    except OSError as error:
        raise MachineError(f"The pack cannot be opened: {error.strerror}. Make it again.") from error
    return target
