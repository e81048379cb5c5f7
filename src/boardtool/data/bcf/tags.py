"""The local tags of a plan as the store keeps them, with the totals that papers print of them."""

from sqlalchemy import select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import BCF_TAG
from boardtool.domain.bcf.plans import Tag


def of_plan(reading: Reading, plan_id: int) -> list[Tag]:
    found = reading.execute(select(BCF_TAG).where(BCF_TAG.c.plan_id == plan_id).order_by(BCF_TAG.c.id))
    return [Tag(row.id, row.name, row.printed_total, row.printed_in) for row in found]


def put(step: Step, plan_id: int, *, name: str, printed_total: int | None, printed_in: str) -> None:
    """Note what a paper prints for a tag (pence; None forgets it), once for each name."""
    held = next((tag for tag in of_plan(step.reading, plan_id) if tag.name == name), None)
    if held is None:
        rows.add(
            step, BCF_TAG, plan_id=plan_id, name=name, printed_total=printed_total, printed_in=printed_in
        )
    elif printed_total is None:
        rows.remove(step, BCF_TAG, held.id)
    else:
        rows.change(step, BCF_TAG, held.id, {"printed_total": printed_total, "printed_in": printed_in})
