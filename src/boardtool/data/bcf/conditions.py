"""The planning requirements or national conditions of a plan as the store keeps them."""

from sqlalchemy import select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import BCF_CONDITION
from boardtool.domain.bcf.plans import Condition


def of_plan(reading: Reading, plan_id: int) -> list[Condition]:
    found = reading.execute(
        select(BCF_CONDITION).where(BCF_CONDITION.c.plan_id == plan_id).order_by(BCF_CONDITION.c.position)
    )
    return [
        Condition(
            id=row.id,
            position=row.position,
            code=row.code,
            theme=row.theme,
            requirement=row.requirement,
            enquiry=row.enquiry,
            confirmed_through=row.confirmed_through,
            answer=row.answer,
            supporting=row.supporting,
            actions=row.actions,
            timeframe=row.timeframe,
            row=row.row,
        )
        for row in found
    ]


def plan_of(reading: Reading, condition_id: int) -> int:
    """The id of the plan that a condition belongs to."""
    chosen = select(BCF_CONDITION.c.plan_id).where(BCF_CONDITION.c.id == condition_id)
    return int(reading.execute(chosen).scalar_one())


def add(step: Step, plan_id: int, *, code: str, **values: object) -> int:
    position = rows.next_position(step, BCF_CONDITION, "plan_id", plan_id)
    return rows.add(step, BCF_CONDITION, plan_id=plan_id, position=position, code=code, **values)


def change(step: Step, condition_id: int, **values: object) -> None:
    rows.change(step, BCF_CONDITION, condition_id, values)


def remove(step: Step, condition_id: int) -> None:
    rows.remove(step, BCF_CONDITION, condition_id)
