"""What every tab of a metric is: a chart over its table, and the sentence that it says."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.performance.matrix import asks_of
from boardtool.domain.performance.views import ChartView
from boardtool.ui.performance.chart_and_table import ChartAndTable
from boardtool.ui.performance.question import MetricFacts
from boardtool.ui.tables.column import Align, Column, Look
from boardtool.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from boardtool.ui.charts.chart import Chart

R = TypeVar("R")


class MetricView(QWidget):
    """The base of the tabs: a chart over its table, or a sentence where there is nothing to draw.

    `draws` is the chart that a file of it holds; `reading` says in words how that is read, where there is no
    legend that counts its marks.
    """

    draws: ClassVar[ChartView] = ChartView.TIME
    reading: ClassVar[str] = ""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._drawn: Chart
        self._needs: Callable[[], int]
        self._empty = EmptyState("")
        self._empty.hide()

    def sentence(self, facts: MetricFacts) -> str:
        """What the tab says, for the head of the page."""
        return facts.chart.sentence

    def asks(self, facts: MetricFacts) -> str:
        """What that asks of a board, in a smaller line beneath: over time the matrix, then the comment."""
        return " ".join(filter(None, (asks_of(facts.row), facts.row.comment)))

    def show_facts(self, facts: MetricFacts) -> None:
        """Fill chart and table."""
        raise NotImplementedError

    def panes(self) -> Sequence[QWidget]:
        return (self,)

    def hold(self, both: ChartAndTable[R]) -> None:
        """Put chart and table in the tab."""
        self._column.addWidget(both, 1)
        self._column.addWidget(self._empty)
        self._drawn, self._needs = both.chart, both.least_height

    @property
    def is_drawn(self) -> bool:
        """Whether there is a chart, and not a sentence in its place."""
        return self._empty.isHidden()

    def copy(self) -> QPixmap:
        """The chart as a picture for papers, in light colours at twice the size of the screen."""
        return self._drawn.on_paper()

    def least_height(self) -> int:
        """How high it must be for its chart to be read and its table to be used, in pixels."""
        return self._empty.sizeHint().height() if self._empty.isVisible() else self._needs()


def figures_column(
    key: str,
    heading: str,
    value: Callable[[R], str],
    *,
    strong: bool = False,
    width: int = 110,
    sort: Callable[[R], float | None] | None = None,
) -> Column[R]:
    """A column of figures, at its right edge."""
    look = Look.STRONG if strong else Look.HELP
    return Column(key, heading, value, width=width, align=Align.RIGHT, look=look, sort=sort)
