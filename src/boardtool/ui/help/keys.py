"""Which keys work now: on this page, in tables and everywhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from boardtool.ui.commands import Commands
from boardtool.ui.page import PageEntry
from boardtool.ui.tables.column import Column, Heading, Look
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import sizes


@dataclass(frozen=True, slots=True)
class Key:
    """Keys, what they do, and where they work."""

    keys: str
    words: str
    where: str


_EVERYWHERE = (
    Key("Ctrl+K", "Search, or give a command", "Everywhere"),
    Key("Ctrl+Z", "Undo", "Everywhere"),
    Key("Ctrl+Y", "Redo", "Everywhere"),
    Key("Alt or F10", "Menus", "Everywhere"),
    Key("Esc", "Back to the table", "Everywhere"),
)
_TABLES = (
    Key("Enter", "Open the row, or edit the cell", "In tables"),
    Key("F2", "Edit the cell", "In tables"),
    Key("Space", "Select the row, or tick it", "In tables"),
    Key("Home, End", "First and last row", "In tables"),
    Key("Letters", "Find a row by its first letters", "In tables"),
    Key("Alt+Up, Alt+Down", "Move the row, where rows can be moved", "In tables"),
    Key("Ctrl+Shift+O", "Sort by the column", "In tables"),
)


def keys_table(commands: Commands, entries: Sequence[PageEntry]) -> TableView[Key]:
    """A table of the keys that work now, in groups by where they do."""
    rows: RowModel[Key] = RowModel(
        (
            Column("words", "What", lambda key: key.words, stretch=True),
            Column("keys", "Keys", lambda key: key.keys, width=180, look=Look.HELP),
        ),
        key=lambda key: (key.where, key.words),
        group=lambda key: Heading(key.where),
    )
    rows.set_rows(keys_now(commands, entries))
    return TableView(rows, name="keys", accessible="Keys", row=sizes.ROW_DENSE)


def keys_now(commands: Commands, entries: Sequence[PageEntry]) -> list[Key]:
    """The keys of the commands that are offered, then those of the window and of every table."""
    offered = [
        Key(action.shortcut().toString(), action.text(), "Now")
        for action in commands.offered()
        if not action.shortcut().isEmpty()
    ]
    upper = [entry for entry in entries if entry.rail and not entry.bottom]
    places = [Key(f"Ctrl+{place}", entry.title, "Go to") for place, entry in enumerate(upper, 1)]
    return [*offered, *_EVERYWHERE, *places, *_TABLES]
