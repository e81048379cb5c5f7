"""The documents made of a meeting from more than one of its tabs: the kind of each, its name, its forms."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from boardtool.domain.dates import long_date
from boardtool.domain.meetings import Meeting
from boardtool.ui.context import Context
from boardtool.ui.saving import save_document


@dataclass(frozen=True, slots=True)
class MeetingDocument:
    """`kind` is that of `export_document`; the first of `endings` is the form proposed."""

    kind: str
    words: str
    endings: tuple[str, ...]


MINUTES_IN_WORD = MeetingDocument("minutes", "Minutes", (".docx", ".pdf"))
MINUTES_IN_PDF = MeetingDocument("minutes", "Minutes", (".pdf", ".docx"))
RESOLUTIONS = MeetingDocument("resolutions", "Resolutions", (".docx", ".pdf"))
DRAFT_RESOLUTIONS = MeetingDocument("resolutions", "Resolutions (draft)", (".docx", ".pdf", ".html"))
MINUTES_PACK = MeetingDocument("minutes-pack", "Minutes pack", (".pdf", ".docx", ".html"))
NOTICE = MeetingDocument("notice", "Notice", (".docx", ".pdf", ".html"))


def save_meeting_document(page: QWidget, context: Context, meeting: Meeting, wanted: MeetingDocument) -> None:
    """Ask where to, under a name that says of which board and day it is, then make it."""
    name = f"{wanted.words} {meeting.board_code} {long_date(meeting.date)}"
    save_document(page, context, wanted.kind, meeting.ref, name=name, endings=wanted.endings)
