"""What a check of a meeting looks at, and what a check is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from boardtool.domain.boards import Board, Mode
from boardtool.domain.clearance import (
    USUAL_CHAIN,
    Clearance,
    ClearanceStage,
    StageReached,
    chain_dates,
    goes_through_clearance,
    reached,
)
from boardtool.domain.findings import Finding
from boardtool.domain.meetings import AgendaItem, Attendance, Interest, Meeting, Status
from boardtool.domain.minutes import Minute
from boardtool.domain.notice import DayRules, timetable
from boardtool.domain.pack.made import MadePack
from boardtool.domain.paper_check import PaperCheck
from boardtool.domain.people import Membership, Seat
from boardtool.domain.report_facts import ReportFacts
from boardtool.domain.requests_to_address import RequestToAddress, SpeakingRules

_AHEAD = {Status.PLANNED, Status.PUBLISHED}
_MINUTED = {Status.DRAFT, Status.CIRCULATED, Status.APPROVED}


@dataclass(frozen=True, slots=True)
class MeetingCase:
    """Everything about one meeting that a check may ask.

    `members` hold a place on the day of the meeting; `unapproved` are earlier meetings of the board whose
    minutes were not approved yet. `packs` are the public pack that stands and its supplements; `paper_checks`
    what was found in papers, by their digest. `chain` are the desks that reports cross, the usual ones until
    the board `has_own_chain`; `reports` say who stands behind each, by item.
    """

    board: Board
    meeting: Meeting
    today: date
    items: tuple[AgendaItem, ...] = ()
    members: tuple[Membership, ...] = ()
    seats: tuple[Seat, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    interests: tuple[Interest, ...] = ()
    minutes: tuple[Minute, ...] = ()
    unapproved: tuple[Meeting, ...] = ()
    packs: tuple[MadePack, ...] = ()
    paper_checks: Mapping[str, PaperCheck] = field(default_factory=dict)
    rules: DayRules = field(default_factory=DayRules)
    requests: tuple[RequestToAddress, ...] = ()
    speaking: SpeakingRules = field(default_factory=SpeakingRules)
    chain: tuple[ClearanceStage, ...] = USUAL_CHAIN
    has_own_chain: bool = False
    clearances: tuple[Clearance, ...] = ()
    reports: Mapping[int, ReportFacts] = field(default_factory=dict)

    @property
    def statutory(self) -> bool:
        return self.board.mode is Mode.STATUTORY

    @property
    def ahead(self) -> bool:
        """Whether the agenda can still be put right; told by the status, for old papers are entered too."""
        return self.meeting.status in _AHEAD

    @property
    def keeps_clearance(self) -> bool:
        """Whether the board follows its reports from desk to desk: it set the desks, or one was passed."""
        return self.has_own_chain or bool(self.clearances)

    @property
    def clearance_binds(self) -> bool:
        """Whether a report can still be late at a desk."""
        return self.ahead and self.keeps_clearance

    @property
    def requests_close(self) -> datetime:
        """The last moment for a request to address this meeting."""
        return self.speaking.closes(self.meeting.date, self.rules)

    @property
    def desks(self) -> tuple[tuple[ClearanceStage, date], ...]:
        """The desks that reports cross, each with its day before this meeting."""
        publish_by = timetable(self.meeting.date, self.rules).publish_by
        return chain_dates(self.chain, publish_by=publish_by, rules=self.rules)

    def reached(self, item: AgendaItem) -> tuple[StageReached, ...]:
        """How far the report on an item has come along the desks; () where nobody writes one."""
        if not goes_through_clearance(item):
            return ()
        return reached(item.id, self.desks, self.clearances, today=self.today)

    @property
    def minuted(self) -> bool:
        return self.meeting.status in _MINUTED


def always(_case: MeetingCase) -> bool:
    return True


def ahead(case: MeetingCase) -> bool:
    return case.ahead


@dataclass(frozen=True, slots=True)
class Check:
    """A rule, when it applies, and what it finds; it holds when it applies and finds nothing.

    `says` is what is so while it holds, as a sentence for the person.
    """

    rule: str
    find: Callable[[MeetingCase], Iterator[Finding]]
    applies: Callable[[MeetingCase], bool] = always
    says: str = ""


def numbers(items: Iterable[AgendaItem]) -> str:
    """Where a finding about several items stands: "10, 12, 13"."""
    return ", ".join(item.number for item in items)
