"""The income of a plan as the store keeps it: one row a contribution."""

from collections.abc import Sequence

from sqlalchemy import Row, select

from boardtool.data import rows
from boardtool.data.bcf.exactly import all_stored, words
from boardtool.data.store import Reading, Step
from boardtool.data.tables import BCF_INCOME
from boardtool.domain.bcf.plans import Income


def of_plan(reading: Reading, plan_id: int) -> list[Income]:
    found = reading.execute(
        select(BCF_INCOME).where(BCF_INCOME.c.plan_id == plan_id).order_by(BCF_INCOME.c.position)
    )
    return [_income(row) for row in found]


def by_id(reading: Reading, income_id: int) -> Income:
    return _income(reading.execute(select(BCF_INCOME).where(BCF_INCOME.c.id == income_id)).one())


def plan_of(reading: Reading, income_id: int) -> int:
    """The id of the plan that a contribution belongs to."""
    chosen = select(BCF_INCOME.c.plan_id).where(BCF_INCOME.c.id == income_id)
    return int(reading.execute(chosen).scalar_one())


def add(step: Step, plan_id: int, *, source: str, **values: object) -> int:
    position = rows.next_position(step, BCF_INCOME, "plan_id", plan_id)
    return rows.add(step, BCF_INCOME, plan_id=plan_id, position=position, source=source, **all_stored(values))


def change(step: Step, income_id: int, **values: object) -> None:
    rows.change(step, BCF_INCOME, income_id, all_stored(values))


def remove(step: Step, income_id: int) -> None:
    rows.remove(step, BCF_INCOME, income_id)


def reorder(step: Step, ids: Sequence[int]) -> None:
    rows.reorder(step, BCF_INCOME, ids)


def _income(row: Row[tuple[object, ...]]) -> Income:
    return Income(
        row.id,
        row.position,
        source=row.source,
        body=row.body,
        amount=row.amount,
        amount_2=row.amount_2,
        comment=row.comment,
        unread=words(row.unread),
        row=row.row,
    )
