"""What a board is: its code, its quorum rule, how it numbers, and what stands on every agenda."""

from dataclasses import dataclass, field
from enum import StrEnum

from boardtool.domain.notice import Counting


class Mode(StrEnum):
    """How strict the board is: a statutory committee, or a working group with action notes."""

    STATUTORY = "statutory"
    WORKING_GROUP = "working group"


class Restart(StrEnum):
    """When minute numbers start again at 1."""

    NEVER = "never"
    MUNICIPAL_YEAR = "municipal year"
    CALENDAR_YEAR = "calendar year"
    BY_HAND = "by hand"


class QuorumKind(StrEnum):
    NOT_SET = "not set"
    NUMBER = "number"
    FRACTION = "fraction"


@dataclass(frozen=True, slots=True)
class QuorumRule:
    """A quorum as the terms of reference state it (R23).

    `number` is members in the room for a NUMBER; `numerator`/`denominator` of the voting membership for
    a FRACTION, rounded up.
    """

    kind: QuorumKind = QuorumKind.NOT_SET
    number: int = 0
    numerator: int = 0
    denominator: int = 1


class ItemRole(StrEnum):
    """What a standing item is for, so that the program can fill it."""

    PLAIN = "plain"
    APOLOGIES = "apologies"
    REQUESTS = "requests"
    DECLARATIONS = "declarations"
    LAST_MINUTES = "last minutes"
    ACTION_LOG = "action log"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class StandingItem:
    """An item that stands on every agenda of a board; `length` is in minutes."""

    id: int
    position: int
    subject: str
    presenter: str
    kind: str
    purpose: str
    length: int
    role: ItemRole


@dataclass(frozen=True, slots=True)
class Board:
    """A body that meets.

    `usual_start` is "HH:MM"; `first_minute_number` is the number of its first minute here (R7 of the real
    papers: North's July 2022 minutes begin at 25); `duplex` starts every item on an odd page; `counting` says
    which days count as clear days (R2).
    """

    id: int
    code: str
    name: str
    council: str = ""
    mode: Mode = Mode.STATUTORY
    quorum: QuorumRule = field(default_factory=QuorumRule)
    restart: Restart = Restart.NEVER
    first_minute_number: int = 1
    item_number_width: int = 2
    usual_place: str = ""
    usual_start: str = "14:00"
    proper_officer: str = ""
    administrator: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    notices: str = ""
    duplex: bool = True
    remote_counts: bool = False
    counting: Counting = Counting.WORKING_DAYS
