"""What an action is: its number, its owners, when it is due, and how far it has come."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ActionStatus(StrEnum):
    OPEN = "open"
    IN_PROGRESS = "in progress"
    COMPLETED = "completed"
    CLOSED = "closed"

    @property
    def is_done(self) -> bool:
        return self in {ActionStatus.COMPLETED, ActionStatus.CLOSED}


@dataclass(frozen=True, slots=True)
class ProgressNote:
    """What was said of an action on a day; `source` is "you", "in the meeting", "reply" or "import"."""

    id: int
    action_id: int
    on: date
    text: str
    source: str
    who: str


@dataclass(frozen=True, slots=True)
class Action:
    """An action of a board; `progress` is the newest note's text, `notes` the whole dated history.

    `raised_on` is the date of the meeting that made it, or None where only the number tells.
    """

    id: int
    board_id: int
    board_code: str
    board_name: str
    number: str
    text: str
    owners: tuple[str, ...] = ()
    due: date | None = None
    status: ActionStatus = ActionStatus.OPEN
    completed_on: date | None = None
    meeting_id: int | None = None
    meeting_ref: str = ""
    raised_on: date | None = None
    item_id: int | None = None
    minute: int | None = None
    progress: str = ""
    notes: tuple[ProgressNote, ...] = ()

    @property
    def ref(self) -> str:
        return f"{self.board_code}/{self.number}"
