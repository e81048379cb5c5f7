"""The clearance of a report: whose desks it crosses before it is published, by which day each (R4, R11)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from boardtool.domain.errors import CannotDoError
from boardtool.domain.item_roles import MADE_HERE, role_of_item
from boardtool.domain.meetings import AgendaItem, Kind
from boardtool.domain.notice import DRAFT_AGENDA_BEFORE, DayRules

REPORTED = {Kind.PAPER, Kind.TO_FOLLOW, Kind.LATE}
"""Kinds of items that somebody writes a report on."""


@dataclass(frozen=True, slots=True)
class ClearanceStage:
    """A desk: `days` are counted days before publication; `who` sits there, "" where that differs."""

    name: str
    days: int
    who: str = ""


USUAL_CHAIN = (
    ClearanceStage("Author", 10),
    ClearanceStage("Lead officer or director", 8),
    ClearanceStage("Finance", 7),
    ClearanceStage("Legal (monitoring officer)", 6),
    ClearanceStage("Chair's briefing", DRAFT_AGENDA_BEFORE),
)
"""The desks that the board's own reports name as contributors, checkers and approvers, a week before papers
are due; no public source fixes the days, so each board sets its own."""


@dataclass(frozen=True, slots=True)
class Clearance:
    """That the report on an item passed a desk."""

    item_id: int
    stage: str
    cleared_by: str
    cleared_on: date


@dataclass(frozen=True, slots=True)
class StageReached:
    """A desk of one report: when it is due there, whether it passed, and how many days late it is."""

    stage: ClearanceStage
    due: date
    clearance: Clearance | None = None
    late: int = 0


def read_chain(text: str) -> tuple[ClearanceStage, ...]:
    """The desks that a person typed, a line each: days, desk, and who sits there ("7, Finance, J Baxter").

    Raises:
        CannotDoError: a line does not begin with a number of days, or names no desk.
    """
    return tuple(_read_stage(line) for line in text.splitlines() if line.strip())


def written_chain(chain: Iterable[ClearanceStage]) -> str:
    """The desks as `read_chain` reads them."""
    return "\n".join(", ".join(filter(None, (str(each.days), each.name, each.who))) for each in chain)


def _read_stage(line: str) -> ClearanceStage:
    days, _, rest = line.partition(",")
    name, _, who = rest.partition(",")
    if not days.strip().isdecimal() or not name.strip():
        raise CannotDoError(f"“{line.strip()}” is no desk: write the days and the desk, such as 7, Finance.")
    return ClearanceStage(name.strip(), int(days), who.strip())


def goes_through_clearance(item: AgendaItem) -> bool:
    """Whether somebody writes a report on an item: a verbal one has none, and some papers are made here."""
    return item.kind in REPORTED and role_of_item(item) not in MADE_HERE


def chain_dates(
    chain: Iterable[ClearanceStage], *, publish_by: date, rules: DayRules
) -> tuple[tuple[ClearanceStage, date], ...]:
    """Each desk with its day, counted back from the last lawful day to publish."""
    return tuple((stage, rules.before(publish_by, stage.days)) for stage in chain)


def reached(
    item_id: int,
    dated: Sequence[tuple[ClearanceStage, date]],
    clearances: Collection[Clearance],
    *,
    today: date,
) -> tuple[StageReached, ...]:
    """How far the report on an item has come along the desks."""
    passed = {each.stage: each for each in clearances if each.item_id == item_id}
    return tuple(
        StageReached(
            stage,
            due,
            passed.get(stage.name),
            0 if stage.name in passed else max((today - due).days, 0),
        )
        for stage, due in dated
    )


def how_far(desks: Sequence[StageReached]) -> str:
    """“3 of 5 desks, 2 d late”, for a narrow place."""
    passed = sum(each.clearance is not None for each in desks)
    late = max((each.late for each in desks), default=0)
    words = f"{passed} of {len(desks)} desks"
    return f"{words}, {late} d late" if late else words
