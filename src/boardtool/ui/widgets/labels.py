"""Words on a page: headings, captions, sentences, pills and key caps, in the type and greys of the design."""

from html import escape

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from boardtool.ui import icons
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone, colour, colours_of
from boardtool.ui.theme.fonts import BOLD, MEDIUM, REGULAR, Size


class Words(QLabel):
    """A label in a size, weight and tone; it keeps its tone when the palette changes."""

    def __init__(
        self,
        text: str = "",
        *,
        size: Size = Size.BODY,
        weight: QFont.Weight = REGULAR,
        tone: Tone = Tone.TEXT,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self._size = size
        self._plain = ""
        self._is_markup = False
        self._colouring = False
        self.setFont(fonts.font(size, weight))
        super().setTextFormat(Qt.TextFormat.RichText if wrap else Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self.setMinimumHeight(0 if wrap else fonts.line_height(size))
        if wrap:  # Qt puts a line's extra height above its letters; half of it belongs beneath them
            lift = (fonts.line_height(size) - self.fontMetrics().height()) // 2
            self.setContentsMargins(0, -lift, 0, lift)
        self._colour()

    def setText(self, text: str) -> None:
        """Show plain words; a text of several lines gets the line height of its size."""
        self._plain = text
        if not self.wordWrap():
            super().setText(text)
            return
        lines = text if self._is_markup else escape(text).replace("\n", "<br>")
        super().setText(f'<p style="margin: 0; line-height: {fonts.line_height(self._size)}px">{lines}</p>')

    def setTextFormat(self, text_format: Qt.TextFormat) -> None:
        """Whoever asks for rich text brings its own markup from then on, escaped."""
        self._is_markup = text_format is Qt.TextFormat.RichText
        super().setTextFormat(text_format)

    def text(self) -> str:
        return self._plain

    def set_tone(self, tone: Tone) -> None:
        self._tone = tone
        self._colour()

    def set_size(self, size: Size) -> None:
        """Write the same words larger or smaller, in the same weight."""
        if size is not self._size:
            self._size = size
            self.setFont(fonts.font(size, QFont.Weight(self.font().weight())))
            self.setText(self._plain)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_colouring") and not self._colouring:
            self._colour()

    def _colour(self) -> None:
        self._colouring = True
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colour(palette, self._tone))
        self.setPalette(palette)
        self._colouring = False


class OneLine(Words):
    """Words that give way: what does not fit ends in an ellipsis, and the whole is in the tooltip."""

    def __init__(
        self,
        text: str = "",
        *,
        size: Size = Size.BODY,
        weight: QFont.Weight = REGULAR,
        tone: Tone = Tone.TEXT,
    ) -> None:
        super().__init__(text, size=size, weight=weight, tone=tone)
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self.text() if shown != self.text() else "")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, shown)


def title(text: str = "") -> Words:
    return Words(text, size=Size.TITLE, weight=BOLD)


def figure(text: str = "") -> Words:
    return Words(text, size=Size.FIGURE, weight=BOLD)


def section(text: str = "") -> Words:
    """A heading within a page."""
    return Words(text, size=Size.READ, weight=BOLD)


def heading(text: str = "") -> Words:
    """A heading within a panel."""
    return Words(text, weight=BOLD)


def body(text: str = "", *, tone: Tone = Tone.TEXT, wrap: bool = False) -> Words:
    return Words(text, tone=tone, wrap=wrap)


def caption(text: str = "", *, tone: Tone = Tone.HELP) -> Words:
    return Words(text, size=Size.CAPTION, tone=tone)


class Icon(QWidget):
    """An icon in a tone, beside words; it is silent for a screen reader, since the words say it."""

    def __init__(
        self, name: str, tone: Tone = Tone.TEXT, *, size: int = sizes.ICON, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._tone = tone
        self._size = size
        self.setFixedSize(size, size)

    def show_icon(self, name: str, tone: Tone) -> None:
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tint = getattr(colours_of(self.palette()), self._tone.value)
        icons.draw(painter, self._name, QRectF(0, 0, self._size, self._size), tint)


class SectionHeading(QWidget):
    """A heading with a small grey fact behind it ("What it still lacks  3 findings, 12 checks hold").

    At the edge of a page a hairline closes it, over the first row beneath; in a panel (`edge=0`) none does.
    """

    def __init__(self, text: str, fact: str = "", *, edge: int = sizes.PAGE_EDGE) -> None:
        super().__init__()
        self._edge = edge
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(edge, 0, edge, 0)
        self._row.addStretch()
        self.setFixedHeight(fonts.scaled(sizes.ROW_ROOMY))
        self.set_text(text, fact)

    def set_text(self, text: str, fact: str = "") -> None:
        self._text, self._fact = text, fact
        self.setAccessibleName(f"{text}, {fact}" if fact else text)
        self.update()

    def add(self, widget: QWidget) -> None:
        """Put a link at the right end."""
        self._row.addWidget(widget)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        font = fonts.font(Size.READ, BOLD)
        baseline = round((self.height() + QFontMetrics(font).capHeight()) / 2)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        painter.drawText(QPointF(self._edge, baseline), self._text)
        after = self._edge + QFontMetrics(font).horizontalAdvance(self._text) + sizes.S1
        painter.setFont(fonts.font())
        painter.setPen(QColor(colours.text_2))
        painter.drawText(QPointF(after, baseline), self._fact)
        if self._edge:
            painter.fillRect(0, self.height() - sizes.LINE, self.width(), sizes.LINE, QColor(colours.line))


class Pill(QWidget):
    """A status: an icon and a word on a tint, or within a thin edge where it says nothing urgent."""

    def __init__(
        self, text: str = "", icon: str = "", tone: Tone = Tone.HELP, *, edged: bool = False
    ) -> None:
        super().__init__()
        self._edged = edged
        self._height = sizes.CONTROL if edged else 22
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_status(text, icon, tone)

    def show_status(self, text: str, icon: str = "", tone: Tone = Tone.HELP) -> None:
        self._text, self._icon, self._tone = text, icon, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return fonts.font(Size.BODY if self._edged else Size.CAPTION, MEDIUM)

    def sizeHint(self) -> QSize:
        edge = sizes.S3 if self._edged else sizes.S2
        lead = (sizes.ICON_ROW + 6) if self._icon else 0
        width = QFontMetrics(self._font()).horizontalAdvance(self._text) + lead + 2 * edge
        return QSize(width, fonts.scaled(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        grounds = {Tone.LATE: colours.late_bg, Tone.DUE: colours.due_bg, Tone.DONE: colours.done_bg}
        painter.setPen(QPen(QColor(colours.line)) if self._edged else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.surface if self._edged else grounds.get(self._tone, colours.hover)))
        radius = sizes.R_CONTROL if self._edged else sizes.R_PILL
        painter.drawRoundedRect(shape, radius, radius)
        tint = getattr(colours, self._tone.value)
        left = sizes.S3 if self._edged else sizes.S2
        if self._icon:
            top = (self.height() - sizes.ICON_ROW) / 2
            icons.draw(painter, self._icon, QRectF(left, top, sizes.ICON_ROW, sizes.ICON_ROW), tint)
            left += sizes.ICON_ROW + 6
        painter.setFont(self._font())
        painter.setPen(QColor(tint))
        room = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._text)


class KeyCap(QWidget):
    """A key as it is printed on the keyboard."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(key)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(fonts.font(Size.CAP, MEDIUM)).horizontalAdvance(self._key)
        return QSize(width + 2 * 6, fonts.scaled(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colours.line_strong))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), sizes.R_PILL, sizes.R_PILL
        )
        painter.setFont(fonts.font(Size.CAP, MEDIUM))
        painter.setPen(QColor(colours.text_2))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._key)
