"""Before a meeting: the call for papers with a template for each report, the chair's brief, the register."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from boardtool.data import actions, agenda, cases, meetings, people
from boardtool.data.documents.writing import document_bytes
from boardtool.data.horizon import horizon
from boardtool.data.leak_scan.scan import check_nothing_exempt
from boardtool.data.leak_scan.secrets import secrets_of
from boardtool.data.mail import draft
from boardtool.data.outgoing import all_or_none
from boardtool.data.store import Reading
from boardtool.data.writing_files import write_whole
from boardtool.domain.actions import Action
from boardtool.domain.addresses import address_of
from boardtool.domain.briefing import brief_paper
from boardtool.domain.call_for_papers import Call, calls_for_papers
from boardtool.domain.checks.case import MeetingCase
from boardtool.domain.documents import (
    Audience,
    ReportTemplate,
    register_paper,
    report_template,
)
from boardtool.domain.errors import CannotDoError
from boardtool.domain.lateness import Lateness, Standing, lateness
from boardtool.domain.meetings import AgendaItem
from boardtool.domain.notice import timetable
from boardtool.domain.report_facts import ReportFacts

_UNSAFE = re.compile(r"[^\w ()'’-]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """A draft that asks somebody for papers."""

    to: str
    items: tuple[str, ...]
    message: Path


def call_for_papers(
    reading: Reading, *, what: str, folder: Path, sender: str, only: Collection[int] = ()
) -> tuple[Asked, ...]:
    """Write a draft message for everybody who owes the meeting a paper, with a template for each.

    The messages go to authors, who know their own items; an exempt item is named by its public title. With
    `only` (ids of items) those papers alone are asked for.

    Raises:
        CannotDoError: no paper is awaited, or the folder is a file.
        MachineError: a file cannot be written; then no new one is left, nor a folder that was made for them.
    """
    case = _case(reading, what)
    calls = calls_for_papers(
        case.meeting,
        case.items,
        timetable(case.meeting.date, case.rules),
        desks=case.desks,
        authors={item_id: facts.author for item_id, facts in case.reports.items()},
        only=only,
    )
    if not calls:
        raise CannotDoError(f"No paper is awaited for {case.meeting.ref}.")
    known = people.everyone(reading)
    asked = []
    with all_or_none(folder, of="messages") as files:
        for place, call in enumerate(calls, start=1):
            message = folder / f"{place:02d} {_safe(call.to)}.eml"
            content = draft(
                to=(call.to, address_of(call.to, known)),
                subject=call.subject,
                words=call.letter(sender=sender),
                attached=_templates(case, call),
            )
            new = not message.exists()
            write_whole(message, content)
            if new:
                files.append(message)
            asked.append(Asked(call.to, tuple(item.number for item in call.items), message))
    return tuple(asked)


def export_template(reading: Reading, *, what: str, number: str, path: Path) -> None:
    """Write the template of the report on the item of that number to `path` (.docx).

    Raises:
        CannotDoError: there is no such item, or no such form.
        MachineError: the file cannot be written.
    """
    case = _case(reading, what)
    for item in case.items:
        if item.number == number:
            write_whole(path, document_bytes(_template(case, item), path.suffix))
            return
    raise CannotDoError(f"{case.meeting.ref} has no item {number}.")


def export_brief(reading: Reading, *, what: str, path: Path, audience: Audience = Audience.PUBLIC) -> None:
    """Write the chair's brief; without `audience` PRIVATE nothing exempt is in it.

    Raises:
        CannotDoError: there is no agenda yet, no such form, or something exempt was found in it.
        MachineError: the file cannot be written.
    """
    case = _case(reading, what)
    if not case.items:
        raise CannotDoError(f"{case.meeting.ref} has no agenda yet.")
    paper = brief_paper(
        case,
        _late_on_the_day(reading, case),
        exempt_items=agenda.exempt_ids(reading),
        audience=audience,
    )
    content = document_bytes(paper, path.suffix)
    if audience is Audience.PUBLIC:
        check_nothing_exempt(content, path.suffix, secrets_of(reading, None, case.board.id), name=path.name)
    write_whole(path, content)


def export_register(reading: Reading, *, what: str, path: Path, audience: Audience) -> None:
    """Write the register of requests to address a meeting; it holds addresses, so it is private always (R32).

    Raises:
        CannotDoError: it was asked for as a public document, which it cannot be; or there is no such form.
        MachineError: the file cannot be written.
    """
    if audience is not Audience.PRIVATE:
        raise CannotDoError(
            "The register holds addresses of people. Say --private, and keep the file where only those may "
            "read it who deal with requests."
        )
    case = _case(reading, what)
    paper = register_paper(case.board, case.meeting, case.items, case.requests, closes=case.requests_close)
    write_whole(path, document_bytes(paper, path.suffix))


def _case(reading: Reading, what: str) -> MeetingCase:
    """The meeting with all that is known of it; which day it is matters to none of these papers."""
    meeting = meetings.by_ref(reading, what)
    return cases.of_meeting(reading, meeting.id, today=meeting.date)


def _late_on_the_day(reading: Reading, case: MeetingCase) -> list[tuple[Action, Lateness]]:
    measured_from = horizon(reading, case.meeting.date, board_id=case.board.id)
    judged = [
        (action, lateness(action, measured_from)) for action in actions.log(reading, board_id=case.board.id)
    ]
    late = [(action, how) for action, how in judged if how.standing is Standing.LATE]
    return sorted(late, key=lambda each: each[1].urgency)


def _template(case: MeetingCase, item: AgendaItem) -> ReportTemplate:
    return report_template(
        case.board,
        case.meeting,
        item,
        due=timetable(case.meeting.date, case.rules).papers_due,
        facts=case.reports.get(item.id, ReportFacts(item.id)),
        reached=case.reached(item),
    )


def _templates(case: MeetingCase, call: Call) -> list[tuple[str, bytes]]:
    return [
        (f"Item {_safe(item.number)} report.docx", document_bytes(_template(case, item), ".docx"))
        for item in call.items
    ]


def _safe(name: str) -> str:
    return " ".join(_UNSAFE.sub(" ", name).split())[:60].strip() or "somebody"
