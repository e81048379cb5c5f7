"""The folder that messages and forms are written into: all of them lie there in the end, or none does."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from boardtool.domain.errors import CannotDoError, MachineError


@contextmanager
def all_or_none(folder: Path, *, of: str) -> Iterator[list[Path]]:
    """Make a folder for files of a kind ("forms"), where there is none; new files are noted in what is given.

    Where what is done inside fails, those go again, and so do folders that were made. What lay there stays.

    Raises:
        CannotDoError: the folder is a file.
        MachineError: it cannot be made.
    """
    files: list[Path] = []
    made: list[Path] = []
    try:
        with _told(folder, of):
            made += [each for each in (folder, *folder.parents) if not each.exists()]
            folder.mkdir(parents=True, exist_ok=True)
        yield files
    except BaseException:
        for file in files:
            file.unlink(missing_ok=True)
        for each in made:
            with suppress(OSError):  # somebody else put something in meanwhile
                each.rmdir()
        raise


@contextmanager
def _told(folder: Path, of: str) -> Iterator[None]:
    """Say in words why a folder cannot be made."""
    try:
        yield
    except FileExistsError as error:
        raise CannotDoError(f"{folder} is a file. Give a folder for the {of}.") from error
    except OSError as error:
        raise MachineError(f"{folder} cannot be made: {error.strerror}.") from error
