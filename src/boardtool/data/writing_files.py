"""Writing a file whole or not at all: under a temporary name beside it, then renamed."""

import errno
import os
import tempfile
from pathlib import Path

from boardtool.data.replacing import replace
from boardtool.domain.errors import CannotDoError, MachineError


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`, replacing what was there.

    Raises MachineError when the disk or another program stands in the way, CannotDoError when there is no
    such folder; either way the old file is untouched and no temporary file stays.
    """
    if not path.parent.is_dir():
        raise CannotDoError(f"There is no folder {path.parent}. Choose another place for {path.name}.")
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.name}.", suffix=".part", delete=False
        ) as file:
            temporary = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_usual_mode())
        replace(temporary, path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise MachineError(_sentence(path, error)) from error


def _usual_mode() -> int:
    """The rights of a new file here; a temporary file is made for its owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sentence(path: Path, error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return f"{path} was not written: the disk is full. Free some space and try again."
    if error.errno == errno.EISDIR or path.is_dir():
        return f"{path} was not written: it is a folder. Give a file name."
    if isinstance(error, PermissionError):
        return (
            f"{path.name} was not written: it is open in another program, or its folder is read-only. "
            "Close it there and try again. The old file is untouched."
        )
    return f"{path} was not written: {error.strerror or error}. The old file is untouched."
