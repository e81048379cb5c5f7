"""Everything that the workspace of one meeting shows, asked in one reading."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from boardtool.domain.actions import Action
from boardtool.domain.boards import Board
from boardtool.domain.checks.case import MeetingCase
from boardtool.domain.findings import Checked
from boardtool.domain.lateness import Horizon
from boardtool.domain.meetings import AgendaItem, Attendance, Interest, Meeting, Status
from boardtool.domain.minutes import Minute
from boardtool.domain.notice import Notice, notice

if TYPE_CHECKING:
    from boardtool.data.store import Reading


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """A meeting with all that belongs to it, as of `today`.

    `names` are those that presenters and owners are completed from, `horizon` is what lateness is measured
    from.
    """

    case: MeetingCase
    checked: Checked
    notice: Notice
    actions: tuple[Action, ...]
    names: tuple[str, ...]
    horizon: Horizon

    @property
    def meeting(self) -> Meeting:
        return self.case.meeting

    @property
    def board(self) -> Board:
        return self.case.board

    @property
    def items(self) -> tuple[AgendaItem, ...]:
        return self.case.items

    @property
    def attendance(self) -> tuple[Attendance, ...]:
        return self.case.attendance

    @property
    def interests(self) -> tuple[Interest, ...]:
        return self.case.interests

    @property
    def minutes(self) -> tuple[Minute, ...]:
        return self.case.minutes

    @property
    def today(self) -> date:
        return self.case.today

    @property
    def locked(self) -> bool:
        """Whether the minutes are approved, so that nothing of the record may change."""
        return self.meeting.status is Status.APPROVED

    def item(self, item_id: int | None) -> AgendaItem | None:
        return next((item for item in self.items if item.id == item_id), None)


def by_ref(reading: "Reading", ref: str, today: date) -> MeetingFacts | None:
    """The facts of the meeting that a place names; None where there is none any more."""
    from boardtool.data import meetings
    from boardtool.domain.errors import CannotDoError

    try:
        meeting = meetings.by_ref(reading, ref)
    except CannotDoError:
        return None
    return by_id(reading, meeting.id, today)


def by_id(reading: "Reading", meeting_id: int, today: date) -> MeetingFacts | None:
    from boardtool.data import actions, cases
    from boardtool.data.horizon import horizon
    from boardtool.domain.checks.meeting import check_meeting
    from boardtool.domain.errors import NotFoundError

    try:
        case = cases.of_meeting(reading, meeting_id, today=today)
    except NotFoundError:
        return None
    return MeetingFacts(
        case=case,
        checked=check_meeting(case),
        notice=notice(case.meeting.date, case.rules),
        actions=tuple(actions.of_meeting(reading, meeting_id)),
        names=_names(reading, case),
        horizon=horizon(reading, today, board_id=case.board.id),
    )


def _names(reading: "Reading", case: MeetingCase) -> tuple[str, ...]:
    """Posts and names that one may mean: those on the agenda first, then of the board, then of all."""
    from boardtool.data import actions, people

    presenters = [name for item in case.items for name in item.presenters]
    members = [word for member in case.members for word in (member.listed_as, member.name)]
    everyone = [word for person in people.everyone(reading) for word in (person.post, person.name)]
    found = (*presenters, *members, *actions.owner_names(reading), *everyone)
    return tuple(dict.fromkeys(name for name in found if name))
