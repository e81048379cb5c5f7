"""Who signed plans and returns, as the store keeps it (R34)."""

from sqlalchemy import select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import BCF_SIGN_OFF, BOARD, MEETING
from boardtool.domain.bcf.plans import SignOff


def of_plan(reading: Reading, plan_id: int) -> list[SignOff]:
    """The sign-offs of a plan and of its returns, in their order."""
    found = reading.execute(
        select(BCF_SIGN_OFF, BOARD.c.code, MEETING.c.date)
        .outerjoin(MEETING, MEETING.c.id == BCF_SIGN_OFF.c.meeting_id)
        .outerjoin(BOARD, BOARD.c.id == MEETING.c.board_id)
        .where(BCF_SIGN_OFF.c.plan_id == plan_id)
        .order_by(BCF_SIGN_OFF.c.position)
    )
    return [
        SignOff(
            id=row.id,
            position=row.position,
            role=row.role,
            name=row.name,
            authority=row.authority,
            signed_on=row.signed_on,
            meeting_id=row.meeting_id,
            meeting_ref=f"{row.code}/{row.date.isoformat()}" if row.meeting_id else "",
            note=row.note,
            return_id=row.return_id,
        )
        for row in found
    ]


def plan_of(reading: Reading, sign_off_id: int) -> int:
    """The id of the plan that a sign-off belongs to."""
    chosen = select(BCF_SIGN_OFF.c.plan_id).where(BCF_SIGN_OFF.c.id == sign_off_id)
    return int(reading.execute(chosen).scalar_one())


def add(step: Step, plan_id: int, *, role: str, **values: object) -> int:
    position = rows.next_position(step, BCF_SIGN_OFF, "plan_id", plan_id)
    return rows.add(step, BCF_SIGN_OFF, plan_id=plan_id, position=position, role=role, **values)


def change(step: Step, sign_off_id: int, **values: object) -> None:
    rows.change(step, BCF_SIGN_OFF, sign_off_id, values)


def remove(step: Step, sign_off_id: int) -> None:
    rows.remove(step, BCF_SIGN_OFF, sign_off_id)
