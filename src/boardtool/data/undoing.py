"""Which step undo and redo would take, and whether a step can be taken back."""

from sqlalchemy import Connection, func, select

from boardtool.data.tables import STEP
from boardtool.domain.errors import CannotDoError


def undo_candidate(reading: Connection) -> int | None:
    """The newest step that stands."""
    standing = (STEP.c.kind == "do") & STEP.c.undone_by.is_(None)
    found: int | None = reading.execute(select(func.max(STEP.c.id)).where(standing)).scalar_one()
    return found


def redo_candidate(reading: Connection) -> int | None:
    """The step undone last, if nothing was done since."""
    newest = select(func.max(STEP.c.id)).where(STEP.c.kind == "do").scalar_subquery()
    found: int | None = reading.execute(
        select(STEP.c.id)
        .where(STEP.c.kind == "do", STEP.c.undone_by > newest)
        .order_by(STEP.c.undone_by.desc())
        .limit(1)
    ).scalar_one_or_none()
    return found


def undo_of(reading: Connection, step_id: int) -> int:
    """The step that took a step back."""
    undoing = reading.execute(select(STEP.c.undone_by).where(STEP.c.id == step_id)).scalar_one()
    return int(undoing)


def label_of(reading: Connection, step_id: int) -> str:
    label = reading.execute(select(STEP.c.label).where(STEP.c.id == step_id)).scalar_one_or_none()
    if label is None:
        raise CannotDoError(f"There is no step {step_id} in the history.")
    return str(label)


def label_of_standing(reading: Connection, step_id: int) -> str:
    """The label of a step that stands.

    Raises:
        CannotDoError: there is no such step, it was taken back already, or it is itself an undo.
    """
    label = label_of(reading, step_id)
    stands = reading.execute(
        select(STEP.c.id).where(STEP.c.id == step_id, STEP.c.kind == "do", STEP.c.undone_by.is_(None))
    ).scalar_one_or_none()
    if stands is None:
        raise CannotDoError(f"Step {step_id} ({label}) was taken back already, or is itself an undo.")
    return label
