"""What the tab asks beyond the facts of its meeting: every pack made, and what this machine can do."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from boardtool.domain.pack.made import MadePack

if TYPE_CHECKING:
    from boardtool.data.store import Reading


@dataclass(frozen=True, slots=True)
class Beyond:
    """`made` are the packs of the meeting, the newest first; `turns_word` whether Word becomes PDF here."""

    made: tuple[MadePack, ...] = ()
    turns_word: bool = True


def beyond(reading: "Reading", meeting_id: int) -> Beyond:
    from boardtool.data import packs
    from boardtool.services.pack_prospects import turns_word

    return Beyond(tuple(reversed(packs.of_meeting(reading, meeting_id))), turns_word())
