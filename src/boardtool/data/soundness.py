"""Whether a library is whole: the structure of its store, references, papers, and the seals of minutes."""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select

from boardtool.data import attendance, meetings, minutes, packs, papers
from boardtool.data.store import Reading
from boardtool.data.tables import AGENDA_ITEM, MEETING, PACK, PAPER, REQUEST_TO_ADDRESS
from boardtool.domain.dates import long_date
from boardtool.domain.findings import Finding, Severity
from boardtool.domain.sealing import digest


def faults(reading: Reading, folder: Path) -> Iterator[Finding]:
    """Everything wrong with the library in `folder`, in words; nothing where it is whole."""
    yield from _of_structure(reading)
    yield from _of_references(reading)
    yield from _of_requests(reading)
    yield from _of_papers(reading, folder)
    yield from _of_packs(reading, folder)
    yield from _of_seals(reading)


def _of_structure(reading: Reading) -> Iterator[Finding]:
    for row in reading.exec_driver_sql("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield _fault("structure", f"The store is damaged: {row[0]}.", "Restore a backup")


def _of_references(reading: Reading) -> Iterator[Finding]:
    for row in reading.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield _fault(
            "references",
            f"Row {row[1]} of “{row[0]}” names a row of “{row[2]}” that is not there.",
            "Restore a backup",
        )


def _of_requests(reading: Reading) -> Iterator[Finding]:
    """A request to address a meeting is about an item of that meeting, if of any."""
    table = REQUEST_TO_ADDRESS
    found = reading.execute(
        select(table.c.name, table.c.meeting_id)
        .join(AGENDA_ITEM, AGENDA_ITEM.c.id == table.c.item_id)
        .where(AGENDA_ITEM.c.meeting_id != table.c.meeting_id)
    ).all()
    for row in found:
        where = meetings.by_id(reading, row.meeting_id).ref
        message = f"The request of {row.name} is about an item of another meeting."
        yield _fault("requests", message, "Choose the item again", where)


def _of_papers(reading: Reading, folder: Path) -> Iterator[Finding]:
    """Every paper lies where its digest says, and holds what it held."""
    held = reading.execute(
        select(
            PAPER.c.title, PAPER.c.file_name, PAPER.c.digest, AGENDA_ITEM.c.subject, AGENDA_ITEM.c.meeting_id
        )
        .join(AGENDA_ITEM, AGENDA_ITEM.c.id == PAPER.c.item_id)
        .order_by(PAPER.c.id)
    ).all()
    for row in held:
        path = papers.path_of(folder, row.digest, Path(row.file_name).suffix)
        where = f"{meetings.by_id(reading, row.meeting_id).ref}, {row.subject}"
        if not path.is_file():
            yield _fault(
                "papers", f"The paper “{row.title}” is missing: {path.name}.", "Attach it again", where
            )
        elif papers.digest_of(path) != row.digest:
            yield _fault(
                "papers",
                f"The paper “{row.title}” was changed since it was taken in.",
                "Attach it again",
                where,
            )


def _of_packs(reading: Reading, folder: Path) -> Iterator[Finding]:
    """Every pack that was made lies where its digest says, and holds what it held."""
    for row in reading.execute(
        select(PACK.c.meeting_id, PACK.c.kind, PACK.c.digest).order_by(PACK.c.id)
    ).all():
        path = packs.path_of(folder, row.digest)
        where = meetings.by_id(reading, row.meeting_id).ref
        if not path.is_file():
            yield _fault("packs", f"A {row.kind} pack is missing: {path.name}.", "Make it again", where)
        elif papers.digest_of(path) != row.digest:
            yield _fault("packs", f"A {row.kind} pack was changed since it was made.", "Make it again", where)


def _of_seals(reading: Reading) -> Iterator[Finding]:
    """R29: approved minutes are still those that were approved."""
    sealed = reading.execute(select(MEETING.c.id).where(MEETING.c.digest != "").order_by(MEETING.c.date))
    for meeting_id in sealed.scalars().all():
        meeting = meetings.by_id(reading, meeting_id)
        now = digest(
            meeting, attendance.of_meeting(reading, meeting_id), minutes.of_meeting(reading, meeting_id)
        )
        if now != meeting.digest:
            yield _fault(
                "R29",
                f"The minutes of {long_date(meeting.date)} are not those that were approved.",
                "Look at the history",
                meeting.ref,
            )


def _fault(rule: str, message: str, mend: str, where: str = "") -> Finding:
    return Finding(rule, Severity.BLOCK, message, where, mend)
