"""What goes out before a meeting: calls for papers, report templates, the chair's brief, the register."""

from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from boardtool.domain.dates import long_date
from boardtool.domain.documents import Audience
from boardtool.domain.meetings import AgendaItem, Meeting
from boardtool.ui.context import Context
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.paper_files import show_file
from boardtool.ui.messages import Link
from boardtool.ui.saving import choose_folder, choose_target, write_in_background

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardtool.data.store import Reading
    from boardtool.services.preparing import Asked


def choose_calls(context: Context, page: QWidget, facts: MeetingFacts) -> None:
    """Ask where the drafts go, one for everybody who owes a paper."""
    meeting = facts.meeting
    choose_folder(
        page,
        context,
        name=f"Call for papers {_of(meeting)}",
        then=lambda folder: write_calls(context, meeting, folder),
    )


def chase(context: Context, page: QWidget, meeting: Meeting, items: Collection[int]) -> None:
    """Ask where the drafts go that ask for the papers of these items (their ids), and for no other."""
    choose_folder(
        page,
        context,
        name=f"Call for papers {_of(meeting)}",
        then=lambda folder: write_calls(context, meeting, folder, only=items),
    )


def write_calls(context: Context, meeting: Meeting, folder: Path, *, only: Collection[int] = ()) -> None:
    """Write the drafts into a folder; a single one is offered to be opened, of several the folder."""

    def write() -> "tuple[Asked, ...]":
        from boardtool.services.preparing import call_for_papers

        with context.store.reading() as reading:
            return call_for_papers(
                reading, what=meeting.ref, folder=folder, sender=context.store.who, only=only
            )

    def written(asked: "tuple[Asked, ...]") -> None:
        if len(asked) == 1:
            draft = asked[0].message
            context.messages.say(
                f"A draft to {asked[0].to} is in {folder.name}. Nothing is sent.",
                Link("Open draft", lambda: show_file(context, draft)),
            )
            return
        context.messages.say(
            f"{len(asked)} drafts in {folder.name}. Nothing is sent: open each in your mail program.",
            Link("Open folder", lambda: show_file(context, folder)),
        )

    context.jobs.run(
        "Writing the call for papers",
        lambda _progress: write(),
        then=written,
        refused=context.messages.strip,
    )


def choose_template(context: Context, page: QWidget, facts: MeetingFacts) -> None:
    """Let the person pick an item, then where the template of its report goes."""
    menu = QMenu(page)
    for item in facts.items:
        words = f"{item.number}  {item.subject}".replace("&", "&&")
        menu.addAction(words, partial(template_of, context, page, facts, item))
    menu.popup(QCursor.pos())


def template_of(context: Context, page: QWidget, facts: MeetingFacts, item: AgendaItem) -> None:
    """Ask where the template of one item's report goes, and write it."""
    meeting = facts.meeting

    def write(path: Path, reading: "Reading") -> None:
        from boardtool.services.preparing import export_template

        export_template(reading, what=meeting.ref, number=item.number, path=path)

    choose_target(
        page,
        context,
        name=f"Report item {item.number} {_of(meeting)}",
        endings=(".docx",),
        then=lambda path: _write(context, path, partial(write, path)),
    )


def choose_brief(context: Context, page: QWidget, facts: MeetingFacts, audience: Audience) -> None:
    """Ask where the chair's brief goes; without `audience` PRIVATE nothing exempt is in it."""
    meeting = facts.meeting

    def write(path: Path, reading: "Reading") -> None:
        from boardtool.services.preparing import export_brief

        export_brief(reading, what=meeting.ref, path=path, audience=audience)

    private = " (private)" if audience is Audience.PRIVATE else ""
    choose_target(
        page,
        context,
        name=f"Chair's brief {_of(meeting)}{private}",
        endings=(".docx", ".pdf"),
        then=lambda path: _write(context, path, partial(write, path)),
    )


def choose_register(context: Context, page: QWidget, facts: MeetingFacts) -> None:
    """Ask where the register of requests goes; it holds addresses, so its name says that it is private."""
    meeting = facts.meeting

    def write(path: Path, reading: "Reading") -> None:
        from boardtool.services.preparing import export_register

        export_register(reading, what=meeting.ref, path=path, audience=Audience.PRIVATE)

    choose_target(
        page,
        context,
        name=f"Requests to address the meeting {_of(meeting)} (private)",
        endings=(".xlsx", ".docx", ".pdf"),
        then=lambda path: _write(context, path, partial(write, path)),
    )


def _write(context: Context, path: Path, write: "Callable[[Reading], None]") -> None:
    def written(_target: Path) -> None:
        with context.store.reading() as reading:
            write(reading)

    write_in_background(context, path, written)


def _of(meeting: Meeting) -> str:
    return f"{meeting.board_code} {long_date(meeting.date)}"
