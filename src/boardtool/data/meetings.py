"""Meetings as the store keeps them: which there are, and the facts of one."""

from datetime import date

from sqlalchemy import Row, Select, select

from boardtool.data import rows
from boardtool.data.boards import by_code
from boardtool.data.store import Reading, Step
from boardtool.data.tables import BOARD, MEETING
from boardtool.domain.dates import EARLIEST_YEAR, LATEST_YEAR
from boardtool.domain.errors import CannotDoError, NotFoundError
from boardtool.domain.meetings import Meeting, Status


def every(reading: Reading, *, board_id: int | None = None) -> list[Meeting]:
    """Meetings by date, of one board or of all."""
    query = _meetings().order_by(MEETING.c.date, MEETING.c.id)
    if board_id is not None:
        query = query.where(MEETING.c.board_id == board_id)
    return [_meeting(row) for row in reading.execute(query)]


def by_id(reading: Reading, meeting_id: int) -> Meeting:
    found = reading.execute(_meetings().where(MEETING.c.id == meeting_id)).one_or_none()
    if found is None:
        raise NotFoundError("This meeting is not in the library any more.")
    return _meeting(found)


def by_ref(reading: Reading, ref: str) -> Meeting:
    """The meeting named BOARD/DATE ("NNHWB/2022-09-06").

    Raises:
        CannotDoError: the name has not that form.
        NotFoundError: there is no such board or meeting.
    """
    code, day = split_ref(ref)
    board = by_code(reading, code)
    found = on(reading, board.id, day)
    if found is None:
        raise NotFoundError(f"{board.code} has no meeting on {day.isoformat()}.")
    return found


def split_ref(ref: str) -> tuple[str, date]:
    """Board code and date of a meeting's name."""
    code, _, written = ref.partition("/")
    try:
        day = date.fromisoformat(written)
    except ValueError as error:
        raise CannotDoError(
            f"“{ref}” does not name a meeting. Write it as BOARD/DATE, for example NNHWB/2022-09-06."
        ) from error
    if not EARLIEST_YEAR <= day.year <= LATEST_YEAR:
        raise CannotDoError(f"“{ref}” names no meeting: the year {day.year} is out of reach.")
    return code, day


def on(reading: Reading, board_id: int, day: date) -> Meeting | None:
    found = reading.execute(
        _meetings().where(MEETING.c.board_id == board_id, MEETING.c.date == day)
    ).one_or_none()
    return None if found is None else _meeting(found)


def before(reading: Reading, board_id: int, day: date) -> Meeting | None:
    """The board's last meeting before a day that was not called off."""
    found = reading.execute(
        _meetings()
        .where(MEETING.c.board_id == board_id, MEETING.c.date < day, MEETING.c.status.not_in(_CALLED_OFF))
        .order_by(MEETING.c.date.desc())
        .limit(1)
    ).one_or_none()
    return None if found is None else _meeting(found)


def after(reading: Reading, board_id: int, day: date) -> Meeting | None:
    """The board's next meeting after a day that is not called off."""
    found = reading.execute(
        _meetings()
        .where(MEETING.c.board_id == board_id, MEETING.c.date > day, MEETING.c.status.not_in(_CALLED_OFF))
        .order_by(MEETING.c.date)
        .limit(1)
    ).one_or_none()
    return None if found is None else _meeting(found)


def add(step: Step, *, board_id: int, day: date, start: str, place: str, **values: object) -> int:
    return rows.add(step, MEETING, board_id=board_id, date=day, start=start, place=place, **values)


def change(step: Step, meeting_id: int, **values: object) -> None:
    rows.change(step, MEETING, meeting_id, values)


def remove(step: Step, meeting_id: int) -> None:
    rows.remove(step, MEETING, meeting_id)


_CALLED_OFF = (Status.CANCELLED, Status.RESCHEDULED)


def _meetings() -> Select[tuple[object, ...]]:
    return select(MEETING, BOARD.c.code.label("board_code"), BOARD.c.name.label("board_name")).join(
        BOARD, BOARD.c.id == MEETING.c.board_id
    )


def _meeting(row: Row[tuple[object, ...]]) -> Meeting:
    return Meeting(
        id=row.id,
        board_id=row.board_id,
        board_code=row.board_code,
        board_name=row.board_name,
        date=row.date,
        start=row.start,
        place=row.place,
        status=Status(row.status),
        video_link=row.video_link,
        agenda_start=row.agenda_start,
        published_at=row.published_at,
        opened_at=row.opened_at,
        closed_at=row.closed_at,
        circulated_on=row.circulated_on,
        approved_on=row.approved_on,
        digest=row.digest,
        note=row.note,
        published_although=row.published_although,
        published_because=row.published_because,
    )
