"""How to read a chart: each mark with its word and how often it stands there."""

from collections import Counter

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from boardtool.domain.performance.charts import MetricChart
from boardtool.domain.performance.series import Direction
from boardtool.domain.performance.xmr import Kind
from boardtool.ui.charts.lettering import Anchor, write
from boardtool.ui.charts.marks import RADIUS, draw_mark
from boardtool.ui.charts.range_panel import draw_range_mark
from boardtool.ui.charts.words import KINDS
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours, colours_of
from boardtool.ui.theme.fonts import BOLD, Size

_ROW = 26
_HIGH = "Change larger than usual"


class Legend(QWidget):
    """Paints a row for each kind of point, with its count."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[Kind, int]] = []
        self._high: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: MetricChart) -> None:
        counted = Counter(point.kind for point in chart.xmr.points if point.value is not None)
        directed = chart.xmr.direction is not Direction.NEUTRAL
        special = [Kind.CONCERN, Kind.IMPROVEMENT] if directed else [Kind.NEUTRAL]
        self._rows = [(kind, counted[kind]) for kind in (*special, Kind.COMMON_CAUSE)]
        self._high = len(chart.ranges.high) if chart.shows_ranges else None
        said = [f"{KINDS[kind]}: {count}" for kind, count in self._rows]
        if self._high is not None:
            said.append(f"{_HIGH}: {self._high}")
        self.setAccessibleName("; ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        rows = len(self._rows) + (self._high is not None)
        return QSize(sizes.PANEL // 2, rows * fonts.scaled(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        painter = QPainter(self)
        height = fonts.scaled(_ROW)
        for line, (kind, count) in enumerate(self._rows):
            middle = (line + 0.5) * height
            draw_mark(painter, QPointF(RADIUS + 2, middle), kind, colours, way=1)
            self._write(painter, KINDS[kind], count, middle, colours)
        if self._high is not None:
            middle = (len(self._rows) + 0.5) * height
            draw_range_mark(painter, QPointF(RADIUS + 2, middle), colours, high=True)
            self._write(painter, _HIGH, self._high, middle, colours)

    def _write(self, painter: QPainter, words: str, count: int, middle: float, colours: Colours) -> None:
        beside = QPointF(2 * RADIUS + sizes.S3, middle)
        write(painter, words, beside, colours.text, size=Size.BODY)
        place = QPointF(self.width(), middle)
        write(painter, str(count), place, colours.text, size=Size.BODY, anchor=Anchor.RIGHT, weight=BOLD)
