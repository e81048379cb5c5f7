"""Everything about one meeting that its checks look at, and what they find."""

from datetime import date

from sqlalchemy import select

from boardtool.data import (
    agenda,
    attendance,
    boards,
    clearance,
    meetings,
    minutes,
    packs,
    paper_checks,
    people,
    report_facts,
    requests_to_address,
)
from boardtool.data.store import Reading
from boardtool.data.tables import MEETING
from boardtool.domain.checks.case import MeetingCase
from boardtool.domain.checks.meeting import check_meeting
from boardtool.domain.clearance import USUAL_CHAIN
from boardtool.domain.findings import Checked
from boardtool.domain.meetings import Meeting, Status
from boardtool.domain.notice import DayRules


def of_meeting(reading: Reading, meeting_id: int, *, today: date) -> MeetingCase:
    meeting = meetings.by_id(reading, meeting_id)
    board = boards.by_id(reading, meeting.board_id)
    own_chain = clearance.own_chain(reading, board.id)
    return MeetingCase(
        board=board,
        meeting=meeting,
        today=today,
        items=tuple(agenda.items(reading, meeting_id)),
        members=tuple(people.members(reading, meeting.board_id, on=meeting.date)),
        seats=tuple(people.seats(reading, meeting.board_id)),
        attendance=tuple(attendance.of_meeting(reading, meeting_id)),
        interests=tuple(attendance.interests(reading, meeting_id)),
        minutes=tuple(minutes.of_meeting(reading, meeting_id)),
        unapproved=_unapproved(reading, meeting),
        packs=packs.standing(reading, meeting_id),
        paper_checks=paper_checks.of_meeting(reading, meeting_id),
        rules=day_rules(reading).by(board.counting),
        requests=tuple(requests_to_address.of_meeting(reading, meeting_id)),
        speaking=requests_to_address.rules_of(reading, board.id),
        chain=own_chain or USUAL_CHAIN,
        has_own_chain=bool(own_chain),
        clearances=clearance.of_meeting(reading, meeting_id),
        reports=report_facts.of_meeting(reading, meeting_id),
    )


def checked(reading: Reading, meeting_id: int, *, today: date) -> Checked:
    """What a meeting still lacks."""
    return check_meeting(of_meeting(reading, meeting_id, today=today))


def day_rules(reading: Reading) -> DayRules:
    """The library's own excluded days; which days count at all is for each board to say."""
    return DayRules(excluded=boards.excluded_days(reading))


def _unapproved(reading: Reading, meeting: Meeting) -> tuple[Meeting, ...]:
    """Earlier meetings of the board whose minutes stand as a draft, the oldest first."""
    found = reading.execute(
        select(MEETING.c.id)
        .where(MEETING.c.board_id == meeting.board_id, MEETING.c.date < meeting.date)
        .where(MEETING.c.status.in_((Status.DRAFT, Status.CIRCULATED)))
        .order_by(MEETING.c.date)
    )
    return tuple(meetings.by_id(reading, meeting_id) for meeting_id in found.scalars().all())
