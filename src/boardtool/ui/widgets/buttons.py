"""Buttons: primary, quiet, small, link and bare icon, painted in the palette of the moment.

What is made with `writes` changes the library, and is grey within a part of the window that is only read.
"""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetrics, QKeyEvent, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from boardtool.ui import icons
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours, Tone, colours_of
from boardtool.ui.theme.fonts import BOLD, MEDIUM, REGULAR, Size

_HEIGHTS = {
    "small": sizes.CONTROL_SMALL,
    "chip": sizes.CHIP,
    "link": 24,
    "crumb": 20,
    "bare": sizes.CONTROL_SMALL,
}
_EDGES = {"small": sizes.S2, "link": -1, "crumb": -1, "bare": 5}
_WEIGHTS = {"primary": BOLD, "link": REGULAR, "crumb": REGULAR, "chip": REGULAR}
_BARE = {"link", "crumb"}
REFUSAL = "refusal"
"""The property of a part of the window that is only read: the sentence that says why."""


class IconButton(QPushButton):
    """A push button of one of the looks, with an icon before its words and a grey fact behind them."""

    def __init__(
        self,
        words: str,
        *,
        icon: str = "",
        look: str = "",
        tone: Tone = Tone.TEXT,
        count: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._icon = icon
        self._look = look
        self._tone = tone
        self._count = count
        self._writes = False
        self._refusal = ""
        self.setProperty("look", look)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        size = Size.CAPTION if look in {"small", "crumb"} else Size.BODY
        self.setFont(fonts.font(size, _WEIGHTS.get(look, MEDIUM)))
        if count:
            self.set_count(count)

    def set_count(self, count: str) -> None:
        """Say how many behind the words ("5 people")."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else "")
        self.updateGeometry()
        self.update()

    @property
    def writes(self) -> bool:
        """Whether pressing it changes the library."""
        return self._writes

    def mark_writing(self) -> None:
        """Say that pressing it changes the library: within what is only read it is grey."""
        self._writes = True

    def refuse(self, why: str) -> None:
        """Be grey from now on, and say why."""
        self._refusal = why
        self.setEnabled(False)
        self.setToolTip(why)

    def setEnabled(self, enabled: bool) -> None:  # noqa: FBT001 - Qt's own signature
        super().setEnabled(enabled and not self._refusal)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        why = _refusal_around(self) if self._writes else ""
        if why:
            self.refuse(why)

    def set_icon(self, name: str, tone: Tone | None = None) -> None:
        self._icon = name
        self._tone = tone or self._tone
        self.updateGeometry()
        self.update()

    def parts(self) -> list[tuple[str, QFont, Tone]]:
        """What is written on the button, from left to right."""
        written = [(self.text(), self.font(), self._tone)] if self.text() else []
        return [*written, *([(self._count, fonts.font(), Tone.HELP)] if self._count else [])]

    def icon_side(self) -> int:
        return sizes.ICON_ROW if self._look in {"small", "chip"} else sizes.ICON

    def edge(self) -> int:
        return _EDGES.get(self._look, sizes.S3) + 1

    def sizeHint(self) -> QSize:
        widths = [QFontMetrics(font).horizontalAdvance(_shown(words)) for words, font, _tone in self.parts()]
        if self._icon:
            widths.insert(0, self.icon_side())
        gaps = sizes.S2 * max(len(widths) - 1, 0)
        height = fonts.scaled(_HEIGHTS.get(self._look, sizes.CONTROL))
        return QSize(sum(widths) + gaps + 2 * self.edge(), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as the space bar does; not only in dialogs."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        painter.setRenderHint(QStylePainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        if self._look in _BARE:
            self._ring(painter, colours)
        else:
            option = QStyleOptionButton()
            self.initStyleOption(option)
            option.text = ""
            painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
            self._inner_ring(painter, colours)
        left = self.edge()
        if self._icon:
            side = self.icon_side()
            square = QRectF(left, (self.height() - side) / 2, side, side)
            icons.draw(painter, self._icon, square, self.ink(self._tone, colours))
            left += side + sizes.S2
        for words, font, tone in self.parts():
            painter.setFont(self._lined(font))
            painter.setPen(QColor(self.ink(tone, colours)))
            room = QRect(left, 0, self.width() - left, self.height())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
            painter.drawText(room, flags, words)
            left += QFontMetrics(font).horizontalAdvance(_shown(words)) + sizes.S2

    def ink(self, tone: Tone, colours: Colours) -> str:
        if not self.isEnabled():
            return colours.ctl_border if self._look == "bare" else colours.text_3
        return colours.on_accent if self._look == "primary" else str(getattr(colours, tone.value))

    def _lined(self, font: QFont) -> QFont:
        if self._look not in _BARE or not self.underMouse():
            return font
        lined = QFont(font)
        lined.setUnderline(True)
        return lined

    def _inner_ring(self, painter: QStylePainter, colours: Colours) -> None:
        """The primary button is filled with the accent: its focus is a line of the text's colour within."""
        if self._look == "primary" and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.on_accent), sizes.LINE))
            edge = sizes.S1 - 0.5
            inner = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
            painter.drawRoundedRect(inner, sizes.R_PILL, sizes.R_PILL)

    def _ring(self, painter: QStylePainter, colours: Colours) -> None:
        """A link shows the focus on its lower edge: a box would touch its letters."""
        if self.hasFocus():
            foot = QRect(0, self.height() - sizes.FOCUS, self.width(), sizes.FOCUS)
            painter.fillRect(foot, QColor(colours.accent))


class ActionButton(IconButton):
    """A bare button that gives the same command as an action, with the action's words and state."""

    def __init__(self, action: QAction, icon: str) -> None:
        super().__init__("", icon=icon, look="bare", tone=Tone.HELP)
        self._action = action
        self.clicked.connect(lambda _checked=False: action.trigger())
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setAccessibleName(self._action.text())
        self.setToolTip(f"{self._action.text()} ({self._action.shortcut().toString()})")


def _refusal_around(button: QWidget) -> str:
    """Why nothing can be written from what the button stands in; "" where it can."""
    around = button.parentWidget()
    while around is not None:
        if why := around.property(REFUSAL):
            return str(why)
        around = around.parentWidget()
    return ""


def _shown(words: str) -> str:
    return words.replace("&", "")


def primary(
    words: str, do: Callable[[], object] | None = None, *, icon: str = "", writes: bool = False
) -> IconButton:
    """The one button of a page that is the next thing to do."""
    return _made(IconButton(words, icon=icon, look="primary"), do, writes=writes)


def quiet(
    words: str, do: Callable[[], object] | None = None, *, icon: str = "", writes: bool = False
) -> IconButton:
    return _made(IconButton(words, icon=icon), do, writes=writes)


def with_count(
    words: str, count: str, do: Callable[[], object] | None = None, *, icon: str = ""
) -> IconButton:
    """A quiet button that also says how many ("Send chasers  5 people")."""
    return _made(IconButton(words, icon=icon, count=count), do)


def small(
    words: str, do: Callable[[], object] | None = None, *, icon: str = "", writes: bool = False
) -> IconButton:
    return _made(IconButton(words, icon=icon, look="small"), do, writes=writes)


def link(words: str, do: Callable[[], object] | None = None, *, writes: bool = False) -> IconButton:
    """Words in the accent that do something when pressed, at the end of a row or under a sentence."""
    return _made(IconButton(words, look="link", tone=Tone.ACCENT), do, writes=writes)


def crumb(words: str, do: Callable[[], object] | None = None) -> IconButton:
    """A step of the way here, in small grey words above a page's title."""
    return _made(IconButton(words, look="crumb", tone=Tone.HELP), do)


def bare(
    icon: str, name: str, do: Callable[[], object] | None = None, *, keys: str = "", writes: bool = False
) -> IconButton:
    """An icon alone; `name` is its tooltip and what is read aloud."""
    button = IconButton("", icon=icon, look="bare", tone=Tone.HELP)
    button.setAccessibleName(name)
    button.setToolTip(f"{name} ({keys})" if keys else name)
    return _made(button, do, writes=writes)


def _made(button: IconButton, do: Callable[[], object] | None, *, writes: bool = False) -> IconButton:
    if writes:
        button.mark_writing()
    if do is not None:
        button.clicked.connect(lambda _checked=False: do())
    return button
