"""The columns of a return's fee rates: last year, this year, and the uplift that they imply."""

from collections.abc import Callable
from decimal import Decimal

from boardtool.domain.bcf.returns import Entry
from boardtool.domain.bcf.returns_fees import FEE_FIGURES, implied_uplift, read_rate
from boardtool.domain.errors import CannotDoError
from boardtool.ui.tables.column import Align, Cell, Column, Look, TextEdit
from boardtool.ui.theme.colours import Tone

ChangeRate = Callable[[Entry, str, str], None]


def rate_columns(change: ChangeRate) -> tuple[Column[Entry], ...]:
    return (
        Column("unit", "Unit", lambda entry: entry.unit, width=152, look=Look.HELP),
        *(_rate(name, heading, change) for name, heading in FEE_FIGURES.items()),
        Column("uplift", "Uplift", _uplift, width=80, align=Align.RIGHT),
    )


def unread_cell(text: str) -> Cell:
    """What stands in place of a figure and is none."""
    return Cell(text, icon="triangle-alert", tone=Tone.LATE, bold=True)


def _rate(name: str, heading: str, change: ChangeRate) -> Column[Entry]:
    return Column(
        name,
        f"{heading}, \u00a3",
        lambda entry: _shown(entry, name),
        width=136 if name == "reported_last_year" else 104,
        align=Align.RIGHT,
        edit=TextEdit(
            lambda entry: entry.unread.get(name) or entry.figures.get(name, ""),
            lambda entry, text: change(entry, name, text),
            read=_number,
        ),
    )


def _shown(entry: Entry, name: str) -> Cell:
    if name in entry.unread:
        return unread_cell(entry.unread[name])
    rate = entry.figures.get(name)
    return Cell("" if rate is None else f"{Decimal(rate):,.2f}")


def _uplift(entry: Entry) -> str:
    uplift = implied_uplift(entry.figures)
    return "" if uplift is None else f"{uplift:+.1%}"


def _number(text: str) -> object:
    if not text.strip():
        return None
    try:
        return read_rate(text)
    except CannotDoError as error:
        raise CannotDoError(f"{error}. Type a figure, or nothing.") from error
