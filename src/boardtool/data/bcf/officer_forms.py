"""Which forms went to which officer with their lines, as the store keeps them."""

from sqlalchemy import select

from boardtool.data import rows
from boardtool.data.store import Reading, Step
from boardtool.data.tables import BCF_SENT_FORM
from boardtool.domain.bcf.officer_forms import OfficerForm, form_of


def by_digest(reading: Reading, digest: str) -> tuple[int, OfficerForm] | None:
    """The return and the form of a digest, None where it was not sent, or its sending was undone."""
    found = reading.execute(
        select(BCF_SENT_FORM).where(BCF_SENT_FORM.c.digest == digest).order_by(BCF_SENT_FORM.c.id.desc())
    ).first()
    return None if found is None else (int(found.return_id), form_of(found.content))


def add(step: Step, return_id: int, form: OfficerForm, *, file_name: str) -> int:
    return rows.add(
        step,
        BCF_SENT_FORM,
        return_id=return_id,
        officer=form.officer,
        sent_on=form.sent_on,
        due_back=form.due_back,
        file_name=file_name,
        digest=form.digest,
        content=form.content,
    )
