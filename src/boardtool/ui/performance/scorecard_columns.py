"""The columns of the scorecard: latest, target, change or noise, met or not, spark line, what it says."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter

from boardtool.domain.performance.numbers import shown_in_column
from boardtool.domain.performance.scorecard import Change, ScorecardRow, WillMeet, row_sentence
from boardtool.ui.charts.lettering import write
from boardtool.ui.charts.marks import assurance_tone, draw_assurance, draw_variation, variation_tone
from boardtool.ui.charts.spark import draw_spark
from boardtool.ui.charts.words import period_short
from boardtool.ui.performance.paragraph import draw_paragraph
from boardtool.ui.tables.column import Align, Cell, Column, Heading, Look, TextEdit
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours, Tone
from boardtool.ui.theme.fonts import Size

_ICON = 26
_ORDER = {Change.WORSENING: 0, Change.CHANGED: 1, Change.IMPROVING: 2, Change.NOISE: 3}
_REACH = {WillMeet.NO: 0, WillMeet.SOMETIMES: 1, WillMeet.YES: 2}
OTHERS = "Other metrics"
Comment = Callable[[ScorecardRow, str], None]


def heading(row: ScorecardRow) -> Heading:
    return Heading(row.headings[0] if row.headings else OTHERS)


def scorecard_columns(comment: Comment) -> tuple[Column[ScorecardRow], ...]:
    """The columns; `comment` is told what was typed of a row's latest figure."""
    return (
        Column(
            "metric",
            "Metric",
            _metric,
            width=278,
            look=Look.SUBJECT,
            sort=lambda row: row.name.casefold(),
            tooltip=_whole,
        ),
        Column(
            "latest",
            "Latest",
            latest_cell,
            width=100,
            align=Align.RIGHT,
            look=Look.STRONG,
            sort=_latest_value,
            tooltip=lambda row: f"{row.latest_shown}, {row.period_shown}",
        ),
        Column("target", "Target", _target, width=84, align=Align.RIGHT, sort=lambda row: row.target),
        Column(
            "variation",
            "Variation",
            _variation,
            width=150,
            sort=lambda row: _ORDER.get(row.change),
            draw=draw_variation_of,
        ),
        Column(
            "assurance",
            "Assurance",
            _assurance,
            width=118,
            sort=lambda row: _REACH.get(row.will_meet),
            draw=draw_assurance_of,
        ),
        Column("trend", "Trend, limits, target", _trend, width=166, draw=draw_spark, gives_way=890),
        Column(
            "says",
            "What it says",
            _says,
            stretch=True,
            draw=_draw_says,
            tooltip=row_sentence,
            edit=TextEdit(lambda row: row.comment, comment),
            gives_way=1100,
        ),
    )


def unit_line(row: ScorecardRow) -> str:
    """What stands under the name: "% · month"."""
    metric = row.record.metric
    return " \u00b7 ".join(part for part in (metric.unit, metric.frequency.period) if part)


def _metric(row: ScorecardRow) -> Cell:
    return Cell(row.name, detail=unit_line(row))


def _whole(row: ScorecardRow) -> str:
    """The metric's whole name and its area, which the column may have no room for."""
    return f"{row.record.metric.name}, {row.record.area.name}"


def latest_cell(row: ScorecardRow) -> Cell:
    """The latest figure over its period; in its place why there is none."""
    if row.latest is None:
        return Cell("\u2013", detail="no figure yet", tone=Tone.HELP)
    spoken = f"{row.latest_shown}, {row.period_shown}"
    if row.latest.value is None:
        return Cell("\u2013", detail=row.latest.status.value, tone=Tone.HELP, spoken=spoken)
    return Cell(shown_in_column(row.latest.value), detail=period_short(row.latest.period), spoken=spoken)


def _latest_value(row: ScorecardRow) -> float | None:
    return None if row.latest is None else row.latest.value


def _target(row: ScorecardRow) -> Cell:
    if row.target is None:
        return Cell("\u2013", tone=Tone.HELP, spoken="no target")
    met = {True: "met", False: "missed", None: " "}[row.met]
    return Cell(
        shown_in_column(row.target),
        detail=met,
        tone=Tone.HELP,
        spoken=f"{row.target_shown}, {row.met_shown}",
    )


def _variation(row: ScorecardRow) -> Cell:
    return Cell(row.change_shown)


def _assurance(row: ScorecardRow) -> Cell:
    return Cell("" if row.will_meet is WillMeet.TOO_FEW else row.will_meet_shown)


def _trend(row: ScorecardRow) -> Cell:
    return Cell("", spoken=row.spark_said or "no figures")


def _says(row: ScorecardRow) -> Cell:
    return Cell(row.says, detail=row.comment)


# ---- painting


def draw_variation_of(painter: QPainter, rect: QRect, row: ScorecardRow, colours: Colours) -> None:
    draw_variation(painter, _square(rect), row.change, row.way, colours)
    tone = Tone.HELP if row.change in {Change.NOISE, Change.TOO_FEW} else variation_tone(row.change)
    _word(painter, rect, _variation(row).text, getattr(colours, tone.value))


def draw_assurance_of(painter: QPainter, rect: QRect, row: ScorecardRow, colours: Colours) -> None:
    draw_assurance(painter, _square(rect), row.will_meet, colours)
    plain = row.will_meet in {WillMeet.SOMETIMES, WillMeet.TOO_FEW, WillMeet.NO_TARGET}
    tone = Tone.HELP if plain else assurance_tone(row.will_meet)
    _word(painter, rect, _assurance(row).text, getattr(colours, tone.value))


def _square(rect: QRect) -> QRectF:
    side = fonts.scaled(_ICON)
    return QRectF(rect.left(), rect.center().y() - side / 2 + 0.5, side, side)


def _word(painter: QPainter, rect: QRect, text: str, colour: str) -> None:
    left = rect.left() + fonts.scaled(_ICON) + sizes.S2
    room = rect.right() - left
    write(painter, text, QPointF(left, rect.center().y() + 0.5), colour, size=Size.BODY, room=room)


def _draw_says(painter: QPainter, rect: QRect, row: ScorecardRow, colours: Colours) -> None:
    if row.comment:
        lines = ((row.says, colours.text), (row.comment, colours.text_2))
        line = fonts.line_height(Size.BODY) - 2
        for at, (text, colour) in enumerate(lines):
            y = rect.center().y() + (at - 0.5) * line + 0.5
            write(painter, text, QPointF(rect.left(), y), colour, size=Size.BODY, room=rect.width())
        return
    draw_paragraph(painter, rect, row.says, colours.text)
