"""Sending owners their open actions: a workbook and a draft message each, and a record of what was sent."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from boardtool.data import actions, agenda, boards, horizon, people, sent_forms
from boardtool.data.excel.owner_form import owner_form_bytes
from boardtool.data.mail import draft
from boardtool.data.outgoing import all_or_none
from boardtool.data.store import Reading, Store
from boardtool.data.writing_files import write_whole
from boardtool.domain.actions import Action
from boardtool.domain.addresses import address_of
from boardtool.domain.boards import Board
from boardtool.domain.documents import Audience
from boardtool.domain.errors import CannotDoError
from boardtool.domain.lateness import Standing, lateness
from boardtool.domain.owner_forms import OwnerForm, as_sent, by_owner, form_name, letter, subject
from boardtool.domain.progress import Progress, Silent
from boardtool.domain.text import folded

TIME_TO_REPLY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Recipient:
    """An owner who can be sent a form: how many open actions, how many of them late, when last sent one."""

    owner: str
    count: int
    late: int
    email: str
    last_sent: date | None


@dataclass(frozen=True, slots=True)
class Recipients:
    """Everybody who can be sent a form, and how many open actions go to nobody, and why."""

    owners: tuple[Recipient, ...]
    without_owner: int
    exempt: int


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was written: the workbook, and the draft that carries it."""

    owner: str
    count: int
    workbook: Path
    message: Path


@dataclass(frozen=True, slots=True)
class Sending:
    """All forms of one sending; `step` is the step that recorded them."""

    forms: tuple[Sent, ...]
    step: int


@dataclass(frozen=True, slots=True)
class _Written:
    """A form on its way out, with the content of its two files."""

    form: OwnerForm
    workbook: bytes
    receiver: tuple[str, str]


def recipients(
    reading: Reading, *, today: date, board: str | None = None, audience: Audience = Audience.PUBLIC
) -> Recipients:
    """Who can be sent a form for a board (a code) or, without one, for all."""
    chosen = None if board is None else boards.by_code(reading, board)
    held = _open(reading, chosen)
    sendable = _sendable(reading, held, audience)
    when = {folded(owner): day for owner, day in sent_forms.last_sent(reading).items()}
    known = people.everyone(reading)
    since = horizon.horizon(reading, today, board_id=None if chosen is None else chosen.id)
    return Recipients(
        owners=tuple(
            Recipient(
                owner=owner,
                count=len(theirs),
                late=sum(lateness(each, since).standing is Standing.LATE for each in theirs),
                email=address_of(owner, known),
                last_sent=when.get(folded(owner)),
            )
            for owner, theirs in by_owner(sendable).items()
        ),
        without_owner=sum(not any(map(folded, action.owners)) for action in sendable),
        exempt=len(held) - len(_sendable(reading, held, Audience.PUBLIC)),
    )


def reply_by(day: date | None, today: date) -> date:
    """The day by which owners are asked to reply: the one given, else a week from today.

    Raises:
        CannotDoError: it has gone by.
    """
    if day is not None and day < today:
        raise CannotDoError("The day by which to reply has gone by. Give a later one.")
    return day or today + TIME_TO_REPLY


def send_forms(
    store: Store,
    *,
    folder: Path,
    today: date,
    due_back: date | None = None,
    board: str | None = None,
    owners: Collection[str] | None = None,
    audience: Audience = Audience.PUBLIC,
    progress: Progress | None = None,
) -> Sending:
    """Write a workbook and a draft message for every owner, or for those named, and record what was sent.

    Nothing that lies in the folder is overwritten: a reply may lie there. Where one file cannot be written,
    none is left.

    Raises:
        CannotDoError: there is nobody to send to, or the folder is none.
        MachineError: a file cannot be written.
        CancelledError: passed through from `progress`.
    """
    due_back = reply_by(due_back, today)
    with store.reading() as reading:
        chosen = None if board is None else boards.by_code(reading, board)
        going = _forms(reading, chosen, owners, audience, sent_on=today, due_back=due_back)
    with all_or_none(folder, of="forms") as files:
        sent = _write(folder, going, files, sender=store.who, progress=progress or Silent())
        step_id = _record(store, going, sent, chosen)
    return Sending(tuple(sent), step_id)


def _open(reading: Reading, board: Board | None) -> list[Action]:
    log = actions.log(reading, board_id=None if board is None else board.id)
    return [action for action in log if not action.status.is_done]


def _sendable(reading: Reading, held: Sequence[Action], audience: Audience) -> list[Action]:
    """The actions that this audience may see: for the public none that came of an exempt item (R17)."""
    if audience is Audience.PRIVATE:
        return list(held)
    exempt = agenda.exempt_ids(reading)
    return [action for action in held if action.item_id not in exempt]


def _forms(
    reading: Reading,
    board: Board | None,
    owners: Collection[str] | None,
    audience: Audience,
    *,
    sent_on: date,
    due_back: date,
) -> list[_Written]:
    wanted = None if owners is None else set(map(folded, owners))
    library = sent_forms.library_identity(reading)
    known = people.everyone(reading)
    found = by_owner(_sendable(reading, _open(reading, board), audience))
    forms = [
        OwnerForm(library, owner, sent_on, due_back, tuple(map(as_sent, theirs)))
        for owner, theirs in found.items()
        if wanted is None or folded(owner) in wanted
    ]
    if not forms:
        raise CannotDoError("There is nobody to send to: no open action has an owner. Allocate them first.")
    return [
        _Written(form, owner_form_bytes(form), (form.owner, address_of(form.owner, known))) for form in forms
    ]


def _write(
    folder: Path, going: Sequence[_Written], files: list[Path], *, sender: str, progress: Progress
) -> list[Sent]:
    """Write every form and its message; each file is noted in `files` once it lies there."""
    sent = []
    for done, each in enumerate(going):
        progress.report(done, len(going), each.form.owner)
        workbook = _free(folder, form_name(each.form.owner, each.form.sent_on))
        message = workbook.with_suffix(".eml")
        words = letter(each.form, sender=sender)
        mail = draft(
            to=each.receiver,
            subject=subject(each.form),
            words=words,
            attached=[(workbook.name, each.workbook)],
        )
        for path, content in ((workbook, each.workbook), (message, mail)):
            write_whole(path, content)
            files.append(path)
        sent.append(Sent(each.form.owner, len(each.form.actions), workbook, message))
    return sent


def _free(folder: Path, name: str) -> Path:
    """A workbook's path of that name, numbered where it or its message would lie on another file."""
    count = 1
    while True:
        path = folder / f"{name if count == 1 else f'{name} ({count})'}.xlsx"
        if not path.exists() and not path.with_suffix(".eml").exists():
            return path
        count += 1


def _record(store: Store, going: Sequence[_Written], sent: Sequence[Sent], board: Board | None) -> int:
    with store.step("Send forms to owners") as step:
        for each, written in zip(going, sent, strict=True):
            sent_forms.add(
                step,
                each.form,
                board_id=None if board is None else board.id,
                file_name=written.workbook.name,
            )
        return step.id
