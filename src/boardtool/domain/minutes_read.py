"""What was read from a Word file of minutes, before anything of it is taken."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReadPerson:
    """Somebody who was named; `paragraph` says where in the file (counted from 1)."""

    name: str
    post: str = ""
    by_video: bool = False
    chairing: bool = False
    substitute_for: str = ""
    came_at: str | None = None
    left_at: str | None = None
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class ReadResolution:
    """`label` is as written ("1)", "a)", "(i)"), "" for a resolution that stands alone."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadAction:
    """An action from a table under a minute; `due` is as written."""

    number: str
    text: str
    owners: str = ""
    due: str = ""


@dataclass(frozen=True, slots=True)
class ReadStamp:
    """Somebody came or left: `who` as written, `name` where the list of those present has exactly one such.

    `at` is "HH:MM"; `minute` is the number of the minute it stands in, None where that has none.
    """

    who: str
    name: str
    left: bool
    at: str
    minute: int | None
    paragraph: int


@dataclass(frozen=True, slots=True)
class ReadMinute:
    """A minute; `narrative` is Markdown with everything that is no resolution and no action.

    `lead` stands between "RESOLVED that" and the resolutions ("the Board:").
    """

    number: int | None
    heading: str
    narrative: str = ""
    lead: str = ""
    resolutions: tuple[ReadResolution, ...] = ()
    actions: tuple[ReadAction, ...] = ()
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class ReadWarning:
    """Something a person should look at; `paragraph` is 0 where it is about the whole file."""

    paragraph: int
    text: str


@dataclass(frozen=True, slots=True)
class ReadMinutes:
    """Minutes as a file has them; `start` and `closed_at` are "HH:MM", None where they are not said."""

    title: str
    date: date | None
    start: str | None
    place: str
    present: tuple[ReadPerson, ...] = ()
    officers: tuple[ReadPerson, ...] = ()
    apologies: tuple[ReadPerson, ...] = ()
    absent: tuple[ReadPerson, ...] = ()
    minutes: tuple[ReadMinute, ...] = ()
    stamps: tuple[ReadStamp, ...] = ()
    closed_at: str | None = None
    warnings: tuple[ReadWarning, ...] = ()
