"""What every document of a meeting says at its head, and for whom it is made."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boardtool.domain.boards import Board
from boardtool.domain.meetings import Meeting

_POSTCODE = re.compile(r"\b([A-Z]{1,2}[0-9][A-Z0-9]?) ([0-9][A-Z]{2})\b")


class Audience(StrEnum):
    """Who may read: anyone, or those who may see the exempt part too."""

    PUBLIC = "public"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting as a heading names it; `start` is "HH:MM"."""

    council: str
    board: str
    date: date
    start: str
    place: str

    @property
    def place_in_print(self) -> str:
        """The place, its postcode kept on one line."""
        return _POSTCODE.sub("\\1\N{NO-BREAK SPACE}\\2", self.place)


def sitting_of(board: Board, meeting: Meeting) -> Sitting:
    return Sitting(board.council, board.name, meeting.date, meeting.start, meeting.place)
