"""Which forms went to which owner, and what each said of every action."""

from collections.abc import Collection
from datetime import date
from json import dumps, loads

from sqlalchemy import ColumnElement, func, select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import LIBRARY, SENT_ACTION, SENT_FORM
from boardtool.domain.actions import ActionStatus
from boardtool.domain.owner_forms import OwnerForm, SentAction


def library_identity(reading: Reading) -> str:
    """What this library is called by itself; its copies and backups share it."""
    return str(reading.execute(select(LIBRARY.c.identity)).scalar_one())


def by_digest(reading: Reading, digest: str) -> OwnerForm | None:
    """The form of a digest, None where it was not sent from here, or its sending was undone."""
    found = _forms(reading, SENT_FORM.c.digest == digest)
    return found[0] if found else None


def holding(reading: Reading, refs: Collection[str]) -> list[OwnerForm]:
    """The forms that hold one of these actions, the newest first."""
    held = select(SENT_ACTION.c.sent_form_id).where(SENT_ACTION.c.ref.in_(list(refs)))
    return _forms(reading, SENT_FORM.c.id.in_(held))


def last_sent(reading: Reading) -> dict[str, date]:
    """When each owner, as named then, was last sent a form."""
    newest = select(SENT_FORM.c.owner, func.max(SENT_FORM.c.sent_on).label("day")).group_by(SENT_FORM.c.owner)
    return {row.owner: row.day for row in reading.execute(newest)}


def add(step: Step, form: OwnerForm, *, board_id: int | None, file_name: str) -> int:
    form_id = rows.add(
        step,
        SENT_FORM,
        board_id=board_id,
        owner=form.owner,
        sent_on=form.sent_on,
        due_back=form.due_back,
        file_name=file_name,
        digest=form.digest,
    )
    for position, action in enumerate(form.actions):
        rows.add(
            step,
            SENT_ACTION,
            sent_form_id=form_id,
            action_id=action.action_id,
            position=position,
            ref=action.ref,
            board=action.board,
            text=action.text,
            owners=dumps(action.owners, ensure_ascii=False),
            due=action.due,
            status=action.status,
            progress=action.progress,
        )
    return form_id


def _forms(reading: Reading, condition: ColumnElement[bool]) -> list[OwnerForm]:
    found = reading.execute(select(SENT_FORM).where(condition).order_by(SENT_FORM.c.id.desc())).all()
    library = library_identity(reading)
    return [
        OwnerForm(library, form.owner, form.sent_on, form.due_back, _actions(reading, form.id))
        for form in found
    ]


def _actions(reading: Reading, form_id: int) -> tuple[SentAction, ...]:
    found = reading.execute(
        select(SENT_ACTION).where(SENT_ACTION.c.sent_form_id == form_id).order_by(SENT_ACTION.c.position)
    )
    return tuple(
        SentAction(
            action_id=row.action_id,
            ref=row.ref,
            board=row.board,
            text=row.text,
            owners=tuple(loads(row.owners)),
            due=row.due,
            status=ActionStatus(row.status),
            progress=row.progress,
        )
        for row in found
    )
