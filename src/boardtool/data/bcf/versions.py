"""The sealed versions of a plan as the store keeps them; one is never changed after it was sealed."""

from datetime import date, datetime

from sqlalchemy import func, select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import BCF_VERSION
from boardtool.domain.bcf.plans import PlanState, Version


def of_plan(reading: Reading, plan_id: int) -> list[Version]:
    """The versions, the newest first."""
    found = reading.execute(
        select(BCF_VERSION).where(BCF_VERSION.c.plan_id == plan_id).order_by(BCF_VERSION.c.number.desc())
    )
    return [
        Version(
            id=row.id,
            number=row.number,
            state=PlanState(row.state),
            sealed_at=row.sealed_at,
            who=row.who,
            note=row.note,
            approved_on=row.approved_on,
            content=row.content,
            digest=row.digest,
        )
        for row in found
    ]


def add(
    step: Step,
    plan_id: int,
    *,
    state: PlanState,
    sealed_at: datetime,
    content: str,
    digest: str,
    note: str = "",
) -> int:
    newest = step.reading.execute(
        select(func.max(BCF_VERSION.c.number)).where(BCF_VERSION.c.plan_id == plan_id)
    ).scalar_one()
    return rows.add(
        step,
        BCF_VERSION,
        plan_id=plan_id,
        number=(newest or 0) + 1,
        state=state,
        sealed_at=sealed_at,
        who=step.who,
        note=note,
        content=content,
        digest=digest,
    )


def approve(step: Step, version_id: int, *, on: date) -> None:
    """Note the day on which a version was approved; its content stays as it was sealed."""
    rows.change(step, BCF_VERSION, version_id, {"approved_on": on, "state": PlanState.APPROVED})
