"""What can be done about the clearance of reports: a desk passed or taken back, and a board's desks set."""

from collections.abc import Sequence
from datetime import date

from boardtool.data import clearance, meetings
from boardtool.data.store import Step, Store
from boardtool.domain.clearance import Clearance, ClearanceStage, goes_through_clearance
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import AgendaItem
from boardtool.domain.text import clean_line, folded
from boardtool.services.open_records import open_item

_MOST_DAYS = 90


def clear(store: Store, *, item_id: int, stage: str, by: str, on: date) -> None:
    """Say that the report on an item passed a desk, who let it pass and when.

    Raises:
        CannotDoError: the board has no such desk, the item brings no report, or the minutes are approved.
    """
    with store.step(f"Clear report: {stage}") as step:
        item = open_item(step, item_id)
        if not goes_through_clearance(item):
            raise CannotDoError(f"Item {item.number} brings no report that somebody clears.")
        clearance.put(step, Clearance(item_id, _desk(step, item, stage), clean_line(by), on))


def take_back(store: Store, *, item_id: int, stage: str) -> None:
    """Say that the report did not pass a desk after all."""
    with store.step(f"Take back clearance: {stage}") as step:
        open_item(step, item_id)
        clearance.take_back(step, item_id, stage)


def set_chain(store: Store, *, board_id: int, chain: Sequence[ClearanceStage]) -> None:
    """Set the desks of a board, in order; none at all brings the usual ones back.

    Raises:
        CannotDoError: a desk has no name, two share one, or the days run the wrong way.
    """
    desks = tuple(ClearanceStage(clean_line(each.name), each.days, clean_line(each.who)) for each in chain)
    if not all(each.name for each in desks):
        raise CannotDoError("A desk needs a name, such as Finance.")
    if len({folded(each.name) for each in desks}) < len(desks):
        raise CannotDoError("Two desks have the same name: what one cleared would count for both.")
    if not all(0 <= each.days <= _MOST_DAYS for each in desks):
        raise CannotDoError("A desk is due between 0 and 90 days before publication.")
    if [each.days for each in desks] != sorted((each.days for each in desks), reverse=True):
        raise CannotDoError("The desks come in order: the first is the furthest from publication.")
    with store.step("Set clearance dates") as step:
        clearance.set_chain(step, board_id, desks)


def _desk(step: Step, item: AgendaItem, stage: str) -> str:
    board_id = meetings.by_id(step.reading, item.meeting_id).board_id
    chain = clearance.chain_of(step.reading, board_id)
    for each in chain:
        if folded(each.name) == folded(stage):
            return each.name
    desks = ", ".join(each.name for each in chain)
    raise CannotDoError(f"There is no desk “{stage}”. The desks of this board are: {desks}.")
