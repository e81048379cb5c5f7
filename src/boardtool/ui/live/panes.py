"""The three panes side by side; in a narrow window the one of the room folds away until it is asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget

from boardtool.ui.live.items_pane import ItemsPane
from boardtool.ui.live.live_header import LiveHeader
from boardtool.ui.live.minute_pane import MinutePane
from boardtool.ui.live.room_pane import RoomPane
from boardtool.ui.preferences import Preferences
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.widgets.buttons import bare
from boardtool.ui.widgets.notices import EmptyState

_LAYOUT = "live"


class Panes(QStackedWidget):
    """Items, minute and room under their header, or a sentence where there is no meeting.

    `meetings_wanted` is emitted when the person wants to go to the meetings instead.
    """

    meetings_wanted = Signal()

    def __init__(self, header: LiveHeader, preferences: Preferences) -> None:
        super().__init__()
        self.items = ItemsPane()
        self.minute = MinutePane()
        self.room = RoomPane()
        self.empty = EmptyState(
            "There is no meeting to minute. Plan one, and it opens here on the day.",
            "Go to the meetings",
            self.meetings_wanted.emit,
        )
        self._header = header
        self._room_wanted: bool | None = None
        self._unfold = bare("users", "Show or hide the room", self.toggle_room, keys="F4")
        self._unfold.hide()
        header.row.addWidget(self._unfold)
        self._side_by_side = self._split(preferences)
        self.addWidget(self._side_by_side)
        self.addWidget(self.empty)

    def _split(self, preferences: Preferences) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        for place, pane in enumerate((self.items, self.minute, self.room)):
            splitter.addWidget(pane)
            splitter.setCollapsible(place, False)  # noqa: FBT003 - Qt's own signature
        splitter.setStretchFactor(1, 1)
        self.items.setMinimumWidth(sizes.LIVE_SIDE)
        self.room.setMinimumWidth(sizes.LIVE_SIDE)
        splitter.setSizes([sizes.LIVE_ITEMS, 2 * sizes.LIVE_MIDDLE, sizes.LIVE_ROOM])
        splitter.restoreState(preferences.layout(_LAYOUT))
        splitter.splitterMoved.connect(
            lambda _to, _handle: preferences.remember_layout(_LAYOUT, splitter.saveState())
        )
        return splitter

    def show_meeting(self, *, there: bool) -> None:
        self.setCurrentWidget(self._side_by_side if there else self.empty)
        self._header.setVisible(there)

    def toggle_room(self) -> None:
        self._room_wanted = not self.room.isVisible()
        self.fold()

    def fold(self) -> None:
        """Settle what there is room for."""
        narrow = self.window().width() < fonts.scaled(sizes.NARROW) + sizes.LIVE_ROOM // 2
        shown = self._room_wanted if self._room_wanted is not None else not narrow
        self.room.setVisible(shown)
        self._unfold.setVisible(narrow or not shown)
        self._header.be_narrow(narrow=narrow)
