"""Invitations to a meeting as calendar files: to its members, or as an entry for anybody."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from boardtool.domain.dates import long_date
from boardtool.domain.documents import Audience
from boardtool.domain.meetings import Meeting
from boardtool.ui.context import Context
from boardtool.ui.meetings.facts import MeetingFacts
from boardtool.ui.meetings.paper_files import show_file
from boardtool.ui.messages import Link
from boardtool.ui.saving import choose_target

_CALLED = {Audience.PRIVATE: "Invitation", Audience.PUBLIC: "Calendar entry"}


def choose_invitation(context: Context, page: QWidget, facts: MeetingFacts, audience: Audience) -> None:
    """Ask where to, then write it; without `audience` PRIVATE it names nobody."""
    meeting = facts.meeting
    choose_target(
        page,
        context,
        name=f"{_CALLED[audience]} {meeting.board_code} {long_date(meeting.date)}",
        endings=(".ics",),
        then=lambda path: write_invitation(context, meeting, path, audience),
    )


def write_invitation(context: Context, meeting: Meeting, path: Path, audience: Audience) -> None:
    def write() -> None:
        from boardtool.services.publishing import export_invitation

        with context.store.reading() as reading:
            export_invitation(
                reading, what=meeting.ref, path=path, now=context.clock.now(), audience=audience
            )

    context.jobs.run(
        f"Making {path.name}",
        lambda _progress: write(),
        then=lambda _nothing: context.messages.say(
            f"{path.name} is in {path.parent}", Link("Open", lambda: show_file(context, path))
        ),
        refused=context.messages.strip,
    )
