"""The columns of the golden threads: each step further in than what it serves, with its metric's signs."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from boardtool.domain.performance.scorecard import ScorecardRow
from boardtool.domain.performance.threads import ThreadStep
from boardtool.ui.charts.lettering import write
from boardtool.ui.performance.scorecard_columns import draw_assurance_of, draw_variation_of, latest_cell
from boardtool.ui.tables.column import Align, Cell, Column, Heading, Look
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Colours, Tone
from boardtool.ui.theme.fonts import MEDIUM, REGULAR, Size

_INDENT = 20


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """A step in a framework; `shown_by` is its metric on the scorecard, `metric` its name, "" without one."""

    framework: str
    step: ThreadStep
    metric: str = ""
    shown_by: ScorecardRow | None = None


def framework_heading(row: ThreadRow) -> Heading:
    return Heading(row.framework)


def thread_columns() -> tuple[Column[ThreadRow], ...]:
    return (
        Column("step", "Golden thread", _step, stretch=True, look=Look.SUBJECT, draw=_draw_step),
        Column("metric", "Shown by", _metric, width=230),
        Column("latest", "Latest", _latest, width=96, align=Align.RIGHT, look=Look.STRONG),
        Column("variation", "Variation", _variation, width=150, draw=_draw_variation, gives_way=860),
        Column("assurance", "Assurance", _assurance, width=140, draw=_draw_assurance, gives_way=860),
    )


def _step(row: ThreadRow) -> Cell:
    node = row.step.node
    kind = node.kind.value[:1].upper() + node.kind.value[1:]
    return Cell(node.text, detail=kind, spoken=f"{kind}: {node.text}, level {row.step.depth + 1}")


def _metric(row: ThreadRow) -> Cell:
    if row.step.gap:
        return Cell(row.step.gap, icon="triangle-alert", tone=Tone.DUE)
    if row.metric and row.shown_by is None:
        return Cell(row.metric, detail="not on this scorecard")
    return Cell(row.metric)


def _latest(row: ThreadRow) -> str | Cell:
    return "" if row.shown_by is None else latest_cell(row.shown_by)


def _variation(row: ThreadRow) -> str:
    return "" if row.shown_by is None else row.shown_by.change_shown


def _assurance(row: ThreadRow) -> str:
    return "" if row.shown_by is None else row.shown_by.will_meet_shown


# ---- painting


def _draw_step(painter: QPainter, rect: QRect, row: ThreadRow, colours: Colours) -> None:
    cell = _step(row)
    left = rect.left() + row.step.depth * fonts.scaled(_INDENT)
    half = (fonts.line_height(Size.BODY) - 2) / 2
    room = rect.right() - left
    weight = MEDIUM if row.step.node.metric_id is not None else REGULAR
    middle = rect.center().y() + 0.5
    write(painter, cell.detail, QPointF(left, middle - half), colours.text_2, size=Size.CAPTION, room=room)
    words = QPointF(left, middle + half)
    write(painter, cell.text, words, colours.text, size=Size.BODY, weight=weight, room=room)
    if row.step.depth:
        hook = left - sizes.S3
        painter.fillRect(
            hook, rect.top() + sizes.S2, sizes.LINE, rect.height() - 2 * sizes.S2, colours.line_strong
        )


def _draw_variation(painter: QPainter, rect: QRect, row: ThreadRow, colours: Colours) -> None:
    if row.shown_by is not None:
        draw_variation_of(painter, rect, row.shown_by, colours)


def _draw_assurance(painter: QPainter, rect: QRect, row: ThreadRow, colours: Colours) -> None:
    if row.shown_by is not None:
        draw_assurance_of(painter, rect, row.shown_by, colours)
