"""The columns of a return's spend: each line of the plan against what it spent and delivered."""

from collections.abc import Callable

from boardtool.domain.bcf.cells import CellKind, plain, shown_value
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.pictures import QUARTERS
from boardtool.domain.bcf.pool import figure
from boardtool.domain.bcf.returns import Variance
from boardtool.domain.errors import CannotDoError
from boardtool.domain.money import read_number, read_pence
from boardtool.ui.bcf.short_words import short_source
from boardtool.ui.tables.column import Align, Cell, Column, Look, TextEdit
from boardtool.ui.theme.colours import Tone

Record = Callable[[Variance, str, str], None]


def spend_columns(lists: YearLists, record: Record, *, quarters: int) -> tuple[Column[Variance], ...]:
    return (
        Column("id", "ID", lambda row: row.line.scheme_id, width=56, align=Align.RIGHT, look=Look.HELP),
        Column("name", "Scheme", lambda row: row.line.name, stretch=True, look=Look.SUBJECT),
        Column(
            "source", "Source", lambda row: short_source(lists, row.line.source), width=112, look=Look.HELP
        ),
        Column("planned", "Planned, \u00a3", lambda row: figure(row.planned), width=104, align=Align.RIGHT),
        Column(
            "spend",
            "Spent, \u00a3",
            lambda row: "" if row.spend is None else figure(row.spend),
            width=104,
            align=Align.RIGHT,
            look=Look.STRONG,
            edit=TextEdit(
                lambda row: shown_value(CellKind.MONEY, row.spend),
                lambda row, text: record(row, "spend", text),
                read=_money,
            ),
        ),
        Column(
            "over",
            "Over plan, \u00a3" if quarters == QUARTERS else "Against the year, \u00a3",
            lambda row: _over(row, quarters),
            width=124,
            align=Align.RIGHT,
        ),
        Column(
            "outputs_planned",
            "Outputs planned",
            lambda row: "" if row.outputs_planned is None else plain(row.outputs_planned),
            width=112,
            align=Align.RIGHT,
            look=Look.HELP,
            gives_way=1000,
        ),
        Column(
            "outputs",
            "Delivered",
            lambda row: "" if row.outputs is None else plain(row.outputs),
            width=80,
            align=Align.RIGHT,
            edit=TextEdit(
                lambda row: "" if row.outputs is None else plain(row.outputs),
                lambda row, text: record(row, "outputs", text),
                read=_number,
            ),
        ),
        Column(
            "explanation",
            "Explanation",
            lambda row: row.explanation.partition("\n")[0],
            width=148,
            look=Look.HELP,
            edit=TextEdit(lambda row: row.explanation, lambda row, text: record(row, "explanation", text)),
            tooltip=lambda row: row.explanation,
        ),
    )


def _over(row: Variance, quarters: int) -> Cell:
    """What was spent beyond the plan; at the end of the year a difference without a word asks for one."""
    over = row.over
    if over is None:
        return Cell("")
    if not over:
        return Cell("0", tone=Tone.HELP, spoken="as planned")
    way = "over" if over > 0 else "under"
    text = f"{'+' if over > 0 else ''}{figure(over)}"
    if row.explanation or quarters < QUARTERS:
        return Cell(text, spoken=f"{way} by {figure(abs(over))}")
    return Cell(
        text, icon="triangle-alert", tone=Tone.DUE, spoken=f"{way} by {figure(abs(over))}, not explained"
    )


def _money(text: str) -> object:
    return read_pence(text) if text.strip() else None


def _number(text: str) -> object:
    if not text.strip():
        return None
    try:
        return read_number(text)
    except CannotDoError as error:
        raise CannotDoError(f"{error}. Type a figure, or nothing.") from error
