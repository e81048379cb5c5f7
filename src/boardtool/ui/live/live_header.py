"""The line over the panes: which meeting, and the clock of the item and of the meeting against the plan."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boardtool.domain.agenda import plain_number
from boardtool.domain.dates import agenda_clock, clock, weekday_date
from boardtool.domain.live import AgainstPlan, in_hand
from boardtool.ui.live.state import LiveState
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.theme.fonts import BOLD, MEDIUM, REGULAR, Size
from boardtool.ui.widgets.labels import Icon, OneLine, Words, body, caption

_BAR = 72
_BAR_HIGH = 4


class LiveHeader(QWidget):
    """Board and day at the left; item, plan, close and the time of day at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(fonts.scaled(sizes.LIVE_HEADER))
        self._board = OneLine(size=Size.READ, weight=BOLD)
        self._day = OneLine(tone=Tone.HELP)
        self._item = caption("Item")
        self._spent = Words(size=Size.READ, weight=BOLD)
        self._of = body(tone=Tone.HELP)
        self._bar = TimeBar()
        self._plan_icon = Icon("clock", Tone.HELP)
        self._plan = Words(weight=MEDIUM)
        self._close = Words(weight=REGULAR)
        self._planned_close = body(tone=Tone.HELP)
        self._time = Words(size=Size.CLOCK, weight=BOLD)
        self._lay_out()

    def _lay_out(self) -> None:
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(sizes.PAGE_EDGE - sizes.S1, sizes.S2, sizes.PAGE_EDGE, sizes.S2)
        self.row.setSpacing(sizes.S6)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._board)
        left.addWidget(self._day)
        self.row.addLayout(left, 1)
        self._item_fact = _Fact(self._item, self._spent, self._of, self._bar)
        self._plan_fact = _Fact(caption("Against plan"), self._plan_icon, self._plan)
        self._close_fact = _Fact(caption("Expected close"), self._close, self._planned_close)
        for fact in (self._item_fact, self._plan_fact, self._close_fact):
            self.row.addWidget(fact)
        self.row.addSpacing(sizes.S3)
        self.row.addWidget(self._time)

    def show_meeting(self, state: LiveState) -> None:
        self._board.setText(state.meeting.board_name)
        self._day.setText(f"{weekday_date(state.meeting.date)} · {state.meeting.place.split(',')[0]}")
        self._day.setToolTip(state.meeting.place)

    def show_time(self, state: LiveState, plan: AgainstPlan, time: str) -> None:
        """The minute has changed, or the meeting has."""
        self._time.setText(time)
        self._time.setAccessibleName(f"It is {time}")
        item = in_hand(state.items)
        running = item is not None and plan.spent is not None and plan.planned is not None
        self._item_fact.setVisible(running)
        if item is not None and plan.spent is not None and plan.planned is not None:
            self._item.setText(f"Item {plain_number(item.number)}")
            self._spent.setText(str(plan.spent))
            self._of.setText(f"of {plan.planned} min")
            self._bar.show_share(plan.spent, plan.planned)
            self._item_fact.setAccessibleName(
                f"Item {plain_number(item.number)}: {plan.spent} of {plan.planned} minutes"
            )
        late = plan.behind > 0
        self._plan_icon.show_icon("clock", Tone.DUE if late else Tone.HELP)
        self._plan.set_tone(Tone.DUE if late else Tone.TEXT)
        self._plan.setText(plan.sentence)
        self._plan_fact.setAccessibleName(f"Against plan: {plan.sentence}")
        closed = state.meeting.closed_at is not None
        self._close_fact.rename("Closed" if closed else "Expected close")
        self._close.setText(clock(plan.expected_close))
        self._planned_close.setText(f"({agenda_clock(plan.planned_close)})")
        self._close_fact.setAccessibleName(
            f"Expected close {clock(plan.expected_close)}, planned {clock(plan.planned_close)}"
        )

    def be_narrow(self, *, narrow: bool) -> None:
        """Leave out what a narrow window has no room for."""
        self._bar.setVisible(not narrow)
        self._planned_close.setVisible(not narrow)
        self.row.setSpacing(sizes.S5 if narrow else sizes.S6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours_of(self.palette()).line))


class _Fact(QWidget):
    """A caption over a few words."""

    def __init__(self, name: Words, *parts: QWidget) -> None:
        super().__init__()
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(name)
        line = QHBoxLayout()
        line.setSpacing(sizes.S1 + 2)
        for part in parts:
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch()
        column.addLayout(line)

    def rename(self, name: str) -> None:
        self._name.setText(name)


class TimeBar(QWidget):
    """How much of an item's time is gone; full and in the colour of warning when it is over."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_share(self, spent: int, planned: int) -> None:
        self._share = spent / planned if planned else 0.0
        self.setAccessibleName(f"{spent} of {planned} minutes gone")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_BAR, _BAR_HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.line_strong))
        whole = QRectF(self.rect())
        painter.drawRoundedRect(whole, _BAR_HIGH / 2, _BAR_HIGH / 2)
        painter.setBrush(QColor(colours.due if self._share > 1 else colours.accent))
        whole.setWidth(whole.width() * min(self._share, 1.0))
        painter.drawRoundedRect(whole, _BAR_HIGH / 2, _BAR_HIGH / 2)
