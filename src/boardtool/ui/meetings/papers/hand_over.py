"""The folder that the council's own system publishes from, asked for and written in the background."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from boardtool.domain.checks.pack_guards import AnswerableError
from boardtool.domain.dates import long_date
from boardtool.domain.findings import Finding
from boardtool.domain.meetings import Meeting
from boardtool.ui.context import Context
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.paper_files import show_file
from boardtool.ui.meetings.papers.hidden_dialog import HiddenDialog
from boardtool.ui.messages import Link
from boardtool.ui.saving import choose_folder

if TYPE_CHECKING:
    from boardtool.domain.progress import Progress
    from boardtool.services.hand_over import HandOver


@dataclass(frozen=True, slots=True)
class Answer:
    """Why the papers go out all the same, `to` what they hide."""

    reason: str = ""
    to: tuple[Finding, ...] = ()


def choose_hand_over(context: Context, page: QWidget, facts: MeetingFacts) -> None:
    """Ask within which folder the new one is made, and write it there."""
    meeting = facts.meeting
    choose_folder(
        page,
        context,
        name=f"{meeting.board_code} {long_date(meeting.date)} to publish",
        then=lambda folder: write_hand_over(context, page, meeting, folder),
    )


def write_hand_over(
    context: Context, page: QWidget, meeting: Meeting, folder: Path, answer: Answer | None = None
) -> None:
    """Write it; what is said afterwards never claims that anything was published.

    What an exemption does not say yet (R14) stays to be read, for it blocks the publication. Where only what
    papers hide stops it, a reason is asked for, and the same folder is tried again with the `answer`.
    """

    def ended(done: "HandOver | AnswerableError") -> None:
        if not isinstance(done, AnswerableError):
            made(done)
        elif done.unreadable:
            context.messages.strip(str(done))
        else:
            HiddenDialog(
                page,
                done.hidden,
                lambda reason: write_hand_over(context, page, meeting, folder, Answer(reason, done.hidden)),
            ).open()

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
        lambda progress: _write(context, meeting, folder, answer or Answer(), progress),
        then=ended,
        refused=context.messages.strip,
    )


def _write(
    context: Context, meeting: Meeting, folder: Path, answer: Answer, progress: "Progress"
) -> "HandOver | AnswerableError":
    from boardtool.services.hand_over import export_folder

    try:
        return export_folder(
            context.store,
            what=meeting.ref,
            folder=folder,
            now=context.clock.now(),
            despite=answer.reason,
            answered=answer.to,
            progress=progress,
        )
    except AnswerableError as question:
        return question
