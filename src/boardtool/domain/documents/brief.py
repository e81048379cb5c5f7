"""What the chair's brief says: the running order, who speaks, what is recommended, who is not there."""

from dataclasses import dataclass

from boardtool.domain.documents.sitting import Audience, Sitting


@dataclass(frozen=True, slots=True)
class BriefedItem:
    """An item as the chair takes it; `length` is in minutes, `recommendations` Markdown."""

    number: str
    title: str
    start: str | None
    length: int
    speakers: tuple[str, ...] = ()
    purpose: str = ""
    pages: str = ""
    recommendations: str = ""
    exempt: str = ""


@dataclass(frozen=True, slots=True)
class BriefedSpeaker:
    """Somebody of the public who asks to speak; `on` is the item's number, `subject` their own words."""

    name: str
    on: str
    subject: str
    minutes: int
    decision: str


@dataclass(frozen=True, slots=True)
class BriefedAction:
    """An action that is late on the day of the meeting, with how late in words."""

    number: str
    text: str
    owners: tuple[str, ...]
    late: str


@dataclass(frozen=True, slots=True)
class BriefPaper:
    """The brief; for the public's eyes too it would hold nothing exempt, unless it is made as private.

    How somebody who asks to speak is reached is in neither (R32). `words_to_say` close the meeting to press
    and public, "" where nothing is exempt; `to_approve` are minutes that wait for approval.
    """

    sitting: Sitting
    audience: Audience
    items: tuple[BriefedItem, ...]
    apologies: tuple[str, ...] = ()
    substitutes: tuple[str, ...] = ()
    interests: tuple[str, ...] = ()
    quorum: str = ""
    speakers: tuple[BriefedSpeaker, ...] = ()
    time_for_speakers: str = ""
    words_to_say: str = ""
    to_approve: tuple[str, ...] = ()
    late_actions: tuple[BriefedAction, ...] = ()
