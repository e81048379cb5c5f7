"""The dates that bind before meetings beside the five of each: requests close, reports cross their desks."""

from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import select

from boardtool.data import cases
from boardtool.data.store import Reading
from boardtool.data.tables import AGENDA_ITEM, CLEARANCE, CLEARANCE_STAGE, REQUEST_TO_ADDRESS
from boardtool.domain.checks.case import MeetingCase
from boardtool.domain.dates import clock, long_date
from boardtool.domain.meetings import Meeting
from boardtool.domain.milestones import HORIZON, BindingDate


def of_meetings(reading: Reading, meetings: Iterable[Meeting], on: date) -> list[BindingDate]:
    """From a day on, over the days that Today looks ahead; only of boards that keep such dates."""
    found: list[BindingDate] = []
    for meeting in _keeping(reading, meetings):
        case = cases.of_meeting(reading, meeting.id, today=on)
        if case.ahead:
            found += _requests_close(case)
            found += _desks(case)
    return [each for each in found if on <= each.on <= on + HORIZON]


def _keeping(reading: Reading, meetings: Iterable[Meeting]) -> list[Meeting]:
    """The meetings that have such dates at all: most have none, and a whole case takes its time."""
    asked = set(reading.execute(select(REQUEST_TO_ADDRESS.c.meeting_id)).scalars())
    desks = set(reading.execute(select(CLEARANCE_STAGE.c.board_id)).scalars())
    passed = set(
        reading.execute(
            select(AGENDA_ITEM.c.meeting_id).join(CLEARANCE, CLEARANCE.c.item_id == AGENDA_ITEM.c.id)
        ).scalars()
    )
    return [each for each in meetings if each.id in asked | passed or each.board_id in desks]


def _requests_close(case: MeetingCase) -> Iterator[BindingDate]:
    if case.requests:
        closes = case.requests_close
        yield _of(case, closes.date(), f"Requests to speak close at {clock(f'{closes:%H:%M}')}")


def _desks(case: MeetingCase) -> Iterator[BindingDate]:
    """A desk binds while some report did not pass it."""
    if not case.keeps_clearance:
        return
    reports = [desks for item in case.items if (desks := case.reached(item))]
    for place, (stage, due) in enumerate(case.desks):
        left = sum(desks[place].clearance is None for desks in reports)
        if left:
            yield _of(case, due, f"{stage.name}: {left} report{'' if left == 1 else 's'} to be cleared")


def _of(case: MeetingCase, on: date, what: str) -> BindingDate:
    meeting = case.meeting
    day = long_date(meeting.date).removesuffix(f" {meeting.date.year}")
    return BindingDate(on, what, f"{case.board.name}, {day}", (on - case.today).days, meeting.ref)
