"""The one door to a written document: the file's ending chooses the form."""

from collections.abc import Callable, Mapping
from pathlib import Path

from boardtool.data.documents.action_log import action_log_sheet
from boardtool.data.documents.agenda import agenda_sheet
from boardtool.data.documents.brief import brief_sheet
from boardtool.data.documents.hand_over import hand_over_sheet
from boardtool.data.documents.html import html_bytes
from boardtool.data.documents.minutes import action_notes_sheet, minutes_sheet, resolutions_sheet
from boardtool.data.documents.minutes_pack import minutes_pack_sheet
from boardtool.data.documents.notice import notice_sheet
from boardtool.data.documents.pdf import pdf_bytes
from boardtool.data.documents.register import register_sheet
from boardtool.data.documents.report import report_sheet
from boardtool.data.documents.sheet import Sheet
from boardtool.data.documents.word import word_bytes
from boardtool.data.excel.register import register_bytes
from boardtool.data.excel.writing import action_log_bytes
from boardtool.data.writing_files import write_whole
from boardtool.domain.documents import (
    ActionLogPaper,
    ActionNotesPaper,
    AgendaPaper,
    BriefPaper,
    HandOverPaper,
    MinutesPackPaper,
    MinutesPaper,
    NoticePaper,
    RegisterPaper,
    ReportTemplate,
    ResolutionsPaper,
)
from boardtool.domain.errors import CannotDoError

MeetingPaper = AgendaPaper | MinutesPaper | ActionNotesPaper | ResolutionsPaper | MinutesPackPaper
BeforehandPaper = NoticePaper | HandOverPaper | ReportTemplate | BriefPaper | RegisterPaper
DocumentPaper = MeetingPaper | ActionLogPaper | BeforehandPaper

_SET_BY: Mapping[str, Callable[[Sheet], bytes]] = {
    ".pdf": pdf_bytes,
    ".docx": word_bytes,
    ".html": html_bytes,
}


def write_document(paper: DocumentPaper, path: Path) -> None:
    """Write a document to `path`: .pdf, .docx and .html for each, .xlsx for a log or a register.

    Raises CannotDoError for another ending or a character that cannot be printed, MachineError when the
    file cannot be written; then the old file is untouched.
    """
    write_whole(path, document_bytes(paper, path.suffix))


def document_bytes(paper: DocumentPaper, ending: str) -> bytes:
    """The document in the form that `ending` names (".pdf")."""
    ending = ending.lower()
    if ending == ".xlsx" and isinstance(paper, ActionLogPaper):
        return action_log_bytes(paper)
    if ending == ".xlsx" and isinstance(paper, RegisterPaper):
        return register_bytes(paper)
    if ending in _SET_BY:
        return _SET_BY[ending](sheet_of(paper))
    endings = [*_SET_BY, *([".xlsx"] if isinstance(paper, ActionLogPaper | RegisterPaper) else [])]
    known = f"{', '.join(endings[:-1])} or {endings[-1]}"
    raise CannotDoError(f"This document is written as {known}, not as “{ending or 'a file without ending'}”.")


def sheet_of(paper: DocumentPaper) -> Sheet:
    """The document laid out."""
    match paper:
        case ActionLogPaper():
            return action_log_sheet(paper)
        case NoticePaper() | HandOverPaper() | ReportTemplate() | BriefPaper() | RegisterPaper():
            return _sheet_beforehand(paper)
        case _:
            return _sheet_of_meeting(paper)


def _sheet_beforehand(paper: BeforehandPaper) -> Sheet:
    match paper:
        case NoticePaper():
            return notice_sheet(paper)
        case HandOverPaper():
            return hand_over_sheet(paper)
        case ReportTemplate():
            return report_sheet(paper)
        case BriefPaper():
            return brief_sheet(paper)
        case RegisterPaper():
            return register_sheet(paper)


def _sheet_of_meeting(paper: MeetingPaper) -> Sheet:
    match paper:
        case AgendaPaper():
            return agenda_sheet(paper)
        case MinutesPaper():
            return minutes_sheet(paper)
        case ActionNotesPaper():
            return action_notes_sheet(paper)
        case ResolutionsPaper():
            return resolutions_sheet(paper)
        case MinutesPackPaper():
            return minutes_pack_sheet(paper)
