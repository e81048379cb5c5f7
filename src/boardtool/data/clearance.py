"""The clearance of reports, as the store keeps it: each board's desks, and what passed them."""

from collections.abc import Sequence

from sqlalchemy import select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import AGENDA_ITEM, CLEARANCE, CLEARANCE_STAGE
from boardtool.domain.clearance import USUAL_CHAIN, Clearance, ClearanceStage


def chain_of(reading: Reading, board_id: int) -> tuple[ClearanceStage, ...]:
    """The desks of a board in order; the usual ones where it set none of its own."""
    return own_chain(reading, board_id) or USUAL_CHAIN


def own_chain(reading: Reading, board_id: int) -> tuple[ClearanceStage, ...]:
    """The desks that a board set itself, in order; () where it set none."""
    table = CLEARANCE_STAGE
    found = reading.execute(select(table).where(table.c.board_id == board_id).order_by(table.c.position))
    return tuple(ClearanceStage(row.name, row.days, row.who) for row in found)


def set_chain(step: Step, board_id: int, chain: Sequence[ClearanceStage]) -> None:
    table = CLEARANCE_STAGE
    step.reading.execute(table.delete().where(table.c.board_id == board_id))
    for position, stage in enumerate(chain):
        rows.add(
            step, table, board_id=board_id, position=position, name=stage.name, who=stage.who, days=stage.days
        )


def of_meeting(reading: Reading, meeting_id: int) -> tuple[Clearance, ...]:
    """Everything that passed a desk, of all items of a meeting."""
    found = reading.execute(
        select(CLEARANCE)
        .join(AGENDA_ITEM, AGENDA_ITEM.c.id == CLEARANCE.c.item_id)
        .where(AGENDA_ITEM.c.meeting_id == meeting_id)
        .order_by(CLEARANCE.c.id)
    )
    return tuple(Clearance(row.item_id, row.stage, row.cleared_by, row.cleared_on) for row in found)


def put(step: Step, clearance: Clearance) -> None:
    """Keep that a report passed a desk, instead of what was kept about that before."""
    take_back(step, clearance.item_id, clearance.stage)
    rows.add(
        step,
        CLEARANCE,
        item_id=clearance.item_id,
        stage=clearance.stage,
        cleared_by=clearance.cleared_by,
        cleared_on=clearance.cleared_on,
    )


def take_back(step: Step, item_id: int, stage: str) -> None:
    table = CLEARANCE
    step.reading.execute(table.delete().where(table.c.item_id == item_id, table.c.stage == stage))
