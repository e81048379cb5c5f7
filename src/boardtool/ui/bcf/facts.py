"""What the Better Care Fund page asks for: the plans there are, and the one that is open with all in it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from boardtool.domain.bcf.benefits import Programme
from boardtool.domain.bcf.checks import PlanCase, Recent
from boardtool.domain.bcf.plans import Line, Plan, Version
from boardtool.domain.bcf.returns import Return
from boardtool.domain.boards import Board
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Meeting

if TYPE_CHECKING:
    from boardtool.data.store import Reading


@dataclass(frozen=True, slots=True)
class BcfFacts:
    """Every board and plan; the rest belongs to the plan that is open, if one is.

    `meetings` are its board's, that one may have ratified it; `programmes` its board's too.
    """

    boards: tuple[Board, ...]
    plans: tuple[Plan, ...]
    case: PlanCase | None = None
    versions: tuple[Version, ...] = ()
    returns: tuple[Return, ...] = ()
    programmes: tuple[Programme, ...] = ()
    meetings: tuple[Meeting, ...] = ()


@dataclass(frozen=True, slots=True)
class LinesNow:
    """Some lines of a plan as the store holds them now: those asked for that are not in `lines` are gone."""

    asked: frozenset[int]
    lines: dict[int, Line]
    recent: tuple[Recent, ...]


def facts(reading: "Reading", *, plan_id: int | None, ref: str) -> BcfFacts:
    """The plan of an id, else of a reference, else the newest there is."""
    from boardtool.data import boards, meetings
    from boardtool.data.bcf import benefits, cases, plans, returns, versions

    there = plans.every(reading)
    plan = next((each for each in there if each.id == plan_id), None) or _of_ref(reading, ref)
    if plan is None and there:
        plan = there[0]
    of_all = tuple(boards.every(reading)), tuple(there)
    if plan is None:
        return BcfFacts(*of_all)
    return BcfFacts(
        *of_all,
        case=cases.case_of(reading, plan.id),
        versions=tuple(versions.of_plan(reading, plan.id)),
        returns=tuple(returns.of_plan(reading, plan.id)),
        programmes=tuple(benefits.every(reading, board_id=plan.board_id)),
        meetings=tuple(each for each in meetings.every(reading) if each.board_id == plan.board_id),
    )


def _of_ref(reading: "Reading", ref: str) -> Plan | None:
    from boardtool.data.bcf import plans

    try:
        return plans.by_ref(reading, ref) if ref else None
    except CannotDoError:
        return None


def lines_now(reading: "Reading", plan_id: int, asked: frozenset[int], known: frozenset[int]) -> LinesNow:
    """Lines of a plan that changed; of those that are not known yet, only the ones that are this plan's."""
    from boardtool.data.bcf import lines

    found = lines.by_ids(reading, list(asked))
    ours = {
        line_id: line
        for line_id, line in found.items()
        if line_id in known or lines.plan_of(reading, line_id) == plan_id
    }
    return LinesNow(asked, ours, lines.recent_amounts(reading, plan_id))
