"""Files dropped onto an item: those that can be papers become them, and each other one is named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from boardtool.data.papers import fault
from boardtool.data.store import Store
from boardtool.domain.errors import CannotDoError
from boardtool.services import agenda


@dataclass(frozen=True, slots=True)
class Dropped:
    """The names of the files that were taken, and a sentence for each that was not."""

    taken: tuple[str, ...]
    refused: tuple[str, ...]


def attach_dropped(store: Store, *, item_id: int, files: Sequence[Path], now: datetime) -> Dropped:
    """Take files in as papers of an item, in their order; one that cannot be taken stops only itself.

    Raises:
        CannotDoError: none can be taken; the sentences say why.
    """
    refused = {file: why for file in files if (why := fault(file))}
    sound = [file for file in files if file not in refused]
    if not sound:
        raise CannotDoError(" ".join(refused.values()))
    agenda.attach(store, item_id=item_id, files=sound, now=now)
    return Dropped(tuple(file.name for file in sound), tuple(refused.values()))
