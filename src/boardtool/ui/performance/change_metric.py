"""The dialog that says what a metric is: its names, its unit and direction, its parts, its source."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from boardtool.domain.performance.metrics import Metric
from boardtool.domain.performance.periods import Frequency
from boardtool.domain.performance.series import Direction
from boardtool.services.performance import metrics
from boardtool.ui.context import Context
from boardtool.ui.performance.new_metric import DIRECTIONS
from boardtool.ui.widgets.form_dialog import FormDialog
from boardtool.ui.widgets.growing_text import InlineParagraph


class ChangeMetricDialog(FormDialog):
    """Shows what is known; what was changed is one step."""

    def __init__(self, context: Context, parent: QWidget, metric: Metric) -> None:
        super().__init__(parent, "Change the metric", words="Change metric", take=self._take)
        self._context, self._metric = context, metric
        self.name = InlineParagraph("Name", metric.name, look="")
        self.short = QLineEdit(metric.short)
        self.unit = QLineEdit(metric.unit)
        self.direction = QComboBox()
        for direction, words in DIRECTIONS.items():
            self.direction.addItem(words, direction)
        self.direction.setCurrentIndex(self.direction.findData(metric.direction))
        self.frequency = QComboBox()
        for frequency in Frequency:
            self.frequency.addItem(frequency.value.capitalize(), frequency)
        self.frequency.setCurrentIndex(self.frequency.findData(metric.frequency))
        self.numerator = InlineParagraph("Numerator", metric.numerator, look="")
        self.denominator = InlineParagraph("Denominator", metric.denominator, look="")
        self.source = InlineParagraph("Source", metric.source, look="")
        self.note = InlineParagraph("Note", metric.note, look="")
        for field, words, box, about in (
            ("name", "&Name", self.name, "In full, as the framework says it"),
            ("short", "&Short name", self.short, "For the scorecard and its charts"),
            ("unit", "&Unit", self.unit, ""),
            ("direction", "Which way is &better", self.direction, ""),
            ("frequency", "&Figures come", self.frequency, ""),
            ("numerator", "Nu&merator", self.numerator, "What is counted; it heads its column"),
            ("denominator", "&Denominator", self.denominator, "Out of what; likewise"),
            ("source", "S&ource", self.source, ""),
            ("note", "No&te", self.note, "What a reader must know"),
        ):
            self.form.add(field, words, box, help_text=about)

    def _take(self) -> None:
        if not self.name.toPlainText().strip():
            self.form.wrong("name", "A metric needs a name.")
            return
        store, metric_id = self._context.store, self._metric.id
        words = {
            "name": self.name.toPlainText(),
            "short": self.short.text(),
            "unit": self.unit.text(),
            "numerator": self.numerator.toPlainText(),
            "denominator": self.denominator.toPlainText(),
            "source": self.source.toPlainText(),
            "note": self.note.toPlainText(),
        }
        direction = Direction(self.direction.currentData())
        frequency = Frequency(self.frequency.currentData())
        self._context.steps.run(
            lambda: metrics.change_metric(
                store, metric_id=metric_id, direction=direction, frequency=frequency, **words
            ),
            then=lambda _none: self.accept(),
            refused=lambda sentence: self.form.wrong("name", sentence),
        )
