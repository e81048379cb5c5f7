"""What the Decisions page asks: every resolution with its meeting's day, and the minute one stands in."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from boardtool.domain.boards import Board
from boardtool.domain.dates import municipal_year
from boardtool.domain.documents.minuting import PrintedMinute, printed_minutes
from boardtool.domain.documents.sitting import Audience
from boardtool.domain.meetings import Meeting
from boardtool.domain.minutes import Decision
from boardtool.domain.text import folded

if TYPE_CHECKING:
    from boardtool.data.store import Reading


@dataclass(frozen=True, slots=True)
class Decided:
    """A resolution and the day it was made.

    `words` are what a search looks into; `follows` says that the line above is of the same minute.
    """

    decision: Decision
    day: date
    words: str
    follows: bool = False

    @property
    def year(self) -> str:
        """The municipal year, May to May: 2022/23."""
        return municipal_year(self.day)

    def fits(self, typed: str) -> bool:
        """Whether every word that was typed is in the resolution, its heading or its board."""
        return all(word in self.words for word in folded(typed).split())


@dataclass(frozen=True, slots=True)
class Decisions:
    """All resolutions, the latest meeting first, and the boards there are."""

    boards: tuple[Board, ...]
    decided: tuple[Decided, ...]

    @property
    def years(self) -> list[str]:
        return sorted({each.year for each in self.decided}, reverse=True)


@dataclass(frozen=True, slots=True)
class Standing:
    """A minute as it is read, and the meeting it is of."""

    meeting: Meeting
    minute: PrintedMinute
    exempt: bool


def decisions(reading: "Reading") -> Decisions:
    from boardtool.data import boards, meetings, minutes

    made = [
        Decided(
            decision,
            meetings.split_ref(decision.meeting_ref)[1],
            folded(f"{decision.text} {decision.heading} {decision.board_name} {decision.board_code}"),
        )
        for decision in minutes.decisions(reading)
    ]
    latest_first = sorted(made, key=lambda each: (each.day, each.decision.board_code), reverse=True)
    by_meeting = {each.decision.meeting_ref: None for each in latest_first}
    in_order = [each for ref in by_meeting for each in made if each.decision.meeting_ref == ref]
    return Decisions(tuple(boards.every(reading)), tuple(in_order))


def standing(reading: "Reading", decision_id: int) -> Standing:
    """The minute that a resolution stands in, with its actions and who came or left."""
    from boardtool.data import agenda, attendance, meetings, minutes

    minute = minutes.minute_of_resolution(reading, decision_id)
    (printed,) = printed_minutes(
        [minute],
        agenda.items(reading, minute.meeting_id),
        attendance.of_meeting(reading, minute.meeting_id),
        Audience.PRIVATE,
    )
    return Standing(meetings.by_id(reading, minute.meeting_id), printed, minute.exempt)
