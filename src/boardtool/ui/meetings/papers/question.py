"""What the tab asks beyond the facts of its meeting: every pack made, and what this machine can do."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from boardtool.domain.pack.made import MadePack

if TYPE_CHECKING:
    from boardtool.data.store import Reading


@dataclass(frozen=True, slots=True)
class Beyond:
    """What is known beyond the meeting.

    `made` are its packs, the newest first; `word_turner` is the program that turns Word papers into PDF on
    this machine, "" where none does.
    """

    made: tuple[MadePack, ...] = ()
    word_turner: str = "Word"  # until it is answered no paper is said to be of no use


def beyond(reading: "Reading", meeting_id: int) -> Beyond:
    from boardtool.data import packs
    from boardtool.services.pack_prospects import word_turner

    return Beyond(tuple(reversed(packs.of_meeting(reading, meeting_id))), word_turner())
