"""The columns of the grid: the few that fit beside the money, or all that the year's template has."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt

from boardtool.domain.bcf.cells import FIELDS, CellKind, shown
from boardtool.domain.bcf.line_order import OrderKey, order_key, word_key
from boardtool.domain.bcf.lists import YearLists
from boardtool.domain.bcf.pool import figure
from boardtool.domain.findings import Severity
from boardtool.ui.bcf.grid.rows import GridRow
from boardtool.ui.bcf.short_words import short_cell
from boardtool.ui.tables.column import Align, Cell, Column, Look, TextEdit
from boardtool.ui.theme.colours import Tone

DITTO = "\u2033"


class Shown(StrEnum):
    """Which columns are shown; the value is what the chip calls them."""

    MAIN = "Main columns"
    SHARES = "Areas and shares"
    OUTPUTS = "Outputs"
    LOCAL = "Section 75, tags, officers"
    ALL = "All, as the template"


_MAIN = ("scheme_type", "area_of_spend", "commissioner", "provider", "source")
_BETWEEN = {
    Shown.MAIN: _MAIN,
    Shown.SHARES: (
        *("area_of_spend", "area_other", "commissioner", "nhs_share", "la_share", "provider", "source"),
    ),
    Shown.OUTPUTS: ("scheme_type", "sub_type", "outputs", "outputs_2", "unit", "source"),
    Shown.LOCAL: ("commissioner", "source", "pooling", "lead_commissioner", "tags", "officer", "comment"),
}
_OURS = ("pooling", "lead_commissioner", "tags", "officer")
_AMOUNTS = ("expenditure", "expenditure_2")
_WIDTHS = {
    "scheme_id": 50,
    "name": 208,
    "description": 280,
    "scheme_type": 176,
    "sub_type": 168,
    "type_other": 132,
    "objective": 168,
    "area_of_spend": 94,
    "area_other": 120,
    "commissioner": 96,
    "nhs_share": 68,
    "la_share": 68,
    "provider": 116,
    "source": 116,
    "new_existing": 104,
    "unit": 132,
    "comment": 200,
    "officer": 148,
    "tags": 148,
    "pooling": 124,
    "lead_commissioner": 148,
    "expenditure": 120,
    "expenditure_2": 120,
}
_NUMBER_WIDTH = 108
_STRAIGHT = {CellKind.MONEY, CellKind.NUMBER, CellKind.SHARE}
_SUBJECT = {"name"}
_PLAIN = {"source", "expenditure", "expenditure_2"}


def fields_shown(lists: YearLists, which: Shown) -> tuple[str, ...]:
    """The fields of the columns, in their order, of those that the year has."""
    if which is Shown.ALL:
        return (*(column.field for column in lists.columns), *_OURS)
    had = lists.fields | {*_OURS, "comment"}
    between = tuple(name for name in _BETWEEN[which] if name in had)
    name = "description" if "name" not in had else "name"
    return ("scheme_id", name, *between, *(amount for amount in _AMOUNTS if amount in had))


def grid_columns(
    lists: YearLists, which: Shown, commit: Callable[[GridRow, str, str], None]
) -> tuple[Column[GridRow], ...]:
    fields = fields_shown(lists, which)
    subject = "name" if "name" in fields else "description"
    stretched = "" if which is Shown.ALL else subject
    return tuple(_column(lists, name, commit, stretch=name == stretched) for name in fields)


def _column(
    lists: YearLists, name: str, commit: Callable[[GridRow, str, str], None], *, stretch: bool
) -> Column[GridRow]:
    kind = FIELDS[name].kind
    straight = kind in _STRAIGHT or name == "scheme_id"
    return Column(
        name,
        heading(lists, name),
        lambda row: cell(lists, name, row),
        width=_WIDTHS.get(name, _NUMBER_WIDTH),
        stretch=stretch,
        align=Align.RIGHT if straight else Align.LEFT,
        sort=lambda row: sort_key(lists, name, row),
        look=Look.SUBJECT if name in _SUBJECT else Look.TEXT if name in _PLAIN else Look.HELP,
        edit=TextEdit(lambda row: shown(name, row.line), lambda row, text: commit(row, name, text)),
        tooltip=lambda row: tooltip(name, row),
    )


def heading(lists: YearLists, name: str) -> str:
    """“2022-23, £” over amounts, else the field's own heading."""
    if name in _AMOUNTS:
        place = _AMOUNTS.index(name)
        return f"{lists.periods[place]}, £" if place < len(lists.periods) else FIELDS[name].heading
    return FIELDS[name].heading


def cell(lists: YearLists, name: str, row: GridRow) -> Cell:
    found = row.mark(name)
    tone = None if found is None else Tone.LATE if found.severity is Severity.BLOCK else Tone.DUE
    text = _text(lists, name, row)
    unread = name in row.line.unread
    if found is None and unread:
        tone = Tone.LATE
    commented = name == "name" and bool(row.line.comment)
    return Cell(
        text,
        tone=tone if tone is not None else Tone.HELP if text == DITTO else None,
        bold=tone is not None,
        after="message-square" if commented else "",
        spoken=_spoken(name, row, text),
    )


def _text(lists: YearLists, name: str, row: GridRow) -> str:
    line = row.line
    if row.follows and name == "scheme_id":
        return ""
    if row.follows and name == "name":
        return DITTO
    if name in line.unread:
        return line.unread[name]
    if FIELDS[name].kind is CellKind.LIST:
        return short_cell(lists, name, line)
    amount = getattr(line, name)
    if FIELDS[name].kind is CellKind.MONEY and amount is not None:
        return figure(amount)
    return shown(name, line).partition("\n")[0]


def sort_key(lists: YearLists, name: str, row: GridRow) -> OrderKey | None:
    """By what a column is sorted: words of a list as the grid shows them, all else by its value."""
    line = row.line
    if FIELDS[name].kind is CellKind.LIST and name not in line.unread:
        return word_key(short_cell(lists, name, line))
    return order_key(name, line)


def sorting_words(lists: YearLists, sorted_by: tuple[str, Qt.SortOrder] | None) -> str:
    """“Sorted by provider, Z to A”; nothing where the lines stand in the order of the plan."""
    if sorted_by is None:
        return ""
    name, order = sorted_by
    rising = order is Qt.SortOrder.AscendingOrder
    if FIELDS[name].kind in _STRAIGHT:
        way = "smallest first" if rising else "largest first"
    else:
        way = "A to Z" if rising else "Z to A"
    return f"Sorted by {heading(lists, name)}, {way}"


def _spoken(name: str, row: GridRow, text: str) -> str:
    whole = shown(name, row.line) if FIELDS[name].kind is CellKind.LIST else text
    if row.follows and name in {"scheme_id", "name"}:
        whole = f"{getattr(row.line, name)}, the same scheme"
    found = row.mark(name)
    said = [whole or "empty", found.message if found is not None else ""]
    if name == "name" and row.line.comment:
        said.append(f"comment: {row.line.comment}")
    return ", ".join(part for part in said if part)


def tooltip(name: str, row: GridRow) -> str:
    """What is wrong with the cell, else its whole words where the grid shows fewer."""
    found = row.mark(name)
    if found is not None:
        return found.message
    if name == "name":
        return "\n".join(part for part in (row.line.name, row.line.description, row.line.comment) if part)
    return shown(name, row.line) if FIELDS[name].kind is CellKind.LIST else ""


def options(lists: YearLists, name: str, row: GridRow) -> Sequence[str]:
    """The words that are offered in a cell; those of a sub type and a unit depend on the line's type."""
    return lists.options(name, row.line.scheme_type) if FIELDS[name].kind is CellKind.LIST else ()
