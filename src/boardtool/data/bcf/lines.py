"""The lines of a plan's scheme table as the store keeps them, and what was changed in them last."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Row, insert, select

from boardtool.data import rows
from boardtool.data.bcf.exactly import all_stored, decimal, words
from boardtool.data.store import Reading, Step
from boardtool.data.tables import BCF_LINE, CHANGE, STEP
from boardtool.domain.bcf.cells import tags_of
from boardtool.domain.bcf.checks import Recent
from boardtool.domain.bcf.plans import Line

_AMOUNTS = ("expenditure", "expenditure_2")
_LOOKED_BACK = 300  # changes of lines; a mend is for what was done lately


def of_plan(reading: Reading, plan_id: int) -> list[Line]:
    """The lines in their order."""
    found = reading.execute(
        select(BCF_LINE).where(BCF_LINE.c.plan_id == plan_id).order_by(BCF_LINE.c.position)
    )
    return [_line(row) for row in found]


def by_id(reading: Reading, line_id: int) -> Line:
    return _line(reading.execute(select(BCF_LINE).where(BCF_LINE.c.id == line_id)).one())


def by_ids(reading: Reading, ids: Sequence[int]) -> dict[int, Line]:
    found = reading.execute(select(BCF_LINE).where(BCF_LINE.c.id.in_(ids)))
    return {row.id: _line(row) for row in found}


def plan_of(reading: Reading, line_id: int) -> int:
    """The id of the plan that a line belongs to."""
    return int(reading.execute(select(BCF_LINE.c.plan_id).where(BCF_LINE.c.id == line_id)).scalar_one())


def recent_amounts(reading: Reading, plan_id: int) -> tuple[Recent, ...]:
    """Amounts of a plan's lines as they were before each of the newest changes that stand, newest first."""
    of_this_plan = select(BCF_LINE.c.id).where(BCF_LINE.c.plan_id == plan_id)
    found = reading.execute(
        select(CHANGE.c.row_id, CHANGE.c.before, STEP.c.at)
        .join(STEP, STEP.c.id == CHANGE.c.step_id)
        .where(
            CHANGE.c.table_name == BCF_LINE.name,
            CHANGE.c.before.is_not(None),
            CHANGE.c.after.is_not(None),
            STEP.c.kind == "do",
            STEP.c.undone_by.is_(None),
            CHANGE.c.row_id.in_(of_this_plan),
        )
        .order_by(CHANGE.c.id.desc())
        .limit(_LOOKED_BACK)
    )
    return tuple(
        Recent(row.row_id, name, before[name], f"{datetime.fromisoformat(row.at).astimezone():%H:%M}")
        for row in found
        if (before := json.loads(row.before))
        for name in _AMOUNTS
        if name in before
    )


def add(step: Step, plan_id: int, *, position: int, **values: object) -> int:
    return rows.add(step, BCF_LINE, plan_id=plan_id, position=position, **all_stored(values))


def add_many(step: Step, plan_id: int, lines: Sequence[Mapping[str, object]]) -> None:
    """Add lines that each name their `position` and every other field that any of them names."""
    if lines:
        step.reading.execute(insert(BCF_LINE), [{"plan_id": plan_id, **all_stored(line)} for line in lines])


def change(step: Step, line_id: int, values: Mapping[str, object]) -> None:
    rows.change(step, BCF_LINE, line_id, all_stored(values))


def remove(step: Step, line_id: int) -> None:
    rows.remove(step, BCF_LINE, line_id)


def reorder(step: Step, ids: Sequence[int]) -> None:
    rows.reorder(step, BCF_LINE, ids)


def next_position(step: Step, plan_id: int) -> int:
    return rows.next_position(step, BCF_LINE, "plan_id", plan_id)


def _line(row: Row[tuple[object, ...]]) -> Line:
    return Line(
        row.id,
        row.position,
        scheme_id=row.scheme_id,
        name=row.name,
        description=row.description,
        scheme_type=row.scheme_type,
        sub_type=row.sub_type,
        type_other=row.type_other,
        objective=row.objective,
        outputs=decimal(row.outputs),
        outputs_2=decimal(row.outputs_2),
        previous_outputs=decimal(row.previous_outputs),
        unit=row.unit,
        area_of_spend=row.area_of_spend,
        area_other=row.area_other,
        commissioner=row.commissioner,
        nhs_share=decimal(row.nhs_share),
        la_share=decimal(row.la_share),
        provider=row.provider,
        source=row.source,
        new_existing=row.new_existing,
        expenditure=row.expenditure,
        expenditure_2=row.expenditure_2,
        previous_expenditure=row.previous_expenditure,
        share_of_spend=decimal(row.share_of_spend),
        comment=row.comment,
        pooling=row.pooling,
        lead_commissioner=row.lead_commissioner,
        tags=tags_of(row.tags) if row.tags else (),
        notes=words(row.notes),
        unread=words(row.unread),
        row=row.row,
        officer=row.officer,
    )
