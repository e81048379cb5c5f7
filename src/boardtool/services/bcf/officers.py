"""Sending officers the lines that they answer for: a workbook each, and a record of what was sent."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from boardtool.data import sent_forms
from boardtool.data.bcf import officer_forms, plans, returns
from boardtool.data.excel.bcf.officer_form import form_bytes
from boardtool.data.outgoing import all_or_none
from boardtool.data.store import Reading, Store
from boardtool.data.writing_files import write_whole
from boardtool.domain.bcf.officer_forms import OfficerForm, as_sent, by_officer
from boardtool.domain.bcf.returns import Actual
from boardtool.domain.errors import CannotDoError
from boardtool.domain.owner_forms import form_name

TIME_TO_REPLY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class SentToOfficer:
    """A form that was written."""

    officer: str
    count: int
    workbook: Path


def send_lines(
    store: Store, *, return_id: int, folder: Path, today: date, due_back: date | None = None
) -> tuple[SentToOfficer, ...]:
    """Write a workbook for every officer with their lines of a return, and record what was sent.

    Nothing that lies in the folder is overwritten. Where one file cannot be written, none is left.

    Raises:
        CannotDoError: no line has an officer, the day to reply by has gone by, or the folder is a file.
        MachineError: a file cannot be written.
    """
    due_back = due_back or today + TIME_TO_REPLY
    if due_back < today:
        raise CannotDoError("The day by which to reply has gone by. Give a later one.")
    with store.reading() as reading:
        forms = _forms(reading, return_id, sent_on=today, due_back=due_back)
    if not forms:
        raise CannotDoError(
            "There is nobody to send to: no line has an officer. Name them in the scheme table."
        )
    sent: list[SentToOfficer] = []
    with all_or_none(folder, of="forms") as files:
        for form in forms:
            workbook = _free(folder, form_name(form.officer, form.sent_on, of="scheme lines"))
            write_whole(workbook, form_bytes(form))
            files.append(workbook)
            sent.append(SentToOfficer(form.officer, len(form.lines), workbook))
        with store.step("Send lines to officers") as step:
            for form, written in zip(forms, sent, strict=True):
                officer_forms.add(step, return_id, form, file_name=written.workbook.name)
    return tuple(sent)


def _forms(reading: Reading, return_id: int, *, sent_on: date, due_back: date) -> list[OfficerForm]:
    made = returns.by_id(reading, return_id)
    whole = plans.whole(reading, made.plan_id)
    period = whole.plan.periods.index(made.year)
    actuals = {actual.line_id: actual for actual in made.actuals}
    library = sent_forms.library_identity(reading)
    return [
        OfficerForm(
            library=library,
            plan=whole.plan.ref,
            period=made.period,
            officer=officer,
            sent_on=sent_on,
            due_back=due_back,
            lines=tuple(
                as_sent(line, actuals.get(line.id, Actual(line.id)), period=period) for line in theirs
            ),
        )
        for officer, theirs in by_officer(whole.lines).items()
    ]


def _free(folder: Path, name: str) -> Path:
    """A path of that name where nothing lies yet."""
    count = 1
    while (path := folder / f"{name if count == 1 else f'{name} ({count})'}.xlsx").exists():
        count += 1
    return path
