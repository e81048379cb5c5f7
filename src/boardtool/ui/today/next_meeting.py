"""The head of Today: the next meeting in large type, when and where, and its five dates on a line."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boardtool.domain.boards import Mode
from boardtool.domain.milestones import days_away
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Tone
from boardtool.ui.theme.fonts import BOLD, Size
from boardtool.ui.today.sentences import on_the_line, where_and_when
from boardtool.ui.widgets.buttons import primary
from boardtool.ui.widgets.labels import Words, caption
from boardtool.ui.widgets.timeline import Timeline

if TYPE_CHECKING:
    from boardtool.data.today import NextMeeting


class NextMeetingHead(QWidget):
    """Shows the next meeting; its button opens it."""

    def __init__(self, open_meeting: Callable[[], None]) -> None:
        super().__init__()
        self._near = caption()
        self._board = Words(size=Size.FIGURE, weight=BOLD, wrap=True)
        self._where = Words(tone=Tone.HELP, wrap=True)
        self._timeline = Timeline()
        self.button = primary("Open meeting", open_meeting)
        words = QVBoxLayout()
        words.setSpacing(sizes.S1)
        words.addWidget(self._near)
        words.addWidget(self._board)
        words.addWidget(self._where)
        row = QHBoxLayout()
        row.setSpacing(sizes.S5)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.PAGE_EDGE, 0, sizes.PAGE_EDGE, 0)
        column.setSpacing(sizes.S4 + sizes.S1)
        column.addLayout(row)
        column.addWidget(self._timeline)

    def show_meeting(self, coming: "NextMeeting") -> None:
        kind = "Next board" if coming.board.mode is Mode.STATUTORY else "Next meeting"
        self._near.setText(f"{kind} · {days_away(coming.days)}")
        self._board.setText(coming.board.name)
        self._where.setText(where_and_when(coming))
        self._timeline.set_milestones(on_the_line(coming.milestones))
        self.setAccessibleName(f"{kind}, {days_away(coming.days)}: {coming.board.name}")
