"""The returns on plans as the store keeps them, with their tables and what each line spent."""

from collections.abc import Mapping

from sqlalchemy import Row, select

from boardtool.data import rows
from boardtool.data.bcf.exactly import all_stored, decimal, words
from boardtool.data.bcf.plans import places_of
from boardtool.data.store import Reading, Step
from boardtool.data.tables import BCF_ACTUAL, BCF_RETURN, BCF_RETURN_ENTRY
from boardtool.domain.bcf.plans import PlanState
from boardtool.domain.bcf.returns import Actual, Entry, Part, Return


def of_plan(reading: Reading, plan_id: int) -> list[Return]:
    """The returns of a plan, in the order in which they were made."""
    found = reading.execute(
        select(BCF_RETURN).where(BCF_RETURN.c.plan_id == plan_id).order_by(BCF_RETURN.c.id)
    )
    return [_return(reading, row) for row in found]


def by_id(reading: Reading, return_id: int) -> Return:
    return _return(reading, reading.execute(select(BCF_RETURN).where(BCF_RETURN.c.id == return_id)).one())


def of_period(reading: Reading, plan_id: int, period: str) -> Return | None:
    """The return of "2022-23 End of Year", None where there is none."""
    return next((made for made in of_plan(reading, plan_id) if made.period == period), None)


def of_entry(reading: Reading, entry_id: int) -> int:
    """The id of the return that an entry belongs to."""
    chosen = select(BCF_RETURN_ENTRY.c.return_id).where(BCF_RETURN_ENTRY.c.id == entry_id)
    return int(reading.execute(chosen).scalar_one())


def add(step: Step, plan_id: int, *, period: str, **values: object) -> int:
    return rows.add(step, BCF_RETURN, plan_id=plan_id, period=period, **all_stored(values))


def change(step: Step, return_id: int, **values: object) -> None:
    rows.change(step, BCF_RETURN, return_id, all_stored(values))


def remove(step: Step, return_id: int) -> None:
    rows.remove(step, BCF_RETURN, return_id)


def add_entry(step: Step, return_id: int, *, part: Part, **values: object) -> int:
    position = rows.next_position(step, BCF_RETURN_ENTRY, "return_id", return_id)
    return rows.add(
        step, BCF_RETURN_ENTRY, return_id=return_id, position=position, part=part, **all_stored(values)
    )


def change_entry(step: Step, entry_id: int, **values: object) -> None:
    rows.change(step, BCF_RETURN_ENTRY, entry_id, all_stored(values))


def set_actual(step: Step, return_id: int, line_id: int, values: Mapping[str, object]) -> None:
    """Set what a line spent and delivered, once for each return and line."""
    held = step.reading.execute(
        select(BCF_ACTUAL.c.id).where(BCF_ACTUAL.c.return_id == return_id, BCF_ACTUAL.c.line_id == line_id)
    ).scalar_one_or_none()
    if held is None:
        rows.add(step, BCF_ACTUAL, return_id=return_id, line_id=line_id, **all_stored(values))
    else:
        rows.change(step, BCF_ACTUAL, held, all_stored(values))


def _return(reading: Reading, row: Row[tuple[object, ...]]) -> Return:
    entries = reading.execute(
        select(BCF_RETURN_ENTRY)
        .where(BCF_RETURN_ENTRY.c.return_id == row.id)
        .order_by(BCF_RETURN_ENTRY.c.position)
    )
    actuals = reading.execute(select(BCF_ACTUAL).where(BCF_ACTUAL.c.return_id == row.id))
    return Return(
        id=row.id,
        plan_id=row.plan_id,
        period=row.period,
        due=row.due,
        sent_on=row.sent_on,
        state=PlanState(row.state),
        income_comment=row.income_comment,
        spend_changed=row.spend_changed,
        spend_planned=row.spend_planned,
        spend_actual=row.spend_actual,
        spend_comment=row.spend_comment,
        fees_comment=row.fees_comment,
        pooled_planned=row.pooled_planned,
        pooled_actual=row.pooled_actual,
        unread=words(row.unread),
        file=row.file,
        places=places_of(row.places),
        entries=tuple(_entry(entry) for entry in entries),
        actuals=tuple(
            Actual(
                one.line_id,
                one.spend,
                decimal(one.outputs),
                one.explanation,
                one.issues,
                words(one.unread),
            )
            for one in actuals
        ),
    )


def _entry(row: Row[tuple[object, ...]]) -> Entry:
    return Entry(
        id=row.id,
        position=row.position,
        part=Part(row.part),
        code=row.code,
        label=row.label,
        planned=row.planned,
        actual=row.actual,
        answer=row.answer,
        words=row.words,
        more_words=row.more_words,
        variance=row.variance,
        figures=words(row.figures),
        row=row.row,
        body=row.body,
        unit=row.unit,
        cells=words(row.cells),
        unread=words(row.unread),
    )
