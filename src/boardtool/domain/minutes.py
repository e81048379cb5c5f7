"""What a minute is: a numbered heading, its narrative, what was resolved and what is to be done."""

from dataclasses import dataclass
from datetime import datetime

from boardtool.domain.actions import Action
from boardtool.domain.boards import Mode


def usual_lead(mode: Mode) -> str:
    """What stands between "RESOLVED that" and the resolutions: a working group is no board."""
    return "the Group" if mode is Mode.WORKING_GROUP else "the Board"


@dataclass(frozen=True, slots=True)
class Resolution:
    """One thing resolved; `agreed_at` is None while it is a draft that the room may not see."""

    id: int
    minute_id: int
    position: int
    label: str
    text: str
    agreed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Minute:
    """A minute of a meeting.

    `number` is worked out while drafting and fixed when circulated; `narrative` is Markdown (paragraphs,
    "- " bullets, **bold**); `lead` is what stands between "RESOLVED that" and the resolutions ("the Board:").
    `public_summary` is what the open minutes say in place of an exempt minute (s.100C(2), R18).
    """

    id: int
    meeting_id: int
    item_id: int | None
    position: int
    number: int | None
    heading: str
    narrative: str = ""
    lead: str = ""
    exempt: bool = False
    public_summary: str = ""
    resolutions: tuple[Resolution, ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """A resolution as found later: where it stands, and its words."""

    id: int
    meeting_ref: str
    board_code: str
    board_name: str
    minute: int | None
    heading: str
    label: str
    text: str
