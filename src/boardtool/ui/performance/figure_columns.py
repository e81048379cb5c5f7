"""The columns of a metric's figures, and the use case that an edit in each calls."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from boardtool.domain.performance.metrics import Metric, Status, value_shown
from boardtool.domain.performance.moving_ranges import range_words
from boardtool.domain.performance.numbers import shown
from boardtool.domain.performance.typed import read_count, read_figure
from boardtool.services.performance import figures
from boardtool.ui.charts.lettering import write
from boardtool.ui.charts.marks import RADIUS, TONES, draw_mark
from boardtool.ui.charts.words import period_short
from boardtool.ui.context import Context
from boardtool.ui.performance.figure_row import FigureRow
from boardtool.ui.tables.column import Align, Cell, ChoiceEdit, Column, Look, TextEdit
from boardtool.ui.theme import sizes
from boardtool.ui.theme.colours import Colours, Tone
from boardtool.ui.theme.fonts import Size

_STATUSES = [(each.value, each.value.capitalize()) for each in Status]


class FigureColumns:
    """The columns over a context; what is typed becomes a step.

    Those of numerator and denominator are named by the metric once it is known, and held back without any.
    """

    def __init__(self, context: Context) -> None:
        self._context = context

    def columns(self) -> tuple[Column[FigureRow], ...]:
        return (
            Column("period", "Period", _period, width=126, sort=lambda row: row.seen.period.start),
            Column(
                "numerator",
                "Numerator",
                lambda row: _count(row.seen.numerator),
                width=116,
                align=Align.RIGHT,
                look=Look.HELP,
                sort=lambda row: row.seen.numerator,
                edit=TextEdit(
                    lambda row: _typed(row.seen.numerator), self._set_numerator, read=_read_optional
                ),
                gives_way=560,
            ),
            Column(
                "denominator",
                "Denominator",
                lambda row: _count(row.seen.denominator),
                width=116,
                align=Align.RIGHT,
                look=Look.HELP,
                sort=lambda row: row.seen.denominator,
                edit=TextEdit(
                    lambda row: _typed(row.seen.denominator), self._set_denominator, read=_read_optional
                ),
                gives_way=560,
            ),
            Column(
                "value",
                "Value",
                _value,
                width=96,
                align=Align.RIGHT,
                look=Look.STRONG,
                sort=lambda row: row.seen.value,
                edit=TextEdit(lambda row: _typed(row.seen.value), self._set_value, read=read_figure),
            ),
            Column(
                "target",
                "Target",
                lambda row: shown(row.point.target, _short(row.metric)),
                width=84,
                align=Align.RIGHT,
                look=Look.HELP,
                sort=lambda row: row.point.target,
            ),
            Column(
                "moved",
                "Moving range",
                _moved,
                width=110,
                align=Align.RIGHT,
                look=Look.HELP,
                sort=lambda row: row.moved.value,
                gives_way=480,
            ),
            Column("reading", "Reading", _reading, width=206, draw=_draw_reading),
            Column(
                "status",
                "Status",
                lambda row: row.seen.status.value.capitalize(),
                width=96,
                look=Look.HELP,
                edit=ChoiceEdit(lambda row: row.seen.status.value, lambda _row: _STATUSES, self._set_status),
                gives_way=1040,
            ),
            Column(
                "note",
                "Note",
                lambda row: row.seen.note or Cell(row.remark, tone=Tone.HELP),
                stretch=True,
                edit=TextEdit(lambda row: row.seen.note, self._set_note),
                tooltip=lambda row: row.remark,
            ),
        )

    # Edits

    def _set_value(self, row: FigureRow, text: str) -> None:
        said = read_figure(text)
        if isinstance(said, Status):
            self._record(row, value=None, status=said)
        else:
            status = row.seen.status if row.seen.status.has_value else Status.FINAL
            self._record(row, value=said, status=status)

    def _set_numerator(self, row: FigureRow, text: str) -> None:
        self._work_out(row, numerator=_read_optional(text), denominator=row.seen.denominator)

    def _set_denominator(self, row: FigureRow, text: str) -> None:
        self._work_out(row, numerator=row.seen.numerator, denominator=_read_optional(text))

    def _work_out(self, row: FigureRow, *, numerator: float | None, denominator: float | None) -> None:
        """The value follows from both parts; with one of them it stays as it was typed."""
        both = numerator is not None and bool(denominator)
        value = None if both or not row.seen.status.has_value else row.seen.value
        self._record(row, value=value, parts=(numerator, denominator))

    def _set_status(self, row: FigureRow, value: str) -> None:
        status = Status(value)
        self._record(row, value=row.seen.value if status.has_value else None, status=status)

    def _set_note(self, row: FigureRow, text: str) -> None:
        self._record(row, value=row.seen.value, note=text)

    def _record(
        self,
        row: FigureRow,
        *,
        value: float | None,
        status: Status | None = None,
        parts: tuple[float | None, float | None] | None = None,
        note: str | None = None,
    ) -> None:
        store, today, seen = self._context.store, self._context.clock.today(), row.seen
        kept = (seen.numerator, seen.denominator) if parts is None else parts
        self._context.steps.run(
            lambda: figures.record_figure(
                store,
                metric_id=seen.metric_id,
                area_id=seen.area_id,
                period=seen.period,
                value=value,
                numerator=kept[0],
                denominator=kept[1],
                status=status or seen.status,
                note=seen.note if note is None else note,
                today=today,
            )
        )


def _period(row: FigureRow) -> Cell:
    return Cell(period_short(row.seen.period))


def _count(number: float | None) -> str:
    return "" if number is None else f"{number:,.0f}" if number == round(number) else f"{number:,.2f}"


def _typed(number: float | None) -> str:
    return "" if number is None else f"{number:.10g}"


def _read_optional(text: str) -> float | None:
    return read_count(text) if text.strip() else None


def _short(metric: Metric) -> str:
    """The unit in a narrow column: only one that is a sign."""
    return metric.unit if metric.unit == "%" else ""


def _value(row: FigureRow) -> Cell:
    if row.seen.value is None:
        return Cell(row.seen.status.value, tone=Tone.HELP)
    marked = {Status.PROVISIONAL: "p", Status.REVISED: "r"}.get(row.seen.status, "")
    spoken = value_shown(row.metric, row.seen) + (f", {row.seen.status.value}" if marked else "")
    return Cell(shown(row.seen.value, _short(row.metric)), bold=True, spoken=spoken)


def _moved(row: FigureRow) -> Cell:
    """The change from the figure before; one that is larger than usual says so."""
    spoken = range_words(row.moved, unit=row.metric.unit)
    if row.moved.is_high:
        return Cell(f"{shown(row.moved.value)} high", bold=True, spoken=spoken)
    return Cell("" if row.moved.value is None else shown(row.moved.value), spoken=spoken)


def _reading(row: FigureRow) -> Cell:
    return Cell(row.reading)


def _draw_reading(painter: QPainter, rect: QRect, row: FigureRow, colours: Colours) -> None:
    left = float(rect.left())
    middle = rect.center().y() + 0.5
    if row.point.value is not None:
        draw_mark(painter, QPointF(left + RADIUS + 1, middle), row.point.kind, colours, way=row.point.way)
        left += 2 * RADIUS + sizes.S2
    ink = getattr(colours, TONES[row.point.kind].value)
    room = rect.right() - left
    write(painter, row.reading, QPointF(left, middle), ink, size=Size.BODY, room=room)
