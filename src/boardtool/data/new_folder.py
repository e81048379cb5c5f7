"""The folder of a library that is being made: whole in the end, or as it was before."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from boardtool.domain.errors import MachineError

FOLDERS = ("papers", "backups")
FILES = ("board.db", "board.db-journal", "library.lock")


@contextmanager
def whole_or_as_before(folder: Path) -> Iterator[None]:
    """Make the folders of a library; where what is done inside fails, everything that was made goes again.

    The store must be closed by then. What lay in the folder before stays.

    Raises:
        MachineError: a folder cannot be made, or what is done inside finds the disk full or in trouble.
    """
    parts = [folder / name for name in (*FOLDERS, *FILES)]
    new = [part for part in (*parts, folder, *folder.parents) if not part.exists()]
    try:
        for name in FOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
        yield
    except BaseException as error:
        _remove(new)
        if isinstance(error, OSError):
            raise MachineError(f"{folder} cannot be made: {error.strerror}.") from error
        if isinstance(error, MachineError):
            raise MachineError(
                f"No library was made in {folder}: its disk is full or cannot be written. "
                "Free some space, or choose another folder."
            ) from error
        raise


def _remove(parts: list[Path]) -> None:
    """Remove what there is of these, inner ones first; what somebody else put in meanwhile stays."""
    for part in parts:
        with suppress(OSError):
            if part.name in FOLDERS:
                shutil.rmtree(part)
            elif part.is_dir():
                part.rmdir()
            else:
                part.unlink()
