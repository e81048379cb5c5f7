"""What every tab of a metric is: a chart over its table, and the sentence that it says."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.ui.performance.question import MetricFacts
from boardtool.ui.tables.column import Align, Column, Look
from boardtool.ui.widgets.notices import EmptyState

R = TypeVar("R")


class MetricView(QWidget):
    """The base of the tabs: a chart over its table, or a sentence where there is nothing to draw."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._empty = EmptyState("")
        self._empty.hide()

    def sentence(self, facts: MetricFacts) -> str:
        """What the tab says, for the head of the page."""
        return facts.chart.sentence

    def show_facts(self, facts: MetricFacts) -> None:
        """Fill chart and table."""
        raise NotImplementedError

    def panes(self) -> Sequence[QWidget]:
        return (self,)

    def hold(self, both: QWidget) -> None:
        """Put chart and table in the tab."""
        self._column.addWidget(both, 1)
        self._column.addWidget(self._empty)


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
