"""Documents that go out: what each says is gathered from the library, the file name chooses its form."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path

from boardtool.data import (
    actions,
    agenda,
    attendance,
    boards,
    everything,
    invitations,
    meetings,
    minutes,
    people,
    requests_to_address,
)
from boardtool.data.calendar.ics import ics_bytes
from boardtool.data.documents.writing import DocumentPaper, document_bytes
from boardtool.data.leak_scan.scan import check_nothing_exempt
from boardtool.data.leak_scan.secrets import secrets_of
from boardtool.data.store import Reading
from boardtool.data.writing_files import write_whole
from boardtool.domain.boards import Board, Mode
from boardtool.domain.documents import (
    ActionLogPaper,
    ActionNotesPaper,
    Audience,
    MinutesPackPaper,
    MinutesPaper,
    ResolutionsPaper,
    action_log_paper,
    action_notes_paper,
    agenda_paper,
    minutes_paper,
    notice_paper,
    resolutions_paper,
)
from boardtool.domain.errors import CannotDoError
from boardtool.domain.invitation import Invitee, invitation
from boardtool.domain.meetings import Meeting, Status

Gather = Callable[[Reading, str, Audience, date], DocumentPaper]


def export_document(
    reading: Reading,
    *,
    kind: str,
    what: str,
    path: Path,
    today: date,
    audience: Audience = Audience.PUBLIC,
) -> None:
    """Write a document of one of the kinds of `DOCUMENTS` ("agenda", "minutes", "actions" …) to `path`.

    `what` names the meeting, or the board of an action log. For the public nothing exempt is in it (R17):
    it is made of what is open, then looked through once more before it is written.

    Raises:
        CannotDoError: there is no such thing, nothing to print yet, no such form of this document, or
            something exempt was found in it.
        MachineError: the file cannot be written; an older one is untouched.
    """
    content = document_bytes(DOCUMENTS[kind](reading, what, audience, today), path.suffix)
    if audience is Audience.PUBLIC:
        board = boards.by_code(reading, what.partition("/")[0])
        secrets = secrets_of(reading, None, board.id)
        check_nothing_exempt(content, path.suffix, secrets, name=path.name)
    write_whole(path, content)


def export_invitation(
    reading: Reading, *, what: str, path: Path, now: datetime, audience: Audience = Audience.PUBLIC
) -> None:
    """Write the invitation to a meeting as .ics: for the public an entry without names, else a request.

    Sent again after a change it replaces the one before; of a cancelled meeting it takes it back.

    Raises:
        CannotDoError: it is to be no .ics, nobody is named to ask, or something exempt was found in it.
        MachineError: the file cannot be written; an older one is untouched.
    """
    if path.suffix.lower() != ".ics":
        raise CannotDoError(f"An invitation is written as .ics, not as “{path.suffix or path.name}”.")
    board, meeting = _meeting(reading, what)
    if audience is Audience.PRIVATE and not board.contact_email:
        raise CannotDoError(
            f"{board.code} has no e-mail address to invite from. Give the board's contact one."
        )
    asked = invitation(
        meeting,
        agenda.items(reading, meeting.id),
        people.members(reading, board.id, on=meeting.date),
        Invitee(board.administrator or board.name, board.contact_email),
        uid=invitations.uid(reading, meeting.id),
        sequence=invitations.sequence(reading, meeting.id),
        audience=audience,
    )
    content = ics_bytes(asked, now=now)
    check_nothing_exempt(content, ".ics", secrets_of(reading, None, board.id), name=path.name)
    write_whole(path, content)


def export_everything(reading: Reading, *, path: Path, audience: Audience) -> None:
    """Write the whole library to `path`, as JSON or as a workbook.

    Raises:
        CannotDoError: it was asked for as a public document, which it cannot be (R17); or for another form.
        MachineError: the file cannot be written; an older one is untouched.
    """
    if audience is not Audience.PRIVATE:
        raise CannotDoError(
            "Everything holds what is exempt, and addresses of people, too. Say --private, and keep the file "
            "where only those may read it who may see that."
        )
    forms = {".json": everything.as_json, ".xlsx": everything.as_workbook}
    form = forms.get(path.suffix.lower())
    if form is None:
        raise CannotDoError(f"Everything is written as .json or .xlsx, not as “{path.suffix or path.name}”.")
    write_whole(path, form(everything.tables(reading)))


def _agenda(reading: Reading, what: str, audience: Audience, _today: date) -> DocumentPaper:
    board, meeting = _meeting(reading, what)
    items = agenda.items(reading, meeting.id)
    if not items:
        raise CannotDoError(f"{meeting.ref} has no agenda yet.")
    members = people.members(reading, board.id, on=meeting.date)
    return agenda_paper(board, meeting, items, members, audience=audience)


def _minutes(
    reading: Reading, what: str, audience: Audience, _today: date
) -> MinutesPaper | ActionNotesPaper:
    """Minutes; of a working group its short action notes."""
    board, meeting = _meeting(reading, what)
    written = minutes.of_meeting(reading, meeting.id)
    if not written:
        raise CannotDoError(f"{meeting.ref} has no minutes yet.")
    items, people_there = agenda.items(reading, meeting.id), attendance.of_meeting(reading, meeting.id)
    if board.mode is Mode.WORKING_GROUP:
        return action_notes_paper(board, meeting, items, people_there, written, audience=audience)
    asked = requests_to_address.of_meeting(reading, meeting.id)
    return minutes_paper(board, meeting, items, people_there, written, requests=asked, audience=audience)


def _minutes_pack(reading: Reading, what: str, audience: Audience, today: date) -> MinutesPackPaper:
    """Minutes, what was resolved, and the log as it stands today, completed since the meeting."""
    board, meeting = _meeting(reading, what)
    resolved = any(minute.resolutions for minute in minutes.of_meeting(reading, meeting.id))
    return MinutesPackPaper(
        minutes=_minutes(reading, what, audience, today),
        resolutions=_resolutions(reading, what, audience, today) if resolved else None,
        log=_log(reading, board, audience, as_of=today, since=meeting),
    )


def _resolutions(reading: Reading, what: str, audience: Audience, _today: date) -> ResolutionsPaper:
    board, meeting = _meeting(reading, what)
    written = minutes.of_meeting(reading, meeting.id)
    if not any(minute.resolutions for minute in written):
        raise CannotDoError(f"{meeting.ref} has resolved nothing yet.")
    return resolutions_paper(board, meeting, agenda.items(reading, meeting.id), written, audience=audience)


def _actions(reading: Reading, what: str, audience: Audience, today: date) -> ActionLogPaper:
    """The log of a board today, or as it goes to a meeting; completed are those since the meeting before."""
    if "/" in what:
        board, meeting = _meeting(reading, what)
        as_of, last = meeting.date, meetings.before(reading, board.id, meeting.date)
    else:
        board = boards.by_code(reading, what)
        as_of, last = today, _last_held(reading, board)
    return _log(reading, board, audience, as_of=as_of, since=last)


def _log(
    reading: Reading, board: Board, audience: Audience, *, as_of: date, since: Meeting | None
) -> ActionLogPaper:
    return action_log_paper(
        board,
        actions.log(reading, board_id=board.id),
        as_of=as_of,
        completed_since=None if since is None else since.date,
        exempt_items=agenda.exempt_ids(reading),
        audience=audience,
    )


def _notice(reading: Reading, what: str, _audience: Audience, _today: date) -> DocumentPaper:
    board, meeting = _meeting(reading, what)
    return notice_paper(
        board,
        meeting,
        agenda.items(reading, meeting.id),
        cancelled=meeting.status in {Status.CANCELLED, Status.RESCHEDULED},
    )


def _last_held(reading: Reading, board: Board) -> Meeting | None:
    held = [
        meeting for meeting in meetings.every(reading, board_id=board.id) if meeting.opened_at is not None
    ]
    return held[-1] if held else None


def _meeting(reading: Reading, what: str) -> tuple[Board, Meeting]:
    meeting = meetings.by_ref(reading, what)
    return boards.by_id(reading, meeting.board_id), meeting


DOCUMENTS: Mapping[str, Gather] = {
    "agenda": _agenda,
    "minutes": _minutes,
    "minutes-pack": _minutes_pack,
    "resolutions": _resolutions,
    "actions": _actions,
    "notice": _notice,
}
