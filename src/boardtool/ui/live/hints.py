"""Which keys the status bar names, by where the focus is."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from boardtool.ui.live.minute_pane import MinutePane
from boardtool.ui.live.room_pane import RoomPane
from boardtool.ui.page import KeyHint

_IN_THE_ROOM = (
    KeyHint(("P", "V", "A"), "present, video, apologies"),
    KeyHint(("L", "C"), "left, came"),
    KeyHint(("S", "I"), "substitute, interest"),
)
_AT_RESOLUTIONS = (
    KeyHint(("Ctrl ⇧ ↵",), "agree"),
    KeyHint(("Alt ↑", "Alt ↓"), "move"),
    KeyHint(("Esc",), "narrative"),
)
_AT_ACTIONS = (
    KeyHint(("Tab",), "who, when"),
    KeyHint(("Enter",), "record"),
    KeyHint(("Esc",), "narrative"),
)


def hints_at(focus: QWidget | None, minute: MinutePane, room: RoomPane, projector: str) -> Sequence[KeyHint]:
    """Three hints at most; `projector` says what F11 does."""
    if focus is not None and focus is room.people:
        return _IN_THE_ROOM
    if focus is not None and minute.resolutions.isAncestorOf(focus):
        return _AT_RESOLUTIONS
    if focus is not None and minute.action_lines.isAncestorOf(focus):
        return _AT_ACTIONS
    return (
        KeyHint(("F6",), "next pane"),
        KeyHint(("F9",), "time stamp"),
        KeyHint(("F11",), projector),
    )
