"""The journal as questions: what can be undone, what happened to one row, what was done lately."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Row, Table, select

from boardtool.data.belonging import steps_touching
from boardtool.data.journal import Change, changes_of
from boardtool.data.store import Reading
from boardtool.data.tables import ACTION_OWNER, ACTION_PROGRESS, CHANGE, STEP
from boardtool.data.undoing import redo_candidate, undo_candidate


@dataclass(frozen=True, slots=True)
class PastStep:
    """A step as it stands in the journal; `at` is in UTC; `undone` says whether it was taken back."""

    id: int
    label: str
    who: str
    at: datetime
    kind: str
    undone: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """What Ctrl+Z and Ctrl+Y would do now, in words; None where there is nothing to do."""

    undo: str | None
    redo: str | None


def reach(reading: Reading) -> Reach:
    return Reach(_label(reading, undo_candidate(reading)), _label(reading, redo_candidate(reading)))


def _label(reading: Reading, step: int | None) -> str | None:
    if step is None:
        return None
    return str(reading.execute(select(STEP.c.label).where(STEP.c.id == step)).scalar_one())


def recent(reading: Reading, *, most: int = 100) -> list[PastStep]:
    """The newest steps, newest first."""
    rows = reading.execute(select(STEP).order_by(STEP.c.id.desc()).limit(most))
    return [_past(row) for row in rows]


def recent_of(reading: Reading, table: str, row: int, *, most: int = 100) -> list[PastStep]:
    """The newest steps that touched a board or a meeting, or anything of it, newest first."""
    return _steps(reading, STEP.c.id.in_(steps_touching(reading, table, row)))[:most]


def newest_at(reading: Reading) -> datetime | None:
    """When the newest step was done, in UTC; None where nothing was done yet."""
    at = reading.execute(select(STEP.c.at).order_by(STEP.c.id.desc()).limit(1)).scalar_one_or_none()
    return None if at is None else datetime.fromisoformat(at)


def of_row(reading: Reading, table: str, row: int) -> list[tuple[PastStep, Change]]:
    """What happened to one row, newest first."""
    touching = select(CHANGE.c.step_id).where(CHANGE.c.table_name == table, CHANGE.c.row_id == row)
    return [
        (step, change)
        for step in _steps(reading, STEP.c.id.in_(touching))
        for change in changes_of(reading, step.id)
        if change.table == table and change.row == row
    ]


def steps_of_action(reading: Reading, action_id: int) -> list[PastStep]:
    """The steps that touched an action, its owners or its progress, newest first."""
    touching = select(CHANGE.c.step_id).where(
        ((CHANGE.c.table_name == "action") & (CHANGE.c.row_id == action_id))
        | _under_action("action_owner", ACTION_OWNER, action_id)
        | _under_action("action_progress", ACTION_PROGRESS, action_id)
    )
    return _steps(reading, STEP.c.id.in_(touching))


def _under_action(name: str, table: Table, action_id: int) -> ColumnElement[bool]:
    rows = select(table.c.id).where(table.c.action_id == action_id)
    return (CHANGE.c.table_name == name) & CHANGE.c.row_id.in_(rows)


def _steps(reading: Reading, condition: ColumnElement[bool]) -> list[PastStep]:
    found = reading.execute(select(STEP).where(condition).order_by(STEP.c.id.desc()))
    return [_past(row) for row in found]


def _past(row: Row[tuple[object, ...]]) -> PastStep:
    at = datetime.fromisoformat(row.at)
    return PastStep(row.id, row.label, row.who, at, row.kind, row.undone_by is not None)
