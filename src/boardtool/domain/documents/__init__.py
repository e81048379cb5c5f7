"""What each document says: frozen values that hold only what may be printed, and how they are made.

The values are allow-lists. For the public, an exempt subject, narrative, resolution or action is not in the
value at all (R17), so no writer can let it slip. The writers are in `boardtool.data.documents`.
"""

from boardtool.domain.documents.action_log import ActionLogPaper, LoggedAction, action_log_paper
from boardtool.domain.documents.action_notes import ActionNotesPaper, action_notes_paper
from boardtool.domain.documents.agenda import AgendaPaper, ListedItem, ListedMember, agenda_paper
from boardtool.domain.documents.brief import BriefedAction, BriefedItem, BriefedSpeaker, BriefPaper
from boardtool.domain.documents.hand_over import HandedOver, HandOverPaper
from boardtool.domain.documents.minutes import MinutesPaper, minutes_paper
from boardtool.domain.documents.minutes_pack import MinutesPackPaper
from boardtool.domain.documents.minuting import PrintedMinute, PrintedResolution
from boardtool.domain.documents.notice import ClosedPart, NoticePaper, notice_paper
from boardtool.domain.documents.register import RegisteredRequest, RegisterPaper, register_paper
from boardtool.domain.documents.report import ReportDesk, ReportTemplate, report_template
from boardtool.domain.documents.resolutions import ResolutionsPaper, resolutions_paper
from boardtool.domain.documents.roll import ListedPerson, Roll, roll_of
from boardtool.domain.documents.sitting import Audience, Sitting, sitting_of

__all__ = [
    "ActionLogPaper",
    "ActionNotesPaper",
    "AgendaPaper",
    "Audience",
    "BriefPaper",
    "BriefedAction",
    "BriefedItem",
    "BriefedSpeaker",
    "ClosedPart",
    "HandOverPaper",
    "HandedOver",
    "ListedItem",
    "ListedMember",
    "ListedPerson",
    "LoggedAction",
    "MinutesPackPaper",
    "MinutesPaper",
    "NoticePaper",
    "PrintedMinute",
    "PrintedResolution",
    "RegisterPaper",
    "RegisteredRequest",
    "ReportDesk",
    "ReportTemplate",
    "ResolutionsPaper",
    "Roll",
    "Sitting",
    "action_log_paper",
    "action_notes_paper",
    "agenda_paper",
    "minutes_paper",
    "notice_paper",
    "register_paper",
    "report_template",
    "resolutions_paper",
    "roll_of",
    "sitting_of",
]
