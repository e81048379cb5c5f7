"""The national days by which plans and returns must be sent, and which of them still wait to be."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import select

from boardtool.data.store import Reading
from boardtool.data.tables import BCF_PLAN, BCF_RETURN, BOARD
from boardtool.domain.bcf.plans import PlanState
from boardtool.domain.milestones import HORIZON, BindingDate


def unsent(reading: Reading, on: date) -> tuple[BindingDate, ...]:
    """The deadlines of drafts 45 days to either side of a day, in order; `days` below 0 went by."""
    found = [*_plans(reading, on), *_returns(reading, on)]
    return tuple(sorted(found, key=lambda each: (each.on, each.about)))


def _plans(reading: Reading, on: date) -> Iterator[BindingDate]:
    wanted = select(BCF_PLAN.c.due, BCF_PLAN.c.year, BOARD.c.name).join(
        BOARD, BOARD.c.id == BCF_PLAN.c.board_id
    )
    due = BCF_PLAN.c.due.between(on - HORIZON, on + HORIZON)
    for row in reading.execute(wanted.where(due, BCF_PLAN.c.state == PlanState.DRAFT)):
        yield BindingDate(row.due, f"Better Care Fund plan {row.year} due", row.name, (row.due - on).days, "")


def _returns(reading: Reading, on: date) -> Iterator[BindingDate]:
    wanted = (
        select(BCF_RETURN.c.due, BCF_RETURN.c.period, BOARD.c.name)
        .join(BCF_PLAN, BCF_PLAN.c.id == BCF_RETURN.c.plan_id)
        .join(BOARD, BOARD.c.id == BCF_PLAN.c.board_id)
    )
    due = BCF_RETURN.c.due.between(on - HORIZON, on + HORIZON)
    for row in reading.execute(wanted.where(due, BCF_RETURN.c.state == PlanState.DRAFT)):
        what = f"Better Care Fund return {row.period} due"
        yield BindingDate(row.due, what, row.name, (row.due - on).days, "")
