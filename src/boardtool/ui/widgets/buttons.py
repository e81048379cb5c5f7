"""Buttons: primary, quiet, link, bare icon, and the tab-less chip's base; icons follow the palette."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QIcon, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from boardtool.ui import icons
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colours_of
from boardtool.ui.theme.fonts import BOLD, MEDIUM, REGULAR, Size


class IconButton(QPushButton):
    """A push button whose icon is drawn anew whenever the palette or the scale changes."""

    def __init__(
        self,
        words: str,
        *,
        icon: str = "",
        look: str = "",
        tone: Tone = Tone.TEXT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._icon = icon
        self._tone = tone
        self.setProperty("look", look)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._weigh(look)
        self._draw_icon()

    def _weigh(self, look: str) -> None:
        weight = {"primary": BOLD, "link": REGULAR, "chip": REGULAR}.get(look, MEDIUM)
        self.setFont(fonts.font(Size.CAPTION if look == "small" else Size.BODY, weight))

    def set_icon(self, name: str, tone: Tone | None = None) -> None:
        self._icon = name
        self._tone = tone or self._tone
        self._draw_icon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange} and hasattr(self, "_icon"):
            self._draw_icon()

    def _draw_icon(self) -> None:
        if not self._icon:
            return
        if self.property("look") == "primary":
            self.setIcon(icons.icon_in(self._icon, colours_of(self.palette()).on_accent))
        else:
            self.setIcon(icons.icon(self._icon, self.palette(), self._tone))
        small = self.property("look") == "small"
        self.setIconSize(icons.icon_size(sizes.ICON_ROW if small else sizes.ICON))


def primary(words: str, do: Callable[[], object] | None = None, *, icon: str = "") -> IconButton:
    """The one button of a page that is the next thing to do."""
    return _made(IconButton(words, icon=icon, look="primary"), do)


def quiet(words: str, do: Callable[[], object] | None = None, *, icon: str = "") -> IconButton:
    return _made(IconButton(words, icon=icon), do)


def small(words: str, do: Callable[[], object] | None = None, *, icon: str = "") -> IconButton:
    return _made(IconButton(words, icon=icon, look="small"), do)


def link(words: str, do: Callable[[], object] | None = None) -> IconButton:
    """Words in the accent that do something when pressed, at the end of a row or under a sentence."""
    return _made(IconButton(words, look="link", tone=Tone.ACCENT), do)


def bare(icon: str, name: str, do: Callable[[], object] | None = None, *, keys: str = "") -> IconButton:
    """An icon alone; `name` is its tooltip and what is read aloud."""
    button = IconButton("", icon=icon, look="bare", tone=Tone.HELP)
    button.setAccessibleName(name)
    button.setToolTip(f"{name} ({keys})" if keys else name)
    return _made(button, do)


def for_action(action: QAction, icon: str) -> IconButton:
    """A bare button that gives the same command as an action, with the action's words and state."""
    button = bare(icon, action.text(), action.trigger)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setAccessibleName(action.text())
        button.setToolTip(f"{action.text()} ({action.shortcut().toString()})")

    action.changed.connect(follow)
    follow()
    return button


def with_count(
    words: str, count: str, do: Callable[[], object] | None = None, *, icon: str = ""
) -> IconButton:
    """A quiet button that also says how many ("Send chasers  5 people")."""
    return _made(_CountedButton(words, count, icon), do)


class _CountedButton(IconButton):
    def __init__(self, words: str, count: str, icon: str) -> None:
        super().__init__(words, icon=icon)
        self._count = count
        self.setAccessibleName(f"{words}, {count}")

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        advance = QFontMetrics(fonts.font()).horizontalAdvance(self._count)
        return QSize(hint.width() + advance + sizes.S2, hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        icon, option.text, option.icon = option.icon, "", QIcon()
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        colours = colours_of(self.palette())
        left = sizes.S3
        if not icon.isNull():
            icon.paint(painter, QRect(left, (self.height() - sizes.ICON) // 2, sizes.ICON, sizes.ICON))
            left += sizes.ICON + sizes.S2
        room = self.rect().adjusted(left, 0, -sizes.S3, 0)
        painter.setFont(self.font())
        painter.setPen(QColor(colours.text if self.isEnabled() else colours.text_3))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, self.text())
        painter.setFont(fonts.font())
        painter.setPen(QColor(colours.text_2))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, self._count)


def _made(button: IconButton, do: Callable[[], object] | None) -> IconButton:
    if do is not None:
        button.clicked.connect(lambda _checked=False: do())
    return button
