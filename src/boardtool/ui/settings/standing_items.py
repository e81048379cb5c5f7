"""What stands on every agenda of a board: a table edited in place, its rows moved by keys or by dragging."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boardtool.domain.boards import ItemRole, StandingItem
from boardtool.domain.errors import CannotDoError
from boardtool.domain.meetings import Kind, Purpose
from boardtool.services import boards
from boardtool.ui.context import Context
from boardtool.ui.tables.column import Align, Cell, ChoiceEdit, Column, Look, Tail, TextEdit
from boardtool.ui.tables.row_model import RowModel
from boardtool.ui.tables.view import TableView
from boardtool.ui.theme import fonts, sizes
from boardtool.ui.theme.colours import Tone

_KINDS = tuple((kind.value, kind.value.capitalize()) for kind in Kind)
_PURPOSES = tuple((purpose.value, purpose.value or "not said") for purpose in Purpose)
_ROLES = tuple((role.value, role.value.capitalize()) for role in ItemRole)
NEW = "new"


class StandingItems(QWidget):
    """The table; it is as high as its rows, so that the page scrolls and not the table."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._board_id = 0
        self._items: tuple[StandingItem, ...] = ()
        self._model: RowModel[StandingItem] = RowModel(self._columns(), key=lambda item: item.id)
        self._model.set_tail(Tail(NEW, {"subject": Cell("New standing item…", tone=Tone.FAINT)}))
        self.table = TableView(
            self._model,
            name="standing items",
            accessible="What stands on every agenda",
            row=sizes.ROW_DENSE,
            preferences=context.preferences,
        )
        self.table.let_rows_move()
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.tail_opened.connect(lambda _tail: self.add())
        self.table.dropped.connect(self._move)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        context.commands.add(self.table, "Remove standing item", self.remove, keys="Del", writes=True)

    def _columns(self) -> tuple[Column[StandingItem], ...]:
        return (
            Column(
                "subject",
                "Subject",
                lambda item: item.subject,
                stretch=True,
                look=Look.SUBJECT,
                edit=TextEdit(lambda item: item.subject, lambda item, text: self._change(item, subject=text)),
            ),
            Column(
                "presenter",
                "Presented by",
                lambda item: item.presenter,
                width=116,
                look=Look.HELP,
                edit=TextEdit(
                    lambda item: item.presenter, lambda item, text: self._change(item, presenter=text)
                ),
            ),
            Column(
                "kind",
                "Comes as",
                lambda item: item.kind,
                width=92,
                look=Look.HELP,
                edit=ChoiceEdit(
                    lambda item: item.kind,
                    lambda _item: _KINDS,
                    lambda item, value: self._change(item, kind=Kind(value)),
                ),
            ),
            Column(
                "purpose",
                "Purpose",
                lambda item: item.purpose,
                width=96,
                gives_way=640,
                look=Look.HELP,
                edit=ChoiceEdit(
                    lambda item: item.purpose,
                    lambda _item: _PURPOSES,
                    lambda item, value: self._change(item, purpose=Purpose(value)),
                ),
            ),
            Column(
                "length",
                "Minutes",
                lambda item: str(item.length),
                width=64,
                align=Align.RIGHT,
                look=Look.HELP,
                edit=TextEdit(
                    lambda item: str(item.length),
                    lambda item, text: self._change(item, length=minutes_in(text)),
                    read=minutes_in,
                ),
            ),
            Column(
                "role",
                "Filled with",
                lambda item: "" if item.role is ItemRole.PLAIN else item.role.value.capitalize(),
                width=124,
                gives_way=560,
                look=Look.HELP,
                edit=ChoiceEdit(
                    lambda item: item.role.value,
                    lambda _item: _ROLES,
                    lambda item, value: self._change(item, role=ItemRole(value)),
                ),
            ),
        )

    def show_items(self, board_id: int, items: Sequence[StandingItem]) -> None:
        self._board_id, self._items = board_id, tuple(items)
        self._model.set_rows(items)
        lines = len(items) + 1
        height = fonts.scaled(sizes.TABLE_HEADER) + lines * fonts.scaled(sizes.ROW_DENSE)
        self.table.setFixedHeight(height + sizes.S1)

    # Doing

    def add(self) -> None:
        """Put an item at the end, and open its subject for typing."""
        store, board_id = self._context.store, self._board_id
        self._context.steps.run(
            lambda: boards.add_standing_item(store, board_id=board_id, subject="New standing item"),
            then=lambda item_id: self.table.choose(item_id, edit="subject"),
        )

    def remove(self) -> None:
        item, store = self.table.current_row(), self._context.store
        if item is not None:
            item_id = item.id
            self._context.steps.run(lambda: boards.remove_standing_item(store, standing_item_id=item_id))

    def _change(self, item: StandingItem, **facts: object) -> None:
        store = self._context.store
        self._context.steps.run(lambda: boards.change_standing_item(store, standing_item_id=item.id, **facts))

    def _move(self, item_id: int, position: int) -> None:
        order = [item.id for item in self._items if item.id != item_id]
        order.insert(position, item_id)
        store = self._context.store
        self._context.steps.run(lambda: boards.reorder_standing_items(store, order=order))


def minutes_in(text: str) -> int:
    """A length in minutes.

    Raises:
        CannotDoError: it is no whole number, or longer than a day.
    """
    typed = text.strip()
    if not typed.isdigit() or int(typed) > _LONGEST:
        raise CannotDoError("Write how many minutes it takes, such as 10.")
    return int(typed)


_LONGEST = 24 * 60
