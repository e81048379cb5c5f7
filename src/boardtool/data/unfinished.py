"""What stands in the empty rows of live minutes and was not entered yet, kept beside the rescue file.

The file holds only what is unfinished now; it is written under a temporary name, then renamed.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from boardtool.data.replacing import replace
from boardtool.domain.errors import MachineError


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The words typed into the empty rows of one agenda item."""

    resolution: str = ""
    what: str = ""
    who: str = ""
    when: str = ""

    def __bool__(self) -> bool:
        return any((self.resolution, self.what, self.who, self.when))


def unfinished_file(rescue_file: Path) -> Path:
    return rescue_file.with_suffix(".unfinished.json")


def read(file: Path) -> dict[int, Unfinished]:
    """What was unfinished, by agenda item; nothing where the file is missing or damaged."""
    try:
        held = json.loads(file.read_bytes())
        return {int(item_id): Unfinished(**fields) for item_id, fields in held.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def write(file: Path, rows: Mapping[int, Unfinished]) -> None:
    """Keep what is unfinished; with nothing left the file goes.

    Raises:
        MachineError: it cannot be written.
    """
    wanted = {item_id: asdict(row) for item_id, row in rows.items() if row}
    temporary = file.with_suffix(".coming")
    try:
        if not wanted:
            file.unlink(missing_ok=True)
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as coming:
            coming.write(json.dumps(wanted, ensure_ascii=False).encode())
            coming.flush()
            os.fsync(coming.fileno())
        replace(temporary, file)
    except OSError as error:
        raise MachineError(f"{file} cannot be written: {error.strerror}.") from error
