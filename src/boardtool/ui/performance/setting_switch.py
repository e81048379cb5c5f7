"""A chart setting that is turned on and off under the chart that it changes; each turn is a step."""

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox

from boardtool.domain.performance.metrics import Metric
from boardtool.domain.performance.settings import Settings
from boardtool.services.performance import metrics
from boardtool.ui.context import Context


class SettingSwitch(QCheckBox):
    """`is_on(settings)` answers which way it stands, `turned(settings, on)` the settings turned that way."""

    def __init__(
        self,
        context: Context,
        words: str,
        *,
        is_on: Callable[[Settings], bool],
        turned: Callable[[Settings, bool], Settings],
    ) -> None:
        super().__init__(words)
        self._context, self._is_on, self._turned = context, is_on, turned
        self._metric: Metric | None = None
        self.clicked.connect(self._turn)

    def show_metric(self, metric: Metric) -> None:
        self._metric = metric
        self.setChecked(self._is_on(metric.settings))
        self.setEnabled(not self._context.read_only)

    def _turn(self, on: bool) -> None:  # noqa: FBT001 - what Qt's signal gives
        if self._metric is None:
            return
        store, metric = self._context.store, self._metric
        settings = self._turned(metric.settings, on)
        self._context.steps.run(
            lambda: metrics.change_settings(store, metric_id=metric.id, settings=settings),
            refused=self._put_back,
        )

    def _put_back(self, sentence: str) -> None:
        """The library did not take it: show what it holds, and say why."""
        if self._metric is not None:
            self.setChecked(self._is_on(self._metric.settings))
        self._context.messages.say(sentence)
