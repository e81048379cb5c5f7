"""The headings of a table: sentence case in the second grey, an arrow where it is sorted."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from boardtool.ui import icons
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import colours_of
from boardtool.ui.theme.fonts import MEDIUM, Size

_ARROW = 12


class HeaderView(QHeaderView):
    """Paints column headings from the tokens, indented at both edges as the cells are.

    `padding` stands left and right in a heading.
    """

    padding = sizes.CELL_PADDING

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setFixedHeight(fonts.scaled(sizes.TABLE_HEADER))
        self.setSortIndicatorShown(False)
        self.setAccessibleName("Column headings")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), fonts.scaled(sizes.TABLE_HEADER))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        colours = colours_of(self.palette())
        painter.save()
        painter.fillRect(rect, QColor(colours.surface))
        bottom = QRect(rect.left(), rect.bottom(), rect.width(), sizes.LINE)
        painter.fillRect(bottom, QColor(colours.line_strong))
        visual = self.visualIndex(logical)
        left = sizes.PAGE_EDGE if visual == 0 else self.padding
        right = sizes.PAGE_EDGE if visual == self.count() - 1 else self.padding
        inside = rect.adjusted(left, 0, -right, -1)
        self._words(painter, inside, logical)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, logical: int) -> None:
        colours = colours_of(self.palette())
        model = self.model()
        text = str(model.headerData(logical, Qt.Orientation.Horizontal) or "")
        alignment = model.headerData(logical, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        font = fonts.font(Size.CAPTION, MEDIUM)
        metrics = QFontMetrics(font)
        arrow = (_ARROW + sizes.S1) if self._is_sorted(logical) else 0
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() - arrow)
        to_the_right = bool(alignment and alignment & Qt.AlignmentFlag.AlignRight)
        width = metrics.horizontalAdvance(text)
        start = rect.right() + 1 - width if to_the_right else rect.left()
        painter.setFont(font)
        painter.setPen(QColor(colours.text_2))
        baseline = rect.top() + (rect.height() + metrics.capHeight()) / 2
        painter.drawText(QPointF(start, round(baseline)), text)
        if arrow:
            at = start - arrow if to_the_right else start + width + sizes.S1
            square = QRectF(at, rect.center().y() - _ARROW / 2 + 0.5, _ARROW, _ARROW)
            icons.draw(painter, self._arrow(), square, colours.text_2)

    def _is_sorted(self, logical: int) -> bool:
        return self.isSortIndicatorShown() and self.sortIndicatorSection() == logical

    def _arrow(self) -> str:
        rising = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        return "arrow-down" if rising else "arrow-up"
