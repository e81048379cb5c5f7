"""Who stands behind reports, as the store keeps it: one row an item."""

from collections.abc import Mapping

from sqlalchemy import Row, select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import AGENDA_ITEM, REPORT_FACTS
from boardtool.domain.report_facts import ReportFacts


def of_meeting(reading: Reading, meeting_id: int) -> Mapping[int, ReportFacts]:
    """By agenda item; an item about which nothing is kept is not in it."""
    found = reading.execute(
        select(REPORT_FACTS)
        .join(AGENDA_ITEM, AGENDA_ITEM.c.id == REPORT_FACTS.c.item_id)
        .where(AGENDA_ITEM.c.meeting_id == meeting_id)
    )
    return {row.item_id: _facts(row) for row in found}


def of_item(reading: Reading, item_id: int) -> ReportFacts:
    """The facts of one report; empty ones where nothing is kept."""
    found = reading.execute(select(REPORT_FACTS).where(REPORT_FACTS.c.item_id == item_id)).one_or_none()
    return ReportFacts(item_id) if found is None else _facts(found)


def change(step: Step, item_id: int, **values: object) -> None:
    """Keep facts of a report; those not named stay."""
    held = step.reading.execute(
        select(REPORT_FACTS.c.id).where(REPORT_FACTS.c.item_id == item_id)
    ).scalar_one_or_none()
    if held is None:
        rows.add(step, REPORT_FACTS, item_id=item_id, **values)
    else:
        rows.change(step, REPORT_FACTS, held, values)


def _facts(row: Row[tuple[object, ...]]) -> ReportFacts:
    return ReportFacts(row.item_id, row.author, row.contact_officer, row.contact, row.background)
