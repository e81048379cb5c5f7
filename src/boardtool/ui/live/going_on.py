"""What the one button of live minutes does now: open, take, go on, go back, close."""

from dataclasses import dataclass
from enum import Enum, auto

from boardtool.domain.agenda import plain_number
from boardtool.domain.live import in_hand, next_item
from boardtool.ui.live.state import LiveState


class Go(Enum):
    NOWHERE = auto()
    OPEN = auto()
    TAKE = auto()
    BACK = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class GoingOn:
    """What to do, in words, and the item that it concerns."""

    go: Go
    words: str = ""
    item_id: int | None = None


def going_on(state: LiveState, shown: int | None) -> GoingOn:
    """What Ctrl+Enter does while an item is shown."""
    meeting = state.meeting
    if state.locked or meeting.closed_at is not None or not state.items:
        return GoingOn(Go.NOWHERE)
    if meeting.opened_at is None:
        return GoingOn(Go.OPEN, "Open the meeting", state.items[0].id)
    running, item = in_hand(state.items), state.item(shown)
    if item is not None and item.started_at is None:
        return GoingOn(Go.TAKE, "Take this item", item.id)
    if running is not None and shown != running.id:
        return GoingOn(Go.BACK, f"Back to item {plain_number(running.number)}", running.id)
    following = next_item(state.items, running.id if running is not None else shown)
    if following is None:
        return GoingOn(Go.CLOSE, "Close the meeting")
    return GoingOn(Go.TAKE, "Next item", following.id)
