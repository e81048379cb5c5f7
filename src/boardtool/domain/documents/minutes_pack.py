"""The minutes pack: the minutes of a meeting, its resolutions and the action log after it, as one document.

It is what members and officers are sent after a meeting (R29: minutes drawn up, put to the next meeting;
story 14: the log as it stands), and what a council's own system takes as one file.
"""

from dataclasses import dataclass

from boardtool.domain.documents.action_log import ActionLogPaper
from boardtool.domain.documents.action_notes import ActionNotesPaper
from boardtool.domain.documents.minutes import MinutesPaper
from boardtool.domain.documents.resolutions import ResolutionsPaper


@dataclass(frozen=True, slots=True)
class MinutesPackPaper:
    """Three papers of one meeting for one audience; `resolutions` is None where nothing was resolved."""

    minutes: MinutesPaper | ActionNotesPaper
    resolutions: ResolutionsPaper | None
    log: ActionLogPaper
