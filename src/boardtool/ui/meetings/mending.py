"""What the verb of a finding does: mend at once, ask for what is missing, or lead to where it is."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from boardtool.domain.boards import Board
from boardtool.domain.checks.beforehand import DECIDE, SEE_CLEARANCE
from boardtool.domain.checks.exempt import MINUTE_IT, SAY_WHY_OF_PAPER
from boardtool.domain.checks.private_minutes import SUMMARISE
from boardtool.domain.findings import Finding
from boardtool.domain.meetings import Kind, Meeting
from boardtool.ui.context import Context
from boardtool.ui.meetings.finding_look import PUBLICATION
from boardtool.ui.meetings.moving import MoveDialog
from boardtool.ui.meetings.preparing import chase
from boardtool.ui.meetings.publication import PublicationDialog
from boardtool.ui.meetings.quorum import QuorumDialog
from boardtool.ui.meetings.titles import TitlesDialog
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from boardtool.data.store import Store

_PAPERS = {"Look at the paper", "Make the pack again", SAY_WHY_OF_PAPER, SEE_CLEARANCE}
_PEOPLE = {"Mark the seats", "Name a member"}
_ATTENDANCE = {"Ask for substitutes", "Record what they did"}
_MINUTES = {"Minute the reason", "Say how it came", "Add the resolution", MINUTE_IT, SUMMARISE}


def mend(context: Context, finding: Finding, *, meeting: Meeting, board: Board, parent: QWidget) -> None:
    """Do what the finding's verb says, as far as that can be done without asking."""
    if finding.mend in PUBLICATION:
        PublicationDialog(context, parent, meeting).open()
    elif finding.mend == "Set quorum":
        QuorumDialog(context, parent, board).open()
    elif finding.mend == "Compare titles":
        TitlesDialog(context, parent, meeting).open()
    elif finding.mend == "Move the meeting":
        MoveDialog(context, parent, meeting).open()
    elif finding.mend == "Chase":
        chase(context, parent, meeting, finding.items)
    elif (use_case := _at_once(context, finding, meeting)) is not None:
        context.steps.run(use_case)
    else:
        context.navigate(_where(finding, meeting, board))


def _at_once(context: Context, finding: Finding, meeting: Meeting) -> Callable[[], None] | None:
    store = context.store
    match finding.mend:
        case "Renumber":
            return lambda: _renumber(store, meeting.id)
        case "Make it a paper":
            return lambda: _make_a_paper(store, finding.items)
        case "Set the start":
            return lambda: _start_together(store, meeting.id)
        case _:
            return None


def _where(finding: Finding, meeting: Meeting, board: Board) -> Place:
    item = finding.items[0] if finding.items else None
    if finding.mend in _PEOPLE:
        return Place("people", ref=board.code)
    if finding.mend == DECIDE:
        return Place("meetings", ref=meeting.ref, tab="requests")
    if finding.mend in _PAPERS:
        return Place("meetings", ref=meeting.ref, tab="papers", id=item)
    if finding.mend in _ATTENDANCE:
        return Place("meetings", ref=meeting.ref, tab="attendance")
    if finding.mend in _MINUTES:
        return Place("meetings", ref=meeting.ref, tab="minutes", id=item)
    return Place("meetings", ref=meeting.ref, tab="agenda", id=item)


def _renumber(store: "Store", meeting_id: int) -> None:
    from boardtool.services import agenda

    agenda.renumber(store, meeting_id=meeting_id)


def _make_a_paper(store: "Store", item_ids: tuple[int, ...]) -> None:
    from boardtool.services import agenda

    for item_id in item_ids:
        agenda.change(store, item_id=item_id, kind=Kind.PAPER)


def _start_together(store: "Store", meeting_id: int) -> None:
    """Let the agenda start when the meeting does."""
    from boardtool.services import meetings

    meetings.change(store, meeting_id=meeting_id, agenda_start=None)
