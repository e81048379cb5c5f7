"""A middle with a panel at its right, and the handle that stands for the panel where that is folded away."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyleOptionButton, QStylePainter, QWidget

from boardtool.ui import icons
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.widgets.buttons import IconButton
from boardtool.ui.widgets.panel import RightPanel

SHOW = "Show details"
HIDE = "Hide details"


class BesidePanel(QWidget):
    """A middle and a right panel side by side; in a narrow window the panel folds to a handle.

    The handle unfolds the panel beside the middle, and folds it again. Where the person closed the panel it
    stays closed until it is asked for.
    """

    def __init__(self, middle: QWidget, panel: RightPanel) -> None:
        super().__init__()
        self.middle = middle
        self.panel = panel
        self.handle = _Handle(panel.accessibleName())
        self.handle.clicked.connect(self._turn)
        panel.handle = self.handle
        self._narrow = False
        self._wanted = True
        self._open = True
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(middle, 1)
        row.addWidget(self.handle, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(panel)
        self.handle.hide()
        panel.closed.connect(self._close)

    def show_panel(self, *, wanted: bool = True) -> None:
        """Say whether there is anything for the panel to show: else neither it nor its handle is there."""
        self._wanted = wanted
        self._settle()

    def unfold(self) -> None:
        self._open = True
        self._settle()

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show}:
            narrow = self.window().width() <= fonts.scaled(sizes.TIGHT)
            if narrow != self._narrow:
                self._narrow = narrow
                self._open = not narrow
                self._settle()
        return super().event(event)

    def _turn(self) -> None:
        self._open = not self._open
        self._settle()

    def _close(self) -> None:
        self._open = False
        self._settle()

    def _settle(self) -> None:
        self.handle.say(opens=not self._open)
        self.handle.setVisible(self._wanted and (self._narrow or not self._open))
        self.panel.setVisible(self._wanted and self._open)


class _Handle(IconButton):
    """Its words are written down the edge, where they take no more room than an icon."""

    def __init__(self, panel: str) -> None:
        super().__init__(SHOW, icon="chevron-left", look="small", tone=Tone.HELP)
        self._panel = panel
        self.say(opens=True)

    def say(self, *, opens: bool) -> None:
        words = SHOW if opens else HIDE
        self.setText(words)
        self.set_icon("chevron-left" if opens else "chevron-right")
        self.setAccessibleName(f"{words}: {self._panel}")
        self.setToolTip(self.accessibleName())

    def sizeHint(self) -> QSize:
        return super().sizeHint().transposed()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        painter.setRenderHint(QStylePainter.RenderHint.Antialiasing)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        colours = colours_of(self.palette())
        ink = self.ink(self._tone, colours)
        side = self.icon_side()
        icons.draw(painter, self._icon, QRectF((self.width() - side) / 2, self.edge(), side, side), ink)
        painter.translate(self.width(), 0)
        painter.rotate(90)
        painter.setFont(self.font())
        painter.setPen(QColor(ink))
        begin = self.edge() + side + sizes.S2
        room = QRectF(begin, 0, self.height() - begin, self.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
