"""What goes out of a meeting beside its pack: the folder to publish from, invitations, notices."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from boardtool.domain.dates import long_date
from boardtool.domain.documents import Audience
from boardtool.domain.meetings import Meeting
from boardtool.ui.context import Context
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.paper_files import show_file
from boardtool.ui.meetings.publication import PublicationDialog
from boardtool.ui.messages import Link
from boardtool.ui.saving import choose_folder, choose_target, save_document

if TYPE_CHECKING:
    from boardtool.domain.progress import Progress


@dataclass(frozen=True, slots=True)
class Output:
    """Something that can be made: its name, a sentence about it, and when it is offered."""

    words: str
    about: str
    do: Callable[[MeetingFacts], None]
    offered: Callable[[MeetingFacts], bool]


class Outputs:
    """Makes each of them for a meeting, asked from `page`."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context = context
        self._page = page
        self.every = (
            Output(
                "Folder to publish from…",
                "Each public paper as a file of its own under a neutral name, with a contents list and a "
                "checklist",
                self.hand_over,
                _has_items,
            ),
            Output(
                "Record publication…",
                "boardtool does not publish: say when the council's own system did",
                self.record_publication,
                _ahead,
            ),
            Output(
                "Notice of the meeting…", "For the board outside and the web page", self.notice, _has_items
            ),
            Output(
                "Invitation to members…",
                "A calendar entry that asks them to come; sent again, it replaces the last",
                self.invite_members,
                _ahead,
            ),
            Output(
                "Calendar entry for the public…",
                "Without names and without the video link",
                self.entry_for_the_public,
                _ahead,
            ),
        )

    def hand_over(self, facts: MeetingFacts) -> None:
        """Ask where to, then write the folder; it says that nothing is published by this."""
        meeting = facts.meeting
        choose_folder(
            self._page,
            self._context,
            name=f"{meeting.board_code} {long_date(meeting.date)} to publish",
            then=lambda folder: self.write_folder(meeting, folder),
        )

    def write_folder(self, meeting: Meeting, folder: Path) -> None:
        def made(files: tuple[str, ...]) -> None:
            self._context.messages.say(
                f"{len(files)} files and a contents list are in {folder.name}. Nothing is published by this.",
                Link("Open folder", lambda: show_file(self._context, folder)),
            )

        self._context.jobs.run(
            f"Making {folder.name}",
            lambda progress: self._write_folder(meeting, folder, progress),
            then=made,
            refused=self._context.messages.strip,
        )

    def record_publication(self, facts: MeetingFacts) -> None:
        PublicationDialog(self._context, self._page, facts.meeting).open()

    def notice(self, facts: MeetingFacts) -> None:
        meeting = facts.meeting
        save_document(
            self._page,
            self._context,
            "notice",
            meeting.ref,
            name=f"Notice {meeting.board_code} {long_date(meeting.date)}",
            endings=(".docx", ".pdf", ".html"),
        )

    def invite_members(self, facts: MeetingFacts) -> None:
        self._choose_invitation(facts.meeting, "Invitation", Audience.PRIVATE)

    def entry_for_the_public(self, facts: MeetingFacts) -> None:
        self._choose_invitation(facts.meeting, "Calendar entry", Audience.PUBLIC)

    def _choose_invitation(self, meeting: Meeting, called: str, audience: Audience) -> None:
        choose_target(
            self._page,
            self._context,
            name=f"{called} {meeting.board_code} {long_date(meeting.date)}",
            endings=(".ics",),
            then=lambda path: self.write_invitation(meeting, path, audience),
        )

    def write_invitation(self, meeting: Meeting, path: Path, audience: Audience) -> None:
        self._context.jobs.run(
            f"Making {path.name}",
            lambda _progress: self._write_invitation(meeting, path, audience),
            then=lambda _nothing: self._context.messages.say(
                f"{path.name} is in {path.parent}", Link("Open", lambda: show_file(self._context, path))
            ),
        )

    def _write_folder(self, meeting: Meeting, folder: Path, progress: "Progress") -> tuple[str, ...]:
        from boardtool.services.hand_over import export_folder

        store = self._context.store
        with store.reading() as reading:
            return export_folder(
                reading,
                library=store.folder,
                what=meeting.ref,
                folder=folder,
                now=self._context.clock.now(),
                progress=progress,
            )

    def _write_invitation(self, meeting: Meeting, path: Path, audience: Audience) -> None:
        from boardtool.services.publishing import export_invitation

        with self._context.store.reading() as reading:
            export_invitation(
                reading, what=meeting.ref, path=path, now=self._context.clock.now(), audience=audience
            )


def _has_items(facts: MeetingFacts) -> bool:
    return bool(facts.items)


def _ahead(facts: MeetingFacts) -> bool:
    return facts.case.ahead
