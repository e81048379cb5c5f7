"""Words that the store could not take, kept in another folder until it can: one checked line for each text.

The file is only ever appended to. A line whose checksum does not fit (half written, damaged) is passed over;
a text counts as unsettled until a later line says that the store has it or that the person has decided.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from platformdirs import user_state_path

from boardtool.domain.errors import MachineError


@dataclass(frozen=True, slots=True)
class Rescued:
    """The narrative of a minute as it was typed at a moment (wall time), and the meeting it belongs to."""

    minute_id: int
    meeting_ref: str
    text: str
    at: datetime


def rescue_file(library: Path) -> Path:
    """The rescue file of a library: in the machine's own state folder, which no library lies in."""
    named = hashlib.sha256(str(library.resolve()).encode()).hexdigest()[:16]
    return user_state_path("boardtool", appauthor=False) / "rescue" / f"{named}.jsonl"


def keep(file: Path, rescued: Rescued) -> None:
    """Add a text, and have the disk take it.

    Raises:
        MachineError: this folder cannot be written either.
    """
    fields = asdict(rescued) | {"at": rescued.at.isoformat()}
    _append(file, json.dumps(fields, ensure_ascii=False))


def settle(file: Path, minute_id: int) -> None:
    """Say that what was kept of a minute so far is no longer waited for."""
    if file.exists():
        _append(file, json.dumps({"minute_id": minute_id, "settled": True}))


def unsettled(file: Path) -> list[Rescued]:
    """The newest unsettled text of each minute."""
    waiting: dict[int, Rescued] = {}
    for fields in _lines(file):
        minute_id = int(fields["minute_id"])
        waiting.pop(minute_id, None)
        if not fields.get("settled"):
            waiting[minute_id] = Rescued(
                minute_id,
                str(fields["meeting_ref"]),
                str(fields["text"]),
                datetime.fromisoformat(str(fields["at"])),
            )
    return list(waiting.values())


def _lines(file: Path) -> Iterable[dict[str, str]]:
    try:
        written = file.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise MachineError(f"{file} cannot be read: {error.strerror}.") from error
    for line in written.splitlines():
        checksum, _, said = line.partition(b" ")
        if _checksum(said) == checksum:
            yield json.loads(said)


def _append(file: Path, said: str) -> None:
    line = said.encode()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("ab") as kept:
            # A newline first: a line that a crash cut short then spoils only itself.
            kept.write(b"\n" + _checksum(line) + b" " + line)
            kept.flush()
            os.fsync(kept.fileno())
    except OSError as error:
        raise MachineError(f"{file} cannot be written: {error.strerror}.") from error


def _checksum(said: bytes) -> bytes:
    return hashlib.sha256(said).hexdigest().encode()
