"""What is done to the lines of the grid, beyond one cell: each a use case, and where one goes then."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from boardtool.domain.bcf.block import block_of
from boardtool.services.bcf import schemes
from boardtool.services.bcf.schemes import Pasted
from boardtool.ui.bcf.grid.blocks import Block, Cells
from boardtool.ui.bcf.grid.view import GridView
from boardtool.ui.bcf.open_plan import SEALED, OpenPlan
from boardtool.ui.bcf.schemes.split import SplitDialog
from boardtool.ui.context import Context


class LineEdits:
    """Edits through use cases; what they make is selected by `arrive`, once the open plan holds it.

    `grid` answers the grid of the moment, for it is made anew when its columns are others.
    """

    def __init__(
        self,
        context: Context,
        plan: OpenPlan,
        parent: QWidget,
        *,
        grid: Callable[[], GridView],
        say: Callable[[str], None],
    ) -> None:
        self._context = context
        self._plan = plan
        self._parent = parent
        self._grid = grid
        self._say = say
        self._awaited: tuple[int, str] | None = None
        self._coming: str | None = None
        self._block: Cells | None = None

    def offer_commands(self) -> None:
        """Offer the edits by key and in Ctrl+K, while the tab or something in it has the keyboard."""
        offer = partial(self._context.commands.add, self._parent)
        offer("Add line", partial(self.add_line, ""), keys="Ctrl+N", writes=True)
        offer("Insert line below", self.insert_line, keys="Ctrl+I", writes=True)
        offer("Duplicate lines", self.duplicate_lines, keys="Ctrl+Shift+D", writes=True)
        offer("Split line\u2026", self.split_line, keys="Ctrl+Shift+S", writes=True)
        offer("Remove lines", self.remove_lines, keys="Ctrl+-", writes=True)
        offer("Copy down", self.copy_down, keys="Ctrl+D", writes=True)

    def type_everywhere(self, cells: Cells, text: str) -> None:
        """Type one text into every cell of a block, in one step."""
        if len(cells.fields) == 1:
            self._run(
                lambda: schemes.change_cells(
                    self._context.store, line_ids=cells.line_ids, field=cells.fields[0], text=text
                )
            )
            return
        self.paste(cells, tuple((text,) * len(cells.fields) for _line in cells.line_ids))

    def paste(self, cells: Cells, block: Block) -> None:
        """Paste a block; what is no value stays as it was written, and is counted."""
        case, store = self._plan.case, self._context.store
        if case is None:
            return
        plan_id = case.whole.plan.id

        def pasted(done: Pasted) -> None:
            self._block = Cells(done.line_ids, cells.fields)
            self.arrive()
            if done.unread:
                cell = "1 cell is" if done.unread == 1 else f"{done.unread} cells are"
                self._context.messages.say(f"Pasted. {cell} no value: each is marked and keeps its words.")

        self._context.steps.run(
            lambda: schemes.paste(
                store, plan_id=plan_id, line_ids=cells.line_ids, fields=cells.fields, block=block
            ),
            then=pasted,
            refused=self._say,
        )

    def paste_lines(self) -> None:
        """Paste what the clipboard holds as new lines, its columns as those of the grid."""
        block = block_of(QGuiApplication.clipboard().text())
        fields = tuple(column.key for column in self._grid().rows.columns)
        if any(any(row) for row in block):
            self.paste(Cells((), fields), block)
        else:
            self._say("The clipboard is empty. Copy the lines in the workbook first.")

    def copy_down(self) -> None:
        """Copy the first of the selected lines into the others, as they stand on the screen."""
        self._grid().clipboard.fill_down()

    def fill(self, cells: Cells) -> None:
        self._run(
            lambda: schemes.fill_down(self._context.store, line_ids=cells.line_ids, fields=cells.fields)
        )

    def empty(self, cells: dict[int, list[str]]) -> None:
        if len(cells) == 1 and len(next(iter(cells.values()))) == 1:
            ((line_id, (field,)),) = cells.items()
            self._plan.type_over(line_id, field, "")
            return
        self._run(lambda: schemes.clear(self._context.store, cells=cells))

    def add_line(self, text: str) -> None:
        """Add a line at the end; `text` is what was typed for it, and more may come before it is there."""
        if self._coming is None:
            self._coming = text
            self._add(None)
        else:
            self._coming += text

    def insert_line(self) -> None:
        """Add a line under the current one, of the same scheme."""
        row = self._grid().current_row()
        self._coming = ""
        self._add(None if row is None else row.line.id)

    def _add(self, after: int | None) -> None:
        case, store = self._plan.case, self._context.store
        if case is None:
            return
        if self._plan.is_sealed:
            self._not_added(SEALED)
            return
        plan_id = case.whole.plan.id
        above = None if after is None else self._plan.line(after)
        texts = {} if above is None else {"scheme_id": above.scheme_id, "name": above.name}
        field = self._field() or "scheme_id"

        def made(line_id: int) -> None:
            self._awaited = (line_id, field)
            self.arrive()

        self._context.steps.run(
            lambda: schemes.add_line(store, plan_id=plan_id, after=after, **texts),
            then=made,
            refused=self._not_added,
        )

    def _not_added(self, sentence: str) -> None:
        self._coming = None
        self._say(sentence)

    def remove_lines(self) -> None:
        ids = self._grid().chosen_ids()
        if ids:
            self._run(lambda: schemes.remove_lines(self._context.store, line_ids=ids))

    def _field(self) -> str:
        """The field of the current cell."""
        grid = self._grid()
        index = grid.currentIndex()
        return grid.field_at(index) if index.isValid() else ""

    def duplicate_lines(self) -> None:
        """Put a copy of each selected line under them, in the order of the plan however they are sorted."""
        chosen = frozenset(self._grid().chosen_ids())
        ids = tuple(line.id for line in self._plan.lines if line.id in chosen)
        if not ids:
            return

        def made(copies: tuple[int, ...]) -> None:
            self._awaited = (copies[0], self._field())
            self.arrive()

        self._context.steps.run(
            lambda: schemes.duplicate_lines(self._context.store, line_ids=ids),
            then=made,
            refused=self._say,
        )

    def split_line(self) -> None:
        row = self._grid().current_row()
        if row is None:
            return

        def made(line_id: int) -> None:
            self._awaited = (line_id, "expenditure")
            self.arrive()

        SplitDialog(self._context, self._parent, row.line, made=made).open()

    def move_lines(self, by: int) -> None:
        """Move the selected lines one line up or down."""
        case, ids = self._plan.case, self._grid().chosen_ids()
        if case is None or not ids:
            return
        order = [line.id for line in case.whole.lines]
        place = order.index(ids[0]) - 1 if by < 0 else order.index(ids[-1]) + 2
        if place < 0 or place > len(order):
            return
        before = order[place] if place < len(order) else None
        self._run(lambda: schemes.move_lines(self._context.store, line_ids=ids, before=before))

    def _run(self, use_case: Callable[[], None]) -> None:
        self._context.steps.run(use_case, refused=self._say)

    def arrive(self) -> None:
        """Go to what was just made or pasted, once it is there, and type in it what was typed for it."""
        known = {line.id for line in self._plan.lines}
        if self._awaited is not None and self._awaited[0] in known:
            (line_id, field), self._awaited = self._awaited, None
            text, self._coming = self._coming, None
            self._grid().go_to(line_id, field)
            self._grid().setFocus()
            if text:
                self._grid().edit_here(text=text)
        if self._block is not None and known.issuperset(self._block.line_ids):
            block, self._block = self._block, None
            self._grid().select_cells(block)
