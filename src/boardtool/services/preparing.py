"""Before a meeting: the call for papers with a template for each report, and the chair's brief."""

import re
from dataclasses import dataclass
from pathlib import Path

from boardtool.data import agenda, attendance, boards, cases, meetings, people
from boardtool.data.documents.writing import document_bytes
from boardtool.data.leak_scan.scan import check_nothing_exempt
from boardtool.data.leak_scan.secrets import secrets_of
from boardtool.data.mail import draft
from boardtool.data.store import Reading
from boardtool.data.writing_files import write_whole
from boardtool.domain.addresses import address_of
from boardtool.domain.boards import Board
from boardtool.domain.call_for_papers import Call, calls_for_papers
from boardtool.domain.documents import Audience, brief_paper, report_template
from boardtool.domain.errors import CannotDoError, MachineError
from boardtool.domain.meetings import Meeting
from boardtool.domain.notice import Timetable, timetable

_UNSAFE = re.compile(r"[^\w ()'’-]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """A draft that asks somebody for papers."""

    to: str
    items: tuple[str, ...]
    message: Path


def call_for_papers(reading: Reading, *, what: str, folder: Path, sender: str) -> tuple[Asked, ...]:
    """Write a draft message for everybody who owes the meeting a paper, with a template for each.

    The messages go to authors, who know their own items; an exempt item is named by its public title.

    Raises:
        CannotDoError: no paper is awaited, or the folder is a file.
        MachineError: a file cannot be written.
    """
    board, meeting, dates = _meeting(reading, what)
    calls = calls_for_papers(meeting, agenda.items(reading, meeting.id), dates)
    if not calls:
        raise CannotDoError(f"No paper is awaited for {meeting.ref}.")
    known = people.everyone(reading)
    _make(folder)
    asked = []
    for place, call in enumerate(calls, start=1):
        message = folder / f"{place:02d} {_safe(call.to)}.eml"
        content = draft(
            to=(call.to, address_of(call.to, known)),
            subject=call.subject,
            words=call.letter(sender=sender),
            attached=_templates(board, call),
        )
        write_whole(message, content)
        asked.append(Asked(call.to, tuple(item.number for item in call.items), message))
    return tuple(asked)


def export_template(reading: Reading, *, what: str, number: str, path: Path) -> None:
    """Write the template of the report on the item of that number to `path` (.docx).

    Raises:
        CannotDoError: there is no such item, or no such form.
        MachineError: the file cannot be written.
    """
    board, meeting, dates = _meeting(reading, what)
    for item in agenda.items(reading, meeting.id):
        if item.number == number:
            paper = report_template(board, meeting, item, due=dates.papers_due)
            write_whole(path, document_bytes(paper, path.suffix))
            return
    raise CannotDoError(f"{meeting.ref} has no item {number}.")


def export_brief(reading: Reading, *, what: str, path: Path, audience: Audience = Audience.PUBLIC) -> None:
    """Write the chair's brief; without `audience` PRIVATE nothing exempt is in it.

    Raises:
        CannotDoError: there is no agenda yet, no such form, or something exempt was found in it.
        MachineError: the file cannot be written.
    """
    board, meeting, _ = _meeting(reading, what)
    items = agenda.items(reading, meeting.id)
    if not items:
        raise CannotDoError(f"{meeting.ref} has no agenda yet.")
    paper = brief_paper(
        board,
        meeting,
        items,
        attendance.of_meeting(reading, meeting.id),
        attendance.interests(reading, meeting.id),
        audience=audience,
    )
    content = document_bytes(paper, path.suffix)
    if audience is Audience.PUBLIC:
        check_nothing_exempt(content, path.suffix, secrets_of(reading, None, board.id), name=path.name)
    write_whole(path, content)


def _meeting(reading: Reading, what: str) -> tuple[Board, Meeting, Timetable]:
    meeting = meetings.by_ref(reading, what)
    dates = timetable(meeting.date, cases.day_rules(reading))
    return boards.by_id(reading, meeting.board_id), meeting, dates


def _templates(board: Board, call: Call) -> list[tuple[str, bytes]]:
    return [
        (
            f"Item {_safe(item.number)} report.docx",
            document_bytes(report_template(board, call.meeting, item, due=call.due), ".docx"),
        )
        for item in call.items
    ]


def _safe(name: str) -> str:
    return " ".join(_UNSAFE.sub(" ", name).split())[:60].strip() or "somebody"


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise CannotDoError(f"{folder} is a file. Give a folder for the messages.") from error
    except OSError as error:
        raise MachineError(f"{folder} cannot be made: {error.strerror}.") from error
