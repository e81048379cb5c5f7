"""What the Today page asks: the next meeting and its lacks, dates that bind, late actions, open promises."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select

from boardtool.data import actions, beforehand_dates, boards, cases, meetings, promises
from boardtool.data.bcf import deadlines
from boardtool.data.horizon import horizon, next_meeting
from boardtool.data.store import Reading
from boardtool.data.tables import ACTION, MEETING, MINUTE
from boardtool.domain.actions import Action, ActionStatus
from boardtool.domain.boards import Board
from boardtool.domain.checks.meeting import check_meeting
from boardtool.domain.findings import Checked
from boardtool.domain.lateness import Lateness, Standing, lateness
from boardtool.domain.meetings import AgendaItem, Meeting
from boardtool.domain.milestones import HORIZON, BindingDate, Milestone, binding_dates, milestones
from boardtool.domain.reconcile import Reconciliation

_DRAFTS_FROM = timedelta(14)  # minutes are due at the latest about two weeks after a meeting
_LAST_PAGE = re.compile(r"\d+\s*$")


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The meeting the page is headed by; `pages` is None where no paper tells."""

    board: Board
    meeting: Meeting
    days: int
    item_count: int
    pages: int | None
    milestones: tuple[Milestone, ...]
    checked: Checked


@dataclass(frozen=True, slots=True)
class LateAction:
    action: Action
    lateness: Lateness


@dataclass(frozen=True, slots=True)
class Promised:
    """What the last minuted meeting promised."""

    meeting: Meeting
    reconciliation: Reconciliation


@dataclass(frozen=True, slots=True)
class Today:
    """The Today page; `late` holds the longest late first."""

    on: date
    coming: NextMeeting | None
    binding: tuple[BindingDate, ...]
    late: tuple[LateAction, ...]
    open_count: int
    promised: Promised | None


def today(reading: Reading, on: date) -> Today:
    """What a day looks like from the library."""
    coming = next_meeting(reading, on)
    pressing = _undone(reading, on)
    return Today(
        on=on,
        coming=None if coming is None else _coming(reading, coming, on),
        binding=_binding(reading, on, coming),
        late=tuple(each for each in pressing if each.lateness.standing is Standing.LATE),
        open_count=len(pressing),
        promised=_promised(reading, on, coming),
    )


def _coming(reading: Reading, meeting: Meeting, on: date) -> NextMeeting:
    case = cases.of_meeting(reading, meeting.id, today=on)
    return NextMeeting(
        board=case.board,
        meeting=meeting,
        days=(meeting.date - on).days,
        item_count=len(case.items),
        pages=pages_of(case.items),
        milestones=milestones(meeting, case.items, today=on, rules=case.rules),
        checked=check_meeting(case),
    )


def pages_of(items: Iterable[AgendaItem]) -> int | None:
    """The pages of a pack: the last one printed on the agenda, else the sum of the papers' own."""
    items = tuple(items)
    printed = [int(found[0]) for item in items if (found := _LAST_PAGE.search(item.pages))]
    if printed:
        return max(printed)
    return sum(paper.pages or 0 for item in items for paper in item.papers) or None


def _binding(reading: Reading, on: date, coming: Meeting | None) -> tuple[BindingDate, ...]:
    """The dates that bind, also those of the Better Care Fund; what heads the page is not repeated."""
    near = reading.execute(
        select(MEETING.c.id).where(MEETING.c.date.between(on - _DRAFTS_FROM, on + HORIZON + HORIZON))
    )
    known = {board.id: board for board in boards.every(reading)}
    found = [meetings.by_id(reading, meeting_id) for meeting_id in near.scalars().all()]
    dates = binding_dates(
        [(known[meeting.board_id], meeting) for meeting in found],
        today=on,
        rules=cases.day_rules(reading),
    )
    heading = None if coming is None else (coming.ref, coming.date)
    others = [each for each in dates if (each.meeting_ref, each.on) != heading]
    beforehand = beforehand_dates.of_meetings(reading, found, on)
    every = [*others, *beforehand, *deadlines.unsent(reading, on)]
    return tuple(sorted(every, key=lambda each: (each.on, each.about)))


def late_count(reading: Reading, on: date) -> int:
    """How many open actions are late on a day."""
    return sum(each.lateness.standing is Standing.LATE for each in _undone(reading, on))


def _undone(reading: Reading, on: date) -> list[LateAction]:
    open_ids = select(ACTION.c.id).where(
        ACTION.c.status.not_in([status for status in ActionStatus if status.is_done])
    )
    measured_from = horizon(reading, on)
    found = [
        LateAction(action, lateness(action, measured_from))
        for action in actions.by_ids(reading, reading.execute(open_ids).scalars())
    ]
    return sorted(found, key=lambda each: each.lateness.urgency)


def _promised(reading: Reading, on: date, coming: Meeting | None) -> Promised | None:
    """The last minuted meeting of the board that meets next, else of any board."""
    query = (
        select(MEETING.c.id)
        .where(MEETING.c.date <= on, MEETING.c.id.in_(select(MINUTE.c.meeting_id)))
        .order_by(MEETING.c.date.desc())
        .limit(1)
    )
    if coming is not None:
        query = query.where(MEETING.c.board_id == coming.board_id)
    meeting_id = reading.execute(query).scalar_one_or_none()
    if meeting_id is None:
        return None
    return Promised(meetings.by_id(reading, meeting_id), promises.of_meeting(reading, meeting_id))
