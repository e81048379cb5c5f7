"""The papers of a library: files kept unchanged under the SHA-256 of what they hold.

A file is written under a temporary name, then renamed; the same content is kept once, however often it comes.
"""

import errno
import hashlib
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from boardtool.data.replacing import replace
from boardtool.domain.errors import CannotDoError, MachineError
from boardtool.domain.file_names import file_name as safe_name

LARGEST = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it was taken in: `pages` is None where the pages cannot be counted."""

    digest: str
    size: int
    pages: int | None


def keep(folder: Path, file: Path) -> Kept:
    """Take a copy of a file into the library in `folder`.

    Raises:
        CannotDoError: the file is missing, empty, or too large.
        MachineError: it cannot be copied.
    """
    return keep_all(folder, [file])[0]


def keep_all(folder: Path, files: Sequence[Path]) -> list[Kept]:
    """Take copies of files into the library in `folder`: of all, or where one cannot be kept, of none.

    Raises:
        CannotDoError: a file is missing, empty, or too large.
        MachineError: one cannot be copied.
    """
    for file in files:
        if why := fault(file):
            raise CannotDoError(why)
    kept: list[Kept] = []
    new: list[Path] = []
    try:
        for file in files:
            size, digest = file.stat().st_size, digest_of(file)
            target = path_of(folder, digest, file.suffix)
            if not target.exists():
                _copy(file, target)
                new.append(target)
            kept.append(Kept(digest, size, page_count(target)))
    except OSError as error:
        for target in new:
            target.unlink(missing_ok=True)
        raise MachineError(f"{file.name} could not be kept: {_why(error)}") from error
    return kept


def fault(file: Path) -> str:
    """Why a file cannot be taken in, in a sentence: it is missing, empty or too large; "" where it can."""
    if not file.is_file():
        return f"There is no file {file}."
    size = file.stat().st_size
    if size == 0:
        return f"{file.name} is empty. Ask for it again."
    return f"{file.name} is larger than 200 MB. Ask for a smaller one." if size > LARGEST else ""


def _why(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "the disk is full. Free some space and try again."
    return f"{error.strerror}."


def path_of(folder: Path, digest: str, suffix: str) -> Path:
    """Where a paper lies: papers/ab/abcd….pdf."""
    return folder / "papers" / digest[:2] / f"{digest}{suffix.lower()}"


def copy_out(folder: Path, digest: str, file_name: str, *, to: Path) -> Path:
    """A copy of a paper under its own name, to look at: the one kept is never handed out.

    Raises:
        MachineError: the paper is missing, or cannot be copied.
    """
    kept = path_of(folder, digest, Path(file_name).suffix)
    target = to / digest[:8] / safe_name(file_name)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(kept, target)
    except OSError as error:
        raise MachineError(f"{file_name} cannot be opened: {error.strerror}.") from error
    return target


def digest_of(file: Path) -> str:
    """SHA-256 of a file's content, in hexadecimal."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def page_count(file: Path) -> int | None:
    """The pages of a PDF; None for another file, or a PDF that cannot be read."""
    if file.suffix.lower() != ".pdf":
        return None
    import pikepdf

    try:
        with pikepdf.open(file) as document:
            return len(document.pages)
    except (pikepdf.PdfError, pikepdf.PasswordError, RuntimeError, ValueError, TypeError):
        return None


def _copy(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".coming-")
    temporary = Path(name)
    try:
        with file.open("rb") as source, os.fdopen(handle, "wb") as copy:
            shutil.copyfileobj(source, copy)
            copy.flush()
            os.fsync(copy.fileno())
        replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)
