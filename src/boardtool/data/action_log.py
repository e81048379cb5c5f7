"""The action log as a page asks for it: every action, what lateness is measured from, who is named."""

from dataclasses import dataclass
from datetime import date

from boardtool.data import actions, boards
from boardtool.data.horizon import horizon
from boardtool.data.store import Reading
from boardtool.domain.actions import Action
from boardtool.domain.boards import Board
from boardtool.domain.lateness import Horizon


@dataclass(frozen=True, slots=True)
class ActionLog:
    """The actions of one board (`board_id`) or of all (0) on a day, and the boards there are."""

    actions: tuple[Action, ...]
    horizon: Horizon
    boards: tuple[Board, ...]
    owners: tuple[str, ...]
    board_id: int = 0


def action_log(reading: Reading, today: date, *, board_id: int | None = None) -> ActionLog:
    """The log of one board or of all; lateness is measured from that board's meetings, or the next of any."""
    return ActionLog(
        actions=tuple(actions.log(reading, board_id=board_id)),
        horizon=horizon(reading, today, board_id=board_id),
        boards=tuple(boards.every(reading)),
        owners=tuple(sorted(actions.owner_names(reading), key=str.casefold)),
        board_id=board_id or 0,
    )
