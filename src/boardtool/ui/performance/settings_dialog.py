"""How the charts of a metric are judged and what they show, in one form; a change of any is one step."""

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from boardtool.domain.errors import CannotDoError
from boardtool.domain.performance.metrics import Metric
from boardtool.domain.performance.settings import (
    LONGEST_RUN,
    SHORTEST_BASELINE,
    SHORTEST_RUN,
    Conflict,
    Settings,
)
from boardtool.domain.performance.typed import read_whole
from boardtool.services.performance import metrics
from boardtool.ui.context import Context
from boardtool.ui.widgets.form_dialog import FormDialog

_CONFLICTS = {
    Conflict.PRECEDENCE: "By the first rule that holds",
    Conflict.IMPROVEMENT: "As better",
    Conflict.CONCERN: "As worse",
}


class ChartSettingsDialog(FormDialog):
    """Shows the settings of a metric; what is changed is said in the name of the step."""

    def __init__(self, context: Context, parent: QWidget, metric: Metric) -> None:
        super().__init__(parent, "Chart settings", words="Change", take=self._take)
        self._context, self._metric = context, metric
        held = metric.settings
        self.screening = _box("Leave out unusually large moving ranges", held.screening)
        self.fix_after = QLineEdit("" if held.fix_after is None else str(held.fix_after))
        self.shift = _choice(range(SHORTEST_RUN, LONGEST_RUN + 1), held.shift_length)
        self.trend = _choice(range(SHORTEST_RUN, LONGEST_RUN + 1), held.trend_length)
        self.outside = _box("Points outside count towards two of three", held.outside_is_near)
        self.across = _box("Trends run on over a recalculation", held.trends_cross_segments)
        self.conflict = QComboBox()
        for conflict, words in _CONFLICTS.items():
            self.conflict.addItem(words, conflict)
        self.conflict.setCurrentIndex(self.conflict.findData(held.conflict))
        self.ranges = _box("Show the moving ranges beneath the figures", held.moving_ranges)
        self.dispersion = _box("Allow for areas differing by more than chance", held.over_dispersion)
        self._lay_out()

    def _lay_out(self) -> None:
        self.form.add("screening", "Limits", self.screening, help_text="Of 3.267 times their average or more")
        self.form.add(
            "fix_after",
            "Limits &from the first",
            self.fix_after,
            help_text=f"Points, {SHORTEST_BASELINE} or more. Empty: from all",
        )
        self.form.add("shift", "&Run on one side", self.shift, help_text="Points in a row; 7 is usual")
        self.form.add("trend", "&Trend", self.trend, help_text="Points in a row; 7 is usual")
        self.form.add("outside", "Rules", self.outside)
        self.form.add("across", "", self.across)
        self.form.add("conflict", "&Where rules disagree", self.conflict)
        self.form.add("ranges", "Charts", self.ranges)
        self.form.add("dispersion", "Funnel", self.dispersion)

    def _take(self) -> None:
        try:
            wanted = self._wanted()
        except CannotDoError as refused:
            self.form.wrong("fix_after", str(refused))
            return
        store, metric_id = self._context.store, self._metric.id
        self._context.steps.run(
            lambda: metrics.change_settings(store, metric_id=metric_id, settings=wanted),
            then=lambda _none: self.accept(),
            refused=lambda sentence: self.form.wrong("fix_after", sentence),
        )

    def _wanted(self) -> Settings:
        """What is chosen.

        Raises:
            CannotDoError: the baseline is no number, or too short.
        """
        typed = self.fix_after.text().strip()
        return Settings(
            screening=self.screening.isChecked(),
            fix_after=read_whole(typed) if typed else None,
            trend_length=self.trend.currentData(),
            shift_length=self.shift.currentData(),
            outside_is_near=self.outside.isChecked(),
            trends_cross_segments=self.across.isChecked(),
            conflict=Conflict(self.conflict.currentData()),
            moving_ranges=self.ranges.isChecked(),
            over_dispersion=self.dispersion.isChecked(),
        )


def _box(words: str, on: bool) -> QCheckBox:  # noqa: FBT001 - whether it is on is what it shows
    box = QCheckBox(words)
    box.setChecked(on)
    return box


def _choice(numbers: Iterable[int], held: int) -> QComboBox:
    box = QComboBox()
    for number in numbers:
        box.addItem(str(number), number)
    box.setCurrentIndex(box.findData(held))
    return box
