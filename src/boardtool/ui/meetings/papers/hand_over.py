"""The folder that the council's own system publishes from, asked for and written in the background."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from boardtool.domain.dates import long_date
from boardtool.domain.meetings import Meeting
from boardtool.ui.context import Context
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.paper_files import show_file
from boardtool.ui.messages import Link
from boardtool.ui.saving import choose_folder

if TYPE_CHECKING:
    from boardtool.domain.progress import Progress
    from boardtool.services.hand_over import HandOver


def choose_hand_over(context: Context, page: QWidget, facts: MeetingFacts) -> None:
    """Ask within which folder the new one is made, and write it there."""
    meeting = facts.meeting
    choose_folder(
        page,
        context,
        name=f"{meeting.board_code} {long_date(meeting.date)} to publish",
        then=lambda folder: write_hand_over(context, meeting, folder),
    )


def write_hand_over(context: Context, meeting: Meeting, folder: Path) -> None:
    """Write it; what is said afterwards never claims that anything was published.

    What an exemption does not say yet (R14) stays to be read, for it blocks the publication.
    """

    def made(done: "HandOver") -> None:
        said = (
            f"{len(done.files)} files and a contents list are in {folder.name}. Nothing is published by this."
        )
        opener = Link("Open folder", lambda: show_file(context, folder))
        if done.warnings:
            context.messages.strip(" ".join((said, *done.warnings)), (opener,))
        else:
            context.messages.say(said, opener)

    context.jobs.run(
        f"Making {folder.name}",
        lambda progress: _write(context, meeting, folder, progress),
        then=made,
        refused=context.messages.strip,
    )


def _write(context: Context, meeting: Meeting, folder: Path, progress: "Progress") -> "HandOver":
    from boardtool.services.hand_over import export_folder

    return export_folder(
        context.store, what=meeting.ref, folder=folder, now=context.clock.now(), progress=progress
    )
