"""How actions stand in a table, in the log as under a minute."""

from collections.abc import Sequence

from boardtool.data.documents.sheet import Cell, Column, Table
from boardtool.domain.dates import long_date
from boardtool.domain.documents import LoggedAction

FilledColumn = tuple[Column, Sequence[Cell]]


def action_columns(
    actions: Sequence[LoggedAction], beside: Sequence[LoggedAction] = ()
) -> tuple[FilledColumn, ...]:
    """Number, action and owners; the due column only where something here or in the table beside is due."""
    columns: list[FilledColumn] = [
        (Column("Action no.", 30), [Cell(action.number) for action in actions]),
        (Column("Action point"), [Cell(action.text) for action in actions]),
        (Column("Allocated to", 40), [Cell("\n".join(action.owners)) for action in actions]),
    ]
    if any(action.due for action in (*actions, *beside)):
        due = [Cell(long_date(action.due) if action.due else "") for action in actions]
        columns.append((Column("Due", 31), due))
    return tuple(columns)


def table_of(columns: Sequence[FilledColumn]) -> Table:
    """The columns side by side."""
    headings, cells = zip(*columns, strict=True)
    return Table(tuple(headings), tuple(zip(*cells, strict=True)))
