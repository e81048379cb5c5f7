"""The action log as the store keeps it: actions, their owners, and what was said of them day by day."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Row, Select, func, select

from boardtool.data import rows
from boardtool.data.boards import by_code
from boardtool.data.minute_numbering import numbers_of_items
from boardtool.data.store import Reading, Step
from boardtool.data.tables import ACTION, ACTION_OWNER, ACTION_PROGRESS, BOARD, MEETING
from boardtool.domain.actions import Action, ActionStatus, ProgressNote
from boardtool.domain.errors import CannotDoError, NotFoundError


def log(reading: Reading, *, board_id: int | None = None) -> list[Action]:
    """The actions of one board or of all, by the date of the meeting that raised them."""
    return _found(reading, None if board_id is None else ACTION.c.board_id == board_id)


def by_ids(reading: Reading, ids: Iterable[int]) -> list[Action]:
    return _found(reading, ACTION.c.id.in_(list(ids)))


def of_item(reading: Reading, item_id: int) -> list[Action]:
    return _found(reading, ACTION.c.item_id == item_id)


def of_meeting(reading: Reading, meeting_id: int) -> list[Action]:
    return _found(reading, ACTION.c.meeting_id == meeting_id)


def by_id(reading: Reading, action_id: int) -> Action:
    found = by_ids(reading, [action_id])
    if not found:
        raise NotFoundError("This action is not in the library any more.")
    return found[0]


def by_ref(reading: Reading, ref: str) -> Action:
    """The action named BOARD/NUMBER, or by its number alone where only one board has it.

    Raises:
        NotFoundError: there is none.
        CannotDoError: several boards have that number.
    """
    code, _, rest = ref.partition("/")
    if rest.count("/") == 1:
        matching = [
            action for action in log(reading, board_id=by_code(reading, code).id) if action.number == rest
        ]
    else:
        matching = [action for action in log(reading) if action.number == ref]
    if not matching:
        raise NotFoundError(f"There is no action {ref}.")
    if len(matching) > 1:
        refs = ", ".join(action.ref for action in matching)
        raise CannotDoError(f"Several boards have an action {ref}. Name one of them: {refs}.")
    return matching[0]


def newest_ordinal(reading: Reading, board_id: int, raised_on: date) -> int:
    """The highest ordinal among a board's actions raised on a day; 0 where there is none."""
    found = reading.execute(
        select(func.max(ACTION.c.ordinal)).where(
            ACTION.c.board_id == board_id, ACTION.c.raised_on == raised_on
        )
    ).scalar_one()
    return int(found or 0)


def owner_names(reading: Reading) -> list[str]:
    """Every name an action was ever allocated to, the most frequent first."""
    found = reading.execute(
        select(ACTION_OWNER.c.name).group_by(ACTION_OWNER.c.name).order_by(func.count().desc())
    )
    return list(found.scalars())


def add(step: Step, *, board_id: int, number: str, text: str, owners: Sequence[str], **values: object) -> int:
    action_id = rows.add(step, ACTION, board_id=board_id, number=number, text=text, **values)
    set_owners(step, action_id, owners)
    return action_id


def change(step: Step, action_id: int, **values: object) -> None:
    rows.change(step, ACTION, action_id, values)


def set_owners(step: Step, action_id: int, owners: Sequence[str]) -> None:
    rows.replace_names(step, ACTION_OWNER, "action_id", action_id, owners)


def add_progress(step: Step, action_id: int, *, on: date, text: str, source: str, who: str) -> int:
    return rows.add(step, ACTION_PROGRESS, action_id=action_id, on=on, text=text, source=source, who=who)


def change_progress(step: Step, note_id: int, **values: object) -> None:
    rows.change(step, ACTION_PROGRESS, note_id, values)


def remove(step: Step, action_id: int) -> None:
    rows.remove(step, ACTION, action_id)


def _found(reading: Reading, condition: ColumnElement[bool] | None) -> list[Action]:
    query = _actions() if condition is None else _actions().where(condition)
    found = reading.execute(
        query.order_by(ACTION.c.raised_on.is_(None), ACTION.c.raised_on, ACTION.c.ordinal, ACTION.c.id)
    ).all()
    owners: dict[int, tuple[str, ...]] = {}
    notes: dict[int, tuple[ProgressNote, ...]] = {}
    wanted = select(query.subquery().c.id)
    for row in reading.execute(
        select(ACTION_OWNER).where(ACTION_OWNER.c.action_id.in_(wanted)).order_by(ACTION_OWNER.c.position)
    ):
        owners[row.action_id] = (*owners.get(row.action_id, ()), row.name)
    for row in reading.execute(
        select(ACTION_PROGRESS)
        .where(ACTION_PROGRESS.c.action_id.in_(wanted))
        .order_by(ACTION_PROGRESS.c.on, ACTION_PROGRESS.c.id)
    ):
        note = ProgressNote(row.id, row.action_id, row.on, row.text, row.source, row.who)
        notes[row.action_id] = (*notes.get(row.action_id, ()), note)
    minuted = {row.meeting_id for row in found if row.item_id is not None}
    numbered = numbers_of_items(reading, minuted) if minuted else {}
    return [
        _action(row, numbered.get(row.item_id), owners.get(row.id, ()), notes.get(row.id, ()))
        for row in found
    ]


def _actions() -> Select[tuple[object, ...]]:
    return (
        select(
            ACTION,
            BOARD.c.code.label("board_code"),
            BOARD.c.name.label("board_name"),
            MEETING.c.date.label("meeting_date"),
        )
        .join(BOARD, BOARD.c.id == ACTION.c.board_id)
        .outerjoin(MEETING, MEETING.c.id == ACTION.c.meeting_id)
    )


def _action(
    row: Row[tuple[object, ...]],
    minute: int | None,
    owners: tuple[str, ...],
    notes: tuple[ProgressNote, ...],
) -> Action:
    return Action(
        id=row.id,
        board_id=row.board_id,
        board_code=row.board_code,
        board_name=row.board_name,
        number=row.number,
        text=row.text,
        owners=owners,
        due=row.due,
        status=ActionStatus(row.status),
        completed_on=row.completed_on,
        meeting_id=row.meeting_id,
        meeting_ref="" if row.meeting_date is None else f"{row.board_code}/{row.meeting_date.isoformat()}",
        raised_on=row.raised_on,
        item_id=row.item_id,
        minute=minute,
        progress=notes[-1].text if notes else "",
        notes=notes,
    )
