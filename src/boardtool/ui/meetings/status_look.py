"""How far a meeting is, as a word with an icon."""

from boardtool.domain.meetings import Status
from boardtool.ui.theme.colours import Tone

STATUS_LOOK = {
    Status.PLANNED: ("circle-dashed", Tone.HELP),
    Status.PUBLISHED: ("send", Tone.HELP),
    Status.IN_SESSION: ("play", Tone.ACCENT),
    Status.DRAFT: ("square-pen", Tone.DUE),
    Status.CIRCULATED: ("mail", Tone.HELP),
    Status.APPROVED: ("lock", Tone.DONE),
    Status.CANCELLED: ("circle-x", Tone.LATE),
    Status.RESCHEDULED: ("calendar-range", Tone.HELP),
}


def status_words(status: Status) -> str:
    return status.value.capitalize()
