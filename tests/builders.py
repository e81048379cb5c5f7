"""Readable makers of test data, on the data floor: each makes one thing in one step and returns its id."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from boardtool.data import actions, agenda, attendance, boards, meetings, minutes, people
from boardtool.data.store import Store
from boardtool.domain.action_numbers import read_action_number
from boardtool.domain.boards import QuorumKind, QuorumRule
from boardtool.domain.meetings import Kind, Presence
from boardtool.domain.people import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

CHERYL = "Cheryl Bird"
SEPTEMBER = date(2022, 9, 6)
JULY = date(2022, 7, 5)
PLACE = "The Council Chamber, Corby Cube"


class Clock:
    """A clock that a test sets; it stands still until it is moved."""

    def __init__(self, now: datetime | None = None) -> None:
        self.now = now or datetime(2022, 8, 24, 16, 42, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **by: float) -> None:
        """Move the clock; `by` is what a timedelta takes (seconds=61)."""
        self.now += timedelta(**by)


@contextmanager
def a_library(
    folder: Path, *, who: str = CHERYL, clock: Callable[[], datetime] | None = None
) -> Iterator[Store]:
    """A new, empty library in `folder`, closed at the end."""
    store = Store.make(folder, who=who, clock=clock)
    try:
        yield store
    finally:
        store.close()


def a_board(
    store: Store,
    code: str = "NNHWB",
    *,
    name: str = "North Northamptonshire Health and Wellbeing Board",
    quorum: int | None = None,
    members: Sequence[str] = (),
    **values: object,
) -> int:
    """A board with its usual place and start, a quorum by number if one is given, and voting members."""
    facts: dict[str, object] = {"usual_place": PLACE, "usual_start": "13:30", **values}
    with store.step(f"Make board {code}") as step:
        board_id = boards.add(step, code=code, name=name, **facts)
        if quorum is not None:
            boards.set_quorum(step, board_id, QuorumRule(QuorumKind.NUMBER, number=quorum))
    for member in members:
        a_member(store, board_id, member)
    return board_id


def a_member(store: Store, board_id: int, name: str, *, role: Role = Role.MEMBER, **values: object) -> int:
    """A new person on a board; the id of the membership."""
    with store.step("Add member") as step:
        person_id = people.add(step, name=name)
        return people.add_membership(step, board_id=board_id, person_id=person_id, role=role, **values)


def a_meeting(
    store: Store,
    board_id: int,
    day: date = SEPTEMBER,
    *,
    start: str = "13:30",
    subjects: Sequence[str] = (),
    **values: object,
) -> int:
    """A planned meeting, with a verbal item of ten minutes for every subject."""
    with store.step("Plan meeting") as step:
        meeting_id = meetings.add(step, board_id=board_id, day=day, start=start, place=PLACE, **values)
        for subject in subjects:
            agenda.add(step, meeting_id, subject=subject, presenters=["Chair"], kind=Kind.VERBAL, length=10)
    return meeting_id


def an_item(
    store: Store, meeting_id: int, subject: str, *, presenters: Sequence[str] = ("Chair",), **values: object
) -> int:
    """An item at the end of an agenda."""
    with store.step("Add item") as step:
        return agenda.add(step, meeting_id, subject=subject, presenters=presenters, **values)


def a_paper(store: Store, item_id: int, title: str = "Report", **values: object) -> int:
    """A paper of an item, known to the store only: no file is kept."""
    facts: dict[str, object] = {
        "file_name": "report.pdf",
        "digest": "0" * 64,
        "size": 1,
        "pages": 4,
        **values,
    }
    with store.step("Add paper") as step:
        return agenda.add_paper(step, item_id, added_at=datetime(2022, 8, 24, 12), title=title, **facts)


def an_attendance(
    store: Store, meeting_id: int, name: str, *, presence: Presence = Presence.PRESENT, **values: object
) -> int:
    """Somebody listed for a meeting."""
    with store.step("Record attendance") as step:
        return attendance.add(step, meeting_id, name=name, presence=presence, **values)


def a_minute(
    store: Store,
    meeting_id: int,
    heading: str,
    *,
    item_id: int | None = None,
    narrative: str = "",
    resolutions: Sequence[str] = (),
    **values: object,
) -> int:
    """A minute at the end of a meeting's, with its resolutions."""
    with store.step("Write minute") as step:
        minute_id = minutes.add(
            step,
            meeting_id,
            position=len(minutes.of_meeting(step.reading, meeting_id)),
            heading=heading,
            item_id=item_id,
            narrative=narrative,
            **values,
        )
        for text in resolutions:
            minutes.add_resolution(step, minute_id, text=text)
    return minute_id


def an_action(
    store: Store,
    board_id: int,
    number: str = "050722/01",
    text: str = "Circulate the numbers of children on the waiting list",
    *,
    owners: Sequence[str] = ("Amy Plank",),
    **values: object,
) -> int:
    """An action; the day it was raised and its place that day are read from its number."""
    read, _ = read_action_number(number)
    facts: dict[str, object] = {"raised_on": read.raised_on, "ordinal": read.ordinal, **values}
    with store.step("Record action") as step:
        return actions.add(step, board_id=board_id, number=number, text=text, owners=owners, **facts)
