"""The dialogs of a metric: a figure, a target, limits that begin anew, a break, a definition, a link."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from boardtool.domain.dates import read_date
from boardtool.domain.errors import CannotDoError
from boardtool.domain.performance.cautions import run_began
from boardtool.domain.performance.charts import metric_chart
from boardtool.domain.performance.metrics import Record, Status, TargetKind
from boardtool.domain.performance.period_words import read_period
from boardtool.domain.performance.periods import Period, months_from
from boardtool.domain.performance.typed import read_count, read_figure
from boardtool.services.performance import figures, metrics
from boardtool.ui.context import Context
from boardtool.ui.widgets.fields import DateField, paragraph_field
from boardtool.ui.widgets.form_dialog import FormDialog


class FigureDialog(FormDialog):
    """Asks for a figure of a period; `made(first day)` is called once it is there."""

    def __init__(
        self, context: Context, parent: QWidget, record: Record, made: Callable[[date], None]
    ) -> None:
        super().__init__(parent, "New figure", words="Enter figure", take=self._take)
        self._context, self._record, self._made = context, record, made
        metric = record.metric
        self.period = QLineEdit(_following(record))
        self.value = QLineEdit()
        self.value.setPlaceholderText(metric.unit)
        self.numerator, self.denominator = QLineEdit(), QLineEdit()
        self.status = QComboBox()
        for status in Status:
            self.status.addItem(status.value.capitalize(), status)
        self.note = QLineEdit()
        self.form.add("period", "&Period", self.period, help_text="June 2022, Q1 2022/23, 2022/23")
        self.form.add(
            "value", "&Value", self.value, help_text="Empty: worked out from numerator and denominator"
        )
        self.form.add("numerator", "N&umerator", self.numerator, help_text=metric.numerator)
        self.form.add("denominator", "&Denominator", self.denominator, help_text=metric.denominator)
        self.form.add("status", "&Status", self.status)
        self.form.add("note", "&Note", self.note)
        self.first = self.value

    def _take(self) -> None:
        field = "period"
        try:
            period = read_period(self.period.text())
            field = "value"
            said = read_figure(self.value.text()) if self.value.text().strip() else None
            field = "numerator"
            numerator = _optional(self.numerator.text())
            field = "denominator"
            denominator = _optional(self.denominator.text())
        except CannotDoError as refused:
            self.form.wrong(field, str(refused))
            return
        status = Status(self.status.currentData())
        value = said
        if isinstance(said, Status):
            status, value = said, None
        store, record, note = self._context.store, self._record, self.note.text()
        today = self._context.clock.today()
        number = value if isinstance(value, float) else None
        self._context.steps.run(
            lambda: figures.record_figure(
                store,
                metric_id=record.metric.id,
                area_id=record.area.id,
                period=period,
                value=number,
                numerator=numerator,
                denominator=denominator,
                status=status,
                note=note,
                today=today,
            ),
            then=lambda _id: self._done(period),
            refused=lambda sentence: self.form.wrong("value", sentence),
        )

    def _done(self, period: Period) -> None:
        self.accept()
        self._made(period.start)


class TargetDialog(FormDialog):
    """Asks what is to be reached, and when it holds."""

    def __init__(self, context: Context, parent: QWidget, record: Record) -> None:
        super().__init__(parent, "Set a target", words="Set target", take=self._take)
        self._context, self._record = context, record
        self.value = QLineEdit()
        self.value.setPlaceholderText(record.metric.unit)
        self.kind = QComboBox()
        for kind in TargetKind:
            self.kind.addItem(kind.value.capitalize(), kind)
        self.starts = DateField(name="From", read=read_date)
        self.ends = DateField(name="To", read=read_date)
        self.wording, self.source = QLineEdit(), QLineEdit()
        self.everywhere = QCheckBox("In every area")
        self.form.add("value", "&Value", self.value)
        self.form.add("kind", "&Kind", self.kind)
        self.form.add("starts", "&From", self.starts, help_text="Empty: always held")
        self.form.add("ends", "&To", self.ends, help_text="Empty: until another follows")
        self.form.add("wording", "&Wording", self.wording, help_text="As the paper says it")
        self.form.add("source", "&Source", self.source, help_text="Which paper")
        self.form.add("everywhere", "", self.everywhere)

    def _take(self) -> None:
        field = "value"
        try:
            value = read_count(self.value.text().strip().removesuffix("%"))
            field = "starts"
            starts = self.starts.value()
            field = "ends"
            ends = self.ends.value()
        except CannotDoError as refused:
            self.form.wrong(field, str(refused))
            return
        store, record, kind = self._context.store, self._record, TargetKind(self.kind.currentData())
        area_id = None if self.everywhere.isChecked() else record.area.id
        wording, source = self.wording.text(), self.source.text()
        self._context.steps.run(
            lambda: figures.set_target(
                store,
                metric_id=record.metric.id,
                value=value,
                kind=kind,
                area_id=area_id,
                starts=starts,
                ends=ends,
                wording=wording,
                source=source,
            ),
            then=lambda _id: self.accept(),
            refused=lambda sentence: self.form.wrong("ends", sentence),
        )


class RecalculateDialog(FormDialog):
    """Asks from which figure on the limits begin anew, why, and who says so."""

    def __init__(self, context: Context, parent: QWidget, record: Record, chosen: date | None) -> None:
        super().__init__(parent, "Recalculate limits", words="Recalculate", take=self._take)
        self._context, self._record = context, record
        self.begins = QComboBox()
        for seen in record.observations[1:]:
            self.begins.addItem(seen.period.shown, seen.period.start)
        began = run_began(metric_chart(record).xmr)
        newest = chosen is None or chosen == record.observations[-1].period.start
        if began is not None and newest:
            chosen = record.observations[began].period.start
        self.begins.setCurrentIndex(max(self.begins.findData(chosen), 0))
        self.reason = paragraph_field("Reason", lines=2)
        self.who = QLineEdit(context.preferences.who)
        since = "" if began is None else record.observations[began].period.shown
        run = f"; the figures are on one side of the mean since {since}" if since else ""
        self.form.add("begins", "&From", self.begins, help_text=f"The first figure of the new process{run}")
        self.form.add(
            "reason", "&Reason", self.reason, help_text="What changed in the service; printed on the chart"
        )
        self.form.add("who", "&Who says so", self.who)
        self.first = self.reason

    def _take(self) -> None:
        store, record, on = self._context.store, self._record, self.begins.currentData()
        reason, who = self.reason.toPlainText(), self.who.text()
        today = self._context.clock.today()
        if on is None:
            self.form.wrong("begins", "Limits can begin anew at the second figure or later.")
            return
        self._context.steps.run(
            lambda: figures.recalculate(
                store,
                metric_id=record.metric.id,
                area_id=record.area.id,
                on=on,
                reason=reason,
                who=who,
                today=today,
            ),
            then=lambda _id: self.accept(),
            refused=lambda sentence: self.form.wrong("reason" if who.strip() else "who", sentence),
        )


class BreakDialog(FormDialog):
    """Asks from which day on the figures mean something else."""

    def __init__(self, context: Context, parent: QWidget, record: Record, chosen: date | None) -> None:
        super().__init__(parent, "Break in the definition", words="Mark break", take=self._take)
        self._context, self._record = context, record
        self.on = DateField(name="From", read=read_date)
        self.on.set_value(chosen)
        self.reason = paragraph_field("What changed", lines=2)
        self.form.add("on", "&From", self.on)
        self.form.add("reason", "&What changed", self.reason)

    def _take(self) -> None:
        try:
            on = self.on.value()
        except CannotDoError as refused:
            self.form.wrong("on", str(refused))
            return
        if on is None:
            self.form.wrong("on", "Say from which day on.")
            return
        store, record, reason = self._context.store, self._record, self.reason.toPlainText()
        self._context.steps.run(
            lambda: figures.mark_break(store, metric_id=record.metric.id, on=on, reason=reason),
            then=lambda _id: self.accept(),
            refused=lambda sentence: self.form.wrong("reason", sentence),
        )


class DefinitionDialog(FormDialog):
    """Asks how the metric is defined from a day on."""

    def __init__(self, context: Context, parent: QWidget, record: Record) -> None:
        super().__init__(parent, "Add a definition", words="Add definition", take=self._take)
        self._context, self._record = context, record
        self.text = paragraph_field("Definition", lines=4)
        self.starts = DateField(name="From", read=read_date)
        self.ends = DateField(name="To", read=read_date)
        self.source = QLineEdit(record.metric.source)
        self.form.add("text", "&Definition", self.text)
        self.form.add("starts", "&From", self.starts)
        self.form.add("ends", "&To", self.ends)
        self.form.add("source", "&Source", self.source)

    def _take(self) -> None:
        field = "starts"
        try:
            starts = self.starts.value()
            field = "ends"
            ends = self.ends.value()
        except CannotDoError as refused:
            self.form.wrong(field, str(refused))
            return
        store, metric = self._context.store, self._record.metric
        text, source = _plain(self.text), self.source.text()
        if not text:
            self.form.wrong("text", "Say what is counted, and of what.")
            return
        self._context.steps.run(
            lambda: metrics.define(
                store,
                metric_id=metric.id,
                name=metric.name,
                starts=starts,
                ends=ends,
                text=text,
                source=source,
            ),
            then=lambda _id: self.accept(),
            refused=lambda sentence: self.form.wrong("ends", sentence),
        )


def _plain(box: QPlainTextEdit) -> str:
    return box.toPlainText().strip()


def _optional(text: str) -> float | None:
    return read_count(text) if text.strip() else None


def _following(record: Record) -> str:
    """The period after the newest, in the words in which one would type it."""
    seen: Sequence[Period] = [each.period for each in record.observations]
    if not seen or not seen[-1].months:
        return ""
    last = seen[-1]
    year, before = divmod(last.end.month, 12)
    return months_from(last.end.year + year, before + 1, last.months).shown
