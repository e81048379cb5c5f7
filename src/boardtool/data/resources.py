"""Where the files that ship with boardtool are: in a checkout, an installed wheel and a one-folder build."""

from __future__ import annotations

import sys
from pathlib import Path

from boardtool.domain.errors import MachineError


def roots(folder: str = "resources") -> tuple[Path, ...]:
    """Where a folder that ships with boardtool may stand, nearest first.

    A wheel maps `resources/` and `docs/` into the package; a PyInstaller build unpacks the package into
    `sys._MEIPASS`; in a checkout the folder stands beside `src/`.
    """
    here = Path(__file__).resolve()
    bundle = getattr(sys, "_MEIPASS", None)
    bundled = (Path(bundle) / "boardtool" / folder,) if bundle else ()
    return (*bundled, here.parents[1] / folder, here.parents[3] / folder)


def resource(name: str) -> Path:
    """The file or folder of that name, such as `"icons/search.svg"`.

    Raises MachineError where it is missing: the installation is damaged, and the person must install again.
    """
    for root in roots():
        if (root / name).exists():
            return root / name
    raise _missing(name)


def guide_folder() -> Path:
    """The folder of the user's guide. Raises MachineError where it is missing."""
    for root in roots("docs"):
        if root.is_dir():
            return root
    raise _missing("docs")


def _missing(name: str) -> MachineError:
    return MachineError(
        f"A part of boardtool is missing on this machine: {name}. Please install boardtool again."
    )
