"""What every document of a meeting says at its head, and for whom it is made."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from boardtool.domain.boards import Board
from boardtool.domain.meetings import Meeting


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


def sitting_of(board: Board, meeting: Meeting) -> Sitting:
    return Sitting(board.council, board.name, meeting.date, meeting.start, meeting.place)
