"""The Performance place: a board's scorecard, or the one metric that was opened from it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from boardtool.ui.context import Context
from boardtool.ui.page import KeyHint, Page, Picture
from boardtool.ui.performance.pictures import pictures_of
from boardtool.ui.performance.scorecard import Scorecard
from boardtool.ui.places import Place

if TYPE_CHECKING:
    from boardtool.ui.performance.metric import MetricPage


class PerformancePage(Page):
    """Holds both pages; a reference with a slash ("metric/area") opens the metric, else the scorecard."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.header.hide()
        self.scorecard = Scorecard(context)
        self._metric: MetricPage | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.scorecard)
        self.set_body(self._stack)
        self._follow(self.scorecard)

    @property
    def one(self) -> "MetricPage":
        """The page of one metric, made when one is first opened."""
        if self._metric is None:
            from boardtool.ui.performance.metric import MetricPage

            self._metric = MetricPage(self.context)
            self._metric.lost.connect(self._lost)
            self._metric.framework.connect(self._show_framework)
            self._stack.addWidget(self._metric)
            self._follow(self._metric)
        return self._metric

    @property
    def shown(self) -> Page:
        if self._metric is not None and self._stack.currentWidget() is self._metric:
            return self._metric
        return self.scorecard

    def open(self, place: Place) -> None:
        page: Page = self.one if "/" in place.ref else self.scorecard
        arriving = self._stack.currentWidget() is not page
        page.open(place)
        self._stack.setCurrentWidget(page)
        if arriving:
            page.panes()[0].setFocus()
        self._name()
        self.hints_changed.emit()

    def key_hints(self) -> Sequence[KeyHint]:
        return self.shown.key_hints()

    def panes(self) -> Sequence[QWidget]:
        return self.shown.panes()

    def pictures(self) -> Sequence[Picture]:
        return pictures_of(self)

    def _follow(self, page: Page) -> None:
        page.title_changed.connect(self._name)
        page.hints_changed.connect(self.hints_changed)
        page.content_shown.connect(self.content_shown)

    def _name(self) -> None:
        self.set_title(self.shown.title)

    def _show_framework(self, name: str) -> None:
        """Back to the scorecard, to the metrics of one framework."""
        self.scorecard.filters.want(name)
        self.context.navigate(Place("performance"))

    def _lost(self, sentence: str) -> None:
        """The metric was removed, here or by undoing: back to the scorecard."""
        if self.shown is not self.scorecard:
            self.context.messages.say(sentence)
            self.open(Place("performance"))
