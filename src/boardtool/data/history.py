"""The journal as questions: what can be undone, what happened to one row, what was done lately."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from boardtool.data.journal import Change, changes_of
from boardtool.data.store import Reading, redo_candidate, undo_candidate
from boardtool.data.tables import CHANGE, STEP


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
    return [
        PastStep(
            row.id, row.label, row.who, datetime.fromisoformat(row.at), row.kind, row.undone_by is not None
        )
        for row in rows
    ]


def of_row(reading: Reading, table: str, row: int) -> list[tuple[PastStep, Change]]:
    """What happened to one row, newest first."""
    steps = reading.execute(
        select(STEP)
        .where(
            STEP.c.id.in_(
                select(CHANGE.c.step_id).where(CHANGE.c.table_name == table, CHANGE.c.row_id == row)
            )
        )
        .order_by(STEP.c.id.desc())
    )
    return [
        (
            PastStep(
                step.id,
                step.label,
                step.who,
                datetime.fromisoformat(step.at),
                step.kind,
                step.undone_by is not None,
            ),
            change,
        )
        for step in steps
        for change in changes_of(reading, step.id)
        if change.table == table and change.row == row
    ]
